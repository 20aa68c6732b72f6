"""A province with centres in two districts, people who look at it, and records of the centres."""

from __future__ import annotations

import re
import shutil
import uuid
from html import unescape

import pytest

from schemas.record import get, natural_id
from server import Config, create_app
from server.centres import centres, units
from server.evaluation import criteria
from server.founding import create_province
from server.users import users
from server.users.users import Account
from sync.changes import Change, Entry, Key
from sync.clock import Timestamp
from sync.review import park
from sync.stores.sqlite import connect
from sync.unit_of_work import Work

from ..conftest import Wall

PASSWORD = "một mật khẩu dài"
DAY = "2012-07-24"
ACTIVITY = {
    "title": "Tập huấn trồng cam",
    "category": "khuyen_nong",
    "form": "tap_huan",
    "held_from": "2012-07-24",
    "attendance_count": 40,
}


class Land:
    """``da_bac`` and ``kim_boi`` are the areas of the centres of two districts."""

    def __init__(self, folder):
        self.wall = Wall()
        config = Config(folder, wall=self.wall)
        self.app = create_app(config)
        self.province = self.app.extensions["province"]
        self.units = {unit.code: unit for unit in units.in_force(self.db, DAY)}
        lies = {code: [] for code in ("150", "153")}
        homes = centres.centre_units(self.db, DAY).items()
        for area, unit in sorted(homes, key=lambda home: home[1].code):
            for code, areas in lies.items():
                areas += [area] if unit.parent_id == self.units[code].id else []
        self.da_bac, self.kim_boi = lies.values()

    @property
    def db(self):
        return self.province.db()

    def write(self, area, record_type="activity", record_id="", author="Bùi Thị Hoa", **values):
        schema = get(record_type)
        made = record_id or natural_id(schema, area, values) or str(uuid.uuid4())
        self.province.hub().write(Key(area, record_type, made), values, author)
        return made

    def activity(self, area, **values):
        return self.write(area, **{**ACTIVITY, **values})

    def clash(self, area, record_id, **pairs):
        """Two people write one field without knowing of each other."""
        hub, key = self.province.hub(), Key(area, "activity", record_id)
        opened = self.province.store().load([key])[key]
        for author, place in (("Một", 0), ("Hai", 1)):
            hub.write(key, {name: pair[place] for name, pair in pairs.items()}, author, opened)

    def park(self, home, key, reason="outside the scope", **fields):
        """A device whose home that is sent a change that was not its to make."""
        hub = self.province.hub()
        change = Change(key, fields, Timestamp(self.wall(), 0, "x"), {}, "Ai", "dabac.r")
        with hub.store.transaction():
            work = Work(hub.store, [], hub.clock)
            park(work, home, Entry(change, "", reason, self.wall(), 0))
            work.done()

    def device(self, name, area, **told):
        number = self.db["device"].count + 1
        row = {"name": name, "key": name, "area": area, "areas": "[]", "state": "active"}
        heard = {"last_contact": self.wall(), "waiting": 0, "clock_offset": 0, "software": "0.1"}
        made = {"certificate": number, "label": "Máy 1", "enrolled": 0}
        made |= dict.fromkeys(("restarts", "restarted"), 0)
        self.db["device"].insert({**row, **heard, **made, **told})

    def reader(self):
        return connect(self.province.config.database)

    def logged_in(self, name):
        client = self.app.test_client()
        token = token_of(client.get("/login").text)
        sent = {"name": name, "password": PASSWORD, "csrf_token": token}
        assert client.post("/login", data=sent).status_code == 302
        return client


def token_of(page):
    return re.search(r'name="csrf_token" value="([^"]+)"', page)[1]


def numbers(text):
    """Every number of a page, in order, as it stands there."""
    return re.findall(r"\d[\d.]*", unescape(re.sub(r"<[^>]+>", " ", text)))


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """The folder of a province with its centres and people, made once: passwords take time."""
    folder = tmp_path_factory.mktemp("founded")
    province = create_province(Config(folder, wall=Wall()))
    criteria.publish(province)
    db = province.db()
    by_code = {unit.code: unit for unit in units.in_force(db, DAY)}
    for code in ("04831", "04840", "04846", "04978", "04984"):
        centres.add(db, by_code[code], "2008-01-01")
    users.add(db, Account("tinh", PASSWORD, users.PROVINCE))
    users.add(db, Account("tinh2", PASSWORD, users.PROVINCE))
    users.add(db, Account("hoi", PASSWORD, users.ASSOCIATION))
    users.add(db, Account("da.bac", PASSWORD, users.DISTRICT, by_code["150"].id))
    users.add(db, Account("kim.boi", PASSWORD, users.DISTRICT, by_code["153"].id))
    province.close()
    return folder


@pytest.fixture
def land(tmp_path, founded):
    land = Land(shutil.copytree(founded, tmp_path / "province"))
    yield land
    land.province.close()

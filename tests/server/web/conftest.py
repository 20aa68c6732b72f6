"""A province with centres in two districts, people who look at it, and records of the centres."""

from __future__ import annotations

import re
import shutil
import uuid
from html import unescape

import pytest

from schemas.record import get, natural_id
from server import Config, centres, create_app, criteria, units, users
from server.province import found
from server.users import Account
from sync.changes import Key

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
        for area, unit in sorted(centres.centre_units(self.db, DAY).items()):
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
    province = found(Config(folder, wall=Wall()))
    criteria.publish(province)
    db = province.db()
    by_code = {unit.code: unit for unit in units.in_force(db, DAY)}
    for code in ("04831", "04840", "04846", "04978", "04984"):
        centres.add(db, by_code[code], "2008-01-01")
    users.add(db, Account("tinh", PASSWORD, users.PROVINCE))
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

"""What two laptops and a server could not agree on is settled by people, and then all are equal."""

import re
from html import unescape

import pytest

from client_agent.agent import Agent
from client_agent.web import create_app as centre_pages
from schemas import forms
from schemas.record import natural_id
from schemas.records.activity import Activity
from schemas.records.evaluation import Evaluation
from server import Config, create_app
from server.centres import centres, units
from server.devices import codes, devices
from server.evaluation import criteria
from server.founding import create_province
from server.users import users
from server.users.users import Account
from sync.changes import Key
from sync.merge import total
from tests.enrolling import enrol

from ..client_agent.province import served
from .person import Person

PASSWORD = "một mật khẩu dài"
LAN, TUAN = "Bùi Thị Lan", "Hà Văn Tuấn"


class Laptop:
    """One of a centre's computers, with somebody at it."""

    def __init__(self, folder, url, code, who):
        self.agent = Agent(folder)
        enrol(self.agent, url, code)
        self.person = Person(centre_pages(self.agent), who)

    def load(self, key):
        return self.agent.store().load([key])[key]

    def sync(self):
        assert self.agent.sync().error is None

    @property
    def digest(self):
        return total(self.agent.store().digests(self.agent.areas).values())


class Land:
    def __init__(self, folder):
        self.province = create_province(Config(folder))
        db = self.province.db()
        criteria.publish(self.province)
        unit = next(u for u in units.in_force(db, "2012-07-24") if u.code == "04831")
        self.area = centres.add(db, unit, "2008-01-01").area
        users.add(db, Account("tinh", PASSWORD, users.PROVINCE))
        self.app = create_app(Config(folder))

    def code(self):
        return codes.make(self.province.db(), self.area, self.province.wall())

    def officer(self):
        officer = Person(self.app).get("/login")
        return officer.press("/login", name="tinh", password=PASSWORD)

    def digest(self, areas):
        return total(self.province.store().digests(areas).values())

    def close(self):
        self.province.close()
        self.app.extensions["province"].close()


@pytest.fixture
def land(tmp_path):
    land = Land(tmp_path / "province")
    yield land
    land.close()


@pytest.fixture
def laptops(land, tmp_path):
    """Two laptops of one centre; both have what the province publishes."""
    with served(land.app) as url:
        pair = [
            Laptop(tmp_path / f"laptop-{n}", url, land.code(), who)
            for n, who in enumerate((LAN, TUAN))
        ]
        for laptop in pair:
            laptop.sync()
        yield pair
        for laptop in pair:
            laptop.agent.close()


@pytest.fixture
def record(land, laptops):
    """An activity that both laptops have."""
    one, other = laptops
    key = Key(land.area, "activity", "lop-xoa-mu")
    one.agent.replica().write(key, {**Activity.example(), "title": "Lớp xóa mù"}, LAN)
    one.sync()
    other.sync()
    return key


def equal(land, *laptops):
    areas = laptops[0].agent.areas
    return {laptop.digest for laptop in laptops} == {land.digest(areas)}


def edit(laptop, key, **typed):
    """Open the record's form, change it and save."""
    path = f"/records/{key.record_type}/{key.record_id}/edit"
    laptop.person.get(path)
    now = forms.texts(Activity, laptop.load(key).values)
    assert laptop.person.press(path, **{**now, **typed}).status == 200


def test_what_two_laptops_wrote_offline_is_decided_at_the_centre(land, laptops, record):
    one, other = laptops
    edit(one, record, venue="Nhà văn hóa xóm Đúc")
    edit(other, record, venue="Trường tiểu học")
    for laptop in (one, other, one):
        laptop.sync()
    listed = [who.get("/attention/").words for who in (one.person, other.person)]
    seen_at_province = land.officer().get("/attention").words

    one.person.get("/attention/").follow("/attention/conflict/")
    one.person.press(one.person.path, choose=one.person.button("Nhà văn hóa xóm Đúc"))
    offline = one.load(record).values["venue"]
    for laptop in (one, other, one):
        laptop.sync()

    assert all("Trường tiểu học" in words and "1 cần bạn xem" in words for words in listed)
    assert "Trường tiểu học" in seen_at_province
    assert "Nhà văn hóa xóm Đúc" == offline == other.load(record).values["venue"]
    assert "Không có gì cần bạn xem" in other.person.get("/attention/").words
    assert f"{LAN} đã quyết định" in other.person.words
    assert "Không có gì cần xem lại" in land.officer().get("/attention").words
    assert f"{LAN} đã quyết định" in land.officer().get("/attention").words
    assert equal(land, one, other)


def test_what_the_province_decides_the_centre_sees_and_can_open_again(land, laptops, record):
    one, other = laptops
    edit(one, record, venue="Nhà văn hóa xóm Đúc")
    edit(other, record, venue="Trường tiểu học")
    for laptop in (one, other):
        laptop.sync()
    officer = land.officer().get("/attention").follow("/attention/conflict/")
    officer.press(officer.path, choose="keep")
    one.sync()
    closed = one.person.get("/attention/").words
    one.person.follow("/attention/conflict/")
    one.person.press(f"{one.person.path}/reopen")
    one.sync()
    other.sync()

    assert "tinh đã quyết định" in closed
    assert "1 cần bạn xem" in other.person.get("/attention/").words
    assert "Trường tiểu học" in land.officer().get("/attention").words
    assert equal(land, one, other)


def test_a_score_that_was_not_the_centres_is_released_by_the_province(land, laptops):
    one, other = laptops
    key = Key(land.area, "evaluation", natural_id(Evaluation, land.area, {"year": 2012}))
    values = {"year": 2012, "status": "draft", "self_score.1.1": 4}
    one.agent.replica().write(key, {**values, "verified_score.1.1": 4.5}, LAN)
    one.sync()
    other.sync()
    hidden = [laptop.load(key).values for laptop in laptops]
    told = other.person.get("/attention/").follow("/attention/parked/").words
    officer = land.officer().get("/attention").follow("/attention/parked/")
    officer.press(f"{officer.path}/release")
    one.sync()
    other.sync()

    assert [{}, {}] == hidden
    assert "Lý do: Mục này do huyện nhập." in told
    assert [4.5, 4.5] == [laptop.load(key).values["verified_score.1.1"] for laptop in laptops]
    assert f"tinh ({LAN})" == one.agent.store().history([key])[-1].change.author
    assert "Tỉnh đã nhận nội dung này (tinh)" in one.person.get("/attention/").words
    assert 0 == one.agent.status().needs_you == other.agent.status().needs_you
    assert equal(land, one, other)


def test_late_work_of_a_retired_laptop_reaches_the_record_by_a_person(land, laptops, record):
    one, other = laptops
    edit(one, record, venue="Nhà văn hóa xóm Đúc")
    devices.retire(land.province.db(), one.agent.settings.device)
    one.sync()
    other.sync()
    other.person.get("/attention/").follow("/attention/parked/")
    shown = other.person.words
    form = unescape(re.search(r'href="([^"]+notice=[^"]+)"', other.person.text)[1])
    other.person.get(form)
    prefilled = "Nhà văn hóa xóm Đúc" in other.person.text
    path = f"/records/activity/{record.record_id}/edit"
    texts = forms.texts(Activity, {**other.load(record).values, "venue": "Nhà văn hóa xóm Đúc"})
    other.person.press(path, **texts)
    other.sync()
    one.sync()

    assert "Máy gửi đã ngừng sử dụng." in shown
    assert prefilled
    assert "Nhà văn hóa xóm Đúc" == land.province.store().load([record])[record].values["venue"]
    assert "Trung tâm đã gửi lại" in land.officer().get("/attention").words
    assert f"Trung tâm đã gửi lại ({TUAN})" in one.person.get("/attention/").words
    assert equal(land, other)  # the retired one hears what became of its own, and nothing else


def test_the_centre_reads_why_the_province_did_not_take_it_over(land, laptops, record):
    one, other = laptops
    edit(one, record, venue="Nhà văn hóa xóm Đúc")
    devices.retire(land.province.db(), one.agent.settings.device)
    one.sync()
    officer = land.officer().get("/attention").follow("/attention/parked/")
    officer.press(f"{officer.path}/decline", why="Máy mới đã nhập lớp này")
    other.sync()
    one.sync()
    other.person.get("/attention/").follow("/attention/parked/")

    assert "Tỉnh viết: Máy mới đã nhập lớp này" in other.person.words
    assert 0 == other.agent.status().needs_you
    assert equal(land, one, other)

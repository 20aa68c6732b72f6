"""Clocks that lie: nothing is blocked, and every page says what was claimed and what was so."""

import re

import pytest

from client_agent.web import create_app
from schemas.formatting.vietnamese import moment
from server.users import users
from server.users.users import Account

from .office import NOON, Wall

YEAR = 365 * 86_400_000
HOUR = 3_600_000
IN_1970, IN_2050 = 60_000, NOON + 38 * YEAR
PASSWORD = "chín con cá chép"
WARNS = "Đồng hồ máy này có thể sai"


@pytest.fixture
def officer(office):
    """Somebody of the province at the pages."""
    users.add(office.province.db(), Account("quantri", PASSWORD))
    client = office.app.test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/login").text)
    answer = client.post(
        "/login", data={"name": "quantri", "password": PASSWORD, "csrf_token": token[1]}
    )
    assert answer.status_code == 302
    return client


@pytest.fixture
def shown(office):
    """The first page of a machine, as its people see it."""

    def shown(agent):
        with create_app(agent).test_client() as client:
            if not agent.staff.names():
                agent.staff.add("Lan", "1234")
            with client.session_transaction() as session:
                session["staff"] = "Lan"
            return client.get("/").text

    return shown


def entry(office, key):
    (found,) = office.province.store().history([key])
    return found


@pytest.mark.parametrize("now", [IN_1970, IN_2050], ids=["1970", "2050"])
def test_a_clock_that_is_decades_off_stops_nothing_and_is_reported(office, officer, shown, now):
    wall = Wall(now)
    agent = office.machine(wall=wall)
    key = office.type(agent, "vẫn lưu được")
    office.sync(agent)
    found = entry(office, key)
    page = officer.get(f"/records/activity/{key.area}/{key.record_id}").text
    devices = officer.get("/devices").text
    warned = shown(agent)
    wall.now = office.wall.now
    office.sync(agent)

    assert abs(found.change.at.millis - now) < HOUR
    assert abs(found.change.at.millis - found.offset - NOON) < HOUR
    assert [moment(found.change.at.millis) in page, moment(found.received) in page] == [True] * 2
    assert "Giờ đã hiệu chỉnh" in page
    assert ("nhanh" if now > NOON else "chậm") in devices
    assert (True, False) == (WARNS in warned, WARNS in shown(agent))
    assert "đúng giờ" in officer.get("/devices").text


def test_a_clock_that_runs_backwards_sorts_what_was_typed_as_it_was_typed(office):
    wall = Wall()
    agent = office.machine(wall=wall)
    key = office.type(agent, "trước")
    wall.now -= YEAR
    office.type(agent, "sau", key.record_id)
    wall.now -= YEAR
    office.sync(agent)
    other = office.machine()
    office.sync(other, agent)

    assert "sau" == office.title(agent, key) == office.title(other, key)
    assert office.digest(agent) == office.digest_of_the_province()


def test_a_clock_behind_what_the_province_said_is_noticed_before_the_next_sync(office, shown):
    wall = Wall()
    agent = office.machine(wall=wall)
    office.sync(agent)
    before = shown(agent)
    wall.now -= 5 * YEAR
    warned = shown(agent)
    wall.now += 5 * YEAR

    assert (False, True, False) == tuple(WARNS in page for page in (before, warned, shown(agent)))


def test_a_clock_that_jumps_while_a_sync_is_under_way_breaks_nothing(office):
    steps = iter([0, 30 * YEAR, -20 * YEAR, YEAR, -30 * YEAR] * 500)
    wall = Wall()

    def jumping():
        return wall() + next(steps)

    agent = office.machine(wall=jumping)
    keys = [office.type(agent, f"lớp {number}") for number in range(5)]
    office.sync(agent, agent)

    assert [f"lớp {number}" for number in range(5)] == office.titles()
    assert 0 == agent.status().waiting
    assert all(entry(office, key).received for key in keys)


def test_no_clock_delays_the_next_attempt_for_years(office):
    wall = Wall(IN_2050)
    agent = office.machine(wall=wall)
    office.sync(agent)
    wall.now = office.wall.now
    office.type(agent, "đợi gửi")

    assert agent.scheduler.next_attempt() - wall.now < 24 * HOUR


def test_a_right_clock_is_not_blamed_for_a_wrong_one(office, officer):
    """A write sorts after what its author saw, so it borrows that time, and that is said."""
    fast = office.machine(wall=Wall(IN_2050))
    right = office.machine()
    key = office.type(fast, "máy nhanh")
    office.sync(fast, right)
    office.type(right, "máy đúng", key.record_id)
    office.sync(right)
    page = officer.get(f"/records/activity/{key.area}/{key.record_id}").text

    assert "máy đúng" == office.title(right, key)
    assert 2 == page.count("Giờ đã hiệu chỉnh")

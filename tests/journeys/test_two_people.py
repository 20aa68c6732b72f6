"""Two people and one record: what both typed is kept, and where it collides both are asked."""

import pytest

from demo.centre import enter_activity
from demo.province import rows
from schemas.records.activity import Activity

from .conftest import CLERK, SECOND
from .link import Link

TITLE = "Hai người cùng sửa"


@pytest.fixture
def first(centre, processes):
    """The centre's machine, with two people at it."""
    centre.open(processes)
    return centre


@pytest.fixture
def second(first, machine, province, processes, tmp_path):
    """Another machine of the same centre, on a line of its own."""
    line = Link(("127.0.0.1", province.port))
    second = machine(tmp_path / "second", first.area, line, SECOND)
    second.open(processes)
    yield second
    line.stop()


@pytest.fixture
def record(first):
    """The address of a record that has just been entered at the first machine."""
    page = enter_activity(first.log_in(CLERK), {**Activity.example(), "title": TITLE})
    first.command("sync")
    return page.url.removeprefix(first.url).partition("?")[0]


@pytest.fixture
def officer(province):
    return province.officer()


def at_the_province(officer, area):
    lines = rows(officer, f"/records/activity.csv?period=2012&unit={area}")
    return next(line for line in lines if line["Tên hoạt động"] == TITLE)


def form(person, record):
    return person.open(f"{record}/edit")


def test_two_people_who_change_different_fields_do_not_collide(first, record, officer):
    hien, dung = first.log_in(CLERK), first.log_in(SECOND)
    opened_by_hien, opened_by_dung = form(hien, record), form(dung, record)
    hien.submit(opened_by_hien, {"attendance_count": "90"}, to="/edit")
    dung.submit(opened_by_dung, {"venue": "Hội trường UBND xã"}, to="/edit")
    first.command("sync")
    line = at_the_province(officer, first.area)

    assert ("90", "Hội trường UBND xã") == (line["Lượt người học"], line["Địa điểm"])
    assert TITLE not in officer.open(f"/attention?unit={first.area}").text


def test_two_machines_that_change_one_field_are_a_conflict_that_all_see(
    first, second, record, officer
):
    second.command("sync")
    hien, dung = first.log_in(CLERK), second.log_in(SECOND)
    opened_by_hien, opened_by_dung = form(hien, record), form(dung, record)
    hien.submit(opened_by_hien, {"attendance_count": "91"}, to="/edit")
    dung.submit(opened_by_dung, {"attendance_count": "97"}, to="/edit")
    for machine in (first, second, first):
        machine.command("sync")
    asked = officer.open(f"/attention?unit={first.area}").text

    # The later stands until somebody decides; the other is kept and shown to all.
    assert "97" == at_the_province(officer, first.area)["Lượt người học"]
    assert all(text in asked for text in (TITLE, "91", "97", CLERK.name, SECOND.name))
    assert "91" in hien.open("/attention/").text
    assert "97" in hien.open(record).text
    assert 1 == first.status()["needs_you"] == second.status()["needs_you"]


def test_two_people_at_one_machine_collide_too(first, record, officer):
    hien, dung = first.log_in(CLERK), first.log_in(SECOND)
    opened_by_hien, opened_by_dung = form(hien, record), form(dung, record)
    hien.submit(opened_by_hien, {"attendance_count": "88"}, to="/edit")
    dung.submit(opened_by_dung, {"attendance_count": "99"}, to="/edit")
    first.command("sync")
    asked = officer.open(f"/attention?unit={first.area}").text

    assert "99" == at_the_province(officer, first.area)["Lượt người học"]
    assert all(text in asked for text in (TITLE, "88", "99"))

"""An office's table is worked on by its own rules, in the name of who asked, also behind."""

import pytest

from server.users import users

from .test_existing import LOCAL
from .test_views import Desk, living, row, table, wait


@pytest.fixture
def desk(land):
    return lambda name="tinh": Desk(land, name)


def test_long_work_is_done_by_what_its_person_may_do(land, desk):
    """Behind a page there is no page, and yet it is known who asked for it."""
    office = desk().bring(table(*map(row, range(300))))
    path = office.path
    wait(land.app)
    office.get(path).do("confirm")
    wait(land.app)
    found = living(land)
    authors = {e.change.author for e in land.province.store().history([r.key for r in found])}

    assert (300, {"tinh"}) == (len(found), authors)


def test_what_a_person_may_no_longer_fill_in_is_not_written(land, desk):
    """Between the look and the confirmation the office got another unit."""
    land.write(land.province.published, "local_plan", **{**LOCAL.example(), "unit": "Huyện Đà Bắc"})
    office, title = desk("da.bac"), LOCAL.title_field
    taken = office.client.get("/records/local_plan.csv?period=all").text
    office.bring(taken.replace(LOCAL.example()[title], "Tên mới").encode(), "local_plan")
    assert "Sửa bản đã có: 1" in office.words()

    land.db.table("user").update("da.bac", {"unit_id": land.units["153"].id})
    office.do("confirm")
    (found,) = living(land, "local_plan")
    assert LOCAL.example()[title] == found.values[title]
    assert "1 dòng không ghi" in office.words()


def test_what_a_person_may_no_longer_fill_in_is_not_taken_back(land, desk):
    office = desk().bring(table(row(1)))
    office.do("confirm")
    path = office.path
    land.db.table("user").update("tinh", {"role": users.ASSOCIATION})

    assert 403 == office.get(path).status
    assert 403 == office.do("undo", path).status
    assert 1 == len(living(land))


def test_a_program_error_in_going_through_a_file_is_reported_and_nothing_is_written(
    land, desk, monkeypatch, caplog
):
    def wrong(*_):
        raise ArithmeticError("a defect")

    office = desk()
    with monkeypatch.context() as broken:
        broken.setattr("webui.imports.importer.Importer._plan", wrong)
        path = office.bring(table(*map(row, range(300)))).path
        wait(land.app)
        office.get(path)
    assert "Không xem được tệp này vì chương trình có lỗi" in office.words()
    assert "a defect" in caplog.text

    office.do("discard")
    assert "Đã bỏ tệp" in office.words()
    assert [] == living(land)


def test_several_people_bring_in_long_tables_at_once(land, desk):
    offices = [desk("tinh"), desk("tinh2")]
    for start, office in zip((0, 1000), offices, strict=True):
        office.bring(table(*map(row, range(start, start + 300))))
    paths = [office.path for office in offices]
    wait(land.app)
    for office, path in zip(offices, paths, strict=True):
        office.get(path).do("confirm")
    wait(land.app)

    assert 600 == len(living(land))

import pytest

from demo.figures import RECORDS, Entered, differences, entered, table, total
from schemas.records.activity import Activity

HEADS = ("Dòng", "Cấp", "Trung tâm đã báo cáo", "Số trung tâm", RECORDS, "Lượt người học")
HEADS += ("Tỷ lệ nữ (%)", "⚠")
LINES = (
    ("Huyện Đà Bắc", "Huyện", "1", "20", "2", "60", "53,1", "0"),
    ("Xã Cao Sơn", "Xã", "1", "1", "2", "60", "53,1", "0"),
    ("Huyện Mai Châu", "Huyện", "0", "23", "", "", "", ""),
    ("Xã Pà Cò", "Xã", "0", "1", "", "", "", ""),
    ("Tổng cộng", "Tỉnh", "1", "210", "2", "60", "53,1", "0"),
)
VALUES = {**Activity.example(), "attendance_count": 86, "held_from": "2012-07-24"}


@pytest.fixture
def before():
    by_unit = table(dict(zip(HEADS, line, strict=True)) for line in LINES)
    rows = {"Tổng cộng": {RECORDS: 2.0, "Lượt người học": 60.0}}
    return {"unit": by_unit, "category": dict(rows), "form": dict(rows), "month": dict(rows)}


def test_a_report_is_read_with_communes_under_their_districts(before):
    assert {RECORDS: 2, "Lượt người học": 60} == before["unit"]["Huyện Đà Bắc / Xã Cao Sơn"]
    assert {RECORDS: 0, "Lượt người học": 0} == before["unit"]["Huyện Mai Châu / Xã Pà Cò"]


def test_what_was_entered_adds_to_every_row_that_it_belongs_to(before):
    after = entered(before, [Entered("Xã Pà Cò", "Huyện Mai Châu", VALUES)])

    assert 86 == after["unit"]["Huyện Mai Châu / Xã Pà Cò"]["Lượt người học"]
    assert 60 == after["unit"]["Huyện Đà Bắc"]["Lượt người học"]
    assert (3, 146) == (total(after)[RECORDS], total(after)["Lượt người học"])
    assert 1 == after["month"]["Tháng 07/2012"][RECORDS]


def test_reports_that_say_the_same_do_not_differ(before):
    assert [] == differences(before, before)


def test_a_row_that_differs_is_named(before):
    after = entered(before, [Entered("Xã Pà Cò", "Huyện Mai Châu", VALUES)])
    found = differences(before, after)

    assert "unit · Huyện Mai Châu / Xã Pà Cò · Lượt người học: 0 ≠ 86" in found
    assert not any("Đà Bắc" in each for each in found)

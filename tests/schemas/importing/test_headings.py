"""Which column is which, by headings as registers and paper forms have them."""

import pytest

from schemas.importing.column_styles import survey
from schemas.importing.headings import is_passed_over, likely, recognised
from schemas.record import families, fields, get, record_types

ACTIVITY = get("activity")


def means(*headings):
    return recognised(ACTIVITY, [list(headings)]).columns


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Ngày bắt đầu (ngày/tháng/năm)", "held_from"),
        ("Tên hoạt động (*)", "title"),
        ("TÊN HOẠT ĐỘNG:", "title"),
        ("Lượt người học (người)", "attendance_count"),
        ("Số tiết", "period_count"),
        ("Số lớp, lớp", "class_count"),
        ("Ngân sách nhà nước (nghìn đồng)", "budget_amount"),
        ("Ngân sách nhà nước, ĐVT: triệu đồng", "budget_amount"),
        ("Ngày BĐ", "held_from"),
        ("Ngày", "held_from"),
        ("Số lượt người", "attendance_count"),
        ("Số lượt", "attendance_count"),
        ("Nữ", "female_count"),
        ("DTTS", "ethnic_minority_count"),
        ("Nội dung", "title"),
        ("Ghi chú", "result_note"),
    ],
)
def test_a_heading_is_known_with_its_hints_units_and_abbreviations(heading, name):
    assert (name,) == means(heading)


@pytest.mark.parametrize("heading", ["Kinh phí", "Tổng số người", "SL", "Giảng viên"])
def test_a_heading_that_fits_several_fields_is_taken_for_none_of_them(heading):
    assert ("",) == means(heading)
    assert 1 < len(likely(ACTIVITY, heading))


@pytest.mark.parametrize("heading", ["STT", "TT", "Lỗi", "What is wrong", ""])
def test_a_serial_number_and_our_own_column_of_faults_are_passed_over(heading):
    assert is_passed_over(heading)
    assert ("",) == means(heading)


@pytest.mark.parametrize("lower", [["", "", "Tổng số", "Trong đó nữ"], ["", "", "Tổng", "Nữ"]])
@pytest.mark.parametrize("over", [["TT", "Tên hoạt động", "Lượt người học", ""]])
def test_headings_can_stand_in_two_rows(over, lower):
    numbers = ["(1)", "(2)", "(3)", "(4)"]
    found = recognised(ACTIVITY, [["SỔ THEO DÕI"], over, lower, numbers, ["1", "A", "45", "20"]])

    assert (2, 2) == (found.header, found.depth)
    assert ("", "title", "attendance_count", "female_count") == found.columns


def test_headings_can_stand_in_three_rows_and_say_from_when_until_when():
    heads = [
        ["STT", "Hoạt động", "", "Thời gian", "", "Người học", ""],
        ["", "Tên hoạt động", "Lĩnh vực", "Từ ngày", "Đến ngày", "Lượt người học", "Trong đó"],
        ["", "", "", "", "", "", "Nữ"],
    ]
    found = recognised(ACTIVITY, [*heads, ["1", "A", "Khuyến ngư", "5/3/2024", "", "45", "20"]])
    names = ("title", "category", "held_from", "held_to", "attendance_count", "female_count")

    assert (2, ("", *names)) == (found.header, found.columns)


def test_a_row_of_records_is_no_second_row_of_headings():
    found = recognised(ACTIVITY, [["Tên hoạt động", "Hình thức"], ["Địa điểm", ""]])

    assert (0, 1) == (found.header, found.depth)


def test_what_a_person_said_of_a_heading_goes_before_what_it_is_like():
    found = recognised(ACTIVITY, [["Ngày", "Kinh phí"]], known={"kinh phi": "learner_amount"})

    assert ("held_from", "learner_amount") == found.columns


def test_the_name_of_every_field_of_every_register_is_known_among_all_the_others():
    wrong = []
    for schema in record_types().values():
        names = [name for name in fields(schema) if name not in families(schema)]
        for lang in (0, 1):
            found = recognised(schema, [[fields(schema)[name].label[lang] for name in names]])
            wrong += [schema.record_type] if found.columns != tuple(names) else []

    assert [] == wrong


def test_a_row_below_that_divides_a_merged_heading_makes_none_of_its_columns_certain():
    heads = ["Tên hoạt động", "Ngày bắt đầu", "Lượt người học", ""]
    grid = [heads, ["", "", "Kế hoạch", "Thực hiện"], ["Lớp may", "5/3/2024", "50", "45"]]

    found = recognised(ACTIVITY, grid)

    assert (1, 2) == (found.header, found.depth)
    assert ("title", "held_from", "", "") == found.columns


def test_a_row_below_that_says_the_units_is_one_of_headings():
    heads = ["Tên hoạt động", "Ngày bắt đầu", "Ngân sách nhà nước"]
    grid = [heads, ["", "(ngày/tháng)", "(nghìn đồng)"], ["Lớp may", "5/3/2024", "15000"]]

    found = recognised(ACTIVITY, grid)

    assert (1, ("title", "held_from", "budget_amount")) == (found.header, found.columns)
    assert 1000 == survey(ACTIVITY, grid, found)["budget_amount"].hint


@pytest.mark.parametrize(
    "heading", ["Lượt người học (kế hoạch)", "Lượt người học (KH)", "Lượt người học (cùng kỳ)"]
)
def test_what_was_planned_is_not_taken_for_what_was_held(heading):
    grid = [["Tên hoạt động", "Ngày bắt đầu", heading], ["Lớp may", "5/3/2024", "50"]]

    assert ("title", "held_from", "") == recognised(ACTIVITY, grid).columns


@pytest.mark.parametrize(
    "heading",
    ["Trong đó nữ (%)", "Nữ (%)", "% nữ", "Trong đó nữ (nghìn)", "Trong đó nữ (trăm lượt)"],
)
def test_a_share_or_a_multiple_is_not_taken_for_a_count(heading):
    assert ("title", "") == means("Tên hoạt động", heading)

"""What rows say by the styles of their columns: never a number, a day or a centre by a guess."""

import pytest

from schemas import context
from schemas.context import Context
from schemas.homes import CENTRE
from schemas.importing.existing import ExistingRecords
from schemas.importing.intake import CHANGED, LEFT, NEW, SAME, WRONG, planned, recognised
from schemas.importing.layout import (
    CELL,
    DOUBT,
    EMPTY,
    FILL,
    MARK,
    MEANT,
    ORDER,
    ROW,
    SCALE,
    SKIP,
    STRANGERS,
    VALUE,
    YEAR,
    Decision,
)
from schemas.importing.sheet import ASKED, ELSEWHERE, outcome, wrong_rows
from schemas.importing.skipped_rows import is_numbering, is_total
from schemas.record import ID, get
from schemas.tables.doubts import Doubtful

ACTIVITY, INSTRUCTOR, TARGET = get("activity"), get("instructor"), get("plan_target")
HEADS = ["Tên hoạt động", "Lĩnh vực", "Hình thức", "Ngày bắt đầu", "Lượt người học"]
PEOPLE = ["Họ và tên", "Tham gia với tư cách", "Điện thoại", "Cộng tác từ"]
TODAY = Context(today="2026-11-28")


def row(day="5/3/2024", count="45"):
    return ["Lớp may", "Khuyến ngư", "Tập huấn", day, count]


def plan(grid, schema=ACTIVITY, decisions=(), existing=None, role="centre"):
    layout = recognised(schema, grid, of_centres=True)._replace(decisions=tuple(decisions))
    there = existing or ExistingRecords(schema, "a1", {}, names=["TTHTCĐ xã Mường Bi"])
    with context.within(TODAY):
        return list(planned(schema, grid, layout, role, there))


def days(*texts, decisions=(), heads=HEADS, above=()):
    return plan([*above, heads, *(row(day=text) for text in texts)], decisions=decisions)


def stored(found, name):
    return [its.line.values.get(name) for its in found]


def asked(found):
    return [dict(its.line.asked) for its in found]


@pytest.mark.parametrize("text", ["25\n13", "12 15", "25+13", "12-15", "~50", "khoảng 30", "45²"])
def test_two_numbers_in_a_cell_never_become_one(text):
    (found,) = plan([HEADS, row(count=text)])

    assert (WRONG, ASKED) == (found.outcome, outcome(found))
    assert {"attendance_count": VALUE} == found.line.asked
    assert found.line.errors["attendance_count"]


def test_one_day_that_must_be_month_first_turns_its_whole_column():
    found = days("3/25/2024", "3/5/2024", "12/1/2024")

    assert ["2024-03-25", "2024-03-05", "2024-12-01"] == stored(found, "held_from")


def test_a_column_that_contradicts_itself_is_asked_about_where_it_matters():
    found = days("3/25/2024", "25/3/2024", "3/5/2024", "2024-03-05", "3/3/2024")

    assert [{}, {}, {"held_from": ORDER}, {}, {}] == asked(found)
    said = [Decision(ORDER, "held_from", "ngay bat dau", "mdy")]
    assert "2024-03-05" == stored(days("3/25/2024", "3/5/2024", decisions=said), "held_from")[1]


def test_another_column_of_days_that_is_month_first_makes_a_column_be_asked_about():
    heads = [*HEADS, "Ngày kết thúc"]
    found = plan([heads, [*row(day="3/5/2024"), "3/25/2024"]])

    assert [{"held_from": ORDER}] == asked(found)


def test_a_year_of_two_digits_is_of_this_century_only_if_it_can_be():
    heads = PEOPLE
    rows = [["Mơ", "Báo cáo viên", "", day] for day in ("1/9/95", "5/3/98", "5/3/24", "5/3/41")]
    found = plan([heads, *rows], INSTRUCTOR)

    assert ["1995-09-01", "1998-03-05", "2024-03-05", None] == stored(found, "joined_on")
    assert {"joined_on": VALUE} == found[3].line.asked
    assert "2041" in found[3].line.errors["joined_on"][0].vi


def test_what_has_happened_is_not_of_a_year_to_come():
    """Nor of a day further ahead than people plan."""
    assert [{"held_from": VALUE}, {"held_from": VALUE}] == asked(days("5/3/2029", "5/3/2027"))


@pytest.mark.parametrize(
    ("above", "others", "year"),
    [
        ([["SỔ THEO DÕI"], ["Năm 2023"]], [], "2023-03-05"),
        ([], ["6/3/2022"], "2022-03-05"),
        ([["Năm học 2021"]], ["6/3/2021"], "2021-03-05"),
    ],
)
def test_a_day_without_a_year_is_of_the_year_that_the_file_says(above, others, year):
    assert year == stored(days("5/3", *others, above=above), "held_from")[0]


@pytest.mark.parametrize(
    "title",
    [
        "SỔ THEO DÕI NĂM HỌC 2012-2013",
        "SỔ THEO DÕI NĂM HỌC 2012 – 13",
        "(Ban hành kèm theo Quyết định số 09 năm 2008)",
        "Đông Lai, ngày 5 tháng 1 năm 2013",
    ],
)
def test_the_year_of_another_paper_or_half_a_school_year_is_that_of_no_day(title):
    assert [{"held_from": YEAR}] == asked(days("5/3", above=[[title]]))


def test_a_day_without_a_year_is_asked_about_if_the_file_says_none_or_two():
    assert [{"held_from": YEAR}] == asked(days("5/3"))
    assert {"held_from": YEAR} == asked(days("5/3", "1/1/2022", "1/1/2023"))[0]
    said = [Decision(YEAR, "held_from", "ngay bat dau", "2022")]
    assert ["2022-03-05"] == stored(days("5/3", decisions=said), "held_from")


def targets(*rows, decisions=()):
    heads = ["Chỉ tiêu", "Năm", "Đơn vị tính", "Số ban đầu", "Phải đạt"]
    grid = [heads, *(["Biết chữ", "2024", "%", *each] for each in rows)]
    return plan(grid, TARGET, decisions, role="province")


def test_a_mark_is_decided_by_its_column_then_by_the_file_and_else_asked_about():
    (found,) = targets(["0.500", "61.500"])
    assert (0.5, 61.5) == (found.line.values["baseline"], found.line.values["target"])

    assert [{"target": MARK}] == asked(targets(["", "61.500"]))
    assert {"target": MARK} == asked(targets(["0,5", "61.500"], ["0.5", ""]))[0]
    said = [Decision(MARK, "target", "phai dat", ".")]
    assert 61.5 == targets(["", "61.500"], decisions=said)[0].line.values["target"]


def test_whole_numbers_have_thousands_unless_their_column_has_decimals():
    assert [1250, 1250] == stored(
        plan([HEADS, row(count="1.250"), row(count="1,250")]), "attendance_count"
    )
    found = plan([HEADS, row(count="45.0"), row(count="12.000")])
    assert [{}, {"attendance_count": MARK}] == asked(found)


MONEY = [*HEADS, "Ngân sách nhà nước"]


def money(*texts, heading="Ngân sách nhà nước", decisions=(), above=()):
    grid = [*above, [*HEADS, heading], *([*row(), text] for text in texts)]
    return plan(grid, decisions=decisions)


def test_money_is_multiplied_only_by_what_a_cell_or_a_person_says():
    texts = ["1,5 triệu", "500k", "1.500.000 VNĐ", "1.500.000đ", "2 tr", "0"]

    assert [1500000, 500000, 1500000, 1500000, 2000000, 0] == stored(money(*texts), "budget_amount")


@pytest.mark.parametrize(
    ("heading", "above"),
    [
        ("Ngân sách nhà nước (nghìn đồng)", []),
        ("Ngân sách nhà nước", [["Sổ"], ["ĐVT: nghìn đồng"]]),
    ],
)
def test_a_column_in_thousands_is_asked_about_and_then_multiplied(heading, above):
    found = money("1.500", "2 triệu", heading=heading, above=above)
    assert [{"budget_amount": SCALE}, {}] == asked(found)

    key = heading.replace("Ngân sách nhà nước", "ngan sach nha nuoc").replace(
        "nghìn đồng", "nghin dong"
    )
    said = [Decision(SCALE, "budget_amount", key, "1000")]
    found = money("1.500", "2 triệu", heading=heading, above=above, decisions=said)
    assert [1500000, 2000000] == stored(found, "budget_amount")


@pytest.mark.parametrize(
    "note", ["Ghi chú: số tiền tính bằng nghìn đồng", "ĐVT: triệu đồng", "Đơn vị tính: 1.000 đồng"]
)
def test_a_note_below_the_rows_says_what_they_are_counted_in(note):
    grid = [MONEY, [*row(), "15000"], [note]]

    assert {"budget_amount": SCALE} == asked(plan(grid))[0]


def test_amounts_too_small_to_be_đồng_are_asked_about_but_not_in_our_own_files():
    assert [{"budget_amount": SCALE}] * 2 == asked(money("1.234", "900"))
    assert [{}, {"budget_amount": VALUE}] == asked(money("1.250.000", "900"))
    ours = plan([[*MONEY, "Mã bản ghi"], [*row(), "900", ""]])
    assert [900] == stored(ours, "budget_amount")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("912345678", {"phone": VALUE}),
        ("912 345 678", {"phone": VALUE}),
        ("912345678.0", {"phone": VALUE}),
        ("2183844123", {"phone": VALUE}),
        ("0912345678", {}),
        ("0912 345 678", {}),
        ("84912345678", {}),
        ("+84 912 345 678", {}),
        ("113", {}),
    ],
)
def test_a_telephone_that_lost_its_zero_is_asked_about(text, expected):
    assert [expected] == asked(plan([PEOPLE, ["Mơ", "Báo cáo viên", text, ""]], INSTRUCTOR))


def test_digits_that_a_spreadsheet_shortened_are_asked_about():
    grid = [PEOPLE, ["Mơ", "Báo cáo viên", "9,12E+08", ""]]

    assert [{"phone": VALUE}] == asked(plan(grid, INSTRUCTOR))


@pytest.mark.parametrize("text", ["912345678", "912345678.0", "9.12E+08", "9.12346E+08"])
def test_a_telephone_that_is_there_keeps_its_zero(text):
    there = {"name": "Mơ", "kind": "bao_cao_vien", "phone": "0912345678"}
    grid = [["Họ và tên", "Điện thoại", "Mã bản ghi"], ["Mơ", text, "r1"]]
    (found,) = plan(grid, INSTRUCTOR, existing=ExistingRecords(INSTRUCTOR, "a1", {"r1": there}))

    assert SAME == found.outcome


def test_another_telephone_is_another_telephone():
    there = {"name": "Mơ", "kind": "bao_cao_vien", "phone": "0912345678"}
    grid = [["Họ và tên", "Điện thoại", "Mã bản ghi"], ["Mơ", "0987654321", "r1"]]
    (found,) = plan(grid, INSTRUCTOR, existing=ExistingRecords(INSTRUCTOR, "a1", {"r1": there}))

    assert (CHANGED, "0987654321") == (found.outcome, found.line.values["phone"])


def test_an_option_is_known_without_the_hint_in_its_brackets_and_else_asked_about():
    grid = [HEADS, ["A", "Khuyến nông", "Lớp học", "5/3/2024", "4"], ["B", "Pháp luật", "", "", ""]]
    found = plan(grid)

    assert ("khuyen_nong", "lop_hoc") == tuple(
        found[0].line.values[name] for name in ("category", "form")
    )
    assert VALUE == found[1].line.asked["category"]


def test_an_answer_goes_for_all_rows_that_say_the_same():
    grid = [HEADS, *(["A", text, "Tập huấn", "5/3/2024", "4"] for text in ("Luật", "Luật", "Lúa"))]
    key = ("category", "Luật")
    meant = plan(grid, decisions=[Decision(VALUE, *key, f"{MEANT}phap_luat")])
    left = plan(grid, decisions=[Decision(VALUE, *key, SKIP)])

    assert ["phap_luat", "phap_luat", None] == stored(meant, "category")
    assert [LEFT, LEFT, WRONG] == [its.outcome for its in left]
    empty = plan(
        [HEADS, row(count="–")], decisions=[Decision(VALUE, "attendance_count", "–", EMPTY)]
    )
    assert ["attendance_count"] == [*empty[0].line.errors]  # which is required


def test_an_answer_about_a_doubtful_cell_goes_for_no_cell_that_is_certain():
    cells = [Doubtful("451", "raised_figure"), "451"]
    grid = [HEADS, *(row(count=cell) for cell in cells)]
    assert [{"attendance_count": DOUBT}, {}] == asked(plan(grid))

    said = [Decision(DOUBT, "attendance_count", "451", f"{MEANT}45")]
    assert [45, 451] == stored(plan(grid, decisions=said), "attendance_count")


def test_a_doubt_that_is_of_one_row_alone_is_mended_in_its_row():
    (found,) = plan([HEADS, row(count=Doubtful("45", "merged_number"))])

    assert (WRONG, WRONG) == (found.outcome, outcome(found))


def test_a_cell_is_mended_and_a_row_is_left_out():
    grid = [HEADS, row(count="nhiều"), row()]
    said = [Decision(CELL, "attendance_count", "2", f"{MEANT}50"), Decision(ROW, "", "3", "")]
    found = plan(grid, decisions=said)

    assert ([NEW, LEFT], 50) == (
        [its.outcome for its in found],
        stored(found, "attendance_count")[0],
    )


def test_what_no_column_says_can_be_said_of_all_rows():
    heads, cells = HEADS[:2] + HEADS[3:], row()[:2] + row()[3:]
    assert [{"form": FILL}] == asked(plan([heads, cells]))

    said = [Decision(FILL, "form", "", f"{MEANT}tap_huan")]
    assert ["tap_huan"] == stored(plan([heads, cells], decisions=said), "form")


def test_rows_of_totals_and_numbers_of_columns_are_left_out_with_a_word():
    numbers = ["(1)", "(2)", "(3)", "(4)", "(5)"]
    found = plan([HEADS, numbers, row(), ["Cộng", "", "", "", "45"]])

    assert [LEFT, NEW, LEFT] == [its.outcome for its in found]
    assert "Dòng cộng" in found[2].line.errors[""][0].vi


def test_who_signs_below_the_totals_is_left_out_and_a_record_below_them_is_not():
    foot = [["", "", "", "Ngày 30 tháng 12 năm 2024", ""], ["Người lập", "", "", "", "Giám đốc"]]
    found = plan([HEADS, row(), ["Cộng", "", "", "", "45"], *foot, row(day="6/3/2024")])

    assert [NEW, LEFT, LEFT, LEFT, NEW] == [its.outcome for its in found]


@pytest.mark.parametrize(
    "text",
    ["Quý II", "Tháng 1", "Học kỳ 1", "Đợt 2 năm 2012", "Phần II: bồi dưỡng", "Bảng 2: quý II"],
)
def test_a_row_that_names_a_part_of_the_register_is_left_out(text):
    grid = [HEADS, [text], row(), ["II", text], row("6/3/2024")]

    assert [LEFT, NEW, LEFT, NEW] == [its.outcome for its in plan(grid)]
    assert WRONG == plan([HEADS, ["Tháng thanh niên"], row()])[0].outcome


def test_a_record_below_a_subtotal_is_not_taken_for_a_signature():
    grid = [
        HEADS,
        row(),
        ["Cộng tháng 1", "", "", "", "45"],
        row(),
        ["Lớp may", "", "", "6/3/2024"],
    ]

    assert [NEW, LEFT, NEW, WRONG] == [its.outcome for its in plan(grid)]


def test_a_second_table_with_other_headings_is_not_read_by_the_first():
    women = [*HEADS, "Trong đó nữ", "Người dân tộc thiểu số"]
    swapped = [*HEADS, "Người dân tộc thiểu số", "Trong đó nữ"]
    grid = [women, [*row(), "20", "10"], swapped, [*row(), "11", "22"], women, [*row(), "5", "6"]]

    found = plan(grid)

    assert [NEW, LEFT, WRONG, LEFT, NEW] == [its.outcome for its in found]
    assert "dòng 3" in found[2].line.errors[ID][0].vi


def test_two_rows_of_headings_that_come_again_are_known_each_and_swapped_ones_too():
    upper = [*HEADS[:4], "Người học", ""]
    lower = ["", "", "", "", "Lượt người học", "Trong đó nữ"]
    swapped = [*lower[:4], *lower[:3:-1]]
    grid = [upper, lower, [*row(), "20"], upper, lower, [*row(), "21"], upper, swapped]

    found = plan([*grid, [*row(count="21"), "40"]])

    assert [NEW, LEFT, LEFT, NEW, LEFT, LEFT, WRONG] == [its.outcome for its in found]


def test_parts_of_other_years_make_a_day_without_one_uncertain():
    grid = [["Sổ năm 2012"], HEADS, ["Năm 2011"], row(day="5/3")]

    assert {"held_from": YEAR} == asked(plan(grid))[1]


def test_rows_of_a_second_table_that_are_taken_out_keep_their_headings():
    women = [*HEADS, "Trong đó nữ", "Người dân tộc thiểu số"]
    swapped = [*HEADS, "Người dân tộc thiểu số", "Trong đó nữ"]
    grid = [women, [*row(), "20", "10"], swapped, [*row(), "11", "22"]]
    wrong = [its for its in plan(grid) if its.outcome == WRONG]
    out = list(wrong_rows(ACTIVITY, grid, recognised(ACTIVITY, grid), wrong, "vi"))

    assert [women, swapped] == [line[:7] for line in out[:2]]
    assert [LEFT, WRONG] == [its.outcome for its in plan(out)]


def test_a_second_table_in_another_unit_is_not_read_by_the_first():
    other = [*HEADS, "Ngân sách nhà nước (nghìn đồng)"]
    grid = [MONEY, [*row(), "1.500.000"], other, [*row(), "15.000"]]

    assert [NEW, LEFT, WRONG] == [its.outcome for its in plan(grid)]


@pytest.mark.parametrize("mark", ["nt", "-nt-", "n.t", "như trên", "〃", '"', '-"-', "''"])
def test_a_mark_that_says_as_above_is_what_stands_above(mark):
    heads = [*HEADS, "Địa điểm"]
    below = ["Lớp thêu", mark, mark, mark, "30", mark]
    found = plan([heads, [*row(), "Xóm Bưng"], below, [*below[:4], mark]])

    assert ["Xóm Bưng"] * 2 == stored(found, "venue")[:2]
    assert ["2024-03-05"] * 2 == stored(found, "held_from")[:2]
    assert ["khuyen_ngu"] * 2 == stored(found, "category")[:2]
    assert {"attendance_count": VALUE} == dict(found[2].line.asked)


def test_a_dash_says_that_there_is_none_and_not_as_above():
    heads = [*HEADS, "Địa điểm"]
    found = plan([heads, [*row(), "Xóm Bưng"], [*row("6/3/2024"), "-"], [*row("7/3/2024"), "NT 2"]])

    assert ["Xóm Bưng", "-", "NT 2"] == stored(found, "venue")


def test_headings_that_stand_on_each_printed_page_are_left_out():
    assert [NEW, LEFT, NEW] == [its.outcome for its in plan([HEADS, row(), HEADS, row(count="46")])]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Mang sang", "45"], True),
        (["Cộng dồn", "45"], True),
        (["Tổng 6 tháng đầu năm", "45"], True),
        (["Cộng (3 lớp)", "45"], True),
        (["Tổng kết năm học", "45"], False),
        (["Cộng đồng học tập", "45"], False),
        (["", "Cộng", "", "374"], True),
        (["Tổng cộng:", "12", "1.250.000"], True),
        (["Cộng quý 1", "12"], True),
        (["", "TỔNG SỐ", "12"], True),
        (["Tổng cộng: 7 lớp", "374"], True),
        (["Tổng kết năm", "12"], False),
        (["Cộng", "Khuyến nông", "12"], False),
        (["Cộng tác viên", "12"], False),
    ],
)
def test_a_row_of_totals_says_so_and_else_holds_figures_alone(cells, expected):
    assert expected == is_total(cells)


def test_a_row_numbers_the_columns_only_one_after_the_other():
    assert is_numbering(["(1)", "(2)", "(3)"])
    assert is_numbering(["A", "B", "1", "2"])
    assert is_numbering(["1", "2", "3", "4"])
    assert not is_numbering(["45", "46", "A"])
    assert not is_numbering(["1", "2", "3"])
    assert not is_numbering(["1", "5", "7"])
    assert not is_numbering(["1", "Tập huấn", "2"])


OF_ALL = [*HEADS, "Trung tâm", "Mã bản ghi"]
VALUES = {
    "title": "Lớp may",
    "category": "khuyen_ngu",
    "form": "tap_huan",
    "held_from": "2024-03-05",
    "attendance_count": 45,
}


def of_all(centre="", name="", decisions=()):
    existing = ExistingRecords(
        ACTIVITY, "a1", {"r1": VALUES}, deleted={"r0"}, names=["TTHTCĐ xã Mường Bi"]
    )
    (found,) = plan([OF_ALL, [*row(), centre, name]], decisions=decisions, existing=existing)
    return found


@pytest.mark.parametrize(
    ("centre", "name"),
    [("TTHTCĐ Xã Khác", ""), ("Xã Mường Bi Thượng", ""), ("", "r9"), ("TTHTCĐ Xã Khác", "r9")],
)
def test_a_row_of_another_centre_is_never_a_new_one_of_this(centre, name):
    found = of_all(centre, name)

    assert (WRONG, ELSEWHERE) == (found.outcome, outcome(found))
    assert "không nhập" in next(iter(found.line.errors.values()))[0].vi


@pytest.mark.parametrize(
    ("centre", "name", "expected"),
    [
        ("TTHTCĐ xã Mường Bi", "", NEW),
        ("Mường Bi, huyện Tân Lạc", "", NEW),
        ("XÃ MƯỜNG BI", "", NEW),
        ("", "", NEW),
        ("", "r0", NEW),  # deleted here, and brought back
        ("Tên cũ của trung tâm", "r1", SAME),  # it may have been renamed
    ],
)
def test_its_own_rows_are_its_own(centre, name, expected):
    assert expected == of_all(centre, name).outcome


def test_a_person_can_say_that_ids_that_are_not_here_are_of_new_records():
    assert NEW == of_all("", "r9", [Decision(STRANGERS, "", "", MEANT)]).outcome
    assert WRONG == of_all("TTHTCĐ Xã Khác", "r9", [Decision(STRANGERS, "", "", MEANT)]).outcome


def test_an_office_is_distinguished_from_the_centre_whose_name_begins_so():
    existing = ExistingRecords(ACTIVITY, "a1", {}, names=["TTHTCĐ xã Mường Bi"])

    assert [CENTRE] == [*existing.foreign({CENTRE: "Mường Bi Thượng"}, False)]
    assert {ID} == {*existing.foreign({ID: "r9"}, False)}

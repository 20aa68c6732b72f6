"""What is asked about a table: in words, once, with the likeliest answer first."""

import json

import pytest

from schemas import context
from schemas.context import Context, Named
from schemas.formatting.label import Label
from schemas.importing.column_styles import ColumnStyle, survey
from schemas.importing.existing import ExistingRecords
from schemas.importing.intake import recognised
from schemas.importing.layout import EMPTY, MEANT, SKIP, VALUE
from schemas.importing.planning import Planning
from schemas.importing.questions import likely_options, normal, question, restored
from schemas.importing.rows import Reader
from schemas.record import get

from .test_rows import ACTIVITY, HEADS, TODAY, row


def asked(grid, schema=ACTIVITY):
    layout = recognised(schema, grid)
    reader = Reader(
        schema, layout, "centre", survey(schema, grid, layout), ExistingRecords(schema, "a1", {})
    )
    planning = Planning(reader, ["budget_amount", "learner_amount", "venue"], grid)
    with context.within(TODAY):
        list(planning.rows(grid))
        return json.loads(json.dumps(planning.notes()))


def questions(grid):
    return [restored(plain) for plain in asked(grid)["questions"]]


def about(kind, name, typed, schema=ACTIVITY, style=None):
    return question(schema, (kind, name, typed), typed, style or ColumnStyle())


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Pháp luật", ["a"]),
        ("PHAP LUAT", ["a"]),
        ("văn nghệ", ["b"]),
        ("thể thao", ["b"]),
        ("khuyến", ["c", "d"]),
        ("nghệ văn", ["b"]),
        ("Khuyến nông, lúa nước", ["c"]),
        ("x", []),
        ("gì đó", []),
    ],
)
def test_the_options_that_begin_so_come_first_then_those_that_hold_the_words(typed, codes):
    names = {"a": "Pháp luật, chính sách", "b": "Văn hóa, văn nghệ, thể dục thể thao"}
    names |= {"c": "Khuyến nông (trồng trọt)", "d": "Khuyến công, nghề"}
    offered = {code: Label(name, f"en {code}") for code, name in names.items()}

    assert codes == likely_options(offered, typed)


def test_a_choice_that_has_one_likely_answer_proposes_it_and_has_ways_out():
    found = about(VALUE, "category", "Pháp luật")

    assert f"{MEANT}phap_luat" == found.chosen == found.options[0].answer
    assert [EMPTY, SKIP] == [option.answer for option in found.options[-2:]]
    assert "«Pháp luật» ở cột «Lĩnh vực» là gì?" == found.asks("vi")
    assert "" == about(VALUE, "category", "gì đó").chosen


@pytest.mark.parametrize(
    ("name", "typed", "answers"),
    [
        ("attendance_count", "khoảng 30", ["30"]),
        ("attendance_count", "25+13", ["38", "25", "13"]),
        ("held_from", "5/3/41", ["1941-03-05", "1941-05-03", "2041-03-05", "2041-05-03"]),
        ("held_from", "31/2/2012", []),
        ("held_from", "Thứ ba, 5/3/2024", ["2024-03-05"]),
        ("held_from", "05/03/2024 – 07/03/2024", ["2024-03-05", "2024-03-07"]),
    ],
)
def test_numbers_and_days_in_a_text_are_proposed_and_others_can_be_typed(name, typed, answers):
    found = about(VALUE, name, typed)

    assert [MEANT + answer for answer in answers] == [o.answer for o in found.options[:-2]]
    assert found.takes_text


def test_a_telephone_is_proposed_with_its_zero_before_itself():
    found = about(VALUE, "phone", "912345678", get("instructor"))

    assert ["=0912345678", "=912345678"] == [option.answer for option in found.options[:2]]


def test_a_year_of_two_digits_is_proposed_with_four():
    found = about(VALUE, "year", "24", get("plan_target"))

    assert (f"{MEANT}2024", 1) == (found.options[0].answer, found.likely)


def test_the_name_of_another_record_is_chosen_among_those_there_are():
    there = [Named("f1", "Quỹ xã"), Named("f2", "Quỹ dòng họ"), Named("f3", "Khác")]
    with context.within(Context(names=lambda record_type: there)):
        found = about(VALUE, "fund", "Quỹ", get("fund_transaction"))

    assert (["=f1", "=f2", "=f3"], 2) == ([o.answer for o in found.options[:3]], found.likely)


def test_a_text_is_asked_about_once_however_often_it_stands_there():
    grid = [HEADS, *(row(count=text) for text in ("~50", "~50", "nhiều", "45"))]
    found = questions(grid)

    assert [("~50", 2, 2), ("nhiều", 1, 4)] == [(one.key, one.rows, one.example) for one in found]


def test_a_column_is_asked_about_once_and_shows_what_each_answer_would_be():
    heads = [*HEADS, "Ngân sách nhà nước (nghìn đồng)"]
    (found,) = questions([heads, *([*row(), text] for text in ("1.500", "2.500"))])

    assert ("scale", 2, "1000") == (found.kind, found.rows, found.chosen)
    assert "nghìn đồng: 1.500.000 đ" == found.options[0].label.vi


def test_the_order_of_day_and_month_is_asked_by_what_day_it_would_be():
    (found,) = questions([HEADS, *map(row, ("3/25/2024", "25/3/2024", "3/5/2024"))])

    assert ("order", "3/5/2024", "") == (found.kind, found.typed, found.chosen)
    assert ["03/05/2024 (ngày trước, tháng sau)", "05/03/2024 (tháng trước, ngày sau)"] == [
        option.label.vi for option in found.options
    ]


def test_a_heading_that_fits_several_fields_is_asked_about_and_others_are_named():
    heads = [*HEADS, "Kinh phí", "Người ký", "STT", "Không có gì"]
    notes = asked([heads, [*row(), "5.000.000", "Lan", "1"]])
    (found,) = map(restored, notes["questions"])

    assert ("heading", "kinh phi") == (found.kind, found.key)
    assert ["=budget_amount", "=learner_amount", "=venue", "="] == [o.answer for o in found.options]
    assert ["Kinh phí", "Người ký"] == notes["left_columns"]


def test_how_a_column_was_understood_can_be_looked_at_and_said_otherwise():
    (found,) = map(restored, asked([HEADS, row(day="3/25/2024"), row(day="3/5/2024")])["readings"])

    assert ("order", "mdy", "held_from") == (found.kind, found.chosen, found.name)
    assert [] == asked([HEADS, row(day="25/3/2024")])["readings"]


def test_what_is_typed_for_an_answer_is_made_one():
    assert ["=0912", "2024", "1998", ""] == [
        normal("value", " 0912 "),
        *(normal("year", text) for text in ("2024", "98", "năm nay")),
    ]


def test_a_question_can_be_written_down_and_read_again():
    found = about(VALUE, "category", "Pháp luật")

    assert found == restored(json.loads(json.dumps(found)))


def test_an_amount_with_its_unit_is_proposed_as_a_whole():
    one = about(VALUE, "budget_amount", "2 tỷ")

    assert [f"{MEANT}2000000000"] == [option.answer for option in one.options[: one.likely]]


def test_a_small_amount_among_large_ones_is_proposed_in_both_ways():
    one = about(VALUE, "budget_amount", "900", style=ColumnStyle(least=5000))

    assert 0 == one.likely
    assert [f"{MEANT}900000", f"{MEANT}900"] == [option.answer for option in one.options[:2]]


def test_a_year_of_two_digits_that_is_past_is_proposed_in_no_other_century():
    one = about(VALUE, "held_from", "25/9/95")

    assert [f"{MEANT}1995-09-25"] == [option.answer for option in one.options[: one.likely]]


@pytest.mark.parametrize(
    "typed", [".5", "l5", "1O", "45%", "5‰", "$100", "100 USD", "500.000 đ/buổi", "45/50"]
)
def test_a_number_that_may_be_another_is_offered_and_never_chosen(typed):
    name = "budget_amount" if "0" in typed else "attendance_count"
    one = about(VALUE, name, typed)

    assert ("", 0) == (one.chosen, one.likely)


@pytest.mark.parametrize(("typed", "code"), [("dùng được", []), ("Không dùng", ["b"])])
def test_an_option_that_says_the_opposite_is_not_likely(typed, code):
    offered = {"a": Label("Tốt", "Good"), "b": Label("Hỏng, không dùng được", "Broken")}

    assert code == likely_options(offered, typed)


@pytest.mark.parametrize("typed", ["24-26/7/2012", "24, 26/7/2012", "24/7/20012"])
def test_one_day_of_several_is_never_chosen(typed):
    assert "" == about(VALUE, "held_from", typed).chosen

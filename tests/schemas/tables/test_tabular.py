"""Records as tables, out and in again."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from schemas.importing.intake import read_csv
from schemas.privacy.consents import lawful
from schemas.record import get, owner_of, record_types
from schemas.tables.guard import FORMULA
from schemas.tables.tabular import AT_ONCE, cell, cells, columns, headings, label_of, write_csv
from tests.schemas.declared import records, typed_records

ACTIVITY, EVALUATION = get("activity"), get("evaluation")


def written(schema, rows, lang="vi"):
    return "".join(write_csv(schema, rows, lang))


def tables():
    schema = st.sampled_from(list(record_types().values()))
    return schema.flatmap(
        lambda found: st.tuples(st.just(found), st.lists(records(found), max_size=3))
    )


@given(tables(), st.sampled_from(["vi", "en"]))
def test_what_is_written_is_read_back(table, lang):
    schema, rows = table
    found = list(read_csv(schema, written(schema, rows, lang), schema.owner))
    mine = [
        {name: v for name, v in values.items() if owner_of(schema, name) == schema.owner}
        for values in rows
    ]

    assert [{}] * len(rows) == [line.errors for line in found]
    assert mine == [line.values for line in found]


@given(typed_records(), st.sampled_from(["vi", "en"]))
def test_every_row_has_as_many_cells_as_there_are_headings(found, lang):
    schema, values = found
    text = written(schema, [values, {}], lang).removeprefix("\ufeff")
    table = list(csv.reader(io.StringIO(text, newline="")))

    assert len(headings(schema, lang)) == len(cells(schema, values, lang))
    assert 1 == len({len(line) for line in table})


@given(typed_records())
def test_no_cell_is_something_that_a_spreadsheet_would_run(found):
    schema, values = found
    table = list(csv.reader(io.StringIO(written(schema, [values]), newline="")))

    assert [] == [text for text in table[1] if text.startswith(("=", "+", "-", "@", "\t"))]


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(-1e9, 1e9) | st.text(max_size=6)


@given(st.sampled_from(list(record_types().values())), st.data(), st.sampled_from(["vi", "en"]))
def test_a_cell_is_what_a_list_shows_made_safe_whatever_it_holds(schema, data, lang):
    names, _ = columns(schema, [])
    values = {name: data.draw(SCALARS) for name in names if name in schema._declared_fields}
    text = written(schema, [values, values], lang).removeprefix("\ufeff")
    values, expected = lawful(schema, values), []
    for name, said in zip(names, cells(schema, values, lang, names), strict=True):
        is_number = isinstance(values.get(name), int | float)
        safe = f"'{said}" if FORMULA.match(said) else said
        expected.append(said.replace(".", "") if is_number else safe)

    assert [expected, expected] == list(csv.reader(io.StringIO(text, newline="")))[1:]


def test_a_long_table_is_handed_on_many_lines_at_a_time():
    pieces = list(write_csv(ACTIVITY, [ACTIVITY.example()] * (2 * AT_ONCE + 1), "vi"))

    assert [1, AT_ONCE, AT_ONCE, 1] == [piece.count("\r\n") for piece in pieces]


def test_a_file_begins_with_the_mark_by_which_excel_knows_utf_8():
    assert b"\xef\xbb\xbf" == written(ACTIVITY, []).encode()[:3]


def test_a_list_shows_its_columns_in_words():
    found = dict(
        zip(headings(ACTIVITY, "vi"), cells(ACTIVITY, ACTIVITY.example(), "vi"), strict=True)
    )

    assert "24/07/2012" == found["Ngày bắt đầu"]
    assert "Tập huấn" == found["Hình thức"]
    assert "86" == found["Lượt người học"]


def test_columns_can_be_chosen_totals_and_cells_of_families_among_them():
    names = ["self_total", "self_score.1.1", "newer"]
    values = EVALUATION.example()

    assert ["Tổng điểm tự chấm", "Điểm tự chấm 1.1", "newer"] == headings(EVALUATION, "vi", names)
    assert ["17,5", "4,5", ""] == cells(EVALUATION, values, "vi", names)
    assert ["1.017,5", "", ""] == cells(EVALUATION, {"self_total": 1017.5}, "vi", names)


def test_one_cell_alone():
    assert "1.250" == cell(ACTIVITY._declared_fields["attendance_count"], 1250, "vi")
    assert "Self score 2.10" == label_of(EVALUATION, "self_score.2.10").en


def test_numbers_in_a_file_have_no_dots_that_a_spreadsheet_would_misread():
    values = {**ACTIVITY.example(), "attendance_count": 1250, "budget_amount": 1250000}
    text = written(ACTIVITY, [values])

    assert ",1250," in text
    assert ",1250000," in text


def test_criteria_are_columns_in_their_order():
    values = {"year": 2012, "self_score.1.10": 1, "self_score.1.9": 2, "self_score.<x>": 3}
    first = written(EVALUATION, [values]).splitlines()[0]

    assert "Điểm tự chấm 1.9,Điểm tự chấm 1.10," in first


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_is_read_however_a_spreadsheet_saved_it(mark):
    lines = [
        "Tên hoạt động|LĨNH VỰC |Form|First day|Lượt người học|gì đó|",
        "A|xmc|Tập huấn|1/2/2012|35|x|",
    ]
    found = list(read_csv(ACTIVITY, "\r\n".join(lines).replace("|", mark)))

    assert [
        {
            "title": "A",
            "category": "xmc",
            "form": "tap_huan",
            "held_from": "2012-02-01",
            "attendance_count": 35,
        }
    ] == [line.values for line in found]


def test_a_bad_line_stops_no_other_and_says_where_it_is():
    good, bad = ACTIVITY.example(), {**ACTIVITY.example(), "attendance_count": "nhiều"}
    found = list(read_csv(ACTIVITY, written(ACTIVITY, [good, bad, good])))

    assert [2, 3, 4] == [line.number for line in found]
    assert [good, {}, good] == [line.values for line in found]
    assert ["attendance_count"] == list(found[1].errors)


def test_empty_lines_are_passed_over():
    text = written(ACTIVITY, [ACTIVITY.example()]) + "\r\n,,,\r\n"

    assert 1 == len(list(read_csv(ACTIVITY, text)))


@pytest.mark.parametrize("text", ["", "\ufeff", "a,b,c\r\n1,2,3", "PK\x03\x04", "<html>\n"])
def test_a_file_of_something_else_is_refused(text):
    with pytest.raises(ValidationError) as caught:
        list(read_csv(ACTIVITY, text))

    assert ["Dòng đầu của tệp không có tên cột nào của bảng “Hoạt động”."] == [
        label.vi for label in caught.value.messages
    ]


def test_a_text_that_no_file_can_hold_is_marked_as_unreadable():
    text = "".join(write_csv(ACTIVITY, [{**ACTIVITY.example(), "title": "a\0b"}], "vi"))

    assert "không đọc được" in text
    assert "\0" not in text

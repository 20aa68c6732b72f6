"""The kinds of field, each by the values it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from schemas import texts
from schemas.fields import Choice, Count, Day, Flag, Label, Money, Paragraph, Score, Text, Year
from schemas.forms.text import understood
from tests.schemas.declared import ANYTHING

KINDS = {
    "text": Text("Chữ", "Text", length=5),
    "paragraph": Paragraph("Đoạn", "Paragraph"),
    "day": Day("Ngày", "Day"),
    "count": Count("Số", "Count"),
    "money": Money("Tiền", "Money"),
    "year": Year("Năm", "Year"),
    "score": Score("Điểm", "Score"),
    "choice": Choice("Chọn", "Choice", {"a": Label("A", "A")}),
    "flag": Flag("Có", "Flag"),
}


def complaints(field, value):
    try:
        field.deserialize(value)
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", 5),
        ("text", "abcdef"),
        ("day", "24/7/2012"),
        ("day", "1889-01-01"),
        ("count", "12"),
        ("count", -1),
        ("count", 1.5),
        ("count", True),
        ("money", 10**12),
        ("year", 1889),
        ("score", "4,5"),
        ("score", "1e2"),
        ("score", 4.25),
        ("score", float("nan")),
        ("choice", "b"),
        ("flag", "yes"),
        ("flag", 2),
    ],
)
def test_what_is_not_of_the_kind_is_refused_in_both_languages(kind, value):
    found = complaints(KINDS[kind], value)

    assert found
    assert all(isinstance(label, Label) and all(label) for label in found)


@given(st.sampled_from(sorted(KINDS)), ANYTHING)
def test_nothing_whatever_makes_a_check_fail_but_by_its_own_complaint(kind, value):
    assert all(isinstance(label, Label) for label in complaints(KINDS[kind], value))


def test_an_optional_field_may_be_empty_and_a_required_one_may_not():
    required = Count("Số", "Count", required=True)

    assert [] == complaints(KINDS["count"], None)
    assert ["Cần điền mục này."] == [label.vi for label in complaints(required, None)]


def test_zero_is_an_answer_and_differs_from_none():
    assert 0 == KINDS["count"].deserialize(0)
    assert KINDS["flag"].deserialize(False) is False


def test_a_whole_score_is_stored_as_a_whole_number():
    assert "4" == str(KINDS["score"].serialize("x", {"x": 4.0}))
    assert "4.5" == str(KINDS["score"].serialize("x", {"x": 4.5}))


@pytest.mark.parametrize(
    "text", ["31/02/2012", "29-2-2011", "00/10/2012", "2012-02-31", "32 tháng 1 năm 2012"]
)
def test_a_day_that_no_calendar_has_is_distinguished_from_what_is_no_day(text):
    assert [texts.NO_SUCH_DAY] == typed("day", text)
    assert [texts.NOT_A_DAY] == typed("day", "hôm qua")


@pytest.mark.parametrize("text", ["9" * 21, "-" + "9" * 16, "9.999.999.999.999.999.999 đồng"])
def test_a_number_of_too_many_digits_is_too_large_and_no_word(text):
    assert [texts.TOO_BIG.filled(most="9.999.999")] == typed("count", text)
    assert [texts.TOO_BIG.filled(most="1.000")] == typed("score", text)
    assert [texts.NOT_WHOLE] == typed("count", "khoảng 30") == typed("count", "4,5")


def test_what_is_no_year_is_reported_so_with_a_year_as_an_example():
    assert [texts.NOT_A_YEAR] == typed("year", "hai nghìn")


def typed(kind, text):
    return complaints(KINDS[kind], understood(KINDS[kind], text))

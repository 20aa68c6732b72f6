"""Values as people type and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.forms.text import shown, understood, written
from schemas.record import field_of, fields, get, record_types
from tests.schemas.declared import ANYTHING

ACTIVITY, PROFILE = fields(get("activity")), fields(get("centre_profile"))
EVALUATION, SET = fields(get("evaluation")), fields(get("criteria_set"))
FIELDS = [field for schema in record_types().values() for field in fields(schema).values()]


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (ACTIVITY["held_from"], "2012-07-24", "24/07/2012"),
        (ACTIVITY["attendance_count"], 1250, "1.250"),
        (ACTIVITY["budget_amount"], 1250000, "1.250.000"),
        (ACTIVITY["category"], "xmc", "xmc"),
        (EVALUATION["year"], 2012, "2012"),
        (EVALUATION["self_score"].cell, 4.5, "4,5"),
        (PROFILE["has_seal"], False, "0"),
        (PROFILE["deputies"], "một\nhai", "một\nhai"),
        (SET["groups"], [{"code": "1"}], '[{"code": "1"}]'),
    ],
)
def test_values_are_written_as_one_would_type_them_and_understood_again(field, value, text):
    assert text == written(field, value)
    assert value == understood(field, text)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.label.en)
def test_nothing_is_written_as_nothing(field):
    assert "" == written(field, None) == shown(field, None, "vi")
    assert understood(field, " ") is None


@given(st.sampled_from(FIELDS), ANYTHING)
def test_any_value_can_be_written_and_shown(field, value):
    assert isinstance(written(field, value), str)
    assert isinstance(shown(field, value, "vi"), str)


@given(st.sampled_from(FIELDS), st.text())
def test_any_text_is_understood_or_handed_on(field, text):
    understood(field, text)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (ACTIVITY["category"], "Khuyến ngư", "khuyen_ngu"),
        (ACTIVITY["category"], "fishery extension", "khuyen_ngu"),
        (ACTIVITY["category"], " khac ", "khac"),
        (ACTIVITY["category"], "gì đó", "gì đó"),
        (ACTIVITY["budget_amount"], "1.250.000 đồng", 1250000),
        (ACTIVITY["budget_amount"], "1.250.000đ", 1250000),
        (ACTIVITY["attendance_count"], "khoảng 30", "khoảng 30"),
        (ACTIVITY["title"], "  Lớp   xóa mù\nchữ ", "Lớp xóa mù chữ"),
        (PROFILE["has_seal"], "Có", True),
        (PROFILE["has_seal"], "không", False),
        (PROFILE["has_seal"], "x", True),
        (PROFILE["has_seal"], "chưa rõ", "chưa rõ"),
        (SET["groups"], "[", "["),
    ],
)
def test_reading_is_forgiving_but_never_guesses(field, text, value):
    assert value == understood(field, text)


def test_choices_and_flags_are_shown_by_their_names():
    assert "Tập huấn" == shown(ACTIVITY["form"], "tap_huan", "vi")
    assert "Training" == shown(ACTIVITY["form"], "tap_huan", "en")
    assert ["Có", "No"] == [
        shown(PROFILE["has_seal"], 1, "vi"),
        shown(PROFILE["has_seal"], 0, "en"),
    ]
    assert "new" == shown(ACTIVITY["form"], "new", "vi")


def test_cells_of_a_family_are_typed_as_the_family_says():
    field = field_of(get("evaluation"), "self_score.1.1")

    assert 4.5 == understood(field.cell, "4,5")


@pytest.mark.parametrize("text", ["9" * 5000, "2012-" + "9" * 5000, "9" * 5000 + "-2013", "²"])
def test_what_is_no_school_year_is_left_as_it_was_typed(text):
    assert text == understood(fields(get("retention_count"))["school_year"], text)

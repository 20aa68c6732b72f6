"""The columns of record types, and what goes into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.fields import Labelled
from schemas.formatting.vietnamese import fold
from schemas.record import get, record_types
from schemas.tables.columns import SEARCH, Projection, column_type, projection, projections
from tests.schemas.declared import ANYTHING, typed_records

TYPES = list(record_types().values())
NAMES = sorted({name for found in projections().values() for name in found.columns})


@given(typed_records())
def test_a_row_has_exactly_its_columns_each_of_its_kind(found):
    schema, values = found
    columns, row = projection(schema).columns, projection(schema).row(values)

    assert list(columns) == list(row)
    assert all(value is None or type(value) is columns[name] for name, value in row.items())


@given(st.sampled_from(TYPES), st.dictionaries(st.sampled_from(NAMES) | st.text(), ANYTHING))
def test_values_of_any_kind_become_a_row(schema, values):
    columns, row = projection(schema).columns, projection(schema).row(values)

    assert list(columns) == list(row)
    assert all(value is None or type(value) is columns[name] for name, value in row.items())
    assert not [text for text in row.values() if isinstance(text, str) and not _storable(text)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("attendance_count", "12"),
        ("attendance_count", True),
        ("attendance_count", 1.5),
        ("attendance_count", 2**63),
        ("title", 5),
        ("title", "\ud800"),
        ("title", "a\0b"),
        ("title", ["a"]),
        ("held_from", "24/7/2012"),
        ("held_from", 20120724),
        ("held_from", "20120724"),
        ("held_from", "2012-02-30"),
        ("person_count", "many"),
    ],
)
def test_a_value_of_an_unexpected_kind_leaves_its_column_empty(name, value):
    row = projection(get("activity")).row({name: value, "venue": "Xóm Bưng"})

    assert row[name] is None
    assert "Xóm Bưng" == row["venue"]


def test_a_code_of_a_newer_version_stays():
    assert "new" == projection(get("activity")).row({"category": "new"})["category"]


def test_flags_are_columns_that_add_up():
    row = projection(get("centre_profile")).row({"has_seal": True, "has_account": False})

    assert (1, 0, None) == (row["has_seal"], row["has_account"], row["has_internet"])


def test_the_search_text_holds_what_was_typed_and_the_names_of_what_was_chosen():
    text = projection(get("activity")).row(get("activity").example())[SEARCH]

    for wanted in ("trồng cam", "CAO PHONG", "khuyến nông", "agricultural", "nhà văn hóa"):
        assert fold(wanted) in text


def test_totals_that_are_worked_out_have_columns():
    row = projection(get("evaluation")).row({"self_score.1.1": 4.5, "self_score.1.2": 4})

    assert 8.5 == row["self_total"]
    assert row["verified_total"] is None


@pytest.mark.parametrize("value", ["0.5", True, float("nan"), float("inf"), 10**400])
def test_a_score_that_is_none_leaves_its_column_empty(value):
    assert projection(get("criteria_set")).row({"step": value})["step"] is None


def test_every_record_type_has_its_projection():
    assert list(record_types()) == list(projections())
    assert all(isinstance(found, Projection) for found in projections().values())


def test_a_kind_without_a_rule_is_named():
    with pytest.raises(TypeError, match="Labelled"):
        column_type(Labelled("Lạ", "Odd"))


def _storable(text):
    return "\0" not in text and text == text.encode("utf-8", "replace").decode()

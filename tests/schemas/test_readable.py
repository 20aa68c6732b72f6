"""What is not of its field's kind is left out of a record's values, and named; all else stays."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.fields import PerCriterion
from schemas.forms.text import shown
from schemas.readable import NAME, UNREADABLE, cell_of, is_readable, readable, unreadable
from schemas.record import fields, get, record_types
from schemas.tables.columns import projections
from sync.changes import Key
from sync.clock import ZERO
from sync.merge import Cell, Record
from sync.rows import copy_row
from tests.hostile import Hostile
from tests.schemas.declared import ANYTHING, typed_records

TYPES = list(record_types().values())
FIELDS = [
    (field.cell if isinstance(field, PerCriterion) else field)
    for schema in TYPES
    for field in fields(schema).values()
]


@given(typed_records())
def test_all_that_a_form_takes_is_readable(found):
    schema, values = found

    assert values == readable(schema, values)


@given(st.sampled_from(TYPES), st.dictionaries(st.text(max_size=12), ANYTHING))
def test_what_is_read_of_anything_is_read_the_same_again(schema, values):
    once = readable(schema, values)

    assert once == readable(schema, once)
    assert unreadable(once) == unreadable(readable(schema, once))


@given(st.integers(0, 2**32))
def test_the_row_for_reports_does_not_hang_on_the_order_in_which_the_cells_came(seed):
    """Else who makes records anew would find that they had not been as the log has them."""
    hostile = Hostile(seed)
    schema = hostile.schema()
    values = hostile.values(schema)
    orders = (list(values), list(reversed(values)), sorted(values))
    cells = {name: Cell(value, ZERO) for name, value in values.items()}
    records = [
        Record(Key("a", schema.record_type, "1"), {name: cells[name] for name in order})
        for order in orders
    ]
    rows = [repr(copy_row(record, projections()[schema.record_type])) for record in records]

    assert rows[0] == rows[1] == rows[2]


@given(st.sampled_from(FIELDS), ANYTHING)
def test_what_is_not_readable_is_shown_as_such(field, value):
    for lang in ("vi", "en"):
        assert is_readable(field, value) or NAME.say(lang) == shown(field, value, lang)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("attendance_count", 10**4000),
        ("attendance_count", -1),
        ("attendance_count", True),
        ("attendance_count", 4.0),
        ("attendance_count", math.nan),
        ("attendance_count", "12"),
        ("attendance_count", {}),
        ("held_from", "0000-01-01"),
        ("held_from", "9999-12-31"),
        ("held_from", "hôm qua"),
        ("title", ["Lớp"]),
        ("title", "\ud800"),
        ("category", 5),
        ("newer", math.inf),
        ("newer", [[[[[[[1]]]]]]]),
    ],
)
def test_a_value_of_a_wrong_kind_is_left_out_and_named(name, value):
    schema = get("activity")
    found = readable(schema, {name: value, "venue": "Xóm Bưng"})

    assert {"venue": "Xóm Bưng", UNREADABLE: (name,)} == found
    assert cell_of(found, "venue") == "Xóm Bưng"
    assert cell_of(found, name) not in (None, "", value)


def test_what_a_machine_calls_as_we_name_the_unreadable_is_nothing():
    assert {} == readable(get("activity"), {UNREADABLE: "title"})


def test_a_score_of_what_no_criterion_can_be_called_is_none():
    found = readable(get("evaluation"), {"self_score.1.1": 4, "self_score.\n": 1000})

    assert {"self_score.1.1": 4, UNREADABLE: ("self_score.\n",)} == found


def test_a_consent_that_cannot_be_read_is_no_consent_and_what_rests_on_it_can_be_erased():
    from schemas.privacy import consents

    schema = get("scholarship")
    consent, names = next(iter(consents.resting(schema).items()))
    values = readable(schema, {consent: ["2012-01-01"], names[0]: "Bùi Thị Hoa"})

    assert consents.lawful(schema, values)[names[0]] is None
    assert {consent, *names} == consents.withdrawn(schema, values).keys()
    hidden = readable(schema, {names[0]: {"a": 1}})
    assert names[0] in consents.withdrawn(schema, hidden)

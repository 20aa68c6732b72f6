"""What lies in a database is what was said, to the letter."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sync.changes import DELETED, Entry, Key
from sync.merge import Cell, Record, fingerprint
from sync.rows import (
    HIDDEN,
    LOG,
    RECORD,
    checked_row,
    copy_row,
    entry_row,
    record_row,
    row_entry,
    row_record,
)
from sync.stores.damage import sound
from tests.contracts.projections import Projection

from .strategies import changes, keys, names, stamps, texts, values

entries = st.builds(Entry, changes, texts, texts, st.integers(0, 2**45), st.integers(-999, 999))
records = st.builds(
    Record, keys, st.dictionaries(names, st.builds(Cell, values, stamps), min_size=1, max_size=4)
)
plain = (str, int, float, bool, type(None))


@given(entries)
def test_an_entry_comes_back_from_its_row(entry):
    row = entry_row(entry)

    assert len(LOG) == len(row)
    assert entry == row_entry(row)
    assert row == entry_row(row_entry(row))


@given(entries)
def test_the_order_of_fields_on_the_way_changes_nothing_of_a_row(entry):
    there = dict(reversed(entry.change.fields.items()))
    other = entry._replace(change=replace(entry.change, fields=there))

    assert checked_row(entry) == checked_row(other)


@given(entries, st.data())
def test_one_changed_letter_anywhere_in_a_row_is_noticed(entry, data):
    row = checked_row(entry)
    place = data.draw(
        st.sampled_from([n for n, value in enumerate(row) if value not in ("", None)])
    )
    text = str(row[place])
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("0123456789abcdefA€").filter(lambda new: new != text[at]))
    spoiled = text[:at] + letter + text[at + 1 :]
    changed = (*row[:place], spoiled, *row[place + 1 :], 1)

    assert sound((*row, 1)) == entry
    assert sound(changed) is None


@given(records)
def test_a_record_comes_back_from_its_row_with_its_fingerprint(record):
    row = record_row(record)
    back = row_record(row)

    assert len(RECORD) == len(row)
    assert record == back
    assert fingerprint(record) == fingerprint(back) == int(row[3], 16)


@given(records)
def test_a_copy_has_only_what_a_column_can_hold(record):
    projection = Projection({"title": str, "female_count": int})
    row = copy_row(record, projection)

    assert len(HIDDEN) + 2 == len(row)
    assert all(isinstance(value, plain) for value in row)
    assert (*record.key[::2], record.deleted) == row[:3]


def test_a_copy_of_what_cannot_be_read_is_empty():
    record = Record(Key("c1", "activity", "1"), {})
    broken = Projection({"title": str}, lambda values: values["never"])

    assert ("c1", "1", False, None) == copy_row(record, broken)
    assert DELETED in HIDDEN

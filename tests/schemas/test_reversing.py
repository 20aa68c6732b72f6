"""What takes back a record that is never changed."""

import pytest

from schemas.record import check, fields, get, record_types
from schemas.reversing import is_undoable, reversal

ENTRY = get("fund_transaction")
FORWARD = [schema for schema in record_types().values() if schema.append_only]


def test_an_entry_and_its_reversal_come_to_nothing():
    values = ENTRY.example()
    _, made = reversal(ENTRY, "r1", values)

    assert ("chi", "dao", "r1", values["booked_on"]) == (
        made["direction"],
        made["kind"],
        made["reverses"],
        made["booked_on"],
    )
    assert values["income_amount"] == made["expense_amount"]
    assert "income_amount" not in made
    assert "Đảo PT 07" == made["voucher"]


@pytest.mark.parametrize("schema", FORWARD)
def test_a_reversal_is_a_valid_record_and_so_is_its_own(schema):
    _, once = reversal(schema, "r1", schema.example())
    _, twice = reversal(schema, "r2", once)

    assert once == {n: v for n, v in check(schema, once).items() if v is not None}
    assert twice == {n: v for n, v in check(schema, twice).items() if v is not None}


def test_whoever_reverses_a_record_makes_the_same_one():
    ids = [reversal(ENTRY, name, ENTRY.example())[0] for name in ("r1", "r1", "r2")]

    assert ids[0] == ids[1] != ids[2]


def test_a_long_name_is_cut_to_what_its_field_holds():
    most = fields(ENTRY)["voucher"].length
    _, made = reversal(ENTRY, "r1", {**ENTRY.example(), "voucher": "9" * most})

    assert most == len(made["voucher"])


def test_what_is_only_added_to_can_be_taken_back_only_if_it_is_said_how(monkeypatch):
    assert is_undoable(ENTRY)
    assert is_undoable(get("activity"))

    monkeypatch.setattr(ENTRY, "reversal", None)
    assert not is_undoable(ENTRY)

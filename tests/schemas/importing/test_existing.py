"""What is there already, when rows are to become records."""

from schemas.importing.existing import ExistingRecords
from schemas.importing.intake import CHANGED, NEW, planned, recognised
from schemas.record import ID, get, natural_id
from tests.schemas.importing.test_intake import HEADS, ROW, VALUES

ACTIVITY, PROFILE = get("activity"), get("centre_profile")


def test_records_that_look_alike_are_found():
    existing = ExistingRecords(ACTIVITY, "a1", {"r1": VALUES, "r2": {**VALUES, "title": "B"}})

    assert ("r1",) == existing.similar({**VALUES, "title": "  a "})
    assert () == existing.similar({**VALUES, "title": "C"})


def test_a_row_means_the_living_record_whose_id_it_holds():
    existing = ExistingRecords(ACTIVITY, "a1", {"r1": VALUES})

    assert ["r1", "", ""] == [existing.of_row(texts) for texts in ({ID: "r1"}, {ID: "r2"}, {})]


def test_a_record_is_named_by_its_natural_key_where_it_has_one():
    assert natural_id(PROFILE, "a1", {}) == ExistingRecords(PROFILE, "a1", {}).by_natural_key({})
    assert "" == ExistingRecords(ACTIVITY, "a1", {}).by_natural_key(VALUES)


def test_it_is_reported_where_a_record_lies_and_when_it_was_last_written():
    existing = ExistingRecords(ACTIVITY, "a1", {"r1": VALUES}, stamps={"r1": "5-0-x"})

    assert [("a1", "5-0-x"), ("a1", "")] == [existing.place("r1"), existing.place("")]


def test_what_a_row_does_not_say_may_be_given():
    heads, row = HEADS[:1] + HEADS[2:], ROW[:1] + ROW[2:]
    existing = ExistingRecords(ACTIVITY, "a1", {"r1": VALUES}, defaults={"category": "xmc"})
    grid = [[*heads, "Mã bản ghi"], [*row, ""], ["B", *row[1:], "r1"]]
    found = list(planned(ACTIVITY, grid, recognised(ACTIVITY, grid), "centre", existing))

    assert [NEW, CHANGED] == [row.outcome for row in found]
    assert "xmc" == found[0].line.values["category"]
    assert "category" not in found[0].line.texts

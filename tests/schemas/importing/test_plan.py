"""A plan that is kept as lines of text says what it said before."""

import json

from schemas.importing.plan import counts, of_outcomes, page, plain, planned, ready, to_write
from tests.schemas.importing.test_intake import ROW, VALUES
from tests.schemas.importing.test_sheet import BAD, plan


def kept(*rows, existing=()):
    _, _, found = plan(*rows, existing=existing)
    return found, [json.dumps(plain(row)) + "\n" for row in found]


def test_a_row_is_the_same_when_it_is_read_again():
    found, lines = kept(ROW, BAD, existing={"r1": VALUES})

    assert found == [planned(line) for line in lines]
    assert (
        found[1].line.errors["held_from"][0].en == planned(lines[1]).line.errors["held_from"][0].en
    )


def test_rows_are_counted_by_what_becomes_of_them_and_leafed_through():
    _, lines = kept(ROW, ["C", *ROW[1:]], BAD, ["D", *ROW[1:]], existing={"r1": VALUES})

    assert {"twin": 1, "new": 2, "wrong": 1} == counts(lines)
    assert [3, 5] == [row.line.number for row in page(lines, "new", 1, 9)]
    assert [5] == [row.line.number for row in page(lines, "new", 2, 1)]
    assert [4] == [row.line.number for row in page(lines, "", 2, 2)][:1]
    assert [4] == [row.line.number for row in of_outcomes(lines, ["wrong"])]


def test_what_is_written_has_an_id_and_twins_are_written_only_if_wanted():
    _, lines = kept(ROW, ["C", *ROW[1:]], BAD, existing={"r1": VALUES})

    assert [(3, "made-3")] == [
        (row.line.number, row.record_id) for row in to_write(lines, False, "made-{}".format)
    ]
    assert [2, 3] == [row.line.number for row in to_write(lines, True, str)]
    assert [1, 2] == [ready(lines, with_twins) for with_twins in (False, True)]

"""What the page of a table on its way in shows, for both interfaces."""

import json

from schemas.importing.intake import choices
from schemas.importing.page import PAGE, Preview
from schemas.importing.plan import plain
from schemas.record import get
from tests.schemas.importing.test_intake import ROW
from tests.schemas.importing.test_sheet import BAD, plan

ACTIVITY = get("activity")


def preview(*rows):
    grid, layout, found = plan(*rows)
    lines = [json.dumps(plain(row)) for row in found]
    return Preview(ACTIVITY, layout, grid[:20], choices(ACTIVITY, "centre"), lambda: iter(lines))


def many(count):
    return [[f"Lớp {n}", *ROW[1:]] for n in range(count)]


def test_a_page_shows_some_rows_and_how_many_pages_there_are():
    looked = preview(*many(PAGE + 3), BAD)

    assert (PAGE, 2) == (len(looked.shown("", 1, "vi")["rows"]), looked.shown("", 1, "vi")["last"])
    assert 4 == len(looked.shown("", 2, "vi")["rows"])
    assert [] == looked.shown("", 99, "vi")["rows"]
    assert 1 == looked.shown("", -5, "vi")["page"]


def test_the_rows_of_one_outcome_alone_have_pages_of_their_own():
    shown = preview(*many(PAGE + 3), BAD).shown("wrong", 1, "vi")

    assert (1, 1, PAGE + 4, PAGE + 3) == (
        len(shown["rows"]),
        shown["last"],
        shown["many"],
        shown["ready"],
    )


def test_each_column_is_shown_with_what_it_can_be_said_to_be():
    shown = preview(ROW).shown("", 1, "en")

    assert ("Title", "A") == (shown["headings"][0], shown["rows"][0].cells[0].text)
    assert "title" == shown["columns"][0].means
    assert ("venue", "Venue") in shown["choices"]

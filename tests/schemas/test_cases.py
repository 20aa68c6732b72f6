"""Files as they come from the field: what becomes of each row, by the path that every file takes.

The files lie beside the checkout, in ``../shared/cases``, each folder with its ``expected.json``:
the values that a row may have by field, where FLAGGED means that the row is asked about or
refused in words and ABSENT that no record comes of it. Where they are not there, the tests of the
readers in this folder stand alone.
"""

import json
from pathlib import Path

import pytest

from schemas.importing.existing import ExistingRecords
from schemas.importing.intake import WRONG, planned, recognised
from schemas.record import get
from schemas.tables import grids
from schemas.tables.grids import NoTable

FOLDER = Path(__file__).parents[3] / "shared" / "cases"
CASES = sorted(path.parent for path in FOLDER.glob("*/expected.json"))


def plans(schema, data, role):
    """What becomes of the rows of each sheet, one sheet after the other."""
    first = grids.read(data)
    for sheet in first.sheets or (None,):
        rows = grids.read(data, sheet).rows
        yield from planned(
            schema, rows, recognised(schema, rows), role, ExistingRecords(schema, "a1", {})
        )


def read(schema, data, role):
    try:
        return list(plans(schema, data, role)), ""
    except NoTable as error:
        return [], error.args[0]


def agrees(row, name, allowed):
    if row is None:
        return "ABSENT" in allowed
    if row.outcome == WRONG:
        return "FLAGGED" in allowed
    return row.line.values.get(name) in allowed


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_file_from_the_field_says_what_it_says_or_is_asked_about(folder):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    schema, role = get(expected.get("kind", "activity")), expected.get("role", "centre")
    rows, refusal = read(schema, (folder / expected["file"]).read_bytes(), role)
    if refusal:
        assert refusal in expected.get("refused", ())
        return
    by_number = {row.line.number: row for row in rows}
    wrong = [
        (number, name, by_number.get(int(number)))
        for number, cells in expected.get("rows", {}).items()
        for name, allowed in cells.items()
        if not agrees(by_number.get(int(number)), name, allowed)
    ]

    assert [] == wrong
    assert {"refused"} != expected.keys() & {"refused", "rows", "count"}, "it was not refused"
    assert len(rows) == expected.get("count", len(rows))


@pytest.mark.skipif(bool(CASES), reason="the files are there")
def test_the_files_from_the_field_are_beside_this_checkout():
    pytest.skip(f"no files in {FOLDER}: only our own were tried")

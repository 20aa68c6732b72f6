"""Doubtful cells, from the file to the plan: nothing of them is stored without an answer."""

import json

from schemas.importing.existing import ExistingRecords
from schemas.importing.intake import NEW, WRONG, planned, recognised
from schemas.record import get
from schemas.tables.doubts import DOUBTS, Doubtful, restored, stored

from ..sentences import one_sided

ACTIVITY = get("activity")
HEADS = ["Tên hoạt động", "Lĩnh vực", "Hình thức", "Ngày bắt đầu", "Lượt người học", "Khác"]


def test_every_doubt_has_its_sentence_in_both_languages():
    assert [] == one_sided(DOUBTS)


def test_a_doubt_outlives_the_file_in_which_a_table_waits():
    row = ["Tập huấn", Doubtful("#REF!", "error_cell")]
    again = restored(json.loads(json.dumps(stored(row))))

    assert ["Tập huấn", "#REF!"] == again
    assert "error_cell" == again[1].doubt


def test_a_row_with_a_doubtful_cell_is_asked_about_and_its_neighbours_are_not():
    good = ["Tập huấn", "xmc", "tap_huan", "5/3/2024", "45", Doubtful("#N/A", "error_cell")]
    bad = [Doubtful("#REF!", "error_cell"), *good[1:]]
    grid = [HEADS, bad, good]
    rows = list(
        planned(
            ACTIVITY,
            grid,
            recognised(ACTIVITY, grid),
            "centre",
            ExistingRecords(ACTIVITY, "a1", {}),
        )
    )

    assert [WRONG, NEW] == [row.outcome for row in rows]
    assert ["title"] == list(rows[0].line.errors)
    assert "#REF!" in rows[0].line.errors["title"][0].vi

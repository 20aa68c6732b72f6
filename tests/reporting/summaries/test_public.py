"""What of a summary is withheld from who is not of the offices."""

from datetime import date

from reporting import periods
from reporting.summaries.answers import Wanted
from reporting.summaries.declaration import Column, Figure, Share, Summary
from reporting.summaries.public import careful_columns, published
from reporting.summaries.table import answer
from schemas.fields import Label
from server.centres import centres
from server.centres.places import places

NAMED = Label("Số", "Number")
MINORITY = Figure("activity", "ethnic_minority_count")
SUMMARY = Summary(
    "b99",
    NAMED,
    NAMED,
    (
        Column("all", NAMED, Figure("activity", "attendance_count")),
        Column("minority", NAMED, MINORITY),
        Column("rate", NAMED, Share("minority", "all")),
        Column("own_rate", NAMED, Figure("activity", "ethnic_minority_rate")),
        Column("poor", NAMED, Figure("activity", "poor_household_count"), is_shown=False),
        Column("poor_rate", NAMED, Share("poor", "all")),
    ),
)


def shown(land, summary):
    """The rows of 2010 as they are published, by the names of the units."""
    period = periods.parse("2010")
    areas = frozenset(centre.area for centre in centres.centres(land.db))
    wanted = Wanted(
        places(land.db, period.end, areas), period, date(2013, 1, 1), land.province.published
    )
    table = published(answer(land.db, summary, wanted))
    return {row.label.vi: [cell.value for cell in row.cells.values()] for row in table.rows}


def test_a_few_are_withheld_with_what_would_give_them_away(land):
    for area, all_of_them, minority in ((land.town, 40, 3), (land.giap_dat, 60, 30)):
        land.activity(
            area,
            held_from="2010-05-05",
            attendance_count=all_of_them,
            ethnic_minority_count=minority,
        )
    rows = shown(land, SUMMARY)

    assert [40, "<5", "…", "…", "…"] == rows["Thị trấn Đà Bắc"]
    assert [60, "…", "…", "…", "…"] == rows[
        "Xã Giáp Đắt"
    ]  # or the few would follow from the district
    assert [100, 33, "…", "…", "…"] == rows["Huyện Đà Bắc"]


def test_a_part_is_known_with_the_column_of_its_whole():
    assert {"minority": "all"} == careful_columns(SUMMARY)

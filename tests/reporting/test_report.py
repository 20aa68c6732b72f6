import pytest

from reporting import periods
from reporting.query.selection import Selection
from reporting.report import cuts, totals_of
from server.centres import centres
from server.centres.places import places


@pytest.fixture
def cut(land):
    """The rows of a report over all that there is."""

    def cut(by, period="2012", **equal):
        asked = periods.parse(period)
        areas = frozenset(centre.area for centre in centres.centres(land.db))
        selection = Selection("activity", areas, asked, equal)
        return totals_of(land.db, selection, places(land.db, asked.end, areas)).cut(by)

    return cut


def test_the_units_are_those_of_the_last_day_of_the_period(land, cut):
    levels = {year: {row.level for row in cut("unit", year).rows} for year in ("2012", "2025")}

    assert {"district", "commune"} == levels["2012"]
    assert {"commune"} == levels["2025"]


def test_a_centre_that_changed_district_counts_where_it_was_on_the_last_day(land, cut):
    """Thị trấn Thanh Hà went from Kim Bôi to Lạc Thủy on 15/7/2009."""
    area = centres.add(land.db, land.units["04981"], "2008-01-01").area
    land.activity(area, held_from="2009-03-03")
    told = {
        key: next(row.label.vi for row in cut("unit", key).rows if row.sum.records)
        for key in ("2009-H1", "2009")
    }

    assert {"2009-H1": "Huyện Kim Bôi", "2009": "Huyện Lạc Thủy"} == told


def test_districts_add_up_to_the_province_and_communes_to_their_district(land, cut):
    for area in (*land.da_bac, land.kim_boi[0]):
        land.activity(area)
    report = cut("unit")
    records = {level: [r.sum.records for r in report.rows if r.level == level] for level in
               ("district", "commune")}  # fmt: skip

    assert [3, 1] == records["district"]
    assert 4 == report.total.sum.records == sum(records["commune"])


def test_zero_and_not_reported_are_two_things(land, cut):
    land.activity(land.da_bac[0], category="xmc")
    report = cut("unit", category="ntm")
    told = {row.ask["unit"]: (row.silent, row.sum.records) for row in report.rows}

    assert (False, 0) == told[land.units["150"].id]
    assert (True, 0) == told[land.units["153"].id]
    assert (1, 5) == (report.total.reported, report.total.centres)


def test_a_month_in_which_nobody_entered_anything_is_silent(land, cut):
    land.activity(land.da_bac[0], held_from="2012-03-01", category="xmc")
    rows = {row.ask["period"]: row for row in cut("month", category="ntm").rows}

    assert 12 == len(rows)
    assert not rows["2012-03"].silent
    assert rows["2012-04"].silent


def test_a_centre_founded_or_closed_outside_the_period_is_not_missed_in_it(land, cut):
    land.db["centre"].update(land.da_bac[0], {"closed": "2011-06-01"})
    land.db["centre"].update(land.da_bac[1], {"founded": "2013-01-01"})

    assert 3 == cut("unit").total.centres
    assert 4 == cut("unit", "2011").total.centres


def test_a_centre_that_closed_still_counts_with_what_it_entered(land, cut):
    land.db["centre"].update(land.da_bac[0], {"closed": "2011-06-01"})
    land.activity(land.da_bac[0])
    total = cut("unit").total

    assert (1, 5) == (total.reported, total.centres)
    assert 1 == total.sum.records


def test_a_month_cannot_be_cut_into_months_nor_an_evaluation_by_days():
    month = Selection("activity", frozenset(), periods.parse("2012-03"))
    sheet = Selection("evaluation", frozenset(), periods.parse("2012"))

    assert "month" not in cuts(month)
    assert {"month", "quarter", "half"}.isdisjoint(cuts(sheet))

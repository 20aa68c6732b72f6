"""A report as it may be published."""

import pytest

from reporting import periods
from reporting.public import published
from reporting.query.selection import Selection
from reporting.report import totals_of
from schemas.addresses import marked
from schemas.privacy.small_counts import FEW, WITHHELD
from schemas.record import get
from server.centres import centres
from server.centres.places import places


@pytest.fixture
def public(land):
    def public(by="unit", record_type="activity"):
        asked = periods.parse("2012")
        areas = frozenset(centre.area for centre in centres.centres(land.db))
        there = places(land.db, asked.end, areas)
        found = totals_of(land.db, Selection(record_type, areas, asked), there)
        return published(found.cut(by), get(record_type))

    return public


def column(found, name):
    return [found.total[1].get(name), *(figures.get(name) for _, figures in found.rows)]


def test_a_small_count_is_not_in_it_and_not_in_what_is_left_of_the_sums(land, public):
    first, second, third = land.da_bac
    land.activity(first, disabled_count=2, female_count=2)
    land.activity(second, disabled_count=20)
    land.activity(third, disabled_count=9)
    land.activity(land.kim_boi[0], disabled_count=7)
    land.activity(land.kim_boi[1], disabled_count=0)
    found = public()

    assert [38, 31, FEW, 20, WITHHELD, 7, 7, 0] == column(found, "disabled_count")
    assert [2, 2, 2, None, None, None, None, None] == column(found, "female_count")


def test_a_cut_by_a_choice_has_one_total_over_all_its_rows(land, public):
    land.activity(land.da_bac[0], category="xmc", disabled_count=3)
    land.activity(land.da_bac[0], category="van_hoa", disabled_count=6)
    land.activity(land.da_bac[0], category="khac", category_other="Cờ", disabled_count=30)
    found = public(marked("category"))
    told = {
        row.ask[marked("category")]: figures.get("disabled_count") for row, figures in found.rows
    }

    assert (39, FEW, WITHHELD, 30) == (
        found.total[1]["disabled_count"],
        told["xmc"],
        told["van_hoa"],
        told["khac"],
    )


def test_a_part_does_not_give_its_whole_away(land, public):
    """Six dropped out, and six returned: then one of seven must be the other centre's."""
    schema = get("retention_count")
    base = {name: schema.example()[name] for name in ("school", "school_level", "is_remote")}
    for area, period, dropped, returned in (
        (land.da_bac[0], "hoc_ky_1", 1, 0),
        (land.da_bac[1], "hoc_ky_1", 6, 6),
    ):
        told = {"school_year": 2012, "period": period, "counted_on": "2012-10-01"}
        counts = {"dropped_count": dropped, "returned_count": returned}
        land.write(area, "retention_count", **base, **told, **counts)
    found = column(public(record_type="retention_count"), "dropped_count")

    assert WITHHELD == found[2] != found[1]
    assert WITHHELD == found[3]

import pytest

from reporting import periods
from reporting.query import listing
from reporting.query.selection import Selection, condition
from sync.stores.dialect import SQLITE


@pytest.fixture
def found(land):
    """How many records a selection of all areas holds."""

    def found(record_type="activity", **asked):
        areas = frozenset(land.da_bac + land.kim_boi)
        return listing.count(land.db, Selection(record_type, areas, **asked))

    return found


def test_text_is_found_without_accents_in_any_order(land, found):
    land.activity(land.da_bac[0], title="Kỹ thuật trồng Đào ở xóm Bưng")

    assert 1 == found(text="dao trong")
    assert 1 == found(text="ĐÀO")
    assert 0 == found(text="cam")
    assert 0 == found(text="100% _")


def test_the_first_and_the_last_day_of_a_period_are_in_it(land, found):
    for day in ("2011-12-31", "2012-01-01", "2012-12-31", "2013-01-01"):
        land.activity(land.da_bac[0], held_from=day)

    assert 2 == found(period=periods.parse("2012"))


def test_what_is_not_filled_in_can_be_asked_for(land, found):
    land.activity(land.da_bac[0], form=None)
    land.activity(land.da_bac[0])

    assert 1 == found(equal={"form": ""})
    assert 1 == found(equal={"form": "tap_huan"})


def test_a_year_is_found_by_the_text_of_an_address(land, found):
    land.write(land.da_bac[0], "evaluation", year=2012, criteria_set="X", status="draft")

    assert 1 == found("evaluation", equal={"year": "2012"})


def test_only_columns_of_the_type_come_near_the_sql():
    for name in ("1=1 or title", "title] or [form", "_area", "nothing"):
        with pytest.raises(KeyError):
            condition(Selection("activity", frozenset(), equal={name: "x"}), SQLITE)


def test_no_areas_hold_no_records(land):
    land.activity(land.da_bac[0])

    assert 0 == listing.count(land.db, Selection("activity", frozenset()))

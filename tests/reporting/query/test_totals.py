from hypothesis import given
from hypothesis import strategies as st

from reporting import periods
from reporting.query.selection import Selection
from reporting.query.totals import Sum, by_area, by_choice, by_period, months, reporting, total
from sync.changes import DELETED

figures = st.dictionaries(st.sampled_from("abc"), st.none() | st.integers(0, 99))
sums = st.builds(Sum, st.integers(0, 9), figures, st.integers(0, 9))


def selection(land, **asked):
    areas = frozenset(land.da_bac + land.kim_boi)
    return Selection("activity", areas, **{"period": periods.parse("2012"), **asked})


@given(st.lists(sums, max_size=4))
def test_sums_add_up_in_any_order(parts):
    assert total(parts) == total(parts[::-1])


def test_what_nobody_counted_is_not_zero(land):
    land.activity(land.da_bac[0], female_count=None)
    land.activity(land.da_bac[1], female_count=0)
    found = by_area(land.db, selection(land))

    assert found[land.da_bac[0]].figures["female_count"] is None
    assert 0 == found[land.da_bac[1]].figures["female_count"]
    assert 80 == total(found.values()).figures["attendance_count"]


def test_deleted_records_are_left_out(land):
    one = land.activity(land.da_bac[0])
    land.write(land.da_bac[0], record_id=one, **{DELETED: True})

    assert {} == by_area(land.db, selection(land))
    assert frozenset() == reporting(land.db, selection(land))


def test_an_absurd_figure_is_counted_as_nothing(land):
    for figure in (2**63 - 1, 10**4000, -1, "12", True):
        land.activity(land.da_bac[0], attendance_count=figure)
    land.activity(land.da_bac[0], attendance_count=30)
    found = total(by_area(land.db, selection(land)).values())

    assert 6 == found.records
    assert 30 == found.figures["attendance_count"]


def test_a_code_of_a_newer_version_and_an_empty_one_have_rows_of_their_own(land):
    land.activity(land.da_bac[0], category="tuong_lai")
    land.activity(land.da_bac[0], category=None)

    assert {"tuong_lai", ""} == set(by_choice(land.db, selection(land), "category"))


def test_a_month_is_counted_in_the_half_year_it_lies_in(land):
    land.activity(land.da_bac[0], held_from="2012-06-30")
    land.activity(land.da_bac[0], held_from="2012-07-01")
    found = by_period(land.db, selection(land), "half")

    assert {"2012-H1": 1, "2012-H2": 1} == {key: part.records for key, part in found.items()}


def test_records_that_a_conflict_is_open_about_are_marked(land):
    one = land.activity(land.da_bac[0])
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))

    assert 1 == by_area(land.db, selection(land))[land.da_bac[0]].disputed
    assert 1 == by_choice(land.db, selection(land), "category")["khuyen_nong"].disputed


def test_only_the_months_with_records_are_offered(land):
    land.activity(land.da_bac[0], held_from="2012-02-29")
    land.activity(land.kim_boi[0], held_from="2019-12-01")
    land.activity(land.kim_boi[0], held_from=None)

    assert ["2012-02"] == [p.key for p in months(land.db, "activity", land.da_bac)]
    assert [] == months(land.db, "centre_profile", land.da_bac)

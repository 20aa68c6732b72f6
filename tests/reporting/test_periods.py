from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting import periods

days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
kinds = st.sampled_from(list(periods.KINDS))


@given(days, kinds)
def test_every_day_is_in_one_period_of_each_kind_and_the_key_finds_it(day, kind):
    period = periods.holding(day, kind)

    assert period.start <= day <= period.end
    assert period == periods.parse(period.key)


@given(days, kinds)
def test_periods_of_a_kind_follow_each_other_without_a_gap(day, kind):
    period = periods.holding(day, kind)
    following = periods.holding(period.end + timedelta(days=1), kind)

    assert period.end + timedelta(days=1) == following.start


@given(days, st.sampled_from(["year", "half", "quarter", "school_year"]))
def test_the_months_of_a_period_cover_it_wholly(day, kind):
    period = periods.holding(day, kind)
    months = periods.within(period, "month")

    assert (period.start, period.end) == (months[0].start, months[-1].end)
    assert (period.end - period.start).days + 1 == sum(
        (month.end - month.start).days + 1 for month in months
    )


def test_the_names_are_those_that_a_report_is_headed_with():
    labels = [periods.parse(key).label.vi for key in ("2024", "2024-H2", "2024-Q3", "2024-07")]

    assert ["Năm 2024", "6 tháng cuối năm 2024", "Quý III năm 2024", "Tháng 07/2024"] == labels
    assert "Năm học 2023-2024" == periods.parse("2023-2024").label.vi


def test_a_half_year_ends_with_june_and_a_school_year_with_august():
    assert date(2024, 6, 30) == periods.parse("2024-H1").end
    assert date(2024, 8, 31) == periods.parse("2023-2024").end
    assert date(2024, 2, 29) == periods.parse("2024-02").end


@pytest.mark.parametrize("key", ["", "24", "2024-H3", "2024-13", "2023-2025", "0000", "٢٠٢٤"])
def test_what_is_no_period_is_refused(key):
    with pytest.raises(ValueError, match=f"^{key}$"):
        periods.parse(key)


def test_the_year_before_is_the_same_stretch_of_it():
    keys = [periods.before(periods.parse(key)).key for key in ("2024-02", "2024-H2", "2023-2024")]

    assert ["2023-02", "2023-H2", "2022-2023"] == keys


def test_what_is_offered_is_what_there_are_days_in_and_the_newest_comes_first():
    offered = periods.offered([date(2012, 3, 1), date(2025, 9, 2), date(2012, 2, 1)], "year")

    assert ["2025", "2012"] == [period.key for period in offered]


def test_years_that_have_not_begun_are_offered_last_and_apart():
    days = [date(2090, 1, 1), date(2012, 3, 1), date(2025, 9, 2)]
    found = {kind: periods.offered(days, kind) for kind in periods.KINDS}
    offered = periods.to_come_last(found, date(2025, 11, 22))
    keys = {kind: [period.key for period in some] for kind, some in offered.items()}

    assert ["2025", "2012"] == keys["year"]
    assert ["2089-2090", "2025-2026", "2011-2012"] == [p.key for p in found["school_year"]]
    assert ["2090", "2089-2090"] == keys[periods.TO_COME]
    assert [*periods.KINDS, periods.TO_COME] == list(offered)
    assert {*offered, periods.SPAN} == set(periods.HEADINGS)


@given(days, st.integers(0, 800))
def test_any_days_make_a_period_that_its_key_finds_again(first, length):
    last = first + timedelta(days=length)
    period = periods.between(first, last)

    assert (first, last) == (period.start, period.end)
    assert period == periods.parse(period.key)


def test_days_of_the_calendar_make_the_calendar_s_period():
    assert "2012-H2" == periods.between(date(2012, 7, 1), date(2012, 12, 31)).key
    assert "2012-02" == periods.between(date(2012, 2, 1), date(2012, 2, 29)).key


def test_a_span_of_days_is_headed_by_them_and_has_a_year_before():
    period = periods.parse("2011-12-01..2012-02-29")

    assert "Từ 01/12/2011 đến 29/02/2012" == period.label.vi
    assert "2010-12-01..2011-02-28" == periods.before(period).key


@pytest.mark.parametrize(
    "key", ["2012-07-01..2012-12-31", "2012-02-02..2012-01-01", "x..y", "2012-1-1..2012-01-09"]
)
def test_what_is_no_span_of_days_is_refused(key):
    with pytest.raises(ValueError, match=r"\w"):
        periods.parse(key)

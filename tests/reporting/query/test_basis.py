"""What figures rest on, with literals worked out by hand: no stock is ever added up over time."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporting import periods
from reporting.query import listing
from reporting.query.selection import ALL_RECORDS, Selection
from reporting.query.totals import by_area, by_choice, by_period, reporting, total
from reporting.report import totals_of
from schemas.addresses import marked
from server.centres import centres
from server.centres.places import places
from sync.changes import DELETED

MARCH, SEPTEMBER = 1_331_000_000_000, 1_347_000_000_000  # 2012, in milliseconds
MEMBERS = "membership_snapshot"


@pytest.fixture
def asked(land):
    """A selection of all there is, for a period."""

    def asked(record_type, period="2012", **more):
        areas = frozenset(land.da_bac + land.kim_boi)
        when = periods.parse(period) if period else None
        return Selection(record_type, areas, when, **more)

    return asked


@pytest.fixture
def told(land, asked):
    """The total of a type for a period."""

    def told(record_type, period="2012", **more):
        return total(by_area(land.db, asked(record_type, period, **more)).values())

    return told


@pytest.fixture
def behind(land, asked):
    """The ids of the records that a figure rests on."""

    def behind(record_type, period, figure, **more):
        wanted = asked(record_type, period, figure=figure, **more)
        rows = listing.page(land.db, wanted, 1)
        assert len(rows) == listing.count(land.db, wanted)
        return {row["_id"] for row in rows}

    return behind


def members(land, day, count, area=0, **more):
    areas = land.da_bac + land.kim_boi
    return land.write(areas[area], MEMBERS, counted_on=day, member_count=count, **more)


def test_two_counts_of_members_are_the_last_one_and_not_their_sum(land, told, behind):
    early = members(land, "2012-06-30", 1420, new_count=20, earlier_count=1400)
    late = members(land, "2012-12-31", 1498, new_count=92, left_count=14, earlier_count=1420)
    year, half = told(MEMBERS), told(MEMBERS, "2012-H1")

    assert (1498, 112, 14, 1400) == tuple(
        year.figures[n] for n in ("member_count", "new_count", "left_count", "earlier_count")
    )
    assert (1420, ("2012-06-30", "2012-06-30")) == (half.figures["member_count"], half.days)
    assert (1, {late}, {early}) == (
        year.records,
        behind(MEMBERS, "2012", "member_count"),
        behind(MEMBERS, "2012-H1", "member_count"),
    )
    assert {early, late} == behind(MEMBERS, "2012", "new_count")
    assert {early} == behind(MEMBERS, "2012", "earlier_count")


def test_a_count_of_years_before_stands_until_it_is_18_months_old(land, told, asked):
    members(land, "2012-12-31", 1498)

    assert 1498 == told(MEMBERS, "2013").figures["member_count"]
    assert 1498 == told(MEMBERS, "2014-H1").figures["member_count"]  # 18 months to the day
    assert told(MEMBERS, "2014-07").records == 0
    assert frozenset() == reporting(land.db, asked(MEMBERS, "2014-07"))
    assert told(MEMBERS, "2012-11").records == 0


def test_what_the_last_count_leaves_open_is_as_the_one_before_has_it(land, told, behind):
    early = members(land, "2012-06-30", 1420, board_count=10)
    members(land, "2012-12-31", 1498, board_count=None)
    year = told(MEMBERS)

    assert (1498, 10) == (year.figures["member_count"], year.figures["board_count"])
    assert {early} == behind(MEMBERS, "2012", "board_count")
    assert ("2012-06-30", "2012-12-31") == year.days


def test_the_counts_of_a_keeper_that_closed_are_no_longer_counted(land, told):
    members(land, "2012-12-31", 1498, area=0)
    members(land, "2012-12-31", 100, area=1)
    land.db["centre"].update(land.da_bac[0], {"closed": "2013-03-01"})

    assert 1598 == told(MEMBERS, "2012").figures["member_count"]
    assert 100 == told(MEMBERS, "2013").figures["member_count"]


def test_months_show_what_stood_at_the_end_of_each_and_add_up_to_nothing(land, asked):
    members(land, "2012-06-30", 1420)
    members(land, "2012-12-31", 1498)
    found = by_period(land.db, asked(MEMBERS), "quarter")

    assert {"2012-Q2": 1420, "2012-Q3": 1420, "2012-Q4": 1498} == {
        key: one.figures["member_count"] for key, one in found.items()
    }


def test_no_state_is_told_of_a_month_to_come(land, asked):
    members(land, "2012-06-30", 1420)
    today = periods.parse("2012-07").end
    found = by_period(land.db, asked(MEMBERS, today=today), "month")

    assert ["2012-06", "2012-07"] == list(found)


STATEMENTS = [
    ("2012-01-01", "2012-06-30", 1_000_000, 500_000, 300_000, 1_200_000),
    ("2012-07-01", "2012-12-31", 1_200_000, 700_000, 400_000, 1_500_000),
]


def statement(land, one, fund="f1", area=0):
    start, end, opening, income, expense, closing = one
    return land.write(
        land.da_bac[area],
        "fund_statement",
        fund=fund,
        period_start=start,
        period_end=end,
        opening_amount=opening,
        income_amount=income,
        expense_amount=expense,
        closing_amount=closing,
    )


def test_two_statements_open_with_the_first_and_close_with_the_last(land, told, behind):
    late, early = (statement(land, one) for one in reversed(STATEMENTS))
    year = told("fund_statement").figures

    assert (1_000_000, 1_200_000, 700_000, 1_500_000) == tuple(
        year[f"{name}_amount"] for name in ("opening", "income", "expense", "closing")
    )
    assert {early} == behind("fund_statement", "2012", "opening_amount")
    assert {late} == behind("fund_statement", "2012", "closing_amount")
    assert {early, late} == behind("fund_statement", "2012", "income_amount")


def test_the_balances_of_two_funds_add_up(land, told):
    for one in STATEMENTS:
        statement(land, one, "f1")
        statement(land, one, "f2", area=1)

    assert 3_000_000 == told("fund_statement").figures["closing_amount"]
    assert 2_000_000 == told("fund_statement").figures["opening_amount"]


def test_two_profiles_of_a_year_are_what_each_half_had(land, told, asked, behind):
    area = land.da_bac[0]
    land.wall.now = MARCH
    made = land.write(area, "centre_profile", name="TT", computer_count=2, has_seal=True)
    land.wall.now = SEPTEMBER
    land.write(area, "centre_profile", made, computer_count=5, has_seal=False, name="TT")

    assert (2, 1) == tuple(
        told("centre_profile", "2012-H1").figures[n] for n in ("computer_count", "has_seal")
    )
    assert (5, 0) == tuple(
        told("centre_profile").figures[n] for n in ("computer_count", "has_seal")
    )
    assert told("centre_profile", "2011").records == 0
    assert frozenset() == reporting(land.db, asked("centre_profile", "2011"))
    assert {made} == behind("centre_profile", "2012-H1", "computer_count")
    assert set() == behind("centre_profile", "2011", "computer_count")


def deputy(land, start, end=None, area=0):
    return land.write(
        land.da_bac[area],
        "role_assignment",
        person="p",
        role="pho_giam_doc",
        started_on=start,
        ended_on=end,
    )


def test_a_deputy_since_2011_counts_in_each_year_until_2013(land, told, behind):
    made = deputy(land, "2011-03-01", "2013-05-31")
    many = {year: told("role_assignment", year).records for year in ("2010", "2011", "2012")}
    later = {year: told("role_assignment", year).records for year in ("2013", "2014")}

    assert {"2010": 0, "2011": 1, "2012": 1} == many
    assert {"2013": 1, "2014": 0} == later
    assert {made} == behind("role_assignment", "2012", "")
    assert set() == behind("role_assignment", "2014", "")


def test_what_has_no_first_day_was_always_there(land, told):
    club = {"village": "Bưng", "name": "CLB", "member_count": 20}
    land.write(land.da_bac[0], "village_club", **club, founded_on=None, closed_on="2012-03-31")
    other = {**club, "village": "Mới", "founded_on": "2012-04-01"}
    land.write(land.da_bac[0], "village_club", **other)

    early = told("village_club", "2005")

    assert (1, 20) == (early.records, early.figures["member_count"])
    # Both were at work in 2012, but on its last day only one has members.
    assert 2 == told("village_club", "2012").records
    assert 20 == told("village_club", "2012").figures["member_count"]


def retention(land, day, period, at_risk, dropped, school="TH Thung Nai"):
    return land.write(
        land.da_bac[0],
        "retention_count",
        school_year=2012,
        period=period,
        school=school,
        counted_on=day,
        at_risk_count=at_risk,
        dropped_count=dropped,
        pupil_count=200,
    )


def test_of_a_school_pupils_and_those_at_risk_are_the_last_count_and_dropouts_a_sum(land, told):
    retention(land, "2012-09-15", "dau_nam", 12, 3)
    retention(land, "2013-01-15", "hoc_ky_1", 9, 2)
    retention(land, "2013-01-15", "hoc_ky_1", 4, 1, school="THCS Thung Nai")
    year = told("retention_count", "2012-2013")

    assert (2, 400, 13, 6) == (
        year.records,
        *(year.figures[f"{name}_count"] for name in ("pupil", "at_risk", "dropped")),
    )


def title(land, year, title, achieved, area=0, total=1000):
    return land.write(
        land.da_bac[area],
        "title_count",
        year=year,
        scheme="hieu_hoc",
        title=title,
        total_count=total,
        achieved_count=achieved,
        new_count=10,
    )


def test_titles_are_the_last_year_of_each_keeper_scheme_and_title(land, told, asked):
    title(land, 2011, "gia_dinh", 300)
    title(land, 2012, "gia_dinh", 340)
    title(land, 2012, "dong_ho", 12)
    title(land, 2012, "gia_dinh", 200, area=1)
    year = told("title_count")
    by_title = by_choice(land.db, asked("title_count"), "title")

    assert (552, 3, 30) == (year.figures["achieved_count"], year.records, year.figures["new_count"])
    assert {"gia_dinh": 540, "dong_ho": 12} == {
        code: one.figures["achieved_count"] for code, one in by_title.items()
    }
    assert 300 == told("title_count", "2011").figures["achieved_count"]
    assert 300 == told("title_count", "2012-H1").figures["achieved_count"]
    assert 18.4 == year.rate("achieved_rate")  # 552 of 3 000


def test_a_cut_by_years_has_the_state_of_each_as_the_list_behind_it_has(land, asked, behind):
    first = title(land, 2011, "gia_dinh", 300)
    second = title(land, 2012, "gia_dinh", 340)
    other = title(land, 2011, "dong_ho", 12)
    by_year = by_choice(land.db, asked("title_count"), "year")

    assert {"2011": (312, 2), "2012": (340, 1)} == {
        year: (one.figures["achieved_count"], one.records) for year, one in by_year.items()
    }
    assert {first, other} == behind("title_count", "2012", ALL_RECORDS, equal={"year": "2011"})
    assert {second, other} == behind("title_count", "2012", ALL_RECORDS)
    assert ["2011"] == list(
        by_choice(land.db, asked("title_count", equal={"year": "2011"}), "year")
    )


def test_a_rate_of_a_stock_leaves_out_series_that_never_have_the_other_number(land, told):
    title(land, 2012, "gia_dinh", 340)  # of 1 000
    title(land, 2012, "dong_ho", 12, total=None)
    year = told("title_count")

    assert 352 == year.figures["achieved_count"]
    assert (340, 1000) == year.shares["achieved_rate"]


def test_what_flowed_before_a_keeper_closed_stays_in_its_month_though_nothing_stands(land, asked):
    members(land, "2012-06-15", 1420, new_count=20)
    land.db["centre"].update(land.da_bac[0], {"closed": "2012-06-20"})
    found = by_period(land.db, asked(MEMBERS), "month")

    assert {"2012-06": (0, 20)} == {
        key: (one.records, one.figures["new_count"]) for key, one in found.items()
    }


def test_a_stock_is_the_same_by_the_units_before_and_after_a_merger(land):
    """Of the centres of 2012, by the units of 2012 and by those of 2025."""
    for place in range(5):
        members(land, "2025-06-30", 100 + place, area=place)
    areas = frozenset(land.da_bac + land.kim_boi)
    day = periods.parse("2025-H2")
    selection = Selection(MEMBERS, areas, day)
    trees = [places(land.db, when, areas) for when in (periods.parse("2012").end, day.end)]
    reports = [totals_of(land.db, selection, tree).cut("unit") for tree in trees]
    sums = [
        [row.sum.figures["member_count"] for row in one.rows if row.sum.records] for one in reports
    ]

    assert [510, 510] == [one.total.sum.figures["member_count"] for one in reports]
    assert 510 == sum(sums[1]) == sum(sums[0]) / 2  # districts, and their communes
    assert sums[0] != sums[1]


def test_different_materials_are_counted_once_each(land, told):
    for area, material in ((0, "m1"), (0, "m1"), (1, "m1"), (1, "m2")):
        land.write(land.da_bac[area], "material_use", material=material, used_on="2012-05-05")
    year = told("material_use")

    assert (4, 2) == (year.records, year.figures["material"])


def test_a_rate_is_of_the_records_that_have_both_numbers(land, told):
    land.activity(land.da_bac[0], attendance_count=100, female_count=41)
    land.activity(land.da_bac[1], attendance_count=50, female_count=None)

    assert 41.0 == told("activity").rate("female_rate")
    assert told("activity", "2013").rate("female_rate") is None


counted = st.fixed_dictionaries(
    {
        "area": st.integers(0, 4),
        "day": st.sampled_from(["2010-12-31", "2011-12-31", "2012-06-30", "2012-12-31"]),
        "count": st.none() | st.integers(0, 500),
        "deleted": st.booleans(),
    }
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(counted, max_size=12, unique_by=lambda one: (one["area"], one["day"])), st.randoms()
)
def test_a_stock_is_the_sum_of_last_values_in_any_order_of_arrival(land, made, random):
    """By a naive count of our own; and every cut by unit adds up to it."""
    land.db.execute(f"delete from {MEMBERS}")
    shuffled = random.sample(made, len(made))
    for one in shuffled:
        record = members(land, one["day"], one["count"], area=one["area"])
        areas = land.da_bac + land.kim_boi
        land.write(areas[one["area"]], MEMBERS, record, **{DELETED: one["deleted"]})
    last = {}
    for one in sorted(made, key=lambda one: one["day"]):
        if not one["deleted"] and one["count"] is not None and one["day"] >= "2011-06-30":
            last[one["area"]] = one["count"]
    areas = frozenset(centre.area for centre in centres.centres(land.db))
    period = periods.parse("2012")
    report = totals_of(
        land.db, Selection(MEMBERS, areas, period), places(land.db, period.end, areas)
    )
    cut = report.cut("unit")
    communes = [row.sum.figures.get("member_count") for row in cut.rows if row.level == "commune"]

    assert sum(last.values()) == (cut.total.sum.figures.get("member_count") or 0)
    assert sum(last.values()) == sum(value or 0 for value in communes)


def test_a_cut_by_a_choice_has_rows_for_the_records_that_stand(land, asked):
    deputy(land, "2011-03-01")
    deputy(land, "2012-03-01", "2012-04-01")
    report = totals_of(land.db, asked("role_assignment"), places(land.db, periods.parse("2012").end,
                    land.da_bac + land.kim_boi)).cut(marked("role"))  # fmt: skip
    found = {row.ask[marked("role")]: row.sum.records for row in report.rows if row.sum.records}

    assert {"pho_giam_doc": 2} == found
    assert 2 == report.total.sum.records
    assert ALL_RECORDS == "records"


def test_entries_of_the_book_go_before_the_statement_of_their_time(land, told, behind):
    statement(land, STATEMENTS[0])
    late = statement(land, STATEMENTS[1])
    entry = {"fund": "f1", "direction": "thu", "kind": "ngan_sach"}
    for day, income, expense in (("2012-07-05", 650_000, None), ("2012-12-31", None, 390_000)):
        told_of = {"booked_on": day, "income_amount": income, "expense_amount": expense}
        land.write(land.da_bac[0], "fund_transaction", **entry, **told_of)
    other = {"booked_on": "2012-08-01", "income_amount": 9, "fund": "f2"}
    land.write(land.da_bac[0], "fund_transaction", **{**entry, **other})
    year = told("fund_statement").figures

    assert (1_150_000, 690_000) == (year["income_amount"], year["expense_amount"])
    assert 1_500_000 == year["closing_amount"]
    rows = listing.page(land.db, asked_of(land, "fund_statement", "income_amount"), 1)
    assert {late: 650_000} == {r["_id"]: r["income_amount"] for r in rows if r["_id"] == late}


def asked_of(land, record_type, figure):
    areas = frozenset(land.da_bac + land.kim_boi)
    return Selection(record_type, areas, periods.parse("2012"), figure=figure)


def test_a_count_of_the_whole_year_goes_before_those_of_its_terms(land, told, behind):
    retention(land, "2013-01-15", "hoc_ky_1", 9, 2)
    retention(land, "2013-05-25", "hoc_ky_2", 7, 3)
    whole = retention(land, "2013-05-31", "ca_nam", 6, 5)
    other = retention(land, "2013-01-15", "hoc_ky_1", 1, 1, school="THCS Thung Nai")
    year = told("retention_count", "2012-2013").figures

    assert (7, 6) == (year["at_risk_count"], year["dropped_count"])
    assert {whole, other} == behind("retention_count", "2012-2013", "dropped_count")

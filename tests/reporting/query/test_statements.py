from reporting import periods
from reporting.query.selection import Selection
from reporting.query.statements import DIFFERS, GAP, OVERLAP, seams


def statement(land, area, start, end, opening=0, closing=0, fund="f1"):
    land.write(
        area,
        "fund_statement",
        fund=fund,
        period_start=start,
        period_end=end,
        opening_amount=opening,
        closing_amount=closing,
    )


def found(land, record_type="fund_statement"):
    areas = frozenset(land.da_bac)
    return [one[:1] + one[2:] for one in seams(land.db, Selection(record_type, areas, YEAR))]


YEAR = periods.parse("2012")


def test_statements_that_follow_each_other_are_told_of_by_nobody(land):
    statement(land, land.da_bac[0], "2012-01-01", "2012-06-30", 5, 7)
    statement(land, land.da_bac[0], "2012-07-01", "2012-12-31", 7, 9)
    statement(land, land.da_bac[1], "2012-03-01", "2012-12-31")

    assert [] == found(land)
    assert [] == found(land, "activity")


def test_a_gap_an_overlap_and_another_balance_are_reported(land):
    statement(land, land.da_bac[0], "2012-01-01", "2012-03-31", closing=7)
    statement(land, land.da_bac[0], "2012-05-01", "2012-06-30", 7, 7)
    statement(land, land.da_bac[0], "2012-07-01", "2012-09-30", 8, 8)
    statement(land, land.da_bac[0], "2012-09-01", "2012-12-31", 8, 8)

    assert [
        (GAP, "f1", "2012-04-01", "2012-04-30"),
        (DIFFERS, "f1", "2012-07-01", "2012-07-01"),
        (OVERLAP, "f1", "2012-09-01", "2012-09-30"),
    ] == found(land)


def test_the_totals_say_it_in_words(land):
    land.write(land.da_bac[0], "fund", "f1", name="Quỹ xã", level="xa")
    statement(land, land.da_bac[0], "2012-01-01", "2012-12-31")
    statement(land, land.da_bac[0], "2012-07-01", "2012-12-30")
    page = land.logged_in("tinh").get("/totals/fund_statement?period=2012").text

    assert "Quỹ xã (TTHTCĐ" in page
    assert "hai quyết toán trùng nhau từ 01/07/2012 đến 30/12/2012" in page

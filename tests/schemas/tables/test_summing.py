"""What a printed list comes to, with literals worked out by hand."""

import pytest

from schemas.export import printing
from schemas.record import get
from schemas.tables.summing import come_to

DAY = "2012-12-31"


def members(day, count, area="a"):
    return {"_area": area, "counted_on": day, "member_count": count, "new_count": 10}


def test_two_counts_of_a_centre_are_the_last_and_two_centres_add_up():
    rows = [members("2012-12-31", 1498), members("2012-06-30", 1420), members("2012-06-30", 7, "b")]
    schema = get("membership_snapshot")

    assert 1505 == come_to(schema, rows, "member_count", DAY)
    assert 1427 == come_to(schema, rows, "member_count", "2012-11-30")
    assert 30 == come_to(schema, rows, "new_count", DAY)
    assert come_to(schema, [], "member_count", DAY) is None


def test_the_whole_year_of_a_school_is_not_added_to_its_terms():
    rows = [
        {"_area": "a", "school": school, "school_year": 2012, "period": term, "dropped_count": many}
        for school, term, many in (
            ("THCS Tây Phong", "hoc_ky_1", 3),
            ("THCS Tây Phong", "ca_nam", 5),
            ("THCS Thu Phong", "hoc_ky_1", 2),
        )
    ]

    assert 7 == come_to(get("retention_count"), rows, "dropped_count", DAY)


def test_balances_are_of_the_first_and_the_last_statement():
    rows = [
        {"fund": "f", "period_end": day, "opening_amount": first, "closing_amount": last}
        for day, first, last in (("2012-12-31", 1200, 1500), ("2012-06-30", 1000, 1200))
    ]
    schema = get("fund_statement")

    assert (1000, 1500) == tuple(
        come_to(schema, rows, f"{name}_amount", DAY) for name in ("opening", "closing")
    )


@pytest.mark.parametrize(("day", "many"), [("2012-02-01", 3), ("2012-12-31", 2), ("2014-01-01", 2)])
def test_things_that_were_given_up_are_not_there(day, many):
    rows = [
        {"item_count": 1, "received_on": None, "given_up_on": "2012-03-31"},
        {"item_count": 2, "received_on": "2011-01-01", "given_up_on": None},
    ]

    assert many == come_to(get("facility"), rows, "item_count", day)


def test_a_printed_list_adds_no_stock_up():
    rows = [members("2012-06-30", 1420), members("2012-12-31", 1498)]
    shown = printing.filled(get("membership_snapshot"), rows, 2, "vi")

    assert ["", "1.498", "20", "", ""] == shown["sums"]
    assert (
        []
        == printing.filled(get("document_register"), [{"number": 3}, {"number": 4}], 2, "vi")[
            "sums"
        ]
    )

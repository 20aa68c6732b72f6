"""B2 of a small province, worked out by hand: ranks of the last year that has ended."""

from .conftest import of_districts

# centres, self-assessed, verified, recognised, not assessed
# | verified good, %, fair, %, average, %, weak, % | own good, fair, average, weak
# | means: own, verified, difference | the year before: good, fair, average, weak
FIRST_HALF = {
    "Huyện Đà Bắc": "2 1 1 1 1 1 100 0 0 0 0 0 0 1 0 0 0 88 86 -2 ~ ~ ~ ~",
    "Huyện Kim Bôi": "1 1 1 0 0 0 0 0 0 1 100 0 0 0 0 1 0 60 55 -5 ~ ~ ~ ~",
    "Tổng": "3 2 2 1 1 1 50 0 0 1 50 0 0 1 0 1 0 74 70.5 -3.5 ~ ~ ~ ~",
}
SECOND_HALF = {
    "Huyện Đà Bắc": "2 2 1 1 0 0 0 1 100 0 0 0 0 1 1 0 0 81 82 -8 1 0 0 0",
    "Huyện Kim Bôi": "1 ~ ~ ~ 1 ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ 0 0 1 0",
    "Tổng": "3 2 1 1 1 0 0 1 100 0 0 0 0 1 1 0 0 81 82 -8 1 0 1 0",
}


def test_the_first_half_is_as_worked_out_by_hand(ask):
    assert FIRST_HALF == of_districts(ask("b2", "2012-H1"))


def test_the_second_half_is_as_worked_out_by_hand(ask):
    assert SECOND_HALF == of_districts(ask("b2", "2012-H2"))


def test_the_centres_that_were_not_assessed_are_named(ask):
    assert ["TTHTCĐ Thị trấn Bo"] == [name.vi for name in ask("b2", "2012-H2").missing]

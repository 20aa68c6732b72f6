"""B11 of a small province, worked out by hand: committees, communication, exemplars."""

from .conftest import of_districts

# committees, meetings | items, audience | the same of news, articles, broadcasts, meetings,
# panels, others | exemplars: proposed, decided
FIRST_HALF = {
    "Huyện Đà Bắc": "1 3 3 580 2 500 0 0 0 0 1 80 0 0 0 0 2 1",
    "Huyện Kim Bôi": "~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~",
    "Tổng": "1 3 3 580 2 500 0 0 0 0 1 80 0 0 0 0 2 1",
}
SECOND_HALF = {
    "Huyện Đà Bắc": "1 3 ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~",
    "Huyện Kim Bôi": "1 2 10 - 0 0 0 0 10 - 0 0 0 0 0 0 ~ ~",
    "Tổng": "2 5 10 - 0 0 0 0 10 - 0 0 0 0 0 0 ~ ~",
}


def test_the_first_half_is_as_worked_out_by_hand(ask):
    assert FIRST_HALF == of_districts(ask("b11", "2012-H1"))


def test_the_second_half_is_as_worked_out_by_hand(ask):
    assert SECOND_HALF == of_districts(ask("b11", "2012-H2"))

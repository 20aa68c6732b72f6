"""B5 of a small province, worked out by hand: titles of the scheme in force, of a full year."""

from .conftest import of_districts

# total, registered, achieved, % of total, % of registered, new, retained, target, % of target
FIRST_HALF = {
    "Huyện Đà Bắc": "900 600 500 55.6 83.3 50 400 550 90.9",
    ("Huyện Đà Bắc", "title_family"): "900 600 500 55.6 83.3 50 400 550 90.9",
    "Huyện Kim Bôi": "~ ~ ~ ~ ~ ~ ~ ~ ~",
    "Tổng": "900 600 500 55.6 83.3 50 400 550 90.9",
    ("Tổng", "title_family"): "900 600 500 55.6 83.3 50 400 550 90.9",
}
SECOND_HALF = {
    "Huyện Đà Bắc": "940 710 618 65.7 87 80 480 600 101.7*",
    ("Huyện Đà Bắc", "title_family"): "920 700 610 66.3 87.1 80 480 600 101.7",
    ("Huyện Đà Bắc", "title_clan"): "20 10 8 40 80 - - - -",
    "Huyện Kim Bôi": "300 - 120 40 - - - 100 120",
    ("Huyện Kim Bôi", "title_family"): "300 - 120 40 - - - 100 120",
    "Tổng": "1240 710 738 59.5 87* 80 480 700 104.3*",
    ("Tổng", "title_family"): "1220 700 730 59.8 87.1* 80 480 700 104.3",
    ("Tổng", "title_clan"): "20 10 8 40 80 - - - -",
}


def test_the_first_half_is_as_worked_out_by_hand(ask):
    assert FIRST_HALF == of_districts(ask("b5", "2012-H1"))


def test_the_second_half_is_as_worked_out_by_hand(ask):
    assert SECOND_HALF == of_districts(ask("b5", "2012-H2"))

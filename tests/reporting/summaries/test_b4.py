"""B4 of a small province, worked out by hand: bodies, members and schools of the Association."""

from .conftest import of_districts

# associations, branches, boards | members, new, left, female, minority, party, teachers
# | population, % | schools, with a branch, % | support: times, value
FIRST_HALF = {
    "Huyện Đà Bắc": "1 14 10 1498 92 14 760 1200 300 90 6000 25 3 3 100 1 5000000",
    "Huyện Kim Bôi": "~ 4 2 200 - - - - - - 2500 8 2 1 50 ~ ~",
    "Tổng": "1 18 12 1698 92 14 760 1200 300 90 8500 20 5 4 80 1 5000000",
}
SECOND_HALF = {
    "Huyện Đà Bắc": "2 15 10 1510 20 8 770 1200 305 91 6000 25.2 3 2 66.7 ~ ~",
    "Huyện Kim Bôi": "~ 4 2 200 - - - - - - 2500 8 2 1 50 ~ ~",
    "Tổng": "2 19 12 1710 20 8 770 1200 305 91 8500 20.1 5 3 60 ~ ~",
}


def test_the_first_half_is_as_worked_out_by_hand(ask):
    assert FIRST_HALF == of_districts(ask("b4", "2012-H1"))


def test_the_second_half_is_as_worked_out_by_hand(ask):
    assert SECOND_HALF == of_districts(ask("b4", "2012-H2"))

"""B3 of a small province, worked out by hand: premises, equipment and people."""

from .conftest import of_districts

# centres | with premises, seal, account, internet, bookcase, loudspeaker | computers
# | posts filled: director, accountant, treasurer | deputies
# | seconded, collaborators, instructors, of whom members
FIRST_HALF = {
    "Huyện Đà Bắc": "2 0 1 1 1 1 - 2 1 0 0 2 1 8 2 1",
    "Huyện Kim Bôi": "1 ~ ~ ~ ~ ~ ~ ~ 1 0 0 0 ~ ~ ~ ~",
    "Tổng": "3 0 1 1 1 1 - 2 2 0 0 2 1 8 2 1",
}
SECOND_HALF = {
    "Huyện Đà Bắc": "2 1 1 1 1 1 - 5 1 1 0 1 1 8 2 1",
    "Huyện Kim Bôi": "1 1 1 0 0 1 1 0 0 0 0 0 - 5 1 1",
    "Tổng": "3 2 2 1 1 2 1 5 1 1 0 1 1 13 3 2",
}


def test_the_first_half_is_as_worked_out_by_hand(ask):
    assert FIRST_HALF == of_districts(ask("b3", "2012-H1"))


def test_the_second_half_is_as_worked_out_by_hand(ask):
    assert SECOND_HALF == of_districts(ask("b3", "2012-H2"))

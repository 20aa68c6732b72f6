"""The counts that forms ask for again and again."""

import pytest

from schemas import of_whom
from schemas.label import Label

GROUP = Label("Người học", "Learners")


@pytest.mark.parametrize(
    "make", [of_whom.female, of_whom.ethnic_minority, of_whom.poor_household, of_whom.disabled]
)
def test_each_is_a_part_of_the_count_it_names(make):
    field = make("all_count", GROUP)

    assert ("all_count", GROUP) == (field.of, field.group)
    assert all(field.help)


def test_ages_are_named():
    assert "Aged 15–25" == of_whom.aged("15–25", "all_count").label.en

"""The counts that forms ask for again and again."""

import pytest

from schemas.fields import disaggregation
from schemas.formatting.label import Label

GROUP = Label("Người học", "Learners")


@pytest.mark.parametrize(
    "make",
    [
        disaggregation.female,
        disaggregation.ethnic_minority,
        disaggregation.poor_household,
        disaggregation.disabled,
    ],
)
def test_each_is_a_part_of_the_count_it_names(make):
    field = make("all_count", GROUP)

    assert ("all_count", GROUP) == (field.of, field.group)
    assert all(field.help)


def test_ages_are_named():
    assert "Aged 15–25" == disaggregation.aged("15–25", "all_count").label.en

"""No small count can be read from a column, or reckoned out of it by taking away what is shown."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.disclosure_control import Column
from schemas.privacy.small_counts import FEW, WITHHELD, is_small

MOST = 12


def column(*districts, whole=None):
    """A total, its districts, and the communes of each; values and places of what they are of."""
    values, above = [0], [None]
    for communes in districts:
        place = len(values)
        values += [sum(communes), *communes]
        above += [0, *[place] * len(communes)]
    values[0] = sum(map(sum, districts))
    return Column(values, whole or [None] * len(values), above)


def shown(made):
    marks = made.withhold()
    return [marks.get(place, value) for place, value in enumerate(made.values)]


@pytest.mark.parametrize(
    ("districts", "expected"),
    [
        ([[7, 9], [6]], [22, 16, 7, 9, 6, 6]),
        ([[0, 9], [6]], [15, 9, 0, 9, 6, 6]),
        # two that are withheld keep each other
        ([[3, 2, 9], [6]], [20, 14, FEW, FEW, 9, 6, 6]),
        # one alone takes the smallest other with it
        ([[3, 20, 9], [6]], [38, 32, FEW, 20, WITHHELD, 6, 6]),
        # a district with a single commune, and one beside it
        ([[3], [9], [8]], [20, FEW, FEW, 9, 9, WITHHELD, WITHHELD]),
        # all of them are a few: so is the total
        ([[1, 0], [0]], [FEW, FEW, FEW, 0, 0, 0]),
        # "<5" twice and 8 in all would be 4 and 4
        ([[4, 4]], [8, 8, WITHHELD, WITHHELD]),
    ],
)
def test_what_is_shown_of_a_column(districts, expected):
    assert expected == shown(column(*districts))


def test_nobody_counted_is_no_zero_and_stays_empty():
    made = Column([3, None, 3], [None] * 3, [None, 0, 0])

    assert [FEW, None, FEW] == shown(made)


def test_a_zero_of_very_few_is_withheld_too():
    """Of three learners none is disabled: that is known of each of the three."""
    assert FEW == shown(Column([0], [3], [None]))[0]
    assert 0 == shown(Column([0], [30], [None]))[0]


def test_what_is_known_of_the_whole_is_reckoned_with():
    """All seven learners of the two communes are of an ethnic minority: so are all of each."""
    marks = column([3, 4], whole=[7, 7, 3, 4]).withhold()

    assert {0, 1, 2, 3} == set(marks)


def test_a_province_is_done_in_a_moment_however_small_its_counts_are():
    made = column(*[[number % 5 for number in range(20)]] * 11)
    marks = made.withhold()
    secret = [place for place, value in enumerate(made.values) if 0 < value < 5]

    assert set(secret) <= set(marks)
    assert [] == [place for place in secret if len({*made.bounds()[place]}) == 1]


counts = st.integers(0, 9)
provinces = st.lists(st.lists(counts, min_size=1, max_size=2), min_size=1, max_size=2)


@settings(max_examples=150, deadline=None)
@given(provinces, st.data())
def test_every_small_count_could_also_be_another_for_who_sees_the_table(districts, data):
    made = column(*districts)
    leaves = [place for place in range(len(made.values)) if place not in made.parts]
    if data.draw(st.booleans()):
        wholes = {place: made.values[place] + data.draw(st.integers(0, 3)) for place in leaves}
        made.whole = _sums(made, wholes)
    said = shown(made)
    possible = [set() for _ in said]
    for tried in product(*(range(MOST) for _ in leaves)):
        values = _sums(made, dict(zip(leaves, tried, strict=True)))
        if all(map(_fits, values, said, made.whole)):
            for place, value in enumerate(values):
                possible[place].add(value)
    secret = [i for i, value in enumerate(made.values) if is_small(value, made.whole[i])]

    assert all(possible)
    assert [] == [place for place in secret if len(possible[place]) == 1]
    assert [] == [i for i in secret if isinstance(said[i], int)]


def _sums(made, values):
    for place in sorted(made.parts, reverse=True):  # sums stand before their parts
        values[place] = sum(values[part] for part in made.parts[place])
    return [values[place] for place in range(len(made.values))]


def _fits(value, said, whole):
    """Whether such a value could stand behind what is shown."""
    if whole is not None and value > whole:
        return False
    if said == WITHHELD:
        return True
    if said == FEW:
        return value < 5 and (value > 0 or (whole is not None and whole < 5))
    return value == said

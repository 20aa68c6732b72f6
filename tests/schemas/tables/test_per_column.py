"""What becomes of a value is worked out once, and is never another value's."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.record import fields, get
from schemas.tables.per_column import MOST, is_text, remembered

SCALARS = st.none() | st.booleans() | st.integers(0, 2) | st.floats(0, 2) | st.text(max_size=2)


@given(st.lists(SCALARS | st.lists(SCALARS, max_size=2), max_size=20))
def test_it_is_what_the_work_itself_makes_of_it(values):
    assert list(map(repr, values)) == list(map(remembered(repr), values))


def test_a_value_that_comes_again_costs_no_work():
    done = []
    of = remembered(lambda value: done.append(value) or value)

    assert ["a", "b", "a", "b"] == list(map(of, ["a", "b", "a", "b"]))
    assert ["a", "b"] == done


def test_no_more_is_remembered_than_a_column_may_take():
    done = []
    of = remembered(lambda value: done.append(value) or value)
    for value in [*range(MOST + 2), MOST + 1, 0]:
        of(value)

    assert [MOST + 1] == done[MOST + 2 :]


def test_texts_stand_as_they_are_but_not_names_of_other_records():
    assert is_text(fields(get("activity"))["title"])
    assert not is_text(fields(get("evidence"))["activity_ref"])
    assert not is_text(fields(get("activity"))["category"])
    assert not is_text(fields(get("evaluation"))["verified_by"])  # by account, shown by name
    assert not is_text(None)

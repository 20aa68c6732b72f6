"""Columns for the criteria of a set: offered by hand, and known by their headings."""

import pytest

from schemas.context import Context, within
from schemas.evaluation.criterion_columns import cells, code_of
from schemas.record import get
from schemas.records.criteria_set import CriteriaSet

SET = CriteriaSet.example()


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("diem 1.1", "1.1"),
        ("diem A", "A"),
        ("diem 2.1 – Số lớp so với kế hoạch", "2.1"),
        ("diem (2.1): Số lớp", "2.1"),
        ("diem so lop", ""),
        ("ly do 1.1", ""),
        ("", ""),
    ],
)
def test_the_code_stands_behind_the_label(heading, code):
    assert code == code_of({"diem"}, heading, str)


def test_each_side_is_offered_the_cells_that_it_owns():
    with within(Context(criteria_sets=lambda: {"A": SET, "B": SET})):
        mine = [name for name, _ in cells(get("evaluation"), "centre")]
        theirs = [name for name, _ in cells(get("evaluation"), "district")]

    assert ["self_score.1.1", "self_score.1.2", "self_score.2.1"] == mine[:3]
    assert ["verified_score.1.1", "verified_reason.2.1"] == [theirs[0], theirs[-1]]
    assert [] == cells(get("evaluation"), "centre")

"""The sums and the checks of an evaluation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.record import owner_of
from schemas.records.criteria_set import CriteriaSet
from schemas.records.evaluation import Evaluation, check_scores, self_total, verified_total
from tests.schemas.declared import ANYTHING

SET = CriteriaSet.example()


def said(values, criteria_set=SET):
    found = check_scores(values, criteria_set)
    return {name: [label.vi for label in labels] for name, labels in found.items()}


def test_scores_add_up_each_family_by_itself():
    values = {"self_score.1.1": 4.5, "self_score.1.2": 3, "verified_score.1.1": 4, "year": 2012}

    assert (7.5, 4) == (self_total(values), verified_total(values))


def test_no_score_is_not_a_score_of_nothing():
    assert self_total({"year": 2012, "self_score.1.1": None}) is None
    assert 0 == self_total({"self_score.1.1": 0})


@given(st.dictionaries(st.sampled_from(["self_score.1.1", "self_score.2.1", "year"]), ANYTHING))
def test_values_of_any_kind_are_passed_over_in_sums(values):
    assert isinstance(self_total(values), float | None)
    check_scores(values, SET)


@given(ANYTHING)
def test_a_set_of_any_shape_breaks_no_check(value):
    check_scores(Evaluation.example(), {"groups": value, "step": value})


@pytest.mark.parametrize(
    ("score", "wrong"),
    [
        (5, []),
        (4.5, []),
        (0, []),
        (5.5, ["Điểm tối đa của tiêu chí 1.1 là 5."]),
        (-1, ["Điểm tối đa của tiêu chí 1.1 là 5."]),
        (4.25, ["Điểm chấm theo bước 0,5."]),
        ("4", ["Điểm tối đa của tiêu chí 1.1 là 5."]),
    ],
)
def test_a_score_lies_within_its_criterion_in_its_steps(score, wrong):
    assert {name: labels for name, labels in {"self_score.1.1": wrong}.items() if labels} == said(
        {"self_score.1.1": score, "reason.1.1": "x", "year": 2012}
    )


def test_a_criterion_of_another_set_is_named():
    assert {"verified_score.9.9": ["Bộ tiêu chí của năm này không có tiêu chí 9.9."]} == said(
        {"verified_score.9.9": 1}
    )


def test_a_set_may_ask_for_whole_points():
    assert {"self_score.1.1": ["Điểm chấm theo bước 1."]} == said(
        {"self_score.1.1": 4.5}, {**SET, "step": 1}
    )


def test_the_example_fits_the_example():
    assert {} == check_scores(Evaluation.example(), SET)


def test_the_centre_owns_its_scores_and_the_district_the_verified_ones():
    names = ("self_score.1.1", "reason.1.1", "evidence.1.1", "status", "signed_on", "signed_times")
    said = ("verification", "verified_signature", "returned_reason", "decision", "verified_by")

    assert {"centre"} == {owner_of(Evaluation, name) for name in names}
    assert "district" == owner_of(Evaluation, "verified_score.1.1")
    assert "district" == owner_of(Evaluation, "verified_reason.1.1")
    assert {"district"} == {owner_of(Evaluation, name) for name in said}
    assert "district_association" == owner_of(Evaluation, "association_note")

"""What the district says of a sheet, read and judged."""

import pytest

from schemas.record import owner_of
from schemas.records.criteria_set import CriteriaSet
from schemas.records.evaluation import Evaluation
from server.web.evaluation.verified_form import Verifier, filled, judged, offered, with_scores

SET, BY = CriteriaSet.example(), Verifier("Bà Ưởng", "2013-01-15")
OWN = {n: v for n, v in Evaluation.example().items() if owner_of(Evaluation, n) == "centre"}
SAME = {"verified_score.1.1": "4,5", "verified_score.1.2": "5", "verified_score.2.1": "8"}


def said(deed, typed, before=OWN):
    values, errors = judged(before, SET, typed, deed, BY)
    return values, {name: labels[0].vi for name, labels in errors.items()}


def test_what_agrees_needs_no_reason_and_is_signed_by_who_finished_it():
    values, errors = said("finish", SAME)

    assert {} == errors
    assert (4.5, "verified", 1, "Bà Ưởng", "2013-01-15") == tuple(
        values[name] for name in ("verified_score.1.1", "verification", "verified_signature",
                                  "verified_by", "verified_on")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("deed", "typed", "wrong"),
    [
        ("save", {"verified_score.1.1": "4"}, "verified_reason.1.1"),
        ("save", {"verified_score.1.1": "nhiều"}, "verified_score.1.1"),
        ("save", {"verified_score.1.1": "6", "verified_reason.1.1": "x"}, "verified_score.1.1"),
        ("finish", {"verified_score.1.1": "4,5"}, "verified_score.1.2"),
        ("return", SAME, "returned_reason"),
        ("save", {"verified_on": "hôm qua"}, "verified_on"),
    ],
)
def test_what_cannot_be_said_is_named(deed, typed, wrong):
    assert wrong in said(deed, typed)[1]


def test_a_sheet_that_is_closed_takes_only_what_its_button_asks_for():
    closed = {**OWN, "verification": "verified", "verified_signature": 1}
    typed = {"decision": "12/QĐ", "decided_on": "20/1/2013", "verified_score.1.1": "1"}
    values, errors = said("recognise", typed, closed)

    assert {} == errors
    assert {"decision", "decided_on", "verification", "verified_signature"} == values.keys()


def test_a_sheet_whose_set_is_not_here_can_only_be_read():
    assert () == offered(OWN, {})
    assert ("save", "finish", "return") == offered(OWN, SET)


def test_only_scores_that_the_set_allows_are_added_up():
    typed = {"verified_score.1.1": "9", "verified_score.1.2": "4", "verified_score.9": "4"}

    assert {**OWN, "verified_score.1.2": 4} == with_scores(OWN, SET, typed)


def test_empty_scores_are_filled_and_typed_ones_kept():
    found = filled(OWN, SET, {"verified_score.1.1": "2", "verified_score.1.2": " "})

    assert ("2", "5", "8") == tuple(found[f"verified_score.{c}"] for c in ("1.1", "1.2", "2.1"))

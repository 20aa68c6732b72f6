"""How far an evaluation has got, whoever said what about which signature."""

import pytest

from schemas.evaluation.verification import (
    NEEDED,
    STAGES,
    signatures,
    stage,
    unreasoned,
    unsaid,
    unverified,
)
from schemas.records.criteria_set import CriteriaSet

SET = CriteriaSet.example()
SIGNED = {"status": "self_assessed"}


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, "missing"),
        ({"status": "draft"}, "draft"),
        (SIGNED, "self_assessed"),
        ({**SIGNED, "verification": "verifying", "verified_signature": 1}, "verifying"),
        ({**SIGNED, "verification": "verified", "verified_signature": 1}, "verified"),
        ({**SIGNED, "verification": "recognised", "verified_signature": 1}, "recognised"),
        ({**SIGNED, "verification": "returned", "verified_signature": 1}, "returned"),
        ({**SIGNED, "verification": "of a newer version"}, "self_assessed"),
        ({"status": "of a newer version"}, "draft"),
    ],
)
def test_the_stage_follows_what_each_side_said(values, found):
    assert found == stage(values)
    assert found in STAGES


@pytest.mark.parametrize("said", ["returned", "verified", "verifying"])
def test_what_was_said_of_an_earlier_signature_holds_no_more(said):
    told = {"verification": said, "verified_signature": 1}

    assert said == stage({**SIGNED, **told, "signed_times": 1})
    assert "draft" == stage({"status": "draft", **told, "signed_times": 1})
    assert "self_assessed" == stage({**SIGNED, **told, "signed_times": 2})


def test_a_sheet_of_an_older_program_was_signed_once():
    assert (0, 1, 3) == (
        signatures({}),
        signatures(SIGNED),
        signatures({**SIGNED, "signed_times": 3}),
    )


def test_a_score_that_differs_needs_a_reason():
    values = {"self_score.1.1": 4.5, "verified_score.1.1": 4, "verified_score.1.2": 5,
              "self_score.1.2": 5, "verified_score.2.1": 3}  # fmt: skip

    assert ["verified_reason.1.1", "verified_reason.2.1"] == list(unreasoned(values, SET))
    assert ["verified_reason.2.1"] == list(
        unreasoned({**values, "verified_reason.1.1": "Thiếu sổ"}, SET)
    )


def test_what_is_not_verified_and_not_said_is_named():
    values = {"verified_score.1.1": 0, "decision": "12/QĐ"}

    assert ["verified_score.1.2", "verified_score.2.1"] == list(unverified(values, SET))
    assert {"decided_on": [NEEDED]} == unsaid(values, ("decision", "decided_on"))

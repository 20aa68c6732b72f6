"""What a row of a file cannot say, though each of its cells is sound."""

from schemas.context import Context, within
from schemas.importing.faults import row_errors
from schemas.record import get, owner_of
from schemas.records.criteria_set import CriteriaSet

EVALUATION, SET = get("evaluation"), CriteriaSet.example()
OWN = {n: v for n, v in EVALUATION.example().items() if owner_of(EVALUATION, n) == "centre"}
HERE = Context(criteria_sets=lambda: {SET["code"]: SET})


def said(values, before=None, here=HERE):
    with within(here):
        return list(row_errors(EVALUATION, values, before or {}))


def test_most_types_have_nothing_to_say():
    assert {} == row_errors(get("activity"), {"title": "A"}, {})


def test_scores_are_judged_by_the_set_that_the_row_or_its_record_names():
    assert [] == said(OWN)
    assert ["self_score.1.1"] == said({**OWN, "self_score.1.1": 9})
    assert ["self_score.1.1"] == said({"self_score.1.1": 9}, OWN)


def test_a_set_that_is_not_here_is_reported_unless_nothing_is_known_of_sets():
    assert ["criteria_set"] == said({**OWN, "criteria_set": "LA"})
    assert [] == said({**OWN, "criteria_set": "LA"}, here=Context())


def test_what_is_closed_is_changed_no_more():
    closed = {**OWN, "verification": "verified", "verified_signature": 1}

    assert [] == said({"self_score.1.1": OWN["self_score.1.1"]}, closed)
    assert ["year"] == said({"self_score.1.1": 1}, closed)


def test_a_verified_score_in_a_file_needs_its_reason_too():
    assert ["verified_reason.1.1"] == said({"verified_score.1.1": 4}, OWN)
    assert [] == said({"verified_score.1.1": 4, "verified_reason.1.1": "Thiếu sổ"}, OWN)

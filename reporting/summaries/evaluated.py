"""The figures of the yearly evaluations: who was assessed and verified, ranks and scores.

Ranks follow from scores and a criteria set, so no field has them; ``reporting.evaluations`` works
them out, and this module counts what it says. A sheet that is not signed yet is in no figure.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemas.evaluation.verification import DRAFT, MISSING, RECOGNISED
from schemas.records.criteria_set import RANKS

from ..evaluations import EVALUATION, Line
from ..query.totals import Sum

COUNTED = ("self_assessed_count", "verified_count", "recognised_count", "both_count")
SCORES = ("self_score", "verified_score", "score_difference")
NAMES = frozenset(
    (*COUNTED, *SCORES, *(f"{who}_{rank}_count" for who in ("self", "verified") for rank in RANKS))
)
__all__ = ["EVALUATION", "NAMES", "sums"]


def sums(lines: Iterable[Line]) -> dict[str, Sum]:
    """The figures of each centre whose sheet is signed, by its area."""
    signed = (line for line in lines if line.stage not in (MISSING, DRAFT))
    return {line.place.key: Sum(1, _figures(line), int(line.disputed)) for line in signed}


def _figures(line: Line) -> dict[str, float | None]:
    own, verified = line.self_total, line.verified_total if line.verified_rank else None
    has_both = own is not None and verified is not None
    by_rank = {
        f"{who}_{rank}_count": int(rank == its)
        for who, its in (("self", line.self_rank), ("verified", line.verified_rank))
        for rank in RANKS
    }
    return {
        **by_rank,
        "self_assessed_count": 1,
        "verified_count": int(bool(line.verified_rank)),
        "recognised_count": int(line.stage == RECOGNISED),
        "both_count": int(has_both),
        "self_score": own,
        "verified_score": verified,
        "score_difference": (verified or 0) - (own or 0) if has_both else None,
    }

"""B2: the ranks of the centres by their yearly evaluations, of the last year that has ended."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.formatting.label import Label
from schemas.records.criteria_set import RANKS

from .declaration import (
    ENDED_YEAR,
    EXPECTED,
    MISSING,
    YEAR_BEFORE,
    Column,
    Figure,
    Mean,
    Share,
    Summary,
)

DONE = Label("Số trung tâm", "Centres")
VERIFIED = Label("Xếp loại thẩm định", "Verified rank")
OWN = Label("Tự xếp loại", "Own rank")
MEANS = Label("Điểm bình quân", "Mean score")
BEFORE = Label("Xếp loại thẩm định năm trước", "Verified rank of the year before")


def _count(name: str, label: Label, group: Label | None = None, shown: bool = True) -> Column:
    """A figure of the evaluations of the last year that has ended."""
    return Column(name, label, Figure("evaluation", name, when=ENDED_YEAR), group, shown)


def _of_rank(rank: str, label: Label) -> Iterator[Column]:
    """How many centres have that rank, and their share of those that were verified."""
    name = f"verified_{rank}_count"
    yield _count(name, label, VERIFIED)
    yield Column(f"verified_{rank}_rate", Label("%", "%"), Share(name, "verified_count"), VERIFIED)


SUMMARY = Summary(
    code="b2",
    label=Label("B2. Xếp loại", "B2. Ranks"),
    help=Label(
        "Đánh giá, xếp loại trung tâm của năm đã kết thúc gần nhất.",
        "The evaluation and rank of the centres, of the last year that has ended.",
    ),
    main="self_assessed_count",
    columns=(
        Column(
            "centre_count",
            Label("Tổng", "All"),
            Figure("evaluation", EXPECTED, when=ENDED_YEAR),
            DONE,
        ),
        _count("self_assessed_count", Label("Tự đánh giá", "Self-assessed"), DONE),
        _count("verified_count", Label("Đã thẩm định", "Verified"), DONE),
        _count("recognised_count", Label("Đã công nhận", "Recognised"), DONE),
        Column(
            "missing_count",
            Label("Chưa đánh giá", "Not assessed"),
            Figure("evaluation", MISSING, when=ENDED_YEAR),
            DONE,
        ),
        *(column for rank, label in RANKS.items() for column in _of_rank(rank, label)),
        *(_count(f"self_{rank}_count", label, OWN) for rank, label in RANKS.items()),
        Column(
            "self_mean", Label("Tự chấm", "Self"), Mean("self_score", "self_assessed_count"), MEANS
        ),
        Column(
            "verified_mean",
            Label("Thẩm định", "Verified"),
            Mean("verified_score", "verified_count"),
            MEANS,
        ),
        Column(
            "mean_difference",
            Label("Chênh lệch", "Difference"),
            Mean("score_difference", "both_count"),
            MEANS,
        ),
        *(
            Column(
                f"verified_{rank}_count_before",
                label,
                Figure("evaluation", f"verified_{rank}_count", when=YEAR_BEFORE),
                BEFORE,
            )
            for rank, label in RANKS.items()
        ),
        *(
            _count(name, Label("Tổng điểm", "Sum of scores"), shown=False)
            for name in ("self_score", "verified_score", "score_difference")
        ),
        _count("both_count", Label("Có đủ hai điểm", "With both scores"), shown=False),
    ),
)

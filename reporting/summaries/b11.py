"""B11: steering committees and communication: what was formed, published and proposed."""

from __future__ import annotations

from schemas.formatting.label import Label
from schemas.records.communication_item import KINDS

from .declaration import LAST_DAY, Column, Figure, Summary, of_fields

COMMITTEES = Label("Ban chỉ đạo", "Steering committees")
ALL = Label("Tuyên truyền, tất cả", "Communication, all")
EXEMPLARS = Label("Điển hình", "Exemplars")
ITEMS = Label("Số tin, bài, buổi", "Items")
AUDIENCE = Label("Lượt người", "Audience")


def _of_kind(kind: str) -> tuple[Column, Column]:
    """The items of that kind, and their audience."""
    where = {"kind": kind}
    return (
        Column(
            f"{kind}_item_count",
            ITEMS,
            Figure("communication_item", "item_count", where),
            KINDS[kind],
        ),
        Column(
            f"{kind}_audience_count",
            AUDIENCE,
            Figure("communication_item", "audience_count", where),
            KINDS[kind],
        ),
    )


SUMMARY = Summary(
    code="b11",
    label=Label("B11. Ban chỉ đạo, tuyên truyền", "B11. Committees, communication"),
    help=Label(
        "Ban chỉ đạo đang hoạt động; tin, bài, buổi tuyên truyền theo loại; điển hình.",
        "Committees at work; communication by kind; exemplars proposed and decided.",
    ),
    columns=(
        Column(
            "committee_count",
            Label("Đang hoạt động", "At work"),
            Figure("steering_committee", when=LAST_DAY),
            COMMITTEES,
        ),
        *of_fields("steering_committee", "meeting_count", group=COMMITTEES, when=LAST_DAY),
        Column("item_count", ITEMS, Figure("communication_item", "item_count"), ALL),
        Column("audience_count", AUDIENCE, Figure("communication_item", "audience_count"), ALL),
        *(column for kind in KINDS for column in _of_kind(kind)),
        Column("exemplar_count", Label("Đề nghị", "Proposed"), Figure("exemplar"), EXEMPLARS),
        Column(
            "decided_exemplar_count",
            Label("Đã có quyết định", "Decided"),
            Figure("exemplar", filled="decided_on"),
            EXEMPLARS,
        ),
    ),
)

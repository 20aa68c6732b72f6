"""B7: pupils who are at risk, dropped out or came back, and what was done for them."""

from __future__ import annotations

from schemas.formatting.label import Label

from .declaration import Column, Figure, Summary, of_fields

ALL = Label("Tất cả trường", "All schools")
REMOTE = Label("Trong đó trường vùng khó khăn", "Of which in remote communes")
NAMES = (
    "at_risk_count",
    "dropped_count",
    "returned_count",
    "repeated_count",
    "visit_count",
    "helped_count",
)
WHOLE = of_fields("retention_count", *NAMES, group=ALL)

SUMMARY = Summary(
    code="b7",
    label=Label("B7. Học sinh", "B7. Pupils"),
    help=Label(
        "Học sinh có nguy cơ bỏ học, bỏ học, trở lại lớp, lưu ban; lượt vận động và giúp đỡ.",
        "Pupils at risk, dropped out, returned, repeated; visits and help.",
    ),
    columns=(
        *WHOLE,
        *(
            Column(
                f"remote_{column.name}",
                column.label,
                Figure("retention_count", column.name, {"is_remote": "1"}),
                REMOTE,
            )
            for column in WHOLE
        ),
    ),
)

"""What a file would become, row by row, before anything is written."""

from __future__ import annotations

from flask import render_template, request, url_for

from schemas import intake, intake_sheet

from .. import intakes
from ..intakes import Intake
from .language import language, spoken

PAGE = 50  # rows


def preview(found: Intake) -> str:
    """The page on which a person looks at a file, corrects its columns and confirms it."""
    only, page = request.args.get("only", ""), max(1, request.args.get("page", 1, int))
    kind, counts = found.batch.record_type, intake_sheet.counts(found.plan)
    rows = [row for row in found.plan if not only or intake_sheet.fate(row) == only]
    shown = rows[(page - 1) * PAGE : page * PAGE]
    return render_template(
        "agent/intake_preview.html",
        schema=found.schema,
        batch=found.batch,
        header=found.layout.header,
        columns=intake_sheet.columns(found.grid, found.layout),
        choices=_choices(found),
        headings=[intake_sheet.label(found.schema, n, language()) for n in _filled(found)],
        counts=counts,
        many=len(found.plan),
        only=only,
        rows=[intake_sheet.shown(found.schema, found.layout, row, language()) for row in shown],
        page=page,
        last=max(1, -(-len(rows) // PAGE)),
        fates=lambda only: url_for(
            "intakes.show", kind=kind, name=found.batch.id, only=only or None
        ),
        twin=lambda name: url_for("records.show", kind=kind, record_id=name),
        ready=sum(1 for _ in intake_sheet.to_write(found.plan, False)),
    )


def _choices(found: Intake) -> list[tuple[str, str]]:
    offered = [(name, spoken(label)) for name, label in intake.choices(found.schema, intakes.ROLE)]
    cells = [name for name in found.layout.columns if "." in name]
    return [
        *offered,
        *((name, intake_sheet.label(found.schema, name, language())) for name in cells),
    ]


def _filled(found: Intake) -> list[str]:
    return intake_sheet.filled(found.layout)

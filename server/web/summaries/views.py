"""A summary table (biểu) on a page, and as the files that offices work with."""

from __future__ import annotations

from flask import Response

from reporting.summaries.public import careful_columns
from schemas.tables import workbooks
from webui import downloads
from webui.language import language, spoken

from ..files import tables
from ..pages import page, pages, reading
from ..query import offered
from . import files, presenters
from .request import SummaryRequest, public, readable, summary_request, table

MOST_NAMED = 30  # centres that did not report, and are named below the table
DEEPEST = 2  # districts and their communes; where units are split, a page has one level of them


@pages.get("/summaries")
@pages.get("/summaries/<code>")
@reading
def summary(code: str = "b1") -> str:
    ask = summary_request(code)
    made = table(ask, 1 if ask.summary.by else DEEPEST)
    return page(
        "summary",
        ask=ask,
        table=made,
        lines=[presenters.line(row, ask) for row in made.lines],
        heads=presenters.heads(ask.summary),
        summaries=readable(),
        most_named=MOST_NAMED,
        offered=offered(ask),
        is_sensitive=bool(careful_columns(ask.summary)),
    )


@pages.get("/summaries/<code>.csv")
@reading
def summary_csv(code: str) -> Response:
    ask = summary_request(code)
    return tables.download(_name(ask), files.cells(table(ask)))


@pages.get("/summaries/<code>/public.csv")
@reading
def summary_public_csv(code: str) -> Response:
    """The same to be handed on: small counts of sensitive kinds are not in it."""
    ask = summary_request(code)
    return tables.download(f"{_name(ask)}-public", files.public_cells(public(ask)))


@pages.get("/summaries/<code>.xlsx")
@reading
def summary_workbook(code: str) -> Response:
    ask = summary_request(code)
    heads, *rows = files.cells(table(ask))
    columns = [workbooks.Column(str(head)) for head in heads]
    pieces = workbooks.pieces(spoken(ask.summary.label), columns, rows, language())
    return downloads.download(f"{_name(ask)}.xlsx", pieces)


def _name(ask: SummaryRequest) -> str:
    return files.name(ask.summary, ask.place, ask.whole)

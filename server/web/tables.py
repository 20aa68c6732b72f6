"""Tables that leave the system: CSV with headings in words, of the same query as the screen.

Numbers go out as numbers and days as days (ISO), so that a spreadsheet can reckon with
them; what a person typed never goes out as a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask import Response, request, stream_with_context

from schemas import areas, homes, measures, tabular, workbooks
from schemas.columns import projections
from schemas.consents import lawful
from schemas.fields import Choice, Flag, Labelled, Related, Text
from schemas.homes import Belongs, belongs
from schemas.record import RecordSchema, fields
from schemas.small_counts import LEGEND, sensitive
from schemas.surroundings import carried
from schemas.vietnamese import moment
from schemas.workbooks import Column
from server import language
from server.reports.devices import Line as Device
from server.reports.periods import KINDS
from server.reports.public import Public
from server.reports.report import Report, Row
from server.reports.totals import only_flows

from . import shown, whole_sheets
from .asking import Asked
from .pages import say, spoken

Cells = list[str | int | float | None]
MOST = 6  # figures beside each other, so that a table fits the screen and the paper
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figures(schema: type[RecordSchema]) -> list[str]:
    """The figures of a table: those of the lists and a few more, or all if all are asked for."""
    names = list(measures.sums(schema))
    if request.args.get("figures") == "all":
        return names
    listed = [name for name in schema.list_fields if name in names]
    chosen = [*listed, *(name for name in names if name not in listed)][:MOST]
    return sorted(chosen, key=names.index)


HEADS = ("column.row", "column.level", "column.reported", "column.centres", "column.records")


def of_report(report: Report, ask: Asked) -> Iterator[Cells]:
    """A report with all its figures, the total last; of who did not report, cells are empty."""
    names, rates = list(measures.sums(ask.schema)), list(measures.rates(ask.schema))
    yield [*_heads(report, ask, rates), say("column.disputed")]
    for row in report.rows:
        yield _of_row(row, row.sum.figures, report, names, rates)
    row = report.total
    yield [_last(report, ask), *_of_row(row, row.sum.figures, report, names, rates)[1:]]


def of_public(found: Public, ask: Asked) -> Iterator[Cells]:
    """A report for the public: without small counts, and with what that means, last."""
    names, careful = list(measures.sums(ask.schema)), sensitive(ask.schema)
    shares = measures.rates(ask.schema).items()
    rates = [name for name, one in shares if not {one.part, one.whole} & careful.keys()]
    yield _heads(found.report, ask, rates)
    for row, figures in found.rows:
        yield _of_row(row, figures, found.report, names, rates)[:-1]
    row, figures = found.total
    yield [_last(found.report, ask), *_of_row(row, figures, found.report, names, rates)[1:-1]]
    yield [spoken(LEGEND)]


def _heads(report: Report, ask: Asked, rates: Iterable[str]) -> Cells:
    labels = [spoken(label) for label in measures.sums(ask.schema).values()]
    known = measures.rates(ask.schema)
    days = [say("column.as_of")] if report.total.sum.days else []
    return [*map(say, HEADS), *days, *labels, *(spoken(known[name].label) for name in rates)]


def _last(report: Report, ask: Asked) -> str:
    """What the last row is: the sum of the others, or of what stands, the end of the period."""
    adds_up = only_flows(ask.schema) or report.by not in KINDS
    return say("total" if adds_up else "total.state")


def _of_row(
    row: Row,
    shown: Mapping[str, str | float | None],
    report: Report,
    names: Iterable[str],
    rates: Iterable[str],
) -> Cells:
    level = say(f"level.{row.level}") if row.centres else ""
    told: Cells = [row.reported, row.centres] if row.centres else [None, None]
    days: Cells = [" – ".join(dict.fromkeys(row.sum.days))] if report.total.sum.days else []
    figures: Cells = [shown.get(name) for name in names]
    shares: Cells = [row.sum.rate(name) for name in rates]
    cells: Cells = [row.sum.records, *days, *figures, *shares, row.sum.disputed]
    return [spoken(row.label), level, *told, *([None] * len(cells) if row.silent else cells)]


def of_records(rows: Iterable[dict[str, Any]], ask: Asked) -> Iterator[Cells]:
    """Records with every field that has a column, and the centre and units they belong to."""
    known, rows = whole_sheets.columns(ask.schema, rows, _known(ask))
    derived = {**ask.schema.derived, **ask.schema.exported}
    labels = [tabular.label_of(ask.schema, name) for name in (*known, *derived)]
    yield [say("column.units"), say("column.centre"), *map(spoken, labels), say("column.id")]
    for row in (lawful(ask.schema, row) for row in rows):
        cells = [_typed(field, row.get(name)) for name, field in known.items()]
        yield [*_belongs(ask, row), *cells, *(row[name] for name in derived), row["_id"]]


def workbook(rows: Iterable[dict[str, Any]], ask: Asked) -> Response:
    """The same as an Excel workbook with typed cells, sent while it is read."""
    known, rows = whole_sheets.columns(ask.schema, rows, _known(ask))
    derived = {**ask.schema.derived, **ask.schema.exported}
    heads = [Column(say("column.units")), Column(say("column.centre"))]
    heads += [
        Column(spoken(tabular.label_of(ask.schema, name)), known.get(name))
        for name in (*known, *derived)
    ]
    heads += [Column(say("column.id"))]
    cells = (
        [*_belongs(ask, row), *(row.get(n) for n in (*known, *derived)), row["_id"]]
        for row in (lawful(ask.schema, row) for row in rows)
    )
    made = workbooks.pieces(spoken(ask.schema.label), heads, cells, language.current())
    filed = {"Content-Disposition": f'attachment; filename="{file_name(ask)}.xlsx"'}
    return Response(stream_with_context(carried(made)), headers=filed, content_type=workbooks.TYPE)


def _known(ask: Asked) -> dict[str, Labelled]:
    """The fields that have a column, in the order of the paper form."""
    columns = projections()[ask.selection.record_type].columns
    return {name: field for name, field in fields(ask.schema).items() if name in columns}


def of_devices(lines: Iterable[Device]) -> Iterator[Cells]:
    heads = ("centre", "device", "machine", "state", "last_contact", "waiting", "clock", "software")
    proof = ("received", "words", "differed")
    yield [*(say(f"column.{name}") for name in (*heads, *proof))]
    for line in lines:
        state = say(f"device.{line.state}" if line.name else "device.none")
        heard = moment(line.last_contact) if line.last_contact else ""
        differed = moment(line.differed.at) if line.differed else ""
        told: Cells = [heard, line.waiting, line.clock_offset / 1000, line.software]
        told += [line.proof.head, line.proof.words, differed]
        yield [line.centre, line.name, line.label, state, *(told if line.name else [""] * 7)]


def _belongs(ask: Asked, row: dict[str, Any]) -> Belongs:
    """The units of the record's own day and its centre; of no centre's, where it is kept."""
    found = belongs(ask.schema, row["_area"], row)
    return found if any(found) else Belongs("", spoken(ask.way[0].label))


def _typed(field: Labelled, value: Any) -> str | int | float | None:
    signs = isinstance(field, Text) and field.is_signatory
    words = (signs or isinstance(field, Choice | Flag | Related)) and value is not None
    return shown.of_field(field, value) if words else value


def file_name(ask: Asked) -> str:
    """The name of a file of records: what they are, whose, and of when."""
    kind, period = ask.schema.record_type, ask.period.key if ask.period else ""
    whose = [ask.place.label.vi] if ask.schema.lives_in == areas.CENTRE else []
    return "-".join(filter(None, [kind, homes.file_name(*whose, period)]))


def download(name: str, table: Iterable[Cells]) -> Response:
    """The table as a file, sent while it is read."""
    lines = stream_with_context(carried(_lines(table)))
    filed = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(lines, headers=filed, content_type="text/csv; charset=utf-8")


def _lines(table: Iterable[Cells]) -> Iterator[str]:
    yield "\ufeff"  # or a spreadsheet does not see that it is UTF-8
    for cells in table:
        line = io.StringIO()
        csv.writer(line).writerow(map(_plain, cells))
        yield line.getvalue()


def _plain(cell: str | int | float | None) -> str | int | float | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell

"""Tables that leave the system: CSV with headings in words, of the same query as the screen.

Numbers go out as numbers, with a decimal comma, and days as days (ISO), so that a spreadsheet can
reckon with them; what a person typed never goes out as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flask import Response, request

from reporting.public import Public
from reporting.query.totals import adds_up
from reporting.report import Report, Row
from schemas import areas, homes, measures
from schemas.addresses import MARK
from schemas.formatting.vietnamese import moment
from schemas.privacy.small_counts import LEGEND, sensitive
from schemas.record import RecordSchema
from schemas.tables import tabular
from schemas.tables.guard import guarded
from schemas.texts import UNREADABLE
from server.devices.overview import Line as Device
from webui import downloads
from webui.language import say, spoken

from ..query import ListRequest

Cells = list[str | int | float | None]
MOST = 6  # figures beside each other, so that a table fits the screen and the paper


def figures(schema: type[RecordSchema]) -> list[str]:
    """The figures of a table: those of the lists and a few more, or all if all are asked for."""
    names = list(measures.sums(schema))
    if request.args.get("figures") == "all":
        return names
    listed = [name for name in schema.list_fields if name in names]
    chosen = [*listed, *(name for name in names if name not in listed)][:MOST]
    return sorted(chosen, key=names.index)


HEADS = ("column.row", "column.level", "column.reported", "column.centres", "column.records")


def of_report(report: Report, ask: ListRequest) -> Iterator[Cells]:
    """A report with all its figures, the total last; of who did not report, cells are empty."""
    names, rates = list(measures.sums(ask.schema)), list(measures.rates(ask.schema))
    yield [*_heads(report, ask, rates), say("column.disputed")]
    for row in report.rows:
        yield _of_row(row, row.sum.figures, report, names, rates)
    row = report.total
    yield [_last(report, ask), *_of_row(row, row.sum.figures, report, names, rates)[1:]]


def of_public(public: Public, ask: ListRequest) -> Iterator[Cells]:
    """A report for the public: without small counts, and with what that means, last."""
    names, careful = list(measures.sums(ask.schema)), sensitive(ask.schema)
    shares = measures.rates(ask.schema).items()
    rates = [name for name, one in shares if not {one.part, one.whole} & careful.keys()]
    yield _heads(public.report, ask, rates)
    for row, figures in public.rows:
        yield _of_row(row, figures, public.report, names, rates)[:-1]
    row, figures = public.total
    yield [_last(public.report, ask), *_of_row(row, figures, public.report, names, rates)[1:-1]]
    yield [spoken(LEGEND)]


def _heads(report: Report, ask: ListRequest, rates: Iterable[str]) -> Cells:
    labels = [spoken(label) for label in measures.sums(ask.schema).values()]
    known = measures.rates(ask.schema)
    days = [say("column.as_of")] if report.total.sum.days else []
    return [*map(say, HEADS), *days, *labels, *(spoken(known[name].label) for name in rates)]


def _last(report: Report, ask: ListRequest) -> str:
    """The label of the last row: a sum of the others, or the state at the end of the period."""
    is_sum = adds_up(ask.selection, report.by.removeprefix(MARK))
    return say("total" if is_sum else "total.state")


def _of_row(
    row: Row,
    shown: Mapping[str, str | float | None],
    report: Report,
    names: Iterable[str],
    rates: Iterable[str],
) -> Cells:
    level = say(f"level.{row.level}") if row.centres else ""
    coverage: Cells = [row.reported, row.centres] if row.centres else [None, None]
    days: Cells = [" – ".join(dict.fromkeys(row.sum.days))] if report.total.sum.days else []
    figures: Cells = [shown.get(name) for name in names]
    shares: Cells = [row.sum.rate(name) for name in rates]
    cells: Cells = [row.sum.records, *days, *figures, *shares, row.sum.disputed]
    return [spoken(row.label), level, *coverage, *([None] * len(cells) if row.silent else cells)]


def of_devices(lines: Iterable[Device]) -> Iterator[Cells]:
    heads = ("centre", "device", "machine", "state", "last_contact", "waiting", "clock", "software")
    receipt = ("received", "words", "differed")
    yield [*(say(f"column.{name}") for name in (*heads, *receipt))]
    for line in lines:
        state = say(f"device.{line.state}" if line.name else "device.none")
        heard = moment(line.last_contact) if line.last_contact else ""
        unread = spoken(UNREADABLE) if line.is_misread else ""
        differed = moment(line.differed.at) if line.differed else unread
        cells: Cells = [heard, line.waiting, line.clock_offset / 1000, line.software]
        cells += [line.receipt.head, line.receipt.words, differed]
        yield [line.centre, line.name, line.label, state, *(cells if line.name else [""] * 7)]


def file_name(ask: ListRequest) -> str:
    """The name of a file of records: what they are, whose, and of when."""
    kind, period = ask.schema.record_type, ask.period.key if ask.period else ""
    whose = [ask.place.label.vi] if ask.schema.lives_in == areas.CENTRE else []
    return "-".join(filter(None, [kind, homes.file_name(*whose, period)]))


def download(name: str, table: Iterable[Cells]) -> Response:
    """The table as a file, sent while it is read."""
    return downloads.download(f"{name}.csv", _lines(table))


def _lines(table: Iterable[Cells]) -> Iterator[str]:
    yield "\ufeff"  # or a spreadsheet does not see that it is UTF-8
    for cells in table:
        yield tabular.csv_lines([all_plain(cells)])


def all_plain(cells: Iterable[object]) -> list[object]:
    """The cells as they stand in a file: no spreadsheet runs them, or takes 4.5 for a day."""
    return list(map(plain, cells))


def plain(cell: object) -> object:
    if isinstance(cell, float):
        return tabular.plain_number(cell)
    return guarded(cell) if isinstance(cell, str) else cell

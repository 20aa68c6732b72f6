"""Records as files, of the same query as the screen.

A file has every field that has a column, and where the record belongs. Numbers go out as numbers
and days as days, so that a spreadsheet can reckon with them. What is the same for a whole column
is worked out once; of a row, only what a column has to change is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from typing import Any, NamedTuple, Protocol, TypeVar

from reporting.query import csv_lines, listing
from schemas.context import Home
from schemas.fields import Choice, Flag, Labelled, Text
from schemas.homes import Belongs, belongs, home_finder
from schemas.privacy.consents import lawful, resting
from schemas.readable import UNREADABLE, cell_of, unreadable
from schemas.record import RecordSchema, families, fields
from schemas.tables import tabular, workbooks
from schemas.tables.columns import projections
from schemas.tables.per_column import is_text, remembered
from schemas.tables.workbooks import Column
from server import ambient
from webui.language import language, say, spoken

from .. import presenters
from ..query import ListRequest
from . import whole_sheets
from .tables import plain

AT_ONCE = 500  # rows that are handed on together

Row = Sequence[Any]
T = TypeVar("T")


class Watched(Protocol):
    """Passes rows on, and sees how many there were."""

    def __call__(self, rows: Iterable[T], /) -> Iterator[T]: ...


class Sheet(NamedTuple):
    """What a file of records holds: the unit, the centre, each field, the id of the record."""

    title: str
    columns: list[Column]
    rows: Iterable[Row]


def sheet(ask: ListRequest) -> Sheet:
    known = _known(ask)
    if families(ask.schema):
        rows = listing.stream(ambient.province().db(), ask.selection, ask.sort)
        kinds, whole = whole_sheets.columns(ask.schema, rows, known)
        names = [*kinds, *ask.schema.derived, *ask.schema.exported]
        return _sheet(ask, names, kinds, _of_values(ask, names, whole))
    names = _stored(ask)
    return _sheet(ask, names, known, _of_columns(ask, names))


def csv_file(ask: ListRequest, watched: Watched = iter) -> Iterator[str]:
    """The file, many rows at a time; ``watched`` sees each row pass."""
    made = sheet(ask)
    yield "\ufeff"  # or a spreadsheet does not see that it is UTF-8
    yield tabular.csv_lines([[column.heading for column in made.columns]])
    lines = watched(by_cell(made) if families(ask.schema) else _lines(ask))
    while some := list(islice(lines, AT_ONCE)):
        yield "\r\n".join([*some, ""])


def workbook(ask: ListRequest, watched: Watched = iter) -> Iterator[bytes]:
    """The same as an Excel workbook with typed cells."""
    made = sheet(ask)
    return workbooks.pieces(made.title, made.columns, watched(made.rows), language())


def by_cell(made: Sheet) -> Iterator[str]:
    """The lines of a file whose columns are no table's, cell by cell."""
    changes = [_change(column.field) for column in made.columns]
    for row in made.rows:
        cells = [change(value) for change, value in zip(changes, row, strict=True)]
        yield tabular.csv_lines([cells]).removesuffix("\r\n")


def _lines(ask: ListRequest) -> Iterator[str]:
    """The lines as the database writes them, each behind where its record belongs."""
    schema, names = ask.schema, _stored(ask)
    places = csv_lines.placing(schema, names)

    @cache  # it changes with the units, not from day to day
    def cells_of(home: Home | None) -> str:
        place = Belongs(home.place, home.centre) if home else Belongs()
        return ",".join(map(csv_lines.safe, _or_kept(ask, place)))

    home = home_finder(schema, places)
    columns = csv_lines.Columns(names, places, lambda *placed: cells_of(home(*placed)))
    db, lang = ambient.province().db(), language()
    return csv_lines.lines(db, ask.selection, ask.sort, columns, lang)


def _stored(ask: ListRequest) -> list[str]:
    """What has a column of its own: fields, and what is worked out of them."""
    return [*_known(ask), *ask.schema.derived]


def _sheet(
    ask: ListRequest, names: Sequence[str], kinds: dict[str, Labelled], rows: Iterable[Row]
) -> Sheet:
    heads = [Column(say("column.units")), Column(say("column.centre"))]
    heads += [Column(spoken(tabular.label_of(ask.schema, n)), kinds.get(n)) for n in names]
    heads += [Column(say("column.id"))]
    return Sheet(spoken(ask.schema.label), heads, rows)


def _known(ask: ListRequest) -> dict[str, Labelled]:
    """The fields that have a column, in the order of the paper form."""
    columns = projections()[ask.selection.record_type].columns
    return {name: field for name, field in fields(ask.schema).items() if name in columns}


def _of_values(
    ask: ListRequest, names: Sequence[str], rows: Iterable[dict[str, Any]]
) -> Iterator[Row]:
    for row in (lawful(ask.schema, row) for row in rows):
        cells = (cell_of(row, name) for name in names)
        yield [*_belongs(ask, row["_area"], row), *cells, row["_id"]]


def _of_columns(ask: ListRequest, names: Sequence[str]) -> Iterator[Row]:
    """Straight from the table, in its order."""
    schema, db = ask.schema, ambient.province().db()
    placed = csv_lines.placing(schema, names)
    placing = [names.index(name) for name in placed]

    @cache  # a centre has several records of a day
    def home(area: str, *values: object) -> Belongs:
        return _belongs(ask, area, dict(zip(placed, values, strict=True)))

    unlawful = _unlawful(schema, names)
    wanted = ["_area", "_id", UNREADABLE, *names]
    for area, name, lost, *values in listing.cells(db, ask.selection, ask.sort, wanted):
        for given, its in unlawful:
            if given is None or values[given] in (None, ""):
                for at in its:
                    values[at] = None
        for each in unreadable({UNREADABLE: lost}) if lost else ():
            if each in names:
                values[names.index(each)] = cell_of({UNREADABLE: lost}, each)
        yield [*home(area, *[values[at] for at in placing]), *values, name]


def _unlawful(
    schema: type[RecordSchema], names: Sequence[str]
) -> list[tuple[int | None, list[int]]]:
    """Where each consent is, and what no file contains without it; see ``consents.lawful``."""
    places = {name: at for at, name in enumerate(names)}
    consents = resting(schema).items()
    return [(places.get(c), [places[n] for n in its if n in places]) for c, its in consents]


def _belongs(ask: ListRequest, area: str, row: dict[str, Any]) -> Belongs:
    """The units of the record's own day and its centre; of no centre's, where it is kept."""
    return _or_kept(ask, belongs(ask.schema, area, row))


def _or_kept(ask: ListRequest, home: Belongs) -> Belongs:
    return home if any(home) else Belongs("", spoken(ask.way[0].label))


def _change(field: Labelled | None) -> Callable[[object], object]:
    """What is done to the cells of a column."""
    if isinstance(field, Choice | Flag | Text) and not is_text(field):
        return remembered(partial(_words, field))
    return partial(_marked, field) if field else plain


def _marked(field: Labelled, value: object) -> object:
    """As a number or a text; what could not be read says so."""
    return plain(value) if isinstance(value, str | int | float) else _words(field, value)


def _words(field: Labelled, value: object) -> object:
    return None if value is None else plain(presenters.of_field(field, value))

"""Records as files, of the same query as the screen: every field that has a column, and where the
record belongs.

Numbers go out as numbers and days as days, so that a spreadsheet can reckon with them. What is the
same for a whole column is worked out once; of a row, only what a column has to change is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice
from typing import Any, NamedTuple

from schemas import tabular, workbooks
from schemas.columns import projections
from schemas.consents import lawful, resting
from schemas.fields import Choice, Day, Flag, Labelled, Number, Score, Text
from schemas.homes import Belongs, belongs
from schemas.per_column import is_text, remembered
from schemas.record import RecordSchema, families, fields
from schemas.workbooks import Column
from server import auth, language
from server.reports import listing

from . import shown, whole_sheets
from .asking import Asked
from .pages import say, spoken
from .tables import all_plain, plain

AT_ONCE = 500  # rows that are handed on together
HOME = 2  # columns that say where a record belongs

Row = Sequence[Any]
Change = Callable[[Sequence[Any]], Sequence[Any]]  # the cells of a column


class Sheet(NamedTuple):
    """What a file of records holds: the unit, the centre, each field, the id of the record."""

    title: str
    columns: list[Column]
    rows: Iterable[Row]
    is_checked: bool  # each value is of its column's kind, as a database keeps it


def sheet(ask: Asked) -> Sheet:
    known = _known(ask)
    if families(ask.schema):
        rows = listing.stream(auth.province().db(), ask.selection, ask.sort)
        kinds, whole = whole_sheets.columns(ask.schema, rows, known)
        names = [*kinds, *ask.schema.derived, *ask.schema.exported]
        return _sheet(ask, names, kinds, _of_values(ask, names, whole), is_checked=False)
    names = [*known, *ask.schema.derived]
    return _sheet(ask, names, known, _of_columns(ask, names), is_checked=True)


def csv_file(made: Sheet) -> Iterator[str]:
    """The file, many rows at a time; what a person typed never goes out as a formula."""
    yield "\ufeff"  # or a spreadsheet does not see that it is UTF-8
    yield tabular.csv_lines([[column.heading for column in made.columns]])
    changes = [
        (place, change)
        for place, column in enumerate(made.columns)
        if (change := _change(column.field, made.is_checked))
    ]
    rows = iter(made.rows)
    while some := list(islice(rows, AT_ONCE)):
        cells: list[Sequence[Any]] = list(zip(*some, strict=True))
        for place, change in changes:
            cells[place] = change(cells[place])
        yield tabular.csv_lines(zip(*cells, strict=True))


def workbook(made: Sheet) -> Iterator[bytes]:
    """The same as an Excel workbook with typed cells."""
    return workbooks.pieces(made.title, made.columns, made.rows, language.current())


def _sheet(
    ask: Asked, names: Sequence[str], kinds: dict[str, Labelled], rows: Iterable[Row], **how: bool
) -> Sheet:
    heads = [Column(say("column.units")), Column(say("column.centre"))]
    heads += [Column(spoken(tabular.label_of(ask.schema, n)), kinds.get(n)) for n in names]
    heads += [Column(say("column.id"))]
    return Sheet(spoken(ask.schema.label), heads, rows, **how)


def _known(ask: Asked) -> dict[str, Labelled]:
    """The fields that have a column, in the order of the paper form."""
    columns = projections()[ask.selection.record_type].columns
    return {name: field for name, field in fields(ask.schema).items() if name in columns}


def _of_values(ask: Asked, names: Sequence[str], rows: Iterable[dict[str, Any]]) -> Iterator[Row]:
    for row in (lawful(ask.schema, row) for row in rows):
        yield [*_belongs(ask, row["_area"], row), *map(row.get, names), row["_id"]]


def _of_columns(ask: Asked, names: Sequence[str]) -> Iterator[Row]:
    """Straight from the table, in its order."""
    schema, db = ask.schema, auth.province().db()
    telling = (schema.day_field, *(schema.natural_key or schema.list_fields[:1]))
    placing = [names.index(name) for name in dict.fromkeys(telling) if name in names]
    placed = [names[at] for at in placing]

    @cache  # a centre has several records of a day
    def home(area: str, *values: object) -> Belongs:
        return _belongs(ask, area, dict(zip(placed, values, strict=True)))

    unlawful = _unlawful(schema, names)
    for area, name, *values in listing.cells(db, ask.selection, ask.sort, ["_area", "_id", *names]):
        for given, its in unlawful:
            if given is None or values[given] in (None, ""):
                for at in its:
                    values[at] = None
        yield [*home(area, *[values[at] for at in placing]), *values, name]


def _unlawful(
    schema: type[RecordSchema], names: Sequence[str]
) -> list[tuple[int | None, list[int]]]:
    """Where each consent stands, and what leaves in no file without it; see ``consents.lawful``."""
    places = {name: at for at, name in enumerate(names)}
    consents = resting(schema).items()
    return [(places.get(c), [places[n] for n in its if n in places]) for c, its in consents]


def _belongs(ask: Asked, area: str, row: dict[str, Any]) -> Belongs:
    """The units of the record's own day and its centre; of no centre's, where it is kept."""
    home = belongs(ask.schema, area, row)
    return home if any(home) else Belongs("", spoken(ask.way[0].label))


def _change(field: Labelled | None, is_checked: bool) -> Change | None:
    """What is done to the cells of a column; None: they go out as they are."""
    if isinstance(field, Choice | Flag | Text) and not is_text(field):
        words = remembered(partial(_words, field))
        return lambda cells: list(map(words, cells))
    return None if is_checked and isinstance(field, Number | Score | Day) else all_plain


def _words(field: Labelled, value: object) -> object:
    return None if value is None else plain(shown.of_field(field, value))

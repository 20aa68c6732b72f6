"""The lines of a CSV file of records, written by the database: one text for each record.

To fetch every cell and write it again takes several times the work that the database needs to
put a line together. Of each kind of field one function says which expression writes its cell,
in SQL as SQLite and PostgreSQL both take it; kinds whose words stand elsewhere (names of other
records, decimals) are written here, of their values. A line is to the byte what
``csv.writer`` makes of the cells of ``schemas.tables.tabular``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import singledispatch
from itertools import groupby
from typing import NamedTuple

from sqlite_utils import Database

from schemas.fields import Choice, Day, Flag, Labelled, Number, Related, Score, Text
from schemas.forms.text import shown
from schemas.privacy.consents import resting
from schemas.readable import UNREADABLE as COLUMN
from schemas.record import AREA, ID, RecordSchema, fields
from schemas.tables.per_column import remembered
from schemas.tables.tabular import guarded, plain_number
from schemas.texts import TEXTS, UNREADABLE

from . import listing
from .selection import Selection, quoted

MOST = 90  # arguments of a function; SQLite and PostgreSQL take 100
# The same function: before 3.38, SQLite knew it by its older name alone.
FORMAT = "format" if sqlite3.sqlite_version_info >= (3, 38) else "printf"
RUN = "'=', '+', '-', '@', '\t', '\r'"  # what a spreadsheet runs begins so, see ``guarded``

Writer = Callable[[object], str]


class Cell(NamedTuple):
    """How a cell is written: by an expression; if there is a writer, of its value by that."""

    sql: str
    args: list[object]
    write: Writer | None = None


class Columns(NamedTuple):
    """What stands in a line: where the record belongs, these columns, its id."""

    names: Sequence[str]
    placing: Sequence[str]  # those of them that say of which day or year a record is
    home: Callable[..., str]  # the cells of where a record belongs, by its area and those


def lines(
    db: Database, selection: Selection, sort: str, columns: Columns, lang: str
) -> Iterator[str]:
    """One for each record, in the order of the list, without the end of the line."""
    pieces = _pieces([*(_cell(selection, n, lang) for n in columns.names), _text(f'"{ID}"')])
    placed = [f'"{AREA}"', *(_lawful(selection, name) for name in columns.placing)]
    chosen = ", ".join([*placed, *(piece.sql for piece in pieces)])
    sql, args = listing.query(db, selection, sort, chosen)
    found = db.conn.execute(sql, [*(arg for piece in pieces for arg in piece.args), *args])
    while some := found.fetchmany(listing.AT_ONCE):
        values = list(zip(*some, strict=True))
        texts = [map(columns.home, *values[: len(placed)])]
        for piece, column in zip(pieces, values[len(placed) :], strict=True):
            texts.append(map(piece.write or str, column))
        yield from map(",".join, zip(*texts, strict=True))


def placing(schema: type[RecordSchema], names: Sequence[str]) -> list[str]:
    """The columns of ``names`` that say of which day or year a record is."""
    telling = [schema.day_field or "", *(schema.natural_key or schema.list_fields[:1])]
    return [name for name in dict.fromkeys(telling) if name in names]


def written(text: str) -> str:
    """A text as a cell of a CSV file, as ``csv.writer`` writes it."""
    is_plain = not any(sign in text for sign in ',"\r\n')
    return text if is_plain else '"{}"'.format(text.replace('"', '""'))


def safe(text: str) -> str:
    """The same of a text that a person typed."""
    return written(guarded(text))


def _pieces(cells: Sequence[Cell]) -> list[Cell]:
    """Neighbours that the database can write are one text."""
    found = []
    for is_ours, group in groupby(cells, key=lambda cell: cell.write is not None):
        some = list(group)
        if is_ours:
            found += some
        else:
            found += [_joined(some[at : at + MOST]) for at in range(0, len(some), MOST)]
    return found


def _joined(cells: Sequence[Cell]) -> Cell:
    """With commas between; what is null is empty."""
    shape = ",".join(["%s"] * len(cells))
    listed = ", ".join(cell.sql for cell in cells)
    return Cell(f"{FORMAT}('{shape}', {listed})", [arg for cell in cells for arg in cell.args])


def _cell(selection: Selection, name: str, lang: str) -> Cell:
    column, schema = _lawful(selection, name), selection.schema
    if name in schema.derived:
        return {str: _text, float: _decimal}.get(schema.derived[name].kind, _whole)(column)
    return _marked(cell(fields(schema)[name], column, lang), name, safe(UNREADABLE.say(lang)))


def _marked(found: Cell, name: str, mark: str) -> Cell:
    """The cell, or a mark where the record has a value there that cannot be read."""
    named = f"""'\n' || "{COLUMN}" || '\n' like ?"""
    sql = f"""coalesce({found.sql}, case when "{COLUMN}" <> '' and {named} then ? end)"""
    write = found.write
    args = [*found.args, f"%\n{name}\n%", mark]
    return Cell(sql, args, write and (lambda value: mark if value == mark else write(value)))


def _lawful(selection: Selection, name: str) -> str:
    """The column; nothing of it without the consent on which it rests, see ``consents.lawful``."""
    column = quoted(selection.record_type, name)
    for consent, names in resting(selection.schema).items():
        if name in names:
            day = quoted(selection.record_type, consent)
            return f"case when coalesce({day}, '') <> '' then {column} end"
    return column


@singledispatch
def cell(field: Labelled, column: str, lang: str) -> Cell:
    """How a cell of such a field is written."""
    return _spoken(field, column, lang)


@cell.register(Number)
@cell.register(Day)
def _(field: Labelled, column: str, lang: str) -> Cell:
    return _whole(column)


@cell.register
def _(field: Score, column: str, lang: str) -> Cell:
    return _decimal(column)


@cell.register
def _(field: Text, column: str, lang: str) -> Cell:
    if isinstance(field, Related) or field.is_signatory:
        return _spoken(field, column, lang)
    return _text(column)


@cell.register
def _(field: Choice, column: str, lang: str) -> Cell:
    known = {code: safe(label.say(lang)) for code, label in field.codes.known().items()}
    other = _text(column).sql  # a newer version's code stays
    args: list[object] = [text for pair in known.items() for text in pair]
    whens = " when ? then ?" * len(known)
    return Cell(f"case {column}{whens} else {other} end" if known else other, args)


@cell.register
def _(field: Flag, column: str, lang: str) -> Cell:
    yes, no = (safe(TEXTS[name].say(lang)) for name in ("flag.yes", "flag.no"))
    return Cell(f"case when {column} <> 0 then ? when {column} = 0 then ? end", [yes, no])


def _whole(column: str) -> Cell:
    """Whole numbers and days hold nothing that would have to be quoted."""
    return Cell(column, [])


def _decimal(column: str) -> Cell:
    return Cell(column, [], remembered(_number))


def _text(column: str) -> Cell:
    """As ``written`` and ``guarded`` have it."""
    # Few texts begin so; asked first, the others cost no second look.
    is_odd = f"substr({column}, 1, 1) in ('''', {RUN})"
    is_run = f"substr(ltrim({column}, ''''), 1, 1) in ({RUN})"
    safe = f"case when {is_odd} and {is_run} then '''' || {column} else {column} end"
    is_quoted = " or ".join(f"{column} like '%{sign}%'" for sign in (",", '"', "\r", "\n"))
    full = f"""'"' || replace({safe}, '"', '""') || '"'"""
    return Cell(f"case when {is_quoted} then {full} else {safe} end", [])


def _spoken(field: Labelled, column: str, lang: str) -> Cell:
    """In words that only the program knows."""

    def words(value: object) -> str:
        return "" if value is None else safe(shown(field, value, lang))

    return Cell(column, [], remembered(words))


def _number(value: object) -> str:
    return written(plain_number(value)) if isinstance(value, (int, float)) else ""

"""The lines of a CSV file of records, written by the database: one text for each record.

To fetch every cell and write it again takes several times the work that the database needs to
put a line together. Of each kind of field one function says which expression writes its cell,
in SQL as SQLite and PostgreSQL both take it; kinds whose words are elsewhere (names of other
records, decimals) are written here, of their values. A line is to the byte what
``csv.writer`` makes of the cells of ``schemas.tables.tabular``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from schemas.fields import (
    Choice,
    Day,
    Flag,
    Labelled,
    Listed,
    Number,
    PerCriterion,
    Related,
    Score,
    Text,
)
from schemas.fields.uses import use
from schemas.forms.text import shown
from schemas.privacy.consents import resting
from schemas.readable import UNREADABLE as COLUMN
from schemas.record import AREA, ID, RecordSchema, fields
from schemas.tables.guard import guarded
from schemas.tables.per_column import remembered
from schemas.tables.tabular import plain_number
from schemas.texts import TEXTS, UNREADABLE
from sync.stores import dialect as dialects
from sync.stores.dialect import Dialect

from .. import database
from ..database import Database
from . import listing
from .selection import Selection, quoted

MOST = 90  # arguments of a function; SQLite and PostgreSQL take 100
RUN = "'=', '+', '-', '@', '\t', '\r'"  # what a spreadsheet runs begins so, see ``guarded``

Writer = Callable[[object], str]


class Cell(NamedTuple):
    """How a cell is written: an expression of text, and what may write its value instead."""

    sql: str
    args: list[object]
    write: Writer | None = None
    name: str = ""  # of the column, if there is a writer


class Columns(NamedTuple):
    """What is in a line: where the record belongs, these columns, its id."""

    names: Sequence[str]
    placing: Sequence[str]  # those of them that say of which day or year a record is
    home: Callable[..., str]  # the cells of where a record belongs, by its area and those


def lines(
    db: Database, selection: Selection, sort: str, columns: Columns, lang: str
) -> Iterator[str]:
    """One for each record, in the order of the list, without the end of the line."""
    to, mark = dialects.of(db), safe(UNREADABLE.say(lang))
    written_cells = [*(_cell(selection, n, lang) for n in columns.names), _text(f'"{ID}"')]
    pieces = _pieces(to, written_cells)
    placed = [f'"{AREA}"', *(_lawful(selection, name) for name in columns.placing), f'"{COLUMN}"']
    chosen = ", ".join([*placed, *(piece.sql for piece in pieces)])
    sql, args = listing.query(db, selection, listing.order_of(selection, sort), chosen)
    args = [*(arg for piece in pieces for arg in piece.args), *args]
    for batch in database.batches(db, sql, args):
        values = list(zip(*batch, strict=True))
        unreadable = values[len(placed) - 1]
        texts: list[Iterable[str]] = [map(columns.home, *values[: len(placed) - 1])]
        for piece, column in zip(pieces, values[len(placed) :], strict=True):
            texts.append(_texts(piece, column, unreadable, mark))
        yield from map(",".join, zip(*texts, strict=True))


def _texts(
    piece: Cell, column: Sequence[object], unreadable: Sequence[str | None], mark: str
) -> Iterable[str]:
    """The texts of a piece of each line; a mark where a value cannot be read."""
    if piece.write is None or not any(unreadable):
        return map(piece.write or str, column)
    return [
        mark if value is None and names and piece.name in names.split("\n") else piece.write(value)
        for value, names in zip(column, unreadable, strict=True)
    ]


def placing(schema: type[RecordSchema], names: Sequence[str]) -> list[str]:
    """The columns of ``names`` that say of which day or year a record is."""
    times = [schema.day_field or "", *(schema.natural_key or schema.list_fields[:1])]
    return [name for name in dict.fromkeys(times) if name in names]


def written(text: str) -> str:
    """A text as a cell of a CSV file, as ``csv.writer`` writes it."""
    is_plain = not any(sign in text for sign in ',"\r\n')
    return text if is_plain else '"{}"'.format(text.replace('"', '""'))


def safe(text: str) -> str:
    """The same of a text that a person typed."""
    return written(guarded(text))


def _pieces(to: Dialect, cells: Sequence[Cell]) -> list[Cell]:
    """Neighbours that the database can write are one text."""
    pieces: list[Cell] = []
    for is_written_after, group in groupby(cells, key=lambda cell: cell.write is not None):
        some = list(group)
        if is_written_after:
            pieces += some
        else:
            pieces += [_joined(to, some[at : at + MOST]) for at in range(0, len(some), MOST)]
    return pieces


def _joined(to: Dialect, cells: Sequence[Cell]) -> Cell:
    """With commas between; what is null is empty."""
    shape = ",".join(["%s"] * len(cells))
    listed = ", ".join(cell.sql for cell in cells)
    return Cell(
        f"{to.formatting}('{shape}', {listed})", [arg for cell in cells for arg in cell.args]
    )


def _cell(selection: Selection, name: str, lang: str) -> Cell:
    column, schema = _lawful(selection, name), selection.schema
    if name in schema.derived:
        return {str: _text, float: _decimal}.get(schema.derived[name].kind, _whole)(column)
    return _marked(cell(fields(schema)[name], column, lang), name, safe(UNREADABLE.say(lang)))


def _marked(cell: Cell, name: str, mark: str) -> Cell:
    """The cell, or a mark where the record has a value there that cannot be read."""
    if cell.write:
        return cell._replace(name=name)  # see ``_texts``
    named = f"""'\n' || "{COLUMN}" || '\n' like ?"""
    sql = f"""coalesce({cell.sql}, case when "{COLUMN}" <> '' and {named} then ? end)"""
    return Cell(sql, [*cell.args, f"%\n{name}\n%", mark])


def _lawful(selection: Selection, name: str) -> str:
    """The column; nothing of it without the consent on which it rests, see ``consents.lawful``."""
    column = quoted(selection.record_type, name)
    for consent, names in resting(selection.schema).items():
        if name in names:
            day = quoted(selection.record_type, consent)
            return f"case when coalesce({day}, '') <> '' then {column} end"
    return column


@use("cell of a CSV file, in SQL")
def cell(field: Labelled, column: str, lang: str) -> Cell:
    """How a cell of such a field is written."""
    raise NotImplementedError


@cell.register(Listed)
@cell.register(PerCriterion)
def _(field: Labelled, column: str, lang: str) -> Cell:
    return _spoken(field, column, lang)


@cell.register
def _(_field: Number, column: str, _lang: str) -> Cell:
    return _whole(column)


@cell.register
def _(_field: Day, column: str, _lang: str) -> Cell:
    return Cell(column, [])


@cell.register
def _(_field: Score, column: str, _lang: str) -> Cell:
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
def _(_field: Flag, column: str, lang: str) -> Cell:
    yes, no = (safe(TEXTS[name].say(lang)) for name in ("flag.yes", "flag.no"))
    return Cell(f"case when {column} <> 0 then ? when {column} = 0 then ? end", [yes, no])


def _whole(column: str) -> Cell:
    """Nothing in them would have to be quoted; nor is there in days."""
    return Cell(f"cast({column} as text)", [])


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

"""Records as tables: field kind to heading and cell, for lists and for CSV, out and in again.

A CSV file begins with the byte order mark by which Excel knows UTF-8. Its cells are what
a person would type into the form, so it is read back by the same rules.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from .. import homes
from ..fields import Label, Labelled, PerCriterion
from ..formatting.vietnamese import alphabetical, number
from ..forms.text import shown
from ..privacy.consents import lawful
from ..readable import cell_of, unreadable
from ..readable import is_text as is_storable
from ..record import ID, RecordSchema, Values, families, field_of, fields, is_cell
from ..texts.importing import RECORD_ID
from .grids import MARK
from .guard import guarded
from .per_column import is_text, remembered

AT_ONCE = 500  # records whose lines are handed on together


def headings(
    schema: type[RecordSchema], lang: str, names: Sequence[str] | None = None
) -> list[str]:
    """The headings of a list, or of the columns in ``names``."""
    return [label_of(schema, name).say(lang) for name in _listed(schema, names)]


def cells(
    schema: type[RecordSchema], values: Values, lang: str, names: Sequence[str] | None = None
) -> list[str]:
    """The cells under those headings for one record."""
    return [_shown(schema, name, values, lang) for name in _listed(schema, names)]


def cell(field: Labelled, value: object, lang: str) -> str:
    """One value as a table shows it."""
    return shown(field, value, lang)


def label_of(schema: type[RecordSchema], name: str) -> Label:
    """What a column or a cell is called; its name if this version does not know it."""
    if name in schema.derived:
        return schema.derived[name].label
    if name in schema.exported:
        return schema.exported[name].label
    if name == ID or name in homes.COLUMNS:
        return RECORD_ID if name == ID else homes.COLUMNS[name]
    field = field_of(schema, name)
    label = field.label if field else Label(name, name)
    code = name.partition(".")[2]
    return Label(f"{label.vi} {code}", f"{label.en} {code}") if field and code else label


def write_csv(schema: type[RecordSchema], rows: Iterable[Values], lang: str) -> Iterator[str]:
    """The lines of a CSV file with all that ``rows`` hold, many records at a time.

    Rows that hold the id of their record (``ID``) are known by it when they are read again.
    """
    names, rows = columns(schema, rows)
    yield MARK + csv_lines([headings(schema, lang, names)])
    columns_of = [_exported(schema, name, lang) for name in names]
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield csv_lines([write(values) for write in columns_of] for values in some)


def csv_lines(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def plain_number(value: float | None) -> str:
    """A number as a cell: 1250 and 4,5, with which a spreadsheet in Vietnam reckons."""
    return _without_thousands(number(value))


def columns(
    schema: type[RecordSchema], rows: Iterable[Values]
) -> tuple[list[str], Iterable[Values]]:
    """All that a file of ``rows`` has columns for, and what of the rows may stand there."""
    lawful_rows: Iterable[Values] = (lawful(schema, values) for values in rows)
    first = homes.columns(schema)
    if first:
        lawful_rows = ({**values, **homes.cells(schema, values)} for values in lawful_rows)
    if families(schema):
        lawful_rows = list(lawful_rows)  # the criteria are known when all rows were read
        return [*first, *_names(schema, lawful_rows), ID], lawful_rows
    return [*first, *_names(schema, []), ID], lawful_rows


def _names(schema: type[RecordSchema], rows: Iterable[Values]) -> list[str]:
    cells = {n for values in rows for n in (*values, *unreadable(values)) if "." in n}
    names: list[str] = []
    for name in fields(schema):
        own = {cell for cell in cells if is_cell(schema, name, cell)}
        names += sorted(own, key=alphabetical) if name in families(schema) else [name]
    return [*names, *schema.derived, *schema.exported]


def _listed(schema: type[RecordSchema], names: Sequence[str] | None) -> Sequence[str]:
    return schema.list_fields if names is None else names


def _shown(schema: type[RecordSchema], name: str, values: Values, lang: str) -> str:
    if name in schema.derived:
        value = values[name] if name in values else schema.derived[name].of(values)
        return number(value) if isinstance(value, (int, float)) else str(value or "")
    if name in schema.exported:
        label = schema.exported[name].of(values)
        return label.say(lang) if label else ""
    if name == ID or name in homes.COLUMNS:
        return str(values.get(name, ""))
    field = field_of(schema, name)
    kind = field.cell if isinstance(field, PerCriterion) else field
    return shown(kind, cell_of(values, name), lang) if kind else ""


def _exported(schema: type[RecordSchema], name: str, lang: str) -> Callable[[Values], str]:
    """What makes the cells of a column for a spreadsheet.

    Numbers stay numbers, and no text is one that it would run.
    """

    def of_all(values: Values) -> str:
        return _safe(_shown(schema, name, values, lang), values.get(name))

    field = field_of(schema, name)
    kind = field.cell if isinstance(field, PerCriterion) else field
    if kind is None or name in schema.derived or name in schema.exported:
        return of_all
    cell = _texts(kind, lang) if is_text(kind) else remembered(_others(kind, lang))
    return lambda values: cell(cell_of(values, name))


def _texts(kind: Labelled, lang: str) -> Callable[[object], str]:
    def text(value: object) -> str:
        if value.__class__ is str and is_storable(value):
            return guarded(value)
        return "" if value is None else _safe(shown(kind, value, lang), value)

    return text


def _others(kind: Labelled, lang: str) -> Callable[[object], str]:
    return lambda value: _safe(shown(kind, value, lang), value)


def _safe(text: str, value: object) -> str:
    if isinstance(value, (int, float)):
        return _without_thousands(text)
    return guarded(text)


def _without_thousands(text: str) -> str:
    return text.replace(".", "")  # 1.250 would be read as one and a quarter

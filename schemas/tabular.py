"""Records as tables: field kind to heading and cell, for lists and for CSV, out and in again.

A CSV file begins with the byte order mark by which Excel knows UTF-8. Its cells are what
a person would type into the form, so it is read back by the same rules.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

from marshmallow import ValidationError

from . import forms
from .fields import Label, Labelled, PerCriterion
from .record import RecordSchema, Values, families, field_of, fields
from .texts import NO_KNOWN_COLUMN
from .typed import shown
from .vietnamese import alphabetical, fold, number

MARK = "\ufeff"
FORMULA = re.compile(r"'*[=+\-@\t\r]")  # what a spreadsheet would run instead of showing it
DELIMITERS = (",", ";", "\t")


class Line(NamedTuple):
    """A line of a file that was read: its values, or what is wrong with them."""

    number: int
    values: dict[str, Any]
    errors: dict[str, list[Label]]


def headings(
    schema: type[RecordSchema], lang: str, names: Sequence[str] | None = None
) -> list[str]:
    """The headings of a list, or of the columns in ``names``."""
    return [label_of(schema, name).say(lang) for name in _listed(schema, names)]


def cells(
    schema: type[RecordSchema], values: Values, lang: str, names: Sequence[str] | None = None
) -> list[str]:
    """What stands under those headings for one record."""
    return [_shown(schema, name, values, lang) for name in _listed(schema, names)]


def cell(field: Labelled, value: object, lang: str) -> str:
    """One value as it stands in a table."""
    return shown(field, value, lang)


def label_of(schema: type[RecordSchema], name: str) -> Label:
    """What a column or a cell is called; its name if this version does not know it."""
    if name in schema.derived:
        return schema.derived[name].label
    field = field_of(schema, name)
    label = field.label if field else Label(name, name)
    code = name.partition(".")[2]
    return Label(f"{label.vi} {code}", f"{label.en} {code}") if field and code else label


def write_csv(schema: type[RecordSchema], rows: Iterable[Values], lang: str) -> Iterator[str]:
    """The lines of a CSV file with all that ``rows`` hold, one record after the other."""
    if families(schema):
        rows = list(rows)  # which criteria there are is known only when all have been seen
        names = _names(schema, rows)
    else:
        names = _names(schema, [])
    yield MARK + _line(headings(schema, lang, names))
    for values in rows:
        yield _line([_exported(schema, name, values, lang) for name in names])


def read_csv(schema: type[RecordSchema], text: str, role: str = "centre") -> Iterator[Line]:
    """The records in a CSV file with headings in either language; a bad line stops no other.

    :raises ValidationError: if the first line holds no heading of this record type
    """
    start = text.removeprefix(MARK)
    names, delimiter = max(
        ((_headed(schema, start, mark), mark) for mark in DELIMITERS),
        key=lambda found: sum(map(bool, found[0])),
    )
    if not any(names):
        raise ValidationError(cast(Any, [NO_KNOWN_COLUMN.filled(table=schema.label)]))
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
    next(reader)
    for found in reader:
        texts = {n: _restored(cell) for n, cell in zip(names, found, strict=False) if n}
        if any(typed.strip() for typed in texts.values()):
            yield _read(schema, reader.line_num, texts, role)


def decoded(data: bytes) -> str:
    """The text of a file, whether a spreadsheet saved it as UTF-8, UTF-16 or the old way."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def _read(schema: type[RecordSchema], number: int, texts: Mapping[str, str], role: str) -> Line:
    try:
        return Line(number, forms.read(schema, texts, role, before={}), {})
    except ValidationError as error:
        return Line(number, {}, cast(dict[str, list[Label]], error.messages))


def _headed(schema: type[RecordSchema], text: str, delimiter: str) -> list[str]:
    first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    return [_name_of(schema, heading) for heading in first]


def _name_of(schema: type[RecordSchema], heading: str) -> str:
    """The cell that such a heading means; empty if none."""
    wanted, (label, _, code) = fold(heading), fold(heading).rpartition(" ")
    for name, field in fields(schema).items():
        family = isinstance(field, PerCriterion)
        if (label if family else wanted) in map(fold, field.label):
            return f"{name}.{heading.split()[-1]}" if family and code else name
    return ""


def _names(schema: type[RecordSchema], rows: Iterable[Values]) -> list[str]:
    cells = {name for values in rows for name in values if "." in name}
    found: list[str] = []
    for name in fields(schema):
        mine = {cell for cell in cells if cell.startswith(f"{name}.") and field_of(schema, cell)}
        found += sorted(mine, key=alphabetical) if name in families(schema) else [name]
    return [*found, *schema.derived]


def _listed(schema: type[RecordSchema], names: Sequence[str] | None) -> Sequence[str]:
    return schema.list_fields if names is None else names


def _shown(schema: type[RecordSchema], name: str, values: Values, lang: str) -> str:
    if name in schema.derived:
        found = values[name] if name in values else schema.derived[name].of(values)
        return number(found) if isinstance(found, (int, float)) else str(found or "")
    field = field_of(schema, name)
    kind = field.cell if isinstance(field, PerCriterion) else field
    return shown(kind, values.get(name), lang) if kind else ""


def _exported(schema: type[RecordSchema], name: str, values: Values, lang: str) -> str:
    """The cell for a spreadsheet: numbers as numbers, no text that it would run."""
    said = _shown(schema, name, values, lang)
    value = values.get(name)
    if isinstance(value, (int, float)):
        return said.replace(".", "")  # 1.250 would be read as one and a quarter
    return f"'{said}" if FORMULA.match(said) else said


def _restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()

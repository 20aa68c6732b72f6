"""The data dictionary: every record type and every field of it, from the declarations.

For who must know what a column means: programmers of other systems, auditors, statisticians.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .. import measures
from ..areas import DIRECTIONS
from ..fields import (
    Choice,
    Day,
    Flag,
    Label,
    Labelled,
    Listed,
    Number,
    PerCriterion,
    Score,
    Text,
)
from ..fields.adding import WAYS
from ..fields.uses import use
from ..formatting.vietnamese import number
from ..privacy.small_counts import sensitive
from ..record import RecordSchema, direction, fields, record_types
from ..tables.grids import MARK
from ..texts import TEXTS, say
from .openapi import json_schema

COLUMNS = (
    "type",
    "type_label",
    "direction",
    "field",
    "label",
    "kind",
    "required",
    "owner",
    "values",
    "rule",
    "adds",
    "help",
)


class Entry(NamedTuple):
    """The entry of one field."""

    name: str
    label: Label
    help: Label
    kind: str  # the name of the kind of field, as the code has it
    json: str  # its type in JSON
    required: bool
    owner: str
    options: Mapping[str, Label]
    bounds: str
    part_of: str  # the field that it is a part of, or must not precede
    reference: str  # the record type that it names
    personal: bool
    adds: Label  # how it adds up, in words


def entries(schema: type[RecordSchema]) -> list[Entry]:
    """The fields of a record type, in the order of the paper form."""
    return [_entry(schema, name, field) for name, field in fields(schema).items()]


def write_csv(lang: str) -> Iterator[str]:
    """The dictionary as a CSV file: a line for each field of each record type."""
    yield MARK + _line([say(f"dictionary.{name}", lang) for name in COLUMNS])
    for schema in record_types().values():
        for entry in entries(schema):
            yield _line(_cells(schema, entry, lang))


def values_of(entry: Entry, lang: str) -> str:
    """What can stand in the field: the codes with their names, or the bounds."""
    listed = (f"{code} = {label.say(lang)}" for code, label in entry.options.items())
    return "; ".join(listed) or entry.bounds


def rule_of(schema: type[RecordSchema], entry: Entry, lang: str) -> str:
    """How the field depends on others, and whether small counts of it are withheld."""
    if entry.reference:
        return say("dictionary.names", lang, table=entry.reference)
    sentences = []
    if entry.part_of:
        whole = fields(schema)[entry.part_of].label
        is_count = hasattr(fields(schema)[entry.name], "of")
        key = "dictionary.part_of" if is_count else "dictionary.after"
        sentences.append(TEXTS[key].filled(whole=whole).say(lang))
    if entry.name in sensitive(schema):
        sentences.append(say("dictionary.sensitive", lang))
    return "; ".join(sentences)


def _entry(schema: type[RecordSchema], name: str, field: Labelled) -> Entry:
    kind = field.cell if isinstance(field, PerCriterion) else field
    schema_of_kind: dict[str, Any] = json_schema(kind)
    options: Mapping[str, Label] = kind.codes.options if isinstance(kind, Choice) else {}
    return Entry(
        name=f"{name}.*" if isinstance(field, PerCriterion) else name,
        label=field.label,
        help=field.help or Label("", ""),
        kind=type(kind).__name__,
        json=schema_of_kind["format"]
        if "format" in schema_of_kind
        else _type(schema_of_kind["type"]),
        required=field.required,
        owner=field.owner or schema.owner,
        options=options,
        bounds=bounds(kind),
        part_of=getattr(field, "of", None) or getattr(field, "after", None) or "",
        reference=getattr(field, "to", ""),
        personal=getattr(field, "personal", None) is not None,
        adds=WAYS.get(kind.adds, measures.NO_WORDS)
        if kind is not field
        else measures.in_words(schema, name),
    )


def _type(type_: str | list[str]) -> str:
    return type_ if isinstance(type_, str) else "/".join(type_)


@use("bounds in the data dictionary")
def bounds(field: Labelled) -> str:
    """Between what its values are, or how long they can be."""
    raise NotImplementedError


@bounds.register
def _(field: Text) -> str:
    return f"≤ {number(field.length)}"


@bounds.register(Number)
@bounds.register(Score)
def _(field: Number | Score) -> str:
    return f"{number(field.least)} – {number(field.most)}"


@bounds.register(Day)
@bounds.register(Choice)
@bounds.register(Flag)
@bounds.register(Listed)
@bounds.register(PerCriterion)
def _(_field: Labelled) -> str:
    return ""


def _cells(schema: type[RecordSchema], entry: Entry, lang: str) -> list[str]:
    return [
        schema.record_type,
        schema.label.say(lang),
        DIRECTIONS[direction(schema)].say(lang),
        entry.name,
        entry.label.say(lang),
        entry.kind,
        say("flag.yes" if entry.required else "flag.no", lang),
        entry.owner,
        values_of(entry, lang),
        rule_of(schema, entry, lang),
        entry.adds.say(lang),
        entry.help.say(lang),
    ]


def _line(cells: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()

"""Other records by name: the id that a typed name means, and the name that an id has.

Without scripts a person types the name, or a part of it; the page offers the names there
are. What fits no record or several is no value, and the field says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from . import record, texts
from .context import Named, current
from .fields import Reference, Related
from .fields.checks import Unclear
from .formatting.vietnamese import fold

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{12}", re.ASCII)
LIKELY = 5  # names that are shown to choose from
LANGUAGES = ("vi", "en")


def name_of(record_type: str, record_id: str) -> str:
    """What people call that record; its id if it is not here."""
    return current().name(record_type, record_id) or record_id


def shown(record_type: str, record_id: str, lang: str) -> str:
    """What people call that record; if it is not there, or was deleted, the text says so."""
    name = current().name(record_type, record_id)
    if current().exists(record_type, record_id):
        return name or record_id
    label = texts.WAS_DELETED if name else texts.NOT_FOUND
    return label.filled(name=name, id=record_id).say(lang)


def is_left_alone(record_type: str, value: object, typed: str) -> bool:
    """Whether a cell has the text that our own files write for a record that is not there."""
    both = [shown(record_type, value, lang) for lang in LANGUAGES] if isinstance(value, str) else []
    return typed in both


class Link(NamedTuple):
    """A field that names another record: by its id, or by another field of it."""

    record_type: str
    field: str
    to: str
    by: str = "_id"


def links() -> list[Link]:
    """All of them, of every record type."""
    return [
        Link(kind, name, field.to, _by(field))
        for kind, schema in record.record_types().items()
        for name, field in record.fields(schema).items()
        if isinstance(field, Reference)
    ]


def _by(field: Reference) -> str:
    """What names the other record: its id, or the code that is its natural key."""
    return "_id" if isinstance(field, Related) else record.get(field.to).natural_key[0]


def names(record_type: str) -> list[str]:
    """What a form offers to choose from."""
    return [named.name for named in current().names(record_type)]


def meant(record_type: str, text: str) -> str | Unclear:
    """The id of the one record that ``text`` names: exactly, or by some of its words."""
    there, wanted = current().names(record_type), fold(text)
    if ID.fullmatch(text) and all(fold(named.name) != wanted for named in there):
        return text
    match = among(there, text)
    return match if isinstance(match, str) else match._replace(kind=record.get(record_type).label)


def among(there: Iterable[Named], text: str) -> str | Unclear:
    """The id of the one that ``text`` names: exactly, or by some of its words."""
    wanted, folded = fold(text), [(fold(named.name), named) for named in there]
    same = [named for name, named in folded if name == wanted]
    matches = same or [n for name, n in folded if all(word in name for word in wanted.split())]
    if len(matches) == 1:
        return matches[0].record_id
    near = [] if matches else get_close_matches(wanted, [name for name, _ in folded], LIKELY)
    alike = [next(named.name for name, named in folded if name == one) for one in near]
    return Unclear(text, tuple(named.name for named in matches[:LIKELY]), tuple(alike))


def distinct(records: Iterable[Named]) -> list[Named]:
    """The same records; those that share a name get the start of their ids."""
    listed = list(records)
    often = Counter(fold(named.name) for named in listed)
    return [
        named._replace(name=f"{named.name} #{named.record_id[:6]}")
        if often[fold(named.name)] > 1
        else named
        for named in listed
    ]

"""Other records by name: the id that a typed name means, and the name that an id has.

Without scripts a person types the name, or a part of it; the page offers the names there
are. What fits no record or several is no value, and the field says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from . import record
from .checks import Unclear
from .surroundings import Named, current
from .vietnamese import day, fold

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{12}", re.ASCII)
LIKELY = 5  # names that are shown to choose from


def name_of(record_type: str, record_id: str) -> str:
    """What people call that record; its id if it is not here."""
    return current().name(record_type, record_id) or record_id


def names(record_type: str) -> list[str]:
    """What a form offers to choose from."""
    return [named.name for named in current().names(record_type)]


def meant(record_type: str, text: str) -> str | Unclear:
    """The id of the one record that ``text`` names: exactly, or by some of its words."""
    there, wanted = current().names(record_type), fold(text)
    if ID.fullmatch(text) and all(fold(named.name) != wanted for named in there):
        return text
    return among(there, text)


def among(there: Iterable[Named], text: str) -> str | Unclear:
    """The id of the one that ``text`` names: exactly, or by some of its words."""
    wanted, folded = fold(text), [(fold(named.name), named) for named in there]
    same = [named for name, named in folded if name == wanted]
    found = same or [n for name, n in folded if all(word in name for word in wanted.split())]
    if len(found) == 1:
        return found[0].record_id
    return Unclear(text, tuple(named.name for named in found[:LIKELY]))


def called(record_type: str, values: Mapping[str, object]) -> str:
    """The name by which others refer to such a record: its title, and its day if it has one."""
    from .typed import shown  # which shows references, too

    schema = record.get(record_type)
    title = values.get(schema.title_field)
    field = record.fields(schema).get(schema.title_field)
    said = shown(field, title, "vi") if field else str(title or "")
    on = values.get(schema.day_field) if schema.day_field else None
    return f"{said} ({day(on)})" if isinstance(on, str) else said


def distinct(found: Iterable[Named]) -> list[Named]:
    """The same records; those that share a name are told apart by the start of their ids."""
    listed = list(found)
    often = Counter(fold(named.name) for named in listed)
    return [
        named._replace(name=f"{named.name} #{named.record_id[:6]}")
        if often[fold(named.name)] > 1
        else named
        for named in listed
    ]

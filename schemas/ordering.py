"""How columns sort: field kind to the key of a value, for words that a database cannot sort.

Vietnamese sorts by its own alphabet, and people by their given name, the last word.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, singledispatch

from .fields import Choice, Labelled, PersonName, Text
from .record import RecordSchema, fields
from .vietnamese import alphabetical, sort_key, sortable

Key = Callable[[object], bytes | None]


def keys(schema: type[RecordSchema]) -> dict[str, Key]:
    """The columns that are sorted by a key instead of by themselves."""
    found = {name: key(field) for name, field in fields(schema).items()}
    return {name: its for name, its in found.items() if its}


@singledispatch
def key(field: Labelled) -> Key | None:
    """By what the values of such a field sort; ``None``: by themselves."""
    return None


@key.register
def _(field: Text) -> Key:
    return words


@key.register
def _(field: PersonName) -> Key:
    return person


@key.register
def _(field: Choice) -> Key:
    """In the order in which the form offers them."""
    places = {code: place for place, code in enumerate(field.options)}

    def place(code: object) -> bytes | None:
        return None if code is None else places.get(str(code), len(places)).to_bytes(2, "big")

    return place


@lru_cache(20_000)
def words(text: object) -> bytes | None:
    return sortable(alphabetical(text)) if isinstance(text, str) else None


@lru_cache(20_000)
def person(name: object) -> bytes | None:
    if not isinstance(name, str):
        return None
    given, others = sort_key(name)
    return sortable(given) + b"\0" + sortable(others)

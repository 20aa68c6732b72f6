"""How columns sort: field kind to the key of a value, for words that a database cannot sort.

Vietnamese sorts by its own alphabet, and people by their given name, the last word. The key is
kept beside the value by whatever keeps the record, so that a list is read in its order and nothing
is worked out a row; ``recipe`` says when those keys are to be rebuilt.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..fields import (
    Choice,
    Day,
    Flag,
    Labelled,
    Listed,
    Number,
    PerCriterion,
    PersonName,
    Related,
    Score,
    Text,
)
from ..fields.uses import use
from ..formatting import collation
from ..record import RecordSchema, fields, get

Key = Callable[[object], bytes | None]
Through = tuple[str, tuple[str, ...]]  # another record type, and its columns


def keys(schema: type[RecordSchema]) -> dict[str, Key]:
    """The columns of lists that are sorted by a key instead of by themselves."""
    keys_by_name = {name: key(field) for name, field in _listed(schema).items()}
    return {name: its for name, its in keys_by_name.items() if its}


def through(schema: type[RecordSchema]) -> dict[str, Through]:
    """The columns of lists that hold another record's id: they sort by what it is called."""
    named = {n: field for n, field in _listed(schema).items() if isinstance(field, Related)}
    return {name: (field.to, _called_by(get(field.to))) for name, field in named.items()}


def recipe(schema: type[RecordSchema]) -> str:
    """How the keys are made, in a few letters; another text: they have changed."""
    known = {name: field for name, field in _listed(schema).items() if key(field)}
    options = [[n, *f.codes.options] for n, f in known.items() if isinstance(f, Choice)]
    kinds = [[name, key.dispatch(type(field)).__name__] for name, field in known.items()]
    return f"{collation.VERSION} {kinds} {options}"


@use("key to sort by")
def key(field: Labelled) -> Key | None:
    """By what the values of such a field sort; ``None``: by themselves."""
    raise NotImplementedError


@key.register(Day)
@key.register(Number)
@key.register(Score)
@key.register(Flag)
@key.register(Listed)
@key.register(PerCriterion)
def _by_itself(field: Labelled) -> None:
    """A database sorts such values well."""


@key.register(Text)
def _by_words(_field: Text) -> Key:
    return words


@key.register(PersonName)
def _by_given_name(_field: PersonName) -> Key:
    return person


@key.register(Related)
def _by_the_other(field: Related) -> None:
    """The name is in another record, see ``through``."""


@key.register(Choice)
def _by_place(field: Choice) -> Key:
    """In the order in which the form offers them; codes that were added since come last."""
    places = {code: at.to_bytes(2, "big") for at, code in enumerate(field.codes.options)}
    last = len(places).to_bytes(2, "big")

    def place(code: object) -> bytes | None:
        if code is None:
            return None
        return places.get(str(code)) or last + collation.collated(str(code))

    return place


@lru_cache(20_000)
def words(text: object) -> bytes | None:
    return collation.collated(text) if isinstance(text, str) else None


@lru_cache(20_000)
def person(name: object) -> bytes | None:
    return collation.collated_name(name) if isinstance(name, str) else None


def _listed(schema: type[RecordSchema]) -> dict[str, Labelled]:
    """The fields that a list can be sorted by, and the one by which others know the record."""
    names = {*schema.list_fields, schema.title_field}
    return {name: field for name, field in fields(schema).items() if name in names}


def _called_by(schema: type[RecordSchema]) -> tuple[str, ...]:
    """What its name is made of, see ``titles.called``."""
    return tuple(name for name in (schema.title_field, schema.day_field) if name)

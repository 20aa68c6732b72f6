"""The shelf of registers: every record type in its group, with how many records it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from schemas.areas import DIRECTIONS, UP
from schemas.catalogue import matching, shelved
from schemas.formatting.label import Label
from schemas.record import RecordSchema, direction

Schema = type[RecordSchema]


class Contents(NamedTuple):
    """What an application knows of a record type."""

    address: str  # of the list
    new: str  # where a record is added; empty if not by this person
    records: int


class Register(NamedTuple):
    """A record type on the shelf."""

    schema: Schema
    contents: Contents
    flow: Label | None  # which way it goes, where that is not plainly up


def shelf(
    text: str, is_shown: Callable[[Schema], bool], contents: Callable[[Schema], Contents]
) -> dict[Label, list[Register]]:
    """The registers by group: those that match what was searched for and that are shown."""

    def register(schema: Schema) -> Register:
        flow = direction(schema)
        return Register(schema, contents(schema), None if flow == UP else DIRECTIONS[flow])

    groups = shelved(filter(is_shown, matching(text))).items()
    return {group: [register(schema) for schema in schemas] for group, schemas in groups}

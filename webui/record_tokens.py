"""Optimistic locking: the record as it was when a form was opened, carried by that form.

The application signs what it showed and to whom. Saving sets what differs from that, so a
form that was open for a day reverts nothing, and what came meanwhile is not overwritten
unseen: what its author had seen goes into the change.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeSerializer

from schemas.readable import reader
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Cell, Record

from .host import host

FIELD = "_opened"


class FormForged(Exception):
    """The form carries no token of ours, or one of another person or another record."""


class Opened(NamedTuple):
    person: str
    records: list[Record]


def token_of(*records: Record) -> str:
    """The token for a hidden field: ``records`` as they are shown to who is logged in."""
    return str(_serializer().dumps([host().person(), *map(_plain, records)]))


def read(token: str) -> Opened:
    """What was shown, and to whom.

    :raises FormForged: if we never made the token, or made it with a lost key
    """
    try:
        person, *records = _serializer().loads(token)
    except BadSignature as error:
        raise FormForged from error
    # Drafts of version 0.1.0 name their one record without a list around it.
    plain = [records] if records and isinstance(records[-1], dict) else records
    return Opened(person, [_record(*each) for each in plain])


def opened(*keys: Key, field: str = FIELD) -> list[Record]:
    """The records of those keys, as this person saw them on the form that was sent.

    :raises FormForged: if the form does not say so, or says it of others
    """
    person, records = read(request.form.get(field, ""))
    if person != host().person() or [record.key for record in records] != [*keys]:
        raise FormForged(keys)
    return records


def _plain(record: Record) -> tuple[Key, dict[str, list[Any]]]:
    return record.key, {name: [cell.value, str(cell.at)] for name, cell in record.cells.items()}


def _record(key: list[str], cells: dict[str, list[Any]]) -> Record:
    shown = {name: Cell(value, Timestamp.parse(at)) for name, (value, at) in cells.items()}
    return Record(Key(*key), shown, reader(key[1]))


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="opened")

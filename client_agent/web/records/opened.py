"""What a person had in front of them, carried by the form they fill in.

A form holds the record as it was when it was opened, signed by this agent. Saving sets
what differs from that, so a form that was left open for a day reverts nothing, and what
the record was when it was opened goes into the change as what its author had seen.
"""

from __future__ import annotations

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from schemas.readable import reader
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Cell, Record

FIELD = "_opened"


class FormForged(Exception):
    """The form does not say, in our own hand, what was opened."""


def sealed(record: Record, staff: str) -> str:
    """``record`` as a token for a hidden field; ``staff`` is who opened it."""
    cells = {name: [cell.value, str(cell.at)] for name, cell in record.cells.items()}
    return str(_serializer().dumps([staff, record.key, cells]))


def unsealed(token: str) -> tuple[Record, str]:
    """The record that was opened, and by whom.

    :raises FormForged: if this agent never made the token, or made it with a lost key
    """
    try:
        staff, key, cells = _serializer().loads(token)
    except BadSignature as error:
        raise FormForged from error
    opened = {name: Cell(value, Timestamp.parse(at)) for name, (value, at) in cells.items()}
    return Record(Key(*key), opened, reader(key[1])), staff


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="opened")

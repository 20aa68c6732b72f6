"""What a page showed of some records, carried by the form on it and signed by this server.

Who decides has seen that and nothing newer: what came meanwhile is not overwritten unseen.
"""

from __future__ import annotations

from flask import current_app
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer

from schemas.readable import reader
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Cell, Record

FIELD = "_opened"


class FormForged(Exception):
    """The form does not say, in our own hand, what this person was shown."""


def sealed(*records: Record) -> str:
    """``records`` as a token for a hidden field of who is logged in."""
    return str(_serializer().dumps([current_user.name, *map(_plain, records)]))


def unsealed(token: str) -> list[Record]:
    """The records that were shown.

    :raises FormForged: if we never made the token, or made it for somebody else
    """
    try:
        name, *records = _serializer().loads(token)
    except BadSignature as error:
        raise FormForged from error
    if name != current_user.name:
        raise FormForged(name)
    return [_record(*plain) for plain in records]


def _plain(record: Record) -> tuple[Key, dict[str, list[object]]]:
    return record.key, {name: [cell.value, str(cell.at)] for name, cell in record.cells.items()}


def _record(key: list[str], cells: dict[str, list[str]]) -> Record:
    read = {name: Cell(value, Timestamp.parse(at)) for name, (value, at) in cells.items()}
    return Record(Key(*key), read, reader(key[1]))


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="opened")

"""What a form begins with: the record, another's values, or what was parked.

A new record can be like another (``copy``) or take another back (``reverse``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request

from schemas import forms, measures
from schemas.addresses import given, marked
from schemas.record import fields
from schemas.reversing import reversal
from sync.changes import PARKED, Key
from sync.decisions import Answer, close, content, is_waiting, subject, whole
from sync.merge import Record
from sync.review import SENT_AGAIN

from ..context import agent, me
from . import notices, services
from .services import Schema, Typed

LIKE = ("copy", "reverse")  # in addresses: the record that a new one is made from
ASKED = (
    *LIKE,
    "notice",
    "draft",
    "another",
    "kind",
    "record_type",
    "record_id",
)  # of the address, no fields
NOTICE = "_notice"  # the field of a form that says which parked change it sends again


def name(schema: Schema) -> str:
    """The name of a record to be; whoever takes a record back makes the same one."""
    if source := _reversed(schema):
        return reversal(schema, source, {})[0]
    return services.only_id(schema, agent().area) or services.new_id()


def typed(schema: Schema, record: Record) -> dict[str, str]:
    """What the address asks for: another record's values, or those of a parked ``notice``."""
    source, name = request.args.get("copy", ""), request.args.get("notice", "")
    back = _reversed(schema)
    if (source or back) and not record.cells:
        key = record.key._replace(record_id=back or source)
        values = services.load(agent(), key).values
        return forms.texts(
            schema, reversal(schema, back, values)[1] if back else _lasting(schema, values)
        )
    shown = {**forms.texts(schema, record.values), **({} if record.cells else given_values(schema))}
    return {**shown, **_parked(schema, record, name)} if name else shown


def _lasting(schema: Schema, values: Mapping[str, Any]) -> dict[str, Any]:
    """What a copy begins with: not the days, counts and amounts, which are of another time."""
    known = fields(schema)
    of_a_time = {n for n, f in known.items() if measures.is_of_one_time(f)}
    return {name: value for name, value in values.items() if name not in of_a_time}


def given_values(schema: Schema) -> dict[str, str]:
    """What the address gives for the fields of a new record."""
    texts = {name: given(request.args, name, ASKED) for name in fields(schema)}
    return {name: text for name, text in texts.items() if text}


def asked(schema: Schema) -> dict[str, Any]:
    """What of this address is about the record to be, to be handed on."""
    values = {marked(name): text for name, text in given_values(schema).items()}
    return {**values, **{n: request.args[n] for n in LIKE if request.args.get(n)}}


def _reversed(schema: Schema) -> str:
    return request.args.get("reverse", "") if schema.reversal else ""


def _parked(schema: Schema, record: Record, name: str) -> dict[str, str]:
    """What the centre may send again of a parked change of this record, as a person types it."""
    notice = services.load(agent(), parked_key(name))
    if not is_waiting(notice) or subject(notice) != record.key:
        return {}
    sent = content(whole(agent().store(), notice))
    stored = services.load(agent(), record.key)
    values = {each: sent[each] for each in notices.sendable(notice, stored)}
    texts = forms.texts(schema, values)
    return {**{each: text for each, text in texts.items() if each in values}, NOTICE: name}


def sent_again(form: Typed) -> None:
    """Close the notice of what was just sent again, if the form did that."""
    if name := form.get(NOTICE, ""):
        notice = services.load(agent(), parked_key(name))
        if is_waiting(notice):
            close(agent().replica(), notice, Answer(SENT_AGAIN), me())
            agent().sync_soon()


def parked_key(name: str) -> Key:
    return Key(agent().area, PARKED, name)

"""What stands in a form that is opened: the record, another's values, or what was parked."""

from __future__ import annotations

from typing import Any

from flask import request

from schemas import forms
from schemas.record import fields
from sync.attention import Answer, close, content, is_waiting
from sync.changes import PARKED, Key
from sync.judge import SENT_AGAIN
from sync.merge import Record

from . import filing, notices
from .filing import Schema, Typed
from .host import agent, me

NOTICE = "_notice"  # the field of a form that says which parked change it sends again


def typed(schema: Schema, found: Record) -> dict[str, str]:
    """What the address asks for: ``copy`` a record's values, or those of a parked ``notice``."""
    source, name = request.args.get("copy", ""), request.args.get("notice", "")
    if source and not found.cells:
        return forms.texts(
            schema, filing.load(agent(), found.key._replace(record_id=source)).values
        )
    shown = {**forms.texts(schema, found.values), **({} if found.cells else told(schema))}
    return {**shown, **_parked(schema, found, name)} if name else shown


def told(schema: Schema) -> dict[str, str]:
    """What the address says of the fields of a new record."""
    return {name: text for name, text in request.args.items() if name in fields(schema)}


def asked(schema: Schema) -> dict[str, Any]:
    """What of this address is about the record to be, to be handed on."""
    source = request.args.get("copy", "")
    return {**told(schema), **({"copy": source} if source else {})}


def _parked(schema: Schema, found: Record, name: str) -> dict[str, str]:
    """What the centre may send again of a parked change of this record, as a person types it."""
    notice = filing.load(agent(), parked_key(name))
    about = notices.about(notice)
    if not is_waiting(notice) or about.record.key != found.key:
        return {}
    said = content(notice)
    values = {each: said[each] for each in notices.sendable(notice, about)}
    texts = forms.texts(schema, values)
    return {**{each: text for each, text in texts.items() if each in values}, NOTICE: name}


def sent_again(form: Typed) -> None:
    """Close the notice of what was just sent again, if the form did that."""
    if name := form.get(NOTICE, ""):
        notice = filing.load(agent(), parked_key(name))
        if is_waiting(notice):
            close(agent().replica(), notice, Answer(SENT_AGAIN), me())
            agent().sync_soon()


def parked_key(name: str) -> Key:
    return Key(agent().area, PARKED, name)

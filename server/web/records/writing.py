"""What the two offices fill in: what they publish, and their half of what centres keep.

A form holds the record as it was opened, signed; so who saves changes only what they
changed, and what they had seen goes into the change.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, cast

from flask import abort, flash, redirect, request, url_for
from flask_login import current_user, login_required
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from reporting.query import listing
from reporting.query.selection import Selection
from reporting.references import referring
from schemas import forms, plausibility
from schemas.areas import INTERNAL
from schemas.fields import UnitName
from schemas.formatting.label import Label
from schemas.formatting.vietnamese import number
from schemas.plausibility import Known, Questions
from schemas.record import RecordSchema, families, fields, get, natural_id, owner_of
from schemas.texts import say as record_say
from server import ambient
from server.auth import permissions
from sync.changes import DELETED, Key
from sync.merge import Record
from webui import record_tokens
from webui.forms import typed_form
from webui.language import label_of, language, say, spoken
from webui.record_tokens import FormForged

from ..pages import page, pages, reading
from ..query import list_request

Schema = type[RecordSchema]
Errors = Mapping[str, list[Label]]
Shown = str | Response | tuple[str, int]
SURE = "_sure"  # the field of a form that says yes to the questions it showed
PATH = "/records/<record_type>/<area>/<record_id>"


@pages.get("/records/<record_type>/new")
@login_required  # type: ignore[untyped-decorator]  # flask_login has no types
def new_record(record_type: str) -> Response:
    schema = _known(record_type)
    if not permissions.may_publish(schema):
        abort(403)
    key = Key(ambient.province().area_of(schema), record_type, secrets.token_urlsafe(9))
    return redirect(_address("web.edit_record", key))


@pages.get(f"{PATH}/copy")
@login_required  # type: ignore[untyped-decorator]
def copy_record(record_type: str, area: str, record_id: str) -> Response:
    schema, record = _fillable(Key(area, record_type, record_id))
    if not permissions.may_publish(schema):
        abort(403)
    area, name = ambient.province().area_of(schema), secrets.token_urlsafe(9)
    new = record.key._replace(area=area, record_id=name)
    return redirect(_address("web.edit_record", new, like=record_id))


@pages.get(f"{PATH}/edit")
@reading
def edit_record(record_type: str, area: str, record_id: str) -> str:
    schema, record = _fillable(Key(area, record_type, record_id))
    typed = forms.texts(schema, record.values) if record.cells else _like(schema, record.key)
    if not record.cells and current_user.of_a_district:
        units = [name for name, f in fields(schema).items() if isinstance(f, UnitName)]
        typed |= dict.fromkeys(units, ambient.own_unit())
    return _form(schema, record, typed, {})


@pages.post(f"{PATH}/edit")
@login_required  # type: ignore[untyped-decorator]
def save_record(record_type: str, area: str, record_id: str) -> Shown:
    schema, now = _fillable(Key(area, record_type, record_id))
    typed = typed_form()
    try:
        (before,) = record_tokens.opened(now.key)
        values = _read(schema, before, typed)
    except FormForged:
        return _form(schema, now, typed, {}, fault=say("record.form_old")), 422
    except ValidationError as error:
        return _form(schema, before, typed, cast(Errors, error.messages)), 422
    if doubts := _doubts(schema, before, values, typed):
        questions = [(name, spoken(label)) for name, labels in doubts.items() for label in labels]
        sure = plausibility.token(doubts)
        return _form(schema, before, typed, {}, questions=questions, sure=sure), 422
    key = _settled(schema, before, values)
    if key != before.key and load(key).cells:
        flash(say("record.is_there"), "warning")
        return redirect(_address("web.edit_record", key))
    done = write(key, values, before)
    flash(*((say(_saved(schema)), "success") if done else (say("record.unchanged"), "info")))
    return redirect(_address("web.record", key))


@pages.post(f"{PATH}/delete")
@login_required  # type: ignore[untyped-decorator]
def delete_record(record_type: str, area: str, record_id: str) -> Response:
    return _bury(Key(area, record_type, record_id), True)


@pages.post(f"{PATH}/restore")
@login_required  # type: ignore[untyped-decorator]
def restore_record(record_type: str, area: str, record_id: str) -> Response:
    return _bury(Key(area, record_type, record_id), False)


def _saved(schema: Schema) -> str:
    return "record.saved_internal" if schema.lives_in == INTERNAL else "record.saved"


def _bury(key: Key, deleted: bool) -> Response:
    schema, now = _fillable(key)
    if not permissions.may_delete(schema, now):
        abort(403)
    counts = referring(ambient.province(), key) if deleted else {}
    if counts and request.form.get("sure") != "1":
        types = ", ".join(f"{spoken(label)}: {many}" for label, many in counts.items())
        many = number(sum(counts.values()))
        flash(record_say("references.ask", language(), count=many, types=types), "warning")
        return redirect(_address("web.record", key, sure="1"))
    try:
        (before,) = record_tokens.opened(key)
        write(key, {DELETED: deleted}, before)
    except FormForged:
        flash(say("record.form_old"), "warning")
    return redirect(_address("web.record", key))


def _like(schema: Schema, key: Key) -> dict[str, str]:
    """What a new form begins with: what its publisher wrote in the record it is a copy of."""
    model = load(key._replace(record_id=request.args.get("like", "")))
    typed = forms.texts(schema, model.values) if permissions.may_fill(schema, model) else {}
    return {name: text for name, text in typed.items() if owner_of(schema, name) == schema.owner}


def _read(schema: Schema, before: Record, typed: Mapping[str, str]) -> dict[str, Any]:
    """What the person changed since the form was opened.

    :raises ValidationError: for what cannot be, or is of another's unit
    """
    values = forms.read(schema, typed, current_user.role, before.values)
    if not permissions.of_own_unit(schema, values):
        label = label_of("record.not_own_unit").filled(unit=ambient.own_unit())
        units = [name for name, f in fields(schema).items() if isinstance(f, UnitName)]
        raise ValidationError(cast(Any, {name: [label] for name in units}))
    shown = forms.texts(schema, before.values) if before.cells else {}
    return {n: v for n, v in values.items() if typed.get(n) != shown.get(n) or n not in shown}


def _doubts(
    schema: Schema, before: Record, values: Mapping[str, Any], typed: Mapping[str, str]
) -> Questions:
    """What to ask about what was typed; nothing if the form says yes to all of it."""
    now = {**before.values, **values}
    doubts = plausibility.questions(schema, now, before.values, Known(ambient.today()))
    if not before.cells and not schema.natural_key and now.get(schema.title_field):
        its = Selection(schema.record_type, frozenset([before.key.area]))
        for row in listing.twins(ambient.province().db(), its, now, before.key.record_id)[:1]:
            question = plausibility.same_again(schema, row)
            doubts[schema.title_field] = [*doubts.get(schema.title_field, []), question]
    return {} if typed.get(SURE) == plausibility.token(doubts) else doubts


def _settled(schema: Schema, before: Record, values: Mapping[str, Any]) -> Key:
    """Where it is kept: a new record under its natural key, if its type has one."""
    if before.cells:
        return before.key
    made = natural_id(schema, before.key.area, values)
    return before.key._replace(record_id=made or before.key.record_id)


def write(key: Key, values: Mapping[str, Any], before: Record) -> bool:
    complete = {**before.values, **values}
    hub = ambient.province().hub()
    opened = Record(key, before.cells, before.read)
    return hub.write(key, complete, current_user.name, opened=opened) is not None


def _fillable(key: Key) -> tuple[Schema, Record]:
    """The record, if it is in an area of its type and the person may fill in some of it."""
    schema, record = _known(key.record_type), load(key)
    if families(schema):  # such a type has a page of its own
        abort(404)
    province = ambient.province()
    is_new = not record.cells and permissions.may_publish(schema)
    if not province.may_hold(schema, key.area) or not (record.cells or is_new):
        abort(404)
    if is_new and key.area != province.area_of(schema):
        abort(404)
    if not permissions.may_fill(schema, record):
        abort(403)
    return schema, record


def _known(record_type: str) -> Schema:
    try:
        return get(record_type)
    except KeyError:
        abort(404)


def _form(
    schema: Schema, record: Record, typed: Mapping[str, str], errors: Errors, **more: object
) -> str:
    """The form as it is sent, with what ``more`` says over it: a ``fault``, or questions."""
    groups = forms.form(schema, language(), typed, errors, current_user.role)
    ask = list_request(schema.record_type, period="all")
    over = {"fault": "", "questions": [], "sure": "", **more}
    token = record_tokens.token_of(record)
    return page("edit", ask=ask, record=record, groups=groups, token=token, **over)


def load(key: Key) -> Record:
    return ambient.province().store().load([key])[key]


def _address(endpoint: str, key: Key, **more: str) -> str:
    of: dict[str, Any] = {**key._asdict(), **more}
    return url_for(endpoint, period="all", **of)

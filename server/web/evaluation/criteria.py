"""The editor of criteria sets: the province writes them, centres get them with their next sync.

A set that is used keeps its meaning; whoever wants another one makes a copy and changes that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from flask import abort, flash, redirect, request
from flask_login import current_user
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from reporting import criteria as sets_in_use
from reporting.criteria import Standing, meaning
from reporting.evaluations import CRITERIA_SET
from schemas import forms
from schemas.forms.text import understood
from schemas.forms.widgets import Group
from schemas.record import fields, natural_id
from schemas.records.criteria_set import CriteriaSet
from server import ambient
from server.auth import permissions
from sync.changes import DELETED, Key
from sync.merge import Record
from webui import record_tokens
from webui.forms import typed_form
from webui.language import language, say
from webui.record_tokens import FormForged

from ..pages import page, pages, reading
from ..query import list_request
from ..records.writing import load, write
from . import criteria_form as rows_of
from .criteria_form import Faults, Rows
from .criteria_texts import FAULTS

Shown = str | Response | tuple[str, int]
FIXED, FIXED_IN_USE = ("code",), ("code", "year_from", "step")


@dataclass
class Sheet:
    """A set on its way to the screen: as it is stored, and what is typed in its form."""

    standing: Standing
    typed: Mapping[str, str]
    rows: Rows
    token: str
    focus: str = ""

    @property
    def fixed(self) -> tuple[str, ...]:
        """The fields that can be filled in no more."""
        if not self.standing.record.cells:
            return ()
        return FIXED_IN_USE if self.standing.is_used else FIXED

    def render(self, faults: Faults | None = None, fault: str = "") -> str:
        return page(
            "criteria_edit",
            ask=list_request(CRITERIA_SET, period="all"),
            standing=self.standing,
            groups=self._widgets(faults or {}),
            rows=self.rows,
            sums=rows_of.sums(self.rows),
            token=self.token,
            focus=self.focus,
            faults=faults or {},
            fault=fault,
        )

    def _widgets(self, faults: Faults) -> list[Group]:
        drawn = forms.form(CriteriaSet, language(), self.typed, faults, current_user.role)
        return [
            replace(g, widgets=tuple(replace(w, read_only=w.name in self.fixed) for w in g.widgets))
            for g in drawn
        ]


@pages.get("/criteria")
@reading
def criteria_sets() -> str:
    province = ambient.province()
    sets = sets_in_use.standings(province.db(), province.published, ambient.today().year)
    return page(
        "criteria",
        ask=list_request(CRITERIA_SET, period="all"),
        sets=sets,
        overlaps=sets_in_use.overlaps(one.values for one in sets),
    )


@pages.get("/criteria/new")
@permissions.province_only
def new_criteria_set() -> str:
    """An empty set, or a copy of another for the next year."""
    name = request.args.get("copy", "")
    source = load(_key(name)).values if name else {}
    return _fresh(Record(_key("")), rows_of.begun(source, ambient.today().year)).render()


@pages.get("/criteria/<record_id>/edit")
@permissions.province_only
def edit_criteria_set(record_id: str) -> str:
    record = load(_key(record_id))
    if not record.cells or record.deleted:
        abort(404)
    return _fresh(record, record.values).render()


@pages.post("/criteria/new", defaults={"record_id": ""})
@pages.post("/criteria/<record_id>/edit")
@permissions.province_only
def save_criteria_set(record_id: str) -> Shown:
    typed = typed_form()
    now, rows = _standing(load(_key(record_id))), rows_of.sent(typed)
    if record_id and not now.record.cells:
        abort(404)
    sheet = Sheet(now, typed, rows, typed.get(record_tokens.FIELD, ""))
    deed = typed.get("do", "save")
    if deed not in ("save", "check"):
        sheet.focus = rows_of.done(rows, deed)
        return sheet.render()
    try:
        (before,) = record_tokens.opened(now.record.key)
    except FormForged:
        sheet.token = record_tokens.token_of(now.record)
        return sheet.render(fault=say("record.form_old")), 422
    with ambient.province().store().transaction():  # nobody begins to use it in between
        values, faults = _read(sheet, before)
        if not faults and deed == "save":
            key = before.key._replace(record_id=natural_id(CriteriaSet, before.key.area, values))
            changed = write(key, values, Record(key, before.cells, before.read))
    if faults:
        return sheet.render(faults), 422
    if deed == "check":
        flash(say("criteria.sound"), "info")
        return sheet.render()
    flash(*((say("record.saved"), "success") if changed else (say("record.unchanged"), "info")))
    return redirect(_address(key))


@pages.post("/criteria/<record_id>/bury")
@permissions.province_only
def bury_criteria_set(record_id: str) -> Response:
    """Throw a set away that nobody was scored by, or bring it back."""
    record = load(_key(record_id))
    if not record.cells or _standing(record).is_used:
        abort(403)
    try:
        (before,) = record_tokens.opened(record.key)
        write(record.key, {DELETED: request.form.get("do") == "delete"}, before)
    except FormForged:
        flash(say("record.form_old"), "warning")
    return redirect(_address(record.key))


def _read(sheet: Sheet, before: Record) -> tuple[dict[str, Any], Faults]:
    """The whole set as it is typed, and all that is wrong with it at once."""
    plain = {n: text for n, text in sheet.typed.items() if n not in sheet.fixed}
    step = understood(fields(CriteriaSet)["step"], plain.get("step", ""))
    typed_values, faults = rows_of.read(sheet.rows, step or before.values.get("step"))
    values = {**before.values, **typed_values}
    try:
        values |= forms.read(CriteriaSet, plain, current_user.role, before=values)
    except ValidationError as error:
        messages = cast(Faults, error.messages)
        others = {n: m for n, m in messages.items() if n not in typed_values or not faults}
        faults = others | faults
    return values, faults or _forbidden(_standing(load(before.key)), values)


def _forbidden(standing: Standing, values: Mapping[str, Any]) -> Faults:
    """Which fields may not change in a set that is in use, and whether the code is taken."""
    if not standing.record.cells:
        name = natural_id(CriteriaSet, ambient.province().published, values)
        taken = load(_key(name))
        is_same = all(taken.values.get(n) == v for n, v in values.items()) and not taken.deleted
        return {"code": [FAULTS["taken"]]} if taken.cells and not is_same else {}
    if standing.is_used and meaning(values) != meaning(standing.values):
        return {"groups": [FAULTS["used"]]}
    last, scored = values.get("year_to"), max(standing.years, default=0)
    if last is not None and last < scored:
        return {"year_to": [FAULTS["scored"].filled(year=scored)]}
    return {}


def _fresh(record: Record, values: Mapping[str, Any]) -> Sheet:
    typed = forms.texts(CriteriaSet, values)
    return Sheet(_standing(record), typed, rows_of.shown(values), record_tokens.token_of(record))


def _standing(record: Record) -> Standing:
    return sets_in_use.standing(ambient.province().db(), record, ambient.today().year)


def _key(record_id: str) -> Key:
    return Key(ambient.province().published, CRITERIA_SET, record_id)


def _address(key: Key) -> str:
    return list_request(CRITERIA_SET, period="all").record(key.area, key.record_id)

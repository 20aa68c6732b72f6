"""The district verifies what a centre scored, with a reason where it says otherwise.

Nothing is decided on a page that is out of date: if the centre signed again while somebody was
scoring, a message says so, and what was typed stays on the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_login import current_user, login_required
from werkzeug.wrappers import Response

from reporting import evaluations
from reporting.evaluations import EVALUATION, Line
from schemas import forms
from schemas.evaluation.verification import STAGES, stage
from schemas.fields import signatory
from schemas.formatting.label import Label
from schemas.records.evaluation import Evaluation
from server import ambient
from server.auth import permissions
from server.evaluation import verifiers
from sync.changes import Key
from sync.merge import Record
from webui import record_tokens
from webui.forms import typed_form
from webui.language import say
from webui.record_tokens import FormForged

from .. import evidence, presenters
from ..pages import page, pages, reading
from ..query import ListRequest, list_request
from ..records.writing import load, write
from . import list as evaluation_list
from .verified_form import REOPENED, Verifier, filled, judged, offered, signed, with_scores

Shown = str | Response | tuple[str, int]
PATH = "/evaluations/<area>/<record_id>/verify"


@dataclass(frozen=True)
class Sheet:
    """An evaluation on its way to the screen: as it is, and what is typed beside it."""

    record: Record
    set: Mapping[str, Any]
    typed: Mapping[str, str]
    token: str

    def render(self, errors: Mapping[str, list[Label]] | None = None, fault: str = "") -> str:
        values, area = self.record.values, self.record.key.area
        ask, role = _list_request(values), permissions.verifies_as(area)
        return page(
            "verify",
            ask=ask,
            carried=evaluation_list.carried(),
            way=ask.way[0].way(area),
            record=self.record,
            year=values["year"],
            stage=stage(values),
            stages=STAGES,
            deeds=offered(values, self.set, role),
            team=evidence.team(ask.way[0].way(area), values["year"]),
            typed=self.typed,
            token=self.token,
            errors=errors or {},
            fault=fault,
            around=evaluation_list.around(_lines(ask, values), area),
            **presenters.sheet(EVALUATION, with_scores(values, self.set, self.typed), area),
        )


@pages.get(PATH)
@reading
def verify(area: str, record_id: str) -> str:
    return _fresh(_record(area, record_id)).render()


@pages.post(PATH)
@login_required  # type: ignore[untyped-decorator]
def save_verified(area: str, record_id: str) -> Shown:
    now, deed = _record(area, record_id), request.form.get("do", "save")
    typed = typed_form()
    sheet = replace(_fresh(now), typed=typed)
    try:
        (before,) = record_tokens.opened(now.key)
    except FormForged:
        return sheet.render(fault=say("record.form_old")), 422
    if signed(before.values) != signed(now.values):
        return sheet.render(fault=say("verify.changed")), 422
    sheet = replace(sheet, token=typed[record_tokens.FIELD])
    if deed in ("add_up", "fill"):
        its = filled(now.values, sheet.set, typed) if deed == "fill" else typed
        return replace(sheet, typed=its).render()
    by = _verifier(area)
    if deed not in offered(now.values, sheet.set, by.role):
        abort(400)
    values, errors = judged(before.values, sheet.set, typed, deed, by)
    if errors:
        return sheet.render(errors), 422
    write(before.key, values, before)
    if deed == "finish" and not by.name:  # asked once, offered from then on
        verifiers.name_person(ambient.province().db(), current_user.name, values["verified_by"])
    flash(say(f"verify.done.{deed}"), "success")
    there: dict[str, Any] = {"area": area, "record_id": record_id, **evaluation_list.carried()}
    return redirect(url_for("web.verify", **there))


def _fresh(record: Record) -> Sheet:
    province, code = ambient.province(), str(record.values.get("criteria_set"))
    set_ = evaluations.criteria_sets(province.db(), province.published).get(code, {})
    typed = forms.texts(Evaluation, record.values) | {REOPENED: ""}  # never filled in before
    if not signatory.names_a_person(typed["verified_by"]):
        typed["verified_by"] = _verifier(record.key.area).name
    return Sheet(record, set_, typed, record_tokens.token_of(record))


def _record(area: str, record_id: str) -> Record:
    record = load(Key(area, EVALUATION, record_id))
    if record.deleted or not isinstance(record.values.get("year"), int):
        abort(404)
    if not permissions.may_fill(Evaluation, record):
        abort(403)
    return record


def _verifier(area: str) -> Verifier:
    db = ambient.province().db()
    name, day = verifiers.person_of(db, current_user.name), ambient.today().isoformat()
    return Verifier(name, day, permissions.verifies_as(area), partial(verifiers.is_account, db))


def _lines(ask: ListRequest, values: Mapping[str, Any]) -> list[Line]:
    return evaluation_list.lines(ask, values["year"])


def _list_request(values: Mapping[str, Any]) -> ListRequest:
    """The list that the sheet is in: that of its year, with its units."""
    return list_request(EVALUATION, period=f"{values['year']:04}")

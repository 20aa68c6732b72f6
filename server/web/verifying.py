"""The district verifies what a centre scored, with a reason where it says otherwise.

Nothing is decided on a page that is out of date: if the centre signed anew while somebody was
scoring, that is said, and what was typed stays on the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from flask import abort, flash, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from schemas import forms
from schemas.label import Label
from schemas.records.evaluation import Evaluation
from schemas.verification import STAGES, stage
from server import auth
from server.reports import evaluations as found
from server.reports.evaluations import EVALUATION, Line
from sync.changes import Key
from sync.merge import Record

from . import evidence, opened, shown
from .asking import asked
from .opened import FormForged
from .pages import page, pages, reading, say
from .verified_form import Verifier, filled, judged, offered, signed, with_scores
from .writing import load, reopened, write

Shown = str | Response | tuple[str, int]
PATH = "/evaluations/<area>/<record_id>/verify"


@dataclass(frozen=True)
class Sheet:
    """An evaluation on its way to the screen: as it is, and what is typed beside it."""

    record: Record
    set: Mapping[str, Any]
    typed: Mapping[str, str]
    token: str

    def drawn(self, errors: Mapping[str, list[Label]] | None = None, fault: str = "") -> str:
        values, area = self.record.values, self.record.key.area
        ask = asked(EVALUATION, period="all")
        return page(
            "verify",
            ask=ask,
            way=ask.way[0].way(area),
            record=self.record,
            year=values["year"],
            stage=stage(values),
            stages=STAGES,
            deeds=offered(values, self.set, current_user.role),
            team=evidence.team(ask.way[0].way(area), values["year"]),
            typed=self.typed,
            token=self.token,
            errors=errors or {},
            fault=fault,
            around=_around(_lines(cast(int, values["year"])), area),
            **shown.sheet(EVALUATION, with_scores(values, self.set, self.typed), area),
        )


@pages.get(PATH)
@reading
def verify(area: str, record_id: str) -> str:
    return _fresh(_record(area, record_id)).drawn()


@pages.post(PATH)
@auth.login_required  # type: ignore[untyped-decorator]
def save_verified(area: str, record_id: str) -> Shown:
    now, deed = _record(area, record_id), request.form.get("do", "save")
    typed = {name: text.replace("\r\n", "\n") for name, text in request.form.items()}
    sheet = replace(_fresh(now), typed=typed)
    try:
        before = reopened(now.key)
    except FormForged:
        return sheet.drawn(fault=say("record.form_old")), 422
    if signed(before.values) != signed(now.values):
        return sheet.drawn(fault=say("verify.changed")), 422
    sheet = replace(sheet, token=typed[opened.FIELD])
    if deed in ("add_up", "fill"):
        its = filled(now.values, sheet.set, typed) if deed == "fill" else typed
        return replace(sheet, typed=its).drawn()
    if deed not in offered(now.values, sheet.set, current_user.role):
        abort(400)
    by = Verifier(current_user.name, auth.today().isoformat(), current_user.role)
    values, errors = judged(before.values, sheet.set, typed, deed, by)
    if errors:
        return sheet.drawn(errors), 422
    write(before.key, values, before)
    flash(say(f"verify.done.{deed}"), "success")
    return redirect(url_for("web.verify", area=area, record_id=record_id))


def _fresh(record: Record) -> Sheet:
    province, code = auth.province(), str(record.values.get("criteria_set"))
    set_ = found.criteria_sets(province.db(), province.published).get(code, {})
    typed = forms.texts(Evaluation, record.values)
    return Sheet(record, set_, typed, opened.sealed(record))


def _record(area: str, record_id: str) -> Record:
    record = load(Key(area, EVALUATION, record_id))
    if record.deleted or not isinstance(record.values.get("year"), int):
        abort(404)
    if not auth.may_fill(Evaluation, record):
        abort(403)
    return record


def _lines(year: int) -> list[Line]:
    ask, province = asked(EVALUATION, period="all"), auth.province()
    sets = found.criteria_sets(province.db(), province.published)
    return [one for one in found.evaluations(province.db(), year, ask.place, sets) if one.record_id]


def _around(lines: list[Line], area: str) -> tuple[Line | None, Line | None]:
    """The sheets before and after that of a centre."""
    place = next((n for n, line in enumerate(lines) if line.place.key == area), 0)
    after = lines[place + 1] if place + 1 < len(lines) else None
    return lines[place - 1] if place else None, after

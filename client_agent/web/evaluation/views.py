"""The yearly self-assessment: a sheet that adds itself up, and a signature under it."""

from __future__ import annotations

from typing import NamedTuple, cast

from flask import Blueprint, Flask, abort, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from schemas import forms
from schemas.evaluation.criteria import thresholds
from schemas.evaluation.verification import CLOSED, STAGES, next_signature
from schemas.fields import Year
from schemas.formatting import vietnamese
from schemas.formatting.label import Label
from schemas.record import fields
from schemas.records.criteria_set import RANKS, criteria, maximum, title_of
from schemas.records.evaluation import Evaluation, check_scores
from sync.merge import Record
from webui import record_tokens
from webui.forms import typed_form
from webui.language import label_of, say, spoken

from ... import scores
from ...scores import Standing, Values
from .. import evidence, faults
from ..context import agent, me, now, today
from ..records import cautions, form_initial, form_tokens, services
from ..records.history import history
from ..records.notices import waiting_for
from ..records.services import Saved, Typed
from ..records.views import draft_choice, outcome, reopened

pages = Blueprint("evaluation", __name__, url_prefix="/evaluation")

Shown = str | Response | tuple[str, int]
Fields = fields(Evaluation)


def install(app: Flask) -> None:
    app.register_blueprint(pages)


class Sheet(NamedTuple):
    """The sheet on its way to the screen: as it was opened, and what is typed in it."""

    standing: Standing
    set: Values
    token: str
    typed: Typed
    is_draft: bool = False

    def render(self, errors: faults.Errors, fault: str) -> str:
        return render_template(
            "agent/sheet.html",
            year=self.standing.year,
            standing=self.standing,
            set=self.set,
            set_title=spoken(title_of(self.set)),
            sum=scores.add_up(self.set, scores.as_typed(self.set, self.typed)),
            values=self.standing.record.values,
            token=self.token,
            typed=self.typed,
            errors=errors,
            fault=fault,
            is_draft=self.is_draft,
            notice=self.typed.get(form_initial.NOTICE, ""),
            labels=Fields,
            ranks=RANKS,
            stages=STAGES,
            evidence=evidence.by_criterion(agent(), self.standing.year),
            most=maximum(self.set),
            marks=[[least, spoken(RANKS[code])] for code, least in thresholds(self.set)],
            history=history(agent(), Evaluation, self.standing.record),
            needs=waiting_for(self.standing.record.key),
        )


@pages.get("/")
def years() -> str:
    standings = [scores.standing(agent(), year) for year in scores.years(agent())]
    return render_template("agent/years.html", standings=standings, stages=STAGES)


@pages.get("/<int:year>")
def show(year: int) -> Shown:
    standing = scores.standing(agent(), _checked(year))
    if standing.set is None:
        return render_template("agent/no_set.html", year=year)
    draft = services.waiting_draft(agent(), Evaluation, standing.record, me())
    if draft and "draft" not in request.args:
        return draft_choice(Evaluation, standing.record, draft, year)
    if draft:
        token = draft.form.get(record_tokens.FIELD, "")
        return Sheet(standing, standing.set, token, draft.form, True).render({}, "")
    return _fresh(standing, standing.set, standing.record).render({}, "")


@pages.post("/<int:year>")
def save(year: int) -> Shown:
    before, token = reopened(Evaluation, scores.key_of(agent(), _checked(year)))
    typed = typed_form()
    standing = scores.standing(agent(), year, before)
    if standing.set is None:
        return redirect(url_for(".show", year=year))
    sheet = Sheet(standing, standing.set, token, typed)
    if scores.standing(agent(), year).stage in CLOSED:
        return sheet.render({}, say("evaluation.closed")), 422
    faults.again_with(sheet.render)
    if typed.get("do") == "add_up":
        flash(say("evaluation.added_up"), "info")
        return sheet.render(_wrong(sheet, before, False), "")
    return form_tokens.once(lambda: _saved(sheet, before))


def _saved(sheet: Sheet, before: Record) -> Response:
    typed, year = sheet.typed, sheet.standing.year
    signs = typed.get("do") == "sign"
    saved = _save(sheet, before, signs)
    form_initial.sent_again(typed)
    flash(*((say("evaluation.signed_now", year=year), "saved") if signs else outcome(saved)))
    cautions.caution(Evaluation, saved)
    deed, _, code = typed.get("do", "").partition(".")
    if deed == "evidence":
        return redirect(evidence.new(year, code))
    return redirect(url_for(".show", year=year))


@pages.post("/<int:year>/reopen")
def reopen(year: int) -> Response:
    """Take the signature back, so that scores can be changed."""
    before, _ = reopened(Evaluation, scores.key_of(agent(), _checked(year)))
    return form_tokens.once(lambda: _reopened(year, before))


def _reopened(year: int, before: Record) -> Response:
    if scores.standing(agent(), year).stage in CLOSED:
        flash(say("evaluation.closed"), "warning")
    else:
        services.write(agent(), before, {"status": "draft"}, me())
        flash(say("evaluation.reopened"), "info")
    return redirect(url_for(".show", year=year))


def _save(sheet: Sheet, before: Record, signs: bool) -> Saved:
    """:raises ValidationError: for scores beyond the set's limits; to sign, for missing ones too"""
    if wrong := _wrong(sheet, before, signs):
        raise ValidationError({**wrong})
    saved = services.save(agent(), Evaluation, before, _filled_in(sheet, signs), me())
    agent().drafts.drop(me(), Evaluation.record_type, before.key.record_id)
    return saved


def _filled_in(sheet: Sheet, signs: bool) -> dict[str, str]:
    """The whole form of the sheet, with what the page does not ask for."""
    return {
        **_only(sheet.set, sheet.typed),
        "year": str(sheet.standing.year),
        "criteria_set": str(sheet.set["code"]),
        "status": "self_assessed" if signs else "draft",
        **(_signature(sheet.typed, sheet.standing.record.values) if signs else {}),
    }


def _wrong(sheet: Sheet, before: Record, signs: bool) -> dict[str, list[Label]]:
    """All that is wrong with the sheet at once, in its order; to sign, what is missing too."""
    typed = _filled_in(sheet, signs)
    errors: dict[str, list[Label]] = {}
    try:
        forms.read(Evaluation, typed, before=before.values)
    except ValidationError as error:
        errors = cast(dict[str, list[Label]], error.messages)
    errors = {**errors, **check_scores(scores.numbers(sheet.set, typed), sheet.set)}
    if signs:
        names = [f"self_score.{c.code}" for c in criteria(sheet.set)]
        errors |= {n: [label_of("evaluation.not_scored")] for n in names if not typed[n].strip()}
    return {name: errors[name] for name in (*typed, *errors) if name in errors}


def _only(set_: Values, typed: Typed) -> dict[str, str]:
    """What was typed about the criteria of this set, and nothing that others own."""
    names = [f"{family}.{c.code}" for c in criteria(set_) for family in scores.ASKED]
    return {name: typed.get(name, "") for name in names}


def _signature(typed: Typed, values: Values) -> dict[str, str]:
    day = forms.texts(Evaluation, {"signed_on": scores.today(now())})["signed_on"]
    signer = typed.get("signed_by", "").strip() or me()
    times = str(next_signature(values))
    return {"signed_by": signer, "signed_on": day, "signed_times": times}


def _fresh(standing: Standing, set_: Values, record: Record) -> Sheet:
    token = record_tokens.token_of(record)
    return Sheet(standing, set_, token, form_initial.typed(Evaluation, record))


def _checked(year: int) -> int:
    """The year, if it can have a sheet; a year to come leads back with a message."""
    if year < Year.least:
        abort(404)
    if year > Year.most or not scores.has_come(agent(), year):
        day = vietnamese.day(today())
        flash(say("evaluation.to_come", year=year, day=day), "warning")
        abort(redirect(url_for(".years")))
    return year

"""One record: seen, typed, saved, copied, deleted and brought back; of any type.

A new record has its address before it is filled in. So a form that is sent twice, or
reached by the back button, makes one record and no second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flask import (
    Blueprint,
    Flask,
    abort,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from schemas import forms, planned, plausibility, record
from schemas.formatting.vietnamese import number
from schemas.plausibility import Questions
from schemas.record import families
from schemas.texts import say as record_say
from sync.changes import Key
from sync.merge import Record
from webui import record_tokens
from webui.forms import typed_form
from webui.language import language, say, spoken
from webui.titles import title_of

from ...people.drafts import Draft
from ...references import referring
from .. import faults
from ..context import agent, me, today
from . import cautions, entries, form_initial, form_tokens, questions, services
from .addresses import address
from .history import history
from .notices import waiting_for
from .services import Saved, Schema, Typed

pages = Blueprint("records", __name__, url_prefix="/records/<record_type>")

Shown = str | Response
NOTHING: Questions = {}


def install(app: Flask) -> None:
    app.register_blueprint(pages)


class RecordForm(NamedTuple):
    """A form on its way to the screen: the record as it was opened, and what is typed in it."""

    schema: Schema
    record: Record
    token: str
    typed: Typed

    def render(
        self, errors: faults.Errors, fault: str, is_draft: bool = False, asked: Questions = NOTHING
    ) -> str:
        messages = {name: list(labels) for name, labels in errors.items()}
        groups = forms.form(self.schema, language(), self.typed, messages, role="centre")
        return render_template(
            "agent/form.html",
            schema=self.schema,
            record=self.record,
            token=self.token,
            groups=groups,
            errors=messages,
            fault=fault,
            is_draft=is_draft,
            asked=[(name, spoken(label)) for name, labels in asked.items() for label in labels],
            sure=plausibility.token(asked),
            notice=self.typed.get(form_initial.NOTICE, ""),
        )


@pages.get("/new")
def new(record_type: str) -> Response:
    schema = ours(record_type)
    name = _begun(schema) or form_initial.name(schema)
    return redirect(
        url_for(".edit", record_type=record_type, record_id=name, **form_initial.asked(schema))
    )


@pages.get("/<record_id>")
def show(record_type: str, record_id: str) -> Shown:
    schema, target = existing(record_type, record_id)
    if families(schema):  # such a type has a page of its own
        return redirect(address(schema, target))
    return render_template(
        "agent/record.html",
        schema=schema,
        record=target,
        is_ours=services.filled_in_at_centres(schema),
        is_only=bool(services.only_id(schema, agent().area)),
        token=record_tokens.token_of(target),
        groups=forms.form(schema, language(), forms.in_words(schema, target.values, language())),
        history=history(agent(), schema, target),
        needs=waiting_for(target.key),
        to_come=planned.is_to_come(schema, target.values, today()),
        twins=services.twins(agent(), schema, target),
        is_asked="sure" in request.args,
        title=title_of(schema, target.values),
    )


@pages.get("/<record_id>/edit")
def edit(record_type: str, record_id: str) -> Shown:
    schema = ours(record_type)
    target = services.load(agent(), Key(agent().area, record_type, record_id))
    entries.changeable(schema, target)
    if target.deleted:
        return redirect(url_for(".show", record_type=record_type, record_id=record_id))
    if not target.cells and not services.NEW.fullmatch(record_id):
        abort(404)
    draft = services.waiting_draft(agent(), schema, target, me())
    if draft and "draft" not in request.args:
        return draft_choice(schema, target, draft)
    if draft:
        token = draft.form.get(record_tokens.FIELD, "")
        return RecordForm(schema, target, token, draft.form).render({}, "", is_draft=True)
    typed = form_initial.typed(schema, target)
    return RecordForm(schema, target, record_tokens.token_of(target), typed).render({}, "")


@pages.post("/<record_id>/edit")
def save(record_type: str, record_id: str) -> Response:
    schema = ours(record_type)
    key = Key(agent().area, record_type, record_id)
    before, token = reopened(schema, key)
    typed = typed_form()
    entries.changeable(schema, before)
    form = RecordForm(schema, before, token, typed)
    faults.again_with(form.render)
    if asked := questions.unanswered(schema, before, typed):
        return make_response(form.render({}, "", asked=asked), 422)
    return form_tokens.once(lambda: _saved(schema, before, typed))


def _saved(schema: Schema, before: Record, typed: Typed) -> Response:
    record_type = schema.record_type
    saved = services.save(agent(), schema, before, typed, me())
    agent().drafts.drop(me(), record_type, before.key.record_id)
    form_initial.sent_again(typed)
    flash(*outcome(saved))
    cautions.caution(schema, saved)
    return redirect(url_for(".show", record_type=record_type, record_id=saved.key.record_id))


@pages.get("/<record_id>/copy")
def copy(record_type: str, record_id: str) -> Response:
    existing(record_type, record_id)
    return redirect(url_for(".new", record_type=record_type, copy=record_id))


@pages.post("/<record_id>/delete")
def delete(record_type: str, record_id: str) -> Response:
    before, _ = reopened(ours(record_type), Key(agent().area, record_type, record_id))
    entries.changeable(ours(record_type), before)
    counts = referring(agent(), before.key)
    if counts and request.form.get("sure") != "1":
        types = ", ".join(f"{spoken(label)}: {many}" for label, many in counts.items())
        many = number(sum(counts.values()))
        flash(record_say("references.ask", language(), count=many, types=types), "warning")
        return redirect(url_for(".show", record_type=record_type, record_id=record_id, sure=1))

    def deleted() -> Response:
        services.set_deleted(agent(), before, True, me())
        return redirect(url_for("lists.show", record_type=record_type, gone=record_id))

    return form_tokens.once(deleted)


@pages.post("/<record_id>/restore")
def restore(record_type: str, record_id: str) -> Response:
    ours(record_type)
    _, target = existing(record_type, record_id)

    def restored() -> Response:
        services.set_deleted(agent(), target, False, me())
        flash(say("record.restored"), "success")
        return redirect(url_for(".show", record_type=record_type, record_id=record_id))

    return form_tokens.once(restored)


def _begun(schema: Schema) -> str:
    """The record to be that this person has begun and not saved, unless they want another."""
    if form_initial.asked(schema) or "another" in request.args:
        return ""
    drafts = (d for d in agent().drafts.list(me()) if d.record_type == schema.record_type)
    keys = [Key(agent().area, schema.record_type, draft.record_id) for draft in drafts]
    stored = agent().store().load(keys) if keys else {}
    return next((key.record_id for key in keys if not stored[key].cells), "")


def outcome(saved: Saved) -> tuple[str, str]:
    """The message after a save, and its kind."""
    return (say("record.saved"), "saved") if saved.changed else (say("record.unchanged"), "info")


def draft_choice(schema: Schema, target: Record, draft: Draft, year: int = 0) -> str:
    """Ask whether to go on with a draft, before anything could be typed over it."""
    named = services.preview(schema, draft.form)
    preview = [(spoken(label), spoken(text)) for label, text in named]
    return render_template(
        "agent/draft.html", schema=schema, record=target, draft=draft, year=year, preview=preview
    )


def known(record_type: str) -> Schema:
    schema = record.record_types().get(record_type)
    return schema if schema and services.seen_by_centres(schema) else abort(404)


def ours(
    record_type: str, fits: Callable[[Schema], bool] = services.filled_in_at_centres
) -> Schema:
    """The record type, if people at the centre fill it in."""
    schema = known(record_type)
    return schema if fits(schema) else abort(404)


def existing(record_type: str, record_id: str) -> tuple[Schema, Record]:
    schema = known(record_type)
    target = services.load(agent(), Key(services.place(agent(), schema), record_type, record_id))
    if not target.cells:
        abort(404)
    return schema, target


def reopened(schema: Schema, key: Key) -> tuple[Record, str]:
    """The record as this form says it was opened, and the form's own word for it.

    :raises FormForged: if the form does not say; then it is shown again, opened now
    """
    now = services.load(agent(), key)
    faults.again_with(RecordForm(schema, now, record_tokens.token_of(now), typed_form()).render)
    (before,) = record_tokens.opened(key)
    return before, request.form[record_tokens.FIELD]

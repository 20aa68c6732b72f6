"""What needs a person: values that contradict each other, and changes that are not counted."""

from __future__ import annotations

from flask import Blueprint, Flask, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.forms.text import shown
from schemas.record import families, fields, get, in_order
from sync import decisions
from sync.changes import CONFLICT, DELETED, PARKED, Key
from sync.decisions import Answer, is_waiting
from sync.errors import SyncError
from sync.merge import Record
from sync.review import SET_ASIDE
from sync.stores.health.unreadable import Unreadable
from sync.stores.references import Dangling
from webui import record_tokens
from webui.titles import title_of

from ... import references
from ...database import damaged_rows
from ...errors import AgentError
from ...syncing import parked_contents, status
from ...texts import sentence
from .. import faults
from ..context import agent, me
from ..language import language, say, spoken
from ..records import form_tokens, services
from ..records.addresses import address
from ..records.history import labels
from . import presenters
from .presenters import About

pages = Blueprint("attention", __name__, url_prefix="/attention")
KINDS = {"conflict": CONFLICT, "parked": PARKED}
MOST_CLOSED = 50  # of those dealt with, the list shows the newest
ABOUT = "_about"  # the field of a form that says how the record was when it was shown

Shown = str | Response | tuple[str, int]


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    kind, done = request.args.get("kind", ""), request.args.get("done", "")
    found = status.notices(agent())[::-1]
    abouts = map(presenters.about, found)
    wanted = [n for n in found if kind in ("", decisions.subject(n).record_type)]
    closed = [n for n in wanted if not is_waiting(n)]
    return render_template(
        "agent/attention.html",
        kind=kind,
        kinds=sorted({(about.record.key.record_type, about.kind) for about in abouts}),
        waiting=_lines([n for n in wanted if is_waiting(n)]),
        closed=_lines(closed[:MOST_CLOSED]),
        done=next(iter(_lines([n for n in closed if n.key.record_id == done])), None),
        dangling=[] if kind else _dangling(),
        unreadable=[] if kind else _unreadable(),
        aside=agent().store().change_counts().aside,
        damage=list(damaged_rows.messages(agent())),
    )


def _dangling() -> list[dict[str, object]]:
    """The records that name another which is not here."""
    found = references.dangling(agent())
    keys = [Key(one.area, one.link.record_type, one.record_id) for one in found]
    loaded = agent().store().load(keys) if keys else {}
    return [_named(one, loaded[key]) for one, key in zip(found, keys, strict=True)]


def _named(one: Dangling, about: Record) -> dict[str, object]:
    schema = get(one.link.record_type)
    field = fields(schema)[one.link.column]
    is_lost = one.link.column == schema.title_field  # then it is called by what is not there
    return {
        "href": address(schema, about),
        "title": spoken(schema.label) if is_lost else title_of(schema, about.values),
        "kind": spoken(schema.label),
        "field": spoken(field.label),
        "text": shown(field, one.value, language()),
    }


def _unreadable() -> list[dict[str, object]]:
    """The records of the centre with values that are not of the kind of their fields."""
    found = references.unreadable(agent())
    loaded = agent().store().load([one.key for one in found]) if found else {}
    return [_misread(one, loaded[one.key]) for one in found]


def _misread(one: Unreadable, about: Record) -> dict[str, object]:
    schema = get(one.key.record_type)
    return {
        "href": address(schema, about),
        "title": title_of(schema, about.values),
        "kind": spoken(schema.label),
        "fields": ", ".join(labels(schema, in_order(schema, one.names))),
    }


def _lines(found: list[Record]) -> list[dict[str, object]]:
    return [_line(notice, presenters.about(notice)) for notice in found]


def _line(notice: Record, about: About) -> dict[str, object]:
    is_conflict = notice.key.record_type == CONFLICT
    return {
        "href": presenters.page_of(notice),
        "about": about,
        "heading": presenters.heading(notice, about),
        "versions": presenters.versions(notice, about) if is_conflict else [],
        "reason": "" if is_conflict else presenters.reason(notice),
        "by": None if is_conflict else presenters.parked_by(notice),
        "answered": presenters.answered(notice),
    }


@pages.get("/conflict/<name>")
def conflict(name: str) -> str:
    return _conflict_page(_notice("conflict", name))


@pages.post("/conflict/<name>")
def decide(name: str) -> Shown:
    """Let a value stand, and close the conflict for what the person had seen."""
    now = _notice("conflict", name)
    faults.again_with(lambda _, fault: _conflict_page(now, fault))
    (seen,) = record_tokens.opened(now.key)
    (about,) = record_tokens.opened(decisions.subject(seen), field=ABOUT)
    if not presenters.may_decide(seen, presenters.about(seen)):
        abort(403)
    try:
        return form_tokens.once(lambda: _decided(seen, about))
    except KeyError:
        return _conflict_page(now, say("attention.choose_one")), 422


def _decided(seen: Record, about: Record) -> Response:
    """:raises KeyError: if nothing was chosen that competes"""
    decisions.decide(agent().replica(), seen, about, request.form.get("choose", ""), me())
    agent().sync_soon()
    return _onward(seen.key)


@pages.get("/parked/<name>")
def parked(name: str) -> str:
    notice = _notice("parked", name)
    about = presenters.about(notice)
    return render_template(
        "agent/parked.html",
        about=about,
        by=presenters.parked_by(notice),
        reason=presenters.reason(notice),
        lines=presenters.content(notice, about),
        again=_again(notice, about),
        why=decisions.answer(notice).why,
        is_cut=decisions.is_cut(notice),
        **_common(notice),
    )


@pages.get("/parked/<name>/whole")
def whole(name: str) -> Shown:
    """All that a parked change said, as a file: from here, or else from the province."""
    notice = _notice("parked", name)
    try:
        notice = parked_contents.whole(agent(), notice)
    except (SyncError, AgentError) as exc:
        flash(sentence(exc, language()), "warning")
        return redirect(presenters.page_of(notice))
    text = presenters.whole_text(notice, presenters.about(notice))
    filed = {"Content-Disposition": 'attachment; filename="khuyenhoc.txt"'}
    return Response(text, headers=filed, content_type="text/plain; charset=utf-8")


@pages.post("/parked/<name>/aside")
def set_aside(name: str) -> Shown:
    """Close the notice; what it says is kept."""
    notice = _notice("parked", name)

    def closed() -> Response:
        if is_waiting(notice):
            decisions.close(agent().replica(), notice, Answer(SET_ASIDE), me())
            agent().sync_soon()
        return _onward(notice.key)

    return form_tokens.once(closed)


@pages.post("/<what>/<name>/reopen")
def reopen(what: str, name: str) -> Shown:
    notice = _notice(what, name)
    if what == "conflict" and not presenters.may_decide(notice, presenters.about(notice)):
        abort(403)

    def opened_again() -> Response:
        if not is_waiting(notice):
            decisions.open_again(agent().replica(), notice, me())
            agent().sync_soon()
        flash(say("attention.opened_again"), "info")
        return redirect(presenters.page_of(notice))

    return form_tokens.once(opened_again)


def _notice(what: str, name: str) -> Record:
    found = services.load(agent(), Key(agent().area, KINDS.get(what) or abort(404), name))
    if not decisions.is_listed(found):
        abort(404)
    return found


def _conflict_page(notice: Record, fault: str = "") -> str:
    about = presenters.about(notice)
    return render_template(
        "agent/conflict.html",
        about=about,
        field=presenters.label(about.schema, presenters.field(notice)),
        is_deletion=presenters.field(notice) == DELETED,
        versions=presenters.versions(notice, about),
        may_decide=presenters.may_decide(notice, about),
        token=record_tokens.token_of(notice),
        shown=record_tokens.token_of(about.record),
        fault=fault,
        **_common(notice),
    )


def _common(notice: Record) -> dict[str, object]:
    return {
        "name": notice.key.record_id,
        "is_waiting": is_waiting(notice),
        "answered": presenters.answered(notice),
    }


def _onward(key: Key) -> Response:
    """To the list, which says what was done; or back, if something else arrived meanwhile."""
    now = services.load(agent(), key)
    if is_waiting(now):
        flash(say("attention.came_since"), "warning")
        return redirect(presenters.page_of(now))
    return redirect(url_for(".show", done=key.record_id))


def _again(notice: Record, about: About) -> str:
    """The address of the form in which the content can be sent again; empty if there is none."""
    if about.schema is None or not presenters.sendable(notice, about):
        return ""
    name, key = notice.key.record_id, about.record.key
    if families(about.schema):
        year = about.record.values.get("year") or decisions.content(notice).get("year")
        return url_for("evaluation.show", year=year, notice=name) if year else ""
    return url_for("records.edit", kind=key.record_type, record_id=key.record_id, notice=name)

"""One conflict, or one parked change, on a page of its own; and what a person does about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import abort, flash, redirect, request
from flask_login import current_user, login_required
from werkzeug.wrappers import Response

from reporting import attention as found
from server import ambient
from server.auth import permissions
from sync import decisions as rules
from sync.bounds import OUT_OF_BOUNDS
from sync.changes import CONFLICT, PARKED, Key
from sync.decisions import DECLINED, Answer, is_waiting
from sync.merge import Record
from webui import record_tokens
from webui.record_tokens import FormForged

from ..pages import page, pages, reading, say
from ..query import asked
from . import presenters
from .lists import PROFILE, names, seen

LONGEST = 500  # letters of a reason
Shown = str | Response | tuple[str, int]
logged_in: Callable[[Callable[..., Any]], Callable[..., Any]] = login_required


@pages.get("/attention/conflict/<area>/<name>")
@reading
def conflict(area: str, name: str) -> str:
    return _conflict_page(_notice(CONFLICT, area, name))


@pages.post("/attention/conflict/<area>/<name>")
@logged_in
def decide(area: str, name: str) -> Shown:
    """Let a value stand, and close the conflict for what the person had seen."""
    now = _notice(CONFLICT, area, name)
    try:
        shown, about = _shown(now)
    except FormForged:
        return _conflict_page(now, "attention.form_old"), 422
    if not permissions.may_decide(about.key, str(shown.values.get("field", ""))):
        abort(403)
    try:
        chosen = request.form.get("choose", "")
        rules.decide(ambient.province().hub(), shown, about, chosen, current_user.name)
    except KeyError:
        return _conflict_page(now, "attention.choose_one"), 422
    came = is_waiting(_load(now.key))
    flash(
        say("attention.came_since" if came else "attention.decided"),
        "warning" if came else "success",
    )
    return redirect(presenters.page_of(now.key))


@pages.post("/attention/conflict/<area>/<name>/reopen")
@logged_in
def reopen_conflict(area: str, name: str) -> Response:
    now = _notice(CONFLICT, area, name)
    if not permissions.may_decide(rules.subject(now), str(now.values.get("field", ""))):
        abort(403)
    return _reopened(now)


@pages.get("/attention/parked/<area>/<name>")
@reading
def parked(area: str, name: str) -> str:
    return _parked_page(_notice(PARKED, area, name))


@pages.get("/attention/parked/<area>/<name>/whole")
@reading
def whole_parked(area: str, name: str) -> Response:
    """All that a parked change said, from the log, as a file."""
    notice = rules.whole(ambient.province().store(), _notice(PARKED, area, name))
    filed = {"Content-Disposition": 'attachment; filename="khuyenhoc.txt"'}
    text = presenters.whole_text(notice)
    return Response(text, headers=filed, content_type="text/plain; charset=utf-8")


@pages.post("/attention/parked/<area>/<name>/release")
@logged_in
def release(area: str, name: str) -> Shown:
    """Write what the change said, as one's own and in its author's name too."""
    now = _notice(PARKED, area, name)
    if not permissions.may_release(rules.subject(now)) or now.values.get("reason") == OUT_OF_BOUNDS:
        abort(403)
    try:
        shown, about = _shown(now)
    except FormForged:
        return _parked_page(now, "attention.form_old"), 422
    hub = ambient.province().hub()
    take = partial(rules.release, hub, shown, about, current_user.name)
    return _answered(now, take, "attention.released")


@pages.post("/attention/parked/<area>/<name>/decline")
@logged_in
def decline(area: str, name: str) -> Shown:
    """Close the notice, and tell the centre why."""
    now = _notice(PARKED, area, name)
    if not permissions.may_answer(now.key.area):
        abort(403)
    why = " ".join(request.form.get("why", "").split())
    if not why or len(why) > LONGEST:
        return _parked_page(now, "attention.say_why"), 422
    hub, said = ambient.province().hub(), Answer(DECLINED, why)
    close = partial(rules.close, hub, now, said, current_user.name)
    return _answered(now, close, "attention.declined")


@pages.post("/attention/parked/<area>/<name>/reopen")
@logged_in
def reopen_parked(area: str, name: str) -> Response:
    now = _notice(PARKED, area, name)
    if not permissions.may_answer(now.key.area):
        abort(403)
    return _reopened(now)


def _load(key: Key) -> Record:
    return ambient.province().store().load([key])[key]


def _notice(kind: str, area: str, name: str) -> Record:
    """The notice, if it is one that the person may see."""
    notice = _load(Key(area, kind, name))
    about = rules.subject(notice) if kind == CONFLICT else notice.key
    if not rules.is_listed(notice) or not permissions.concerns(about):
        abort(404)
    return notice


def _shown(now: Record) -> list[Record]:
    """The notice and its record, as the form says that they were shown.

    :raises FormForged: if it does not say that of this notice
    """
    return record_tokens.opened(now.key, rules.subject(now))


def _answered(notice: Record, answer: Callable[[], None], said: str) -> Response:
    """Do it unless somebody else was quicker."""
    with ambient.province().store().transaction():
        waits = is_waiting(_load(notice.key))
        if waits:
            answer()
    flash(say(said if waits else "attention.too_late"), "success" if waits else "warning")
    return redirect(presenters.page_of(notice.key))


def _reopened(notice: Record) -> Response:
    if not is_waiting(notice):
        rules.open_again(ambient.province().hub(), notice, current_user.name)
    flash(say("attention.opened_again"), "info")
    return redirect(presenters.page_of(notice.key))


def _parked(notice: Record) -> found.Parked:
    return found.one_parked(ambient.province().store(), notice)


def _conflict_page(notice: Record, fault: str = "") -> str:
    ask = asked(PROFILE)
    one = found.one_conflict(ambient.province().store(), notice)
    (item,) = presenters.disputes([one], seen(ask))
    return _page("conflict", notice, fault, ask=ask, item=item)


def _parked_page(notice: Record, fault: str = "") -> str:
    ask = asked(PROFILE)
    (item,) = presenters.waiting([_parked(notice)], seen(ask))
    may = permissions.may_answer(notice.key.area)
    why = request.form.get("why", "")
    return _page("parked", notice, fault, ask=ask, item=item, may_answer=may, typed=why)


def _page(template: str, notice: Record, fault: str, **shown: Any) -> str:
    return page(
        template,
        fault=say(fault) if fault else "",
        token=record_tokens.token_of(notice, _load(rules.subject(notice))),
        centres=names(shown["ask"]),
        longest=LONGEST,
        **shown,
    )

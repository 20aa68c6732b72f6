"""The list of what needs a person, one page for each of them, and what a person decides.

A form carries what its page showed, sealed for who saw it. So a decision covers only that, and
what arrives meanwhile keeps the conflict open.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, request
from werkzeug.wrappers import Response

from sync import decisions
from sync.changes import CONFLICT, PARKED
from sync.decisions import is_listed, is_waiting
from sync.merge import Record

from .. import record_tokens
from ..downloads import download
from ..host import host as application
from ..language import say
from ..record_tokens import FormForged
from . import presenters
from .host import Answer, ContentUnavailable, Host

MOST_CLOSED = 50  # of those dealt with, the list shows the newest


def blueprint(host: Host) -> Blueprint:
    """The pages that both applications have, under ``/attention``."""
    pages = Blueprint(
        "attention", __name__, template_folder="../templates", url_prefix="/attention"
    )
    views, one = Views(host), host.rule
    for rule, name, method in (
        (host.list_rule, "show", "GET"),
        (f"/conflict/{one}", "conflict", "GET"),
        (f"/conflict/{one}", "decide", "POST"),
        (f"/parked/{one}", "parked", "GET"),
        (f"/parked/{one}/whole", "whole", "GET"),
        (f"/conflict/{one}/reopen", "reopen_conflict", "POST"),
        (f"/parked/{one}/reopen", "reopen_parked", "POST"),
    ):
        view = host.guard(getattr(views, name), writes=method == "POST")
        pages.add_url_rule(rule, name, view, methods=[method])
    return pages


class Views:
    """The pages of one application; each method answers one address."""

    def __init__(self, host: Host) -> None:
        self.host = host

    def show(self) -> str:
        """What waits for a person, and what was dealt with; of one record type if asked for."""
        kind = request.args.get("kind", "")
        newest_first = sorted(self.host.notices(), key=lambda one: one.at, reverse=True)
        items = presenters.items(self.host, newest_first)
        listed = [item for item in items if kind in ("", item.record.key.record_type)]
        closed = [item for item in listed if item.ending]
        closed.sort(key=lambda one: one.ending.millis if one.ending else 0, reverse=True)
        return self.host.page(
            "attention",
            kind=kind,
            kinds=sorted({(item.record.key.record_type, item.kind) for item in items}),
            pending=[item for item in listed if not item.ending],
            closed=closed[:MOST_CLOSED],
            **self.host.list_extras(kind),
        )

    def conflict(self, **place: str) -> str:
        return self._conflict_page(notice(self.host, CONFLICT, **place))

    def decide(self, **place: str) -> Answer:
        """Use the chosen value, and close the conflict for what the person had seen."""
        current = notice(self.host, CONFLICT, **place)
        self.host.on_failure(lambda sentence: self._conflict_page(current, sentence))
        try:
            conflict, record = shown(current)
        except FormForged:
            return self._conflict_page(current, say("attention.form_old")), 422
        if not self.host.may_decide(record.key, presenters.field_of(conflict)):
            abort(403)
        try:
            return self.host.once(lambda: self._decided(conflict, record))
        except KeyError:
            return self._conflict_page(current, say("attention.choose_one")), 422

    def _decided(self, conflict: Record, record: Record) -> Response:
        """:raises KeyError: if the form chose nothing that competes"""
        chosen = request.form.get("choose", "")
        decisions.decide(self.host.replica(), conflict, record, chosen, person())
        if is_waiting(load(self.host, conflict)):
            flash(say("attention.came_since"), "warning")
            return redirect(self.host.page_of(conflict.key))
        return self.host.onward(conflict.key, say("attention.decided"))

    def parked(self, **place: str) -> str:
        return parked_page(self.host, notice(self.host, PARKED, **place))

    def whole(self, **place: str) -> Response:
        """All that a parked change contains, as a file."""
        parked = notice(self.host, PARKED, **place)
        try:
            parked = self.host.whole(parked)
        except ContentUnavailable as unavailable:
            flash(str(unavailable), "warning")
            return redirect(self.host.page_of(parked.key))
        return download("khuyenhoc.txt", [presenters.whole_text(self.host, parked)])

    def reopen_conflict(self, **place: str) -> Response:
        """Take a decision back; the value that was chosen stays."""
        closed = notice(self.host, CONFLICT, **place)
        if not self.host.may_decide(decisions.subject(closed), presenters.field_of(closed)):
            abort(403)
        return self.host.once(lambda: self._reopened(closed))

    def reopen_parked(self, **place: str) -> Response:
        """Take an answer back; what was written with it stays."""
        closed = notice(self.host, PARKED, **place)
        if not self.host.may_answer(closed):
            abort(403)
        return self.host.once(lambda: self._reopened(closed))

    def _reopened(self, closed: Record) -> Response:
        if not is_waiting(load(self.host, closed)):
            decisions.open_again(self.host.replica(), closed, person())
        flash(say("attention.opened_again"), "info")
        return redirect(self.host.page_of(closed.key))

    def _conflict_page(self, conflict: Record, fault: str = "") -> str:
        item = presenters.conflict(self.host, conflict)
        token, may_reopen = record_tokens.token_of(conflict, item.record), item.may_decide
        return self.host.page(
            "conflict", item=item, token=token, fault=fault, may_reopen=may_reopen
        )


def parked_page(host: Host, parked: Record, fault: str = "") -> str:
    """The page of one parked change, with a sentence about what was not saved."""
    item = presenters.parked(host, parked)
    return host.page(
        "parked",
        item=item,
        token=record_tokens.token_of(parked, item.record),
        fault=fault,
        may_reopen=host.may_answer(parked),
        **host.parked_extras(parked, item.record),
    )


def notice(host: Host, kind: str, **place: str) -> Record:
    """The notice of that address, if the person may see it; else the page is not there."""
    key = host.key(kind, **place)
    record = host.store().load([key])[key]
    if not is_listed(record) or not host.concerns(record):
        abort(404)
    return record


def person() -> str:
    """Who is logged in: the author of what is decided."""
    return application().person()


def load(host: Host, notice: Record) -> Record:
    """The notice as it is now."""
    return host.store().load([notice.key])[notice.key]


def shown(current: Record) -> list[Record]:
    """The notice and its record as the page showed them to who is logged in.

    :raises FormForged: if the form is not of that page, or was made for somebody else
    """
    return record_tokens.opened(current.key, decisions.subject(current))


def answer(host: Host, parked: Record, write: Callable[[], None], sentence: str) -> Response:
    """Answer a parked change, unless somebody else was quicker; both in one transaction."""

    def work() -> Response:
        if not is_waiting(load(host, parked)):
            flash(say("attention.too_late"), "warning")
            return redirect(host.page_of(parked.key))
        write()
        return host.onward(parked.key, say(sentence))

    return host.once(work)

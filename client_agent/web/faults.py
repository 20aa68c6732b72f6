"""What a person reads when something goes wrong, with the form as they typed it.

A view that handles a form calls ``again_with`` to say how to show it again. Whatever is then
raised, wrong fields or a full disk, leads back to the form with all that was typed.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Flask, flash, g, make_response, redirect, request, session, url_for
from flask_wtf.csrf import CSRFError
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from schemas.formatting.label import Label
from sync.errors import StoreDamaged, StoreFull, StoreReadOnly, StoreUnusable, SyncError
from sync.stores.sqlite_errors import translated
from webui import errors, record_tokens
from webui.language import say, spoken
from webui.record_tokens import FormForged
from webui.redirects import local_path

from ..errors import AgentError
from ..storage import disk_space
from ..texts import describe
from . import alive
from .context import agent

log = logging.getLogger(__name__)

Errors = Mapping[str, Sequence[Label]]
Again = Callable[[Errors, str], str]  # (messages by field, what happened) -> the page
Answer = tuple[str | Response, int]


def install(app: Flask) -> None:
    app.register_error_handler(ValidationError, wrong)
    app.register_error_handler(FormForged, old_form)
    app.register_error_handler(CSRFError, expired)
    app.register_error_handler(SyncError, unusable)
    app.register_error_handler(AgentError, unusable)
    app.register_error_handler(sqlite3.Error, unusable)
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(Exception, unexpected)


def again_with(show: Again) -> None:
    """From now on, whatever goes wrong in this request shows that form again."""
    g.again = show


def wrong(error: ValidationError) -> Answer:
    """422 and the form with the messages beside the fields."""
    messages: Any = error.messages if isinstance(error.messages, dict) else {}
    _rescue()
    return g.again(messages, ""), 422


def old_form(_error: FormForged) -> Answer:
    if "again" in g:
        return g.again({}, say("fault.form_old")), 422
    return _page(say("fault.csrf")), 400


def expired(_error: CSRFError) -> Answer | Response:
    """A form sent after the session's end is kept as a draft of whoever had opened it.

    A script gets the message instead: its page still has what was typed and can resend it.
    """
    kept = _rescue()
    if _keeps_its_page(kept):
        return alive.message(say("login.expired_kept" if kept else "alive.expired")), 401
    if session.get("staff") and not kept:
        return _page(say("fault.csrf")), 400
    flash(say("login.expired_kept" if kept else "login.expired"), "warning")
    return redirect(kept if session.get("staff") else url_for("login.show", next=kept))


def unusable(error: Exception) -> Answer:
    """The store, or another thing we can name, cannot serve: what happened, and what to do."""
    known = _named(error)
    if known is None:
        return unexpected(error)
    log.error("%s: %s", type(known).__name__, known)
    if isinstance(known, StoreDamaged):
        agent().upkeep.report_damage(known)
    eased = isinstance(known, StoreFull) and disk_space.give_up_reserve(agent().folder)
    _rescue()
    sentence = say("space.reserve_opened") if eased else spoken(describe(known))
    return _answer(sentence, status_of(known))


def status_of(error: Exception) -> int:
    if isinstance(error, StoreFull):
        return 507
    if isinstance(error, AgentError):
        return 422
    return 500 if isinstance(error, (StoreDamaged, StoreReadOnly)) else 503


def refused(error: HTTPException) -> Response | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    key = f"fault.{code}" if code in (404, 405, 413) else "fault.400"
    page = make_response(_page(say(key)), code)
    errors.kept_headers(error, page)
    return page


def unexpected(error: Exception) -> Answer:
    """No traceback reaches a person: a code that is also in the log does."""
    return _answer(say("fault.500", code=errors.support_code(error)), 500)


def _keeps_its_page(kept: str) -> bool:
    """Whether the page that sent this stays open, and says by itself what is to be done."""
    if request.headers.get("Accept") == "application/json":  # a draft, while somebody types
        return True
    return alive.SCRIPT in request.headers and not kept


def _answer(fault: str, code: int) -> Answer:
    if "again" in g:
        return g.again({}, fault), code
    return _page(fault), code


def _page(fault: str) -> str:
    ways = {url_for("home.show"): say("nav.home"), url_for("sync.show"): say("nav.sync")}
    return errors.page(say("fault.title"), fault, ways)


def _named(error: Exception) -> Exception | None:
    """The error as the engine or the agent names it; None if neither knows it."""
    if not isinstance(error, sqlite3.Error):
        return error
    try:
        with translated():
            raise error
    except StoreUnusable as known:
        return known
    except sqlite3.Error:
        return None


def _rescue() -> str:
    """Keep the form as a draft if it says, in our hand, whose it is; return where it goes on."""
    typed = request.form.to_dict()
    try:
        staff, records = record_tokens.read(typed.get(record_tokens.FIELD, ""))
        if "_back" in typed:  # it is a form to fill in, not a button
            agent().drafts.keep(staff, *records[0].key[1:], typed)
    except (FormForged, SyncError, sqlite3.Error):
        return ""
    return local_path(typed.get("_back", ""))

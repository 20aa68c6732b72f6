"""A form that is sent again, because its answer was lost, is answered and not taken again.

Every form carries a token of its own. Who sends the same words with the same token is led
to where the first sending led, also after the program was killed and started again.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b

from flask import Flask, current_app, flash, g, redirect, request
from werkzeug.wrappers import Response

from sync.errors import StoreUnusable
from webui.language import say
from webui.redirects import local_path

from ..context import agent, me

FIELD = "_once"
NOT_TYPED = {FIELD, "csrf_token"}  # the fields that nobody types
SECRETS = ("pin", "password")  # what such names hold is kept nowhere, not as a digest either
# These answer with a cookie, which is never repeated.
OF_THE_SESSION = {"login.enter", "login.first", "login.leave", "language.choose"}


def install(app: Flask) -> None:
    app.jinja_env.globals["form_token"] = fresh
    app.before_request(answer_again)
    app.after_request(note)


def fresh() -> str:
    """The token of a form that is about to be shown."""
    with suppress(StoreUnusable, sqlite3.Error):
        _ = agent().sent_forms  # its table is made now, and not when the disk may be full
    return secrets.token_urlsafe(12)


def answer_again() -> Response | None:
    """What was taken already is not taken again."""
    try:
        return _answered()
    except (StoreUnusable, sqlite3.Error):
        return None  # the view meets the same, and has words for it


def once(work: Callable[[], Response]) -> Response:
    """Do what the form asks and note that it was done, both or neither."""
    if not _token():
        return work()
    with agent().store().transaction():
        answer = _answered()  # the other half of a double click may have been first
        if answer is None:
            answer = work()
            _keep(answer)
    agent().sync_soon()  # what was saved is there to be seen by others only now
    return answer


def note(response: Response) -> Response:
    """Note what a view did that is no change of a record."""
    if response.status_code in (302, 303) and "taken" not in g and _token():
        try:
            _keep(response)
        except (StoreUnusable, sqlite3.Error):
            current_app.logger.warning("a form could not be noted", exc_info=True)
    return response


def _answered() -> Response | None:
    address = agent().sent_forms.address(_token(), _digest()) if _token() else ""
    if not address:
        return None
    g.taken = True
    flash(say("sent.already"), "saved")
    return redirect(address)


def _keep(response: Response) -> None:
    g.taken = True
    if address := local_path(response.headers.get("Location", "")):
        agent().sent_forms.keep(_token(), _digest(), address)


def _token() -> str:
    is_ours = request.method == "POST" and request.mimetype != "multipart/form-data"
    if not is_ours or request.endpoint in OF_THE_SESSION:
        return ""
    return request.form.get(FIELD, "")[:64]


def _digest() -> str:
    """What was typed, by whom, and to what end, as a number that nobody reads it from."""
    words = [me(), request.path]
    for name, text in sorted(request.form.items(multi=True)):
        if name not in NOT_TYPED and not name.startswith(SECRETS):
            words += [name, text]
    key = str(current_app.secret_key).encode()[:64]
    return blake2b("\0".join(words).encode(), key=key, digest_size=16).hexdigest()

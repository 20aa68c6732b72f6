"""What the centre answers to a parked change that it does not send again: it is set aside."""

from __future__ import annotations

from functools import partial

from flask import Flask
from werkzeug.wrappers import Response

from sync import decisions
from sync.changes import PARKED
from sync.review import SET_ASIDE
from webui.conflicts import views

from .host import HOST

pages = views.blueprint(HOST)


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.post(f"/parked/{HOST.rule}/aside")
def set_aside(name: str) -> Response:
    """Close the notice; its content is kept."""
    current = views.notice(HOST, PARKED, name=name)
    answer = decisions.Answer(SET_ASIDE)
    write = partial(decisions.close, HOST.replica(), current, answer, views.person())
    return views.answer(HOST, current, write, "attention.set_aside")

"""A person's work in another thread: in a request of its own, by what that person may do."""

from __future__ import annotations

import io

from flask import current_app, request

from schemas import context
from server import ambient
from sync.stores.exports import Work
from sync.stores.jobs import Progress

from .form_context import context_of_request


def elsewhere(work: Work) -> Work:
    """The work for another thread: in a request of its own, of the same person."""
    app, province = current_app._get_current_object(), ambient.province()  # type: ignore[attr-defined]
    asked = {n: v for n, v in request.environ.items() if not n.startswith("werkzeug.")}
    environ = {**asked, "wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}

    def run(progress: Progress) -> None:
        try:
            with app.request_context(environ), context.within(context_of_request()):
                work(progress)
        finally:
            province.close()  # this thread's connection

    return run

"""What stands before the province's application.

It remembers what it was asked, and may lose an answer that the province has given.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO


class Post:
    """``loses`` says whether the answer to the n-th request is lost, counted from ``clear``."""

    def __init__(self, app):
        self._app, app.wsgi_app = app.wsgi_app, self
        self.clear()

    def clear(self):
        self.count = 0
        self.asked: list[tuple[str, bytes]] = []  # path, body
        self.loses: Callable[[int], bool] = lambda number: False

    def __call__(self, environ, start_response):
        self.count += 1
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        self.asked.append((environ["PATH_INFO"], body))
        answer = b"".join(self._app({**environ, "wsgi.input": BytesIO(body)}, start_response))
        return [answer[:-9] if self.loses(self.count) else answer]

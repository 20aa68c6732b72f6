"""Somebody at the pages of a centre or of the province."""

from __future__ import annotations

import re
from html import unescape


class Person:
    """Somebody at a browser without scripts, at the centre or at the province."""

    def __init__(self, app, said=None):
        self.client = app.test_client()
        if said:
            with self.client.session_transaction() as session:
                session["staff"] = said

    def get(self, path):
        return self._seen(self.client.get(path, follow_redirects=True))

    def press(self, path, **typed):
        data = {n: self.hidden(n) for n in ("csrf_token", "_opened", "_about", "_notice", "_back")}
        return self._seen(self.client.post(path, data={**data, **typed}, follow_redirects=True))

    def hidden(self, name):
        here = re.findall(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(here[-1]) if here else ""

    def follow(self, start):
        """Open the first link that begins so."""
        return self.get(unescape(re.search(rf'href="({start}[^"]+)"', self.text)[1]))

    def button(self, shown):
        """What the button under that value sends."""
        part = self.text[self.text.index(f">{shown}<") :]
        return re.search(r'name="choose" value="([^"]*)"', part)[1]

    def _seen(self, answer):
        self.text, self.status, self.path = answer.text, answer.status_code, answer.request.path
        self.words = " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())
        return self

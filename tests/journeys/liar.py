"""A machine with a good key that says what no honest program would, over real HTTP."""

import secrets

from .stranger import Stranger
from .stranger_bytes import packed, unpacked

LAST = 2**53 - 1
MOST = 200  # changes in one request
VALUES = [None, True, -1, 10**60, 1.5, "", "x" * 3000, "a\nb", [], {}, [[1, [2]]], {"a": {"b": []}}]
FIELDS = ["title", "held_on", "attendance_count", "_deleted", "closed", "writes", "key", "state"]
TYPES = ["activity", "evaluation", "conflict", "parked_change", "enrolled_device", "divergence", ""]


class Liar(Stranger):
    wrong: dict = {}

    def lie(self, *changes, **wrong):
        """Send those changes, with fields of the request as ``wrong`` says; what came of it."""
        before = self.cursor, self.feed  # which the answer is signed over, too
        self.cursor, self.feed = wrong.get("cursor", self.cursor), wrong.get("feed", self.feed)
        self.wrong = wrong
        for change in changes:
            number = len(self.ours()) + 1
            self.log.append({**change, "from": self.replica, "n": number})
        try:
            return self.exchange()
        except PermissionError as refused:
            return str(refused)
        finally:
            self.wrong = {}
            if wrong.keys() & {"cursor", "feed"}:
                self.cursor, self.feed = before

    def request(self, *args, **more):
        data = super().request(*args, **{"most": MOST, **more})
        body, tail = unpacked(data)
        return packed({**body, **self.wrong}, tail.data)

    def everything(self):
        """A change for every value in every field of every type, here and elsewhere."""
        areas = [self.home, *self.areas, "elsewhere"]
        for number, value in enumerate(VALUES):
            for field in FIELDS:
                for kind in TYPES:
                    key = (areas[number % len(areas)], kind, f"lie-{number}")
                    yield self.change(key, {field: value})

    def change(self, key, fields, at=None, seen=None):
        at = at or (self.wall(), 0, secrets.token_urlsafe(9))
        return {"key": key, "set": fields, "seen": seen or {}, "at": at, "by": "Máy lạ"}

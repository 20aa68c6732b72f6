"""What differs between the centre and the province on the pages of conflicts.

Each application implements ``Host`` once, in its own ``web/conflicts/host.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from werkzeug.wrappers import Response

from sync.changes import Key
from sync.merge import Record
from sync.ports import Store
from sync.replica import Replica

Answer = str | Response | tuple[str, int]
View = Callable[..., Any]


class ContentUnavailable(Exception):
    """The whole content of a parked change cannot be had now; the text says why, to a person."""


class Host(Protocol):
    """Whose conflicts these are, who may decide, and how a decision is saved."""

    list_rule: str  # the end of the address of the list, after ``/attention``
    rule: str  # the part of an address that names a notice, such as "<area>/<name>"

    def store(self) -> Store: ...

    def replica(self) -> Replica:
        """The replica that writes decisions."""

    def notices(self) -> list[Record]:
        """All conflicts and parked changes that the list shows, answered or not."""

    def key(self, kind: str, **place: str) -> Key:
        """The key of a notice of that record type, from the parts of its address."""

    def page_of(self, notice: Key) -> str:
        """The address of the page of one conflict or parked change."""

    def address(self, record: Record) -> str:
        """The address of a record's page; empty if the person cannot see it."""

    def concerns(self, notice: Record) -> bool:
        """Whether the person may see the notice."""

    def may_show(self, key: Key) -> bool:
        """Whether the person may see the values of that record."""

    def may_decide(self, key: Key, field: str) -> bool:
        """Whether the person may settle a conflict about that field of the record."""

    def may_answer(self, notice: Record) -> bool:
        """Whether the person may answer a parked change."""

    def centre_name(self, area: str) -> str:
        """The name of the centre, where a page shows those of several; else empty."""

    def author_name(self, author: str) -> str:
        """How pages name the author of a change; empty if nobody is known."""

    def device_name(self, device: str) -> str:
        """How pages name the computer of a change; empty if it is not known."""

    def whole(self, notice: Record) -> Record:
        """The notice with the whole content of its change.

        :raises ContentUnavailable: if it cannot be fetched now
        """

    def once(self, work: Callable[[], Response]) -> Response:
        """Do ``work`` in one transaction; a form that is sent twice is taken once."""

    def on_failure(self, show: Callable[[str], str]) -> None:
        """Let an error of this request show the page again, with a sentence."""

    def guard(self, view: View, writes: bool) -> View:
        """``view`` for people who are logged in; what only reads, reads one snapshot."""

    def page(self, name: str, /, **values: Any) -> str:
        """The page ``attention``, ``conflict`` or ``parked`` of this application."""

    def list_extras(self, kind: str) -> dict[str, Any]:
        """What the list of this application shows besides; ``kind`` is a record type or empty."""

    def parked_extras(self, notice: Record, record: Record) -> dict[str, Any]:
        """What the page of a parked change offers in this application."""

    def onward(self, notice: Key, sentence: str) -> Response:
        """Where the person goes after an answer was saved; ``sentence`` says what was done."""

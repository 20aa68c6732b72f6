"""The centre's side of the pages of conflicts: its own, and what its staff may decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.record import owner_of, record_types
from sync.changes import Key
from sync.errors import SyncError
from sync.merge import Record
from sync.replica import Replica
from sync.stores.sqlite import SqliteStore
from webui.conflicts import references as rows
from webui.conflicts.host import ContentUnavailable, View
from webui.language import language

from ... import references
from ...database import damaged_rows
from ...errors import AgentError
from ...syncing import parked_contents, status
from ...texts import sentence
from .. import faults
from ..context import agent
from ..records import form_tokens, notices
from ..records.addresses import address
from ..records.authors import named, place_of


class CentreConflicts:
    """Implements ``webui.conflicts.host.Host`` for who is logged in at this computer."""

    list_rule = "/"
    rule = "<name>"

    def store(self) -> SqliteStore:
        return agent().store()

    def replica(self) -> Replica:
        return agent().replica()

    def notices(self) -> list[Record]:
        return status.notices(agent())

    def key(self, kind: str, **place: str) -> Key:
        return Key(agent().area, kind, place["name"])

    def page_of(self, notice: Key) -> str:
        return notices.page_of(notice)

    def address(self, record: Record) -> str:
        schema = record_types().get(record.key.record_type)
        return address(schema, record) if schema else ""

    def concerns(self, notice: Record) -> bool:
        return notice.key.area == agent().area

    def may_show(self, key: Key) -> bool:
        return True  # this computer only stores what its centre may see

    def may_decide(self, key: Key, field: str) -> bool:
        schema = record_types().get(key.record_type)
        is_own_field = schema is not None and owner_of(schema, field) == notices.CENTRE
        return is_own_field and key.area == agent().area

    def may_answer(self, notice: Record) -> bool:
        return True

    def centre_name(self, area: str) -> str:
        return ""  # there is only one

    def author_name(self, author: str) -> str:
        return named(author)

    def device_name(self, device: str) -> str:
        return place_of(device)

    def whole(self, notice: Record) -> Record:
        """From this computer, or else from the province."""
        try:
            return parked_contents.whole(agent(), notice)
        except (SyncError, AgentError) as error:
            raise ContentUnavailable(sentence(error, language())) from error

    def once(self, work: Callable[[], Response]) -> Response:
        def in_transaction() -> Response:
            with self.store().transaction():
                return work()

        answer = form_tokens.once(in_transaction)
        agent().sync_soon()
        return answer

    def on_failure(self, show: Callable[[str], str]) -> None:
        faults.again_with(lambda _, fault: show(fault))

    def guard(self, view: View, writes: bool) -> View:
        return view  # ``login`` guards every page of the centre

    def page(self, name: str, /, **values: Any) -> str:
        return render_template(f"agent/{name}.html", **values)

    def list_extras(self, kind: str) -> dict[str, Any]:
        links = [] if kind else references.dangling(agent())
        unreadable = [] if kind else references.unreadable(agent())
        return {
            "done": request.args.get("done", ""),
            "dangling": rows.dangling(self, links),
            "unreadable": rows.unreadable(self, unreadable),
            "aside": agent().store().change_counts().aside,
            "damage": list(damaged_rows.messages(agent())),
        }

    def parked_extras(self, notice: Record, record: Record) -> dict[str, Any]:
        return {"again": notices.send_again_address(notice, record)}

    def onward(self, notice: Key, sentence: str) -> Response:
        """To the list, which shows what was done and lets the person take it back."""
        return redirect(url_for("attention.show", done=notice.record_id))


HOST = CentreConflicts()

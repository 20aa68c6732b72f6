"""The province's side of the pages of conflicts: which it shows, and who may decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import flash, g, redirect, request, url_for
from flask_login import login_required
from werkzeug.wrappers import Response

from reporting import attention
from schemas.record import record_types
from server import ambient
from server.auth import permissions
from server.centres.places import places
from sync.bounds import OUT_OF_BOUNDS
from sync.changes import CONFLICT, Key
from sync.decisions import subject, whole
from sync.merge import Record
from sync.replica import Replica
from sync.stores.sqlite import SqliteStore
from webui.conflicts.host import View
from webui.language import say, spoken

from .. import pages
from ..query import ListRequest, list_request
from . import extras

PROFILE = "centre_profile"  # the record type by whose units the list is cut
LONGEST = 500  # letters of a reason


class ProvinceConflicts:
    """Implements ``webui.conflicts.host.Host`` for who is logged in at the province."""

    list_rule = ""
    rule = "<area>/<name>"

    def store(self) -> SqliteStore:
        return ambient.province().store()

    def replica(self) -> Replica:
        return ambient.province().hub()

    def notices(self) -> list[Record]:
        """Those of the unit asked for; for the whole scope also those of no centre."""
        db, ask = ambient.province().db(), _ask()
        notices = attention.notices(db, ask.place.areas)
        if ask.place == ask.way[0]:
            others = attention.notices(db, ambient.province().above, (CONFLICT,))
            notices += [one for one in others if permissions.concerns(subject(one))]
        return notices

    def key(self, kind: str, **place: str) -> Key:
        return Key(place["area"], kind, place["name"])

    def page_of(self, notice: Key) -> str:
        what = "conflict" if notice.record_type == CONFLICT else "parked"
        return url_for(f"web.attention.{what}", area=notice.area, name=notice.record_id)

    def address(self, record: Record) -> str:
        area, record_type, record_id = record.key
        schema, province = record_types().get(record_type), ambient.province()
        if schema is None or not record.cells or not province.may_hold(schema, area):
            return ""
        is_of_province = area in province.above and permissions.concerns(record.key)
        if not permissions.may_see(area) and not is_of_province:
            return ""
        return url_for("web.record", record_type=record_type, area=area, record_id=record_id)

    def concerns(self, notice: Record) -> bool:
        about = subject(notice) if notice.key.record_type == CONFLICT else notice.key
        return permissions.concerns(about)

    def may_show(self, key: Key) -> bool:
        return permissions.may_see(key.area)

    def may_decide(self, key: Key, field: str) -> bool:
        return permissions.may_decide(key, field)

    def may_answer(self, notice: Record) -> bool:
        return permissions.may_answer(notice.key.area)

    def centre_name(self, area: str) -> str:
        if "centre_names" not in g:
            db, today = ambient.province().db(), ambient.today()
            areas = ambient.visible_areas(str(today))
            top = places(db, today, areas, ambient.user().unit_id)
            g.centre_names = {place.key: place.label for place in top.each()}
        return spoken(g.centre_names[area]) if area in g.centre_names else ""

    def author_name(self, author: str) -> str:
        return author

    def device_name(self, device: str) -> str:
        return say("record.at_server") if device == "server" else device

    def whole(self, notice: Record) -> Record:
        return whole(self.store(), notice)

    def once(self, work: Callable[[], Response]) -> Response:
        with self.store().transaction():
            return work()

    def on_failure(self, show: Callable[[str], str]) -> None:
        """The pages of the province have one page for errors."""

    def guard(self, view: View, writes: bool) -> View:
        guarded: View = login_required(view) if writes else pages.reading(view)
        return guarded

    def page(self, name: str, /, **values: Any) -> str:
        return pages.page(name, ask=_ask(), longest=LONGEST, **values)

    def list_extras(self, kind: str) -> dict[str, Any]:
        return {} if kind else extras.extras(self, _ask())

    def parked_extras(self, notice: Record, record: Record) -> dict[str, Any]:
        return {
            "may_answer": self.may_answer(notice),
            "may_release": may_release(notice),
            "typed": request.form.get("why", ""),
        }

    def onward(self, notice: Key, sentence: str) -> Response:
        flash(sentence, "success")
        return redirect(self.page_of(notice))


def may_release(parked: Record) -> bool:
    """Whether who is logged in may write the content of a parked change as their own."""
    is_too_large = parked.values.get("reason") == OUT_OF_BOUNDS
    return permissions.may_release(subject(parked)) and not is_too_large


def _ask() -> ListRequest:
    if "attention_ask" not in g:
        g.attention_ask = list_request(PROFILE)
    ask: ListRequest = g.attention_ask
    return ask


HOST = ProvinceConflicts()

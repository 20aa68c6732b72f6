"""Long files of records: made in another thread, with their progress, called off or fetched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from flask import Blueprint, Flask, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from schemas import texts
from schemas.record import RecordSchema, get
from sync.stores.exports import DONE, KEPT, WAITING, Elsewhere, Export, Exports, Making, Wanted

from .downloads import download
from .host import person
from .language import language

EXTENSION, TEMPLATE = "exports", "webui/exports/page.html"
GONE = "gone"  # the state of a file that is no longer kept
MINUTE = 60_000  # ms
View = Callable[..., Any]


class Host(Protocol):
    """What differs between the centre and the province when records leave as a file."""

    def guard(self, view: View) -> View:
        """``view`` for people who are logged in."""

    def list_address(self, record_type: str) -> str:
        """The list of that type; of an empty type, the page that leads to all lists."""

    def page(self, template: str, schema: type[RecordSchema] | None, **values: Any) -> str:
        """The template in the frame of this application's pages."""


def blueprint(host: Host) -> Blueprint:
    pages = Blueprint("exports", __name__, template_folder="templates")
    views = Views(host)
    for rule, name, method in (
        ("/exports/<name>", "show", "GET"),
        ("/exports/<name>/stop", "stop", "POST"),
        ("/exports/<name>/file", "fetch", "GET"),
    ):
        pages.add_url_rule(rule, name, host.guard(getattr(views, name)), methods=[method])
    return pages


def bind(app: Flask, wall: Callable[[], int]) -> None:
    """Give the application of one agent or province its own files; ``wall`` is the time in ms."""
    app.extensions[EXTENSION] = Exports(wall)


def exports() -> Exports:
    return cast(Exports, current_app.extensions[EXTENSION])


def begin(wanted: Wanted, make: Making, elsewhere: Elsewhere) -> Response:
    """Have the file made, and show its progress."""
    export = exports().begin(wanted, make, elsewhere)
    return redirect(url_for("exports.show", name=export.id, wait="1"))


class Views:
    def __init__(self, host: Host) -> None:
        self.host = host

    def show(self, name: str) -> str | tuple[str, int]:
        """The progress; once the file is complete, the page of who waits for it fetches it."""
        export = exports().find(name, person())
        return self._page(export) if export else (self._page(None), 404)

    def stop(self, name: str) -> Response:
        if export := exports().find(name, person()):
            exports().stop(export)
        return redirect(url_for("exports.show", name=name))

    def fetch(self, name: str) -> Response:
        export = exports().find(name, person())
        if export is None or exports().state(export) != DONE:
            return redirect(url_for("exports.show", name=name))
        return download(export.wanted.name, export.pieces(), size=export.size)

    def _page(self, export: Export | None) -> str:
        schema = get(export.wanted.kind) if export else None
        lang, lost = language(), texts.say("export.lost", language())
        table = schema.label.say(lang) if schema else ""
        return self.host.page(
            TEMPLATE,
            schema,
            title=texts.say("export.title", lang, table=table) if export else lost,
            heading=export.wanted.name if export else lost,
            export=export,
            state=exports().state(export) if export else GONE,
            done=exports().so_far(export) if export else 0,
            minutes=KEPT // MINUTE,
            back=self.host.list_address(export.wanted.kind if export else ""),
            **_refresh(export),
        )


def _refresh(export: Export | None) -> dict[str, Any]:
    """After how many seconds the page goes where: on to the file, if somebody waits for it."""
    state = exports().state(export) if export else GONE
    if export and state == WAITING:
        return {"refresh": 1, "refresh_to": url_for("exports.show", name=export.id, wait="1")}
    if export and state == DONE and request.args.get("wait"):
        return {"refresh": 0, "refresh_to": url_for("exports.fetch", name=export.id)}
    return {"refresh": None, "refresh_to": ""}

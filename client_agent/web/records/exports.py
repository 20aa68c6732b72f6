"""Long files of records: made behind, with how far they are, called off or fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextvars import copy_context

from flask import (
    Blueprint,
    Flask,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from reporting.query.listing import count
from schemas.record import get
from schemas.tables import tabular, workbooks
from sync.stores.exports import DONE, KEPT, Export, Exports, Wanted, Work, counted
from sync.stores.jobs import Progress
from webui.downloads import download

from ...agent import Agent
from ..context import agent, me
from ..language import language
from . import lists, services
from .search import reading
from .views import known

pages = Blueprint("exports", __name__)

WRITERS: dict[str, Callable[..., Iterator[str] | Iterator[bytes]]] = {
    "csv": tabular.write_csv,
    "xlsx": workbooks.of_records,
}


def install(app: Flask) -> None:
    app.register_blueprint(pages)


def bind(app: Flask, host: Agent) -> None:
    app.extensions["exports"] = Exports(host.wall)


def exports() -> Exports:
    running: Exports = current_app.extensions["exports"]
    return running


@pages.post("/records/<kind>/export/<end>")
def begin(kind: str, end: str) -> Response:
    """Have the records made into a file that the list shows, all pages of it."""
    schema, write = known(kind), WRITERS.get(end) or abort(404)
    search = reading(schema, request.args, services.place(agent(), schema))
    wanted = Wanted(
        owner=me(),
        kind=kind,
        name=f"{lists.file_name(kind)}.{end}",
        again=lists.asking("exports.begin", kind, search.with_(page=""), end=end),
        total=count(agent().store().db, search.selection),
    )
    lang = language()

    def make(progress: Progress) -> Iterator[str] | Iterator[bytes]:
        return write(schema, counted(lists.everything(schema, search), progress), lang)

    begun = exports().begin(wanted, make, _elsewhere)
    return redirect(url_for(".show", name=begun.id, wait="1"))


@pages.get("/exports/<name>")
def show(name: str) -> str | tuple[str, int]:
    """How far it is; when it is whole, it is fetched by whoever waited here."""
    export = exports().find(name, me())
    return _page(export) if export else (_page(None), 404)


@pages.post("/exports/<name>/stop")
def stop(name: str) -> Response:
    if export := exports().find(name, me()):
        exports().stop(export)
    return redirect(url_for(".show", name=name))


@pages.get("/exports/<name>/file")
def fetch(name: str) -> Response:
    export = exports().find(name, me())
    if export is None or exports().state(export) != DONE:
        return redirect(url_for(".show", name=name))
    return download(export.wanted.name, export.pieces(), size=export.size)


def _elsewhere(work: Work) -> Work:
    """In another thread, by what this request goes by: the codes, and what records are called."""
    host, context = agent(), copy_context()

    def run(progress: Progress) -> None:
        try:
            context.run(work, progress)
        finally:
            host.close()  # this thread's connection

    return run


def _page(export: Export | None) -> str:
    listed = url_for("lists.show", kind=export.wanted.kind) if export else url_for("registers.show")
    return render_template(
        "agent/export.html",
        schema=get(export.wanted.kind) if export else None,
        export=export,
        state=exports().state(export) if export else "gone",
        done=exports().so_far(export) if export else 0,
        minutes=KEPT // 60_000,
        waits=bool(request.args.get("wait")),
        back=listed,
    )

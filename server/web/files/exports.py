"""Long files of records: made behind, with how far they are, called off or fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask, current_app, redirect, request, url_for
from flask_login import current_user, login_required
from werkzeug.wrappers import Response as Answer

from reporting.query import listing
from reporting.snapshot import snapshot
from server import ambient
from server.province import Province
from sync.stores.exports import DONE, KEPT, Export, Exports, Wanted, counted
from sync.stores.jobs import Progress
from webui.downloads import download

from ..background import elsewhere
from ..pages import page, pages
from ..query import Asked, asked
from . import record_files, tables

LONG = 5000  # rows that are written before a person would notice
ENDS: dict[str, Callable[[Asked, record_files.Watched], Iterator[str] | Iterator[bytes]]] = {
    "csv": record_files.csv_file,
    "xlsx": record_files.workbook,
}
GONE = "gone"


def bind(app: Flask, province: Province) -> None:
    app.extensions["exports"] = Exports(province.wall)


def exports() -> Exports:
    running: Exports = current_app.extensions["exports"]
    return running


@pages.post("/records/<record_type>.csv")
@login_required  # type: ignore[untyped-decorator]  # flask_login has no types
def begin_csv(record_type: str) -> Answer:
    return _begin(asked(record_type), "csv")


@pages.post("/records/<record_type>.xlsx")
@login_required  # type: ignore[untyped-decorator]
def begin_workbook(record_type: str) -> Answer:
    return _begin(asked(record_type), "xlsx")


@pages.get("/exports/<name>")
@login_required  # type: ignore[untyped-decorator]
def show_export(name: str) -> str | tuple[str, int]:
    """How far it is; when it is whole, it is fetched by whoever waited here."""
    export = exports().find(name, current_user.name)
    return _page(export) if export else (_page(None), 404)


@pages.post("/exports/<name>/stop")
@login_required  # type: ignore[untyped-decorator]
def stop_export(name: str) -> Answer:
    if export := exports().find(name, current_user.name):
        exports().stop(export)
    return redirect(url_for("web.show_export", name=name))


@pages.get("/exports/<name>/file")
@login_required  # type: ignore[untyped-decorator]
def fetch_export(name: str) -> Any:
    export = exports().find(name, current_user.name)
    if export is None or exports().state(export) != DONE:
        return redirect(url_for("web.show_export", name=name))
    return download(export.wanted.name, export.pieces(), size=export.size)


def _begin(ask: Asked, end: str) -> Answer:
    wanted = Wanted(
        owner=current_user.name,
        kind=ask.selection.record_type,
        name=f"{tables.file_name(ask)}.{end}",
        again=ask.address(f"web.begin_{'csv' if end == 'csv' else 'workbook'}", sort=ask.sort),
        total=listing.count(ambient.province().db(), ask.selection),
    )

    def make(progress: Progress) -> Iterator[str] | Iterator[bytes]:
        return ENDS[end](ask, lambda rows: counted(rows, progress))

    begun = exports().begin(wanted, make, lambda work: elsewhere(_at_one_moment(work)))
    return redirect(url_for("web.show_export", name=begun.id, wait="1"))


def _at_one_moment(work: Callable[[Progress], None]) -> Callable[[Progress], None]:
    def run(progress: Progress) -> None:
        with snapshot(ambient.province().db()):
            work(progress)

    return run


def _page(export: Export | None) -> str:
    kind = export.wanted.kind if export else "activity"
    state = exports().state(export) if export else GONE
    return page(
        "export",
        ask=asked(kind, period="all"),
        export=export,
        state=state,
        done=exports().so_far(export) if export else 0,
        minutes=KEPT // 60_000,
        waits=bool(request.args.get("wait")),
        back=url_for("web.records", record_type=kind) if export else url_for("web.registers"),
    )

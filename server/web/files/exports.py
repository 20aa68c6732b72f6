"""The records of a list as a long file: the province's side of ``webui.exports``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask, url_for
from flask_login import current_user, login_required
from werkzeug.wrappers import Response as Answer

from reporting.query import listing
from reporting.snapshot import snapshot
from schemas.record import RecordSchema
from server import ambient
from server.province import Province
from sync.stores.exports import Wanted, counted
from sync.stores.jobs import Progress
from webui import exports
from webui.exports import View

from ..background import elsewhere
from ..pages import page_of, pages
from ..query import ListRequest, list_request
from . import record_files, tables

LONG = 5000  # rows that are written before a person would notice
ENDS: dict[str, Callable[[ListRequest, record_files.Watched], Iterator[str] | Iterator[bytes]]] = {
    "csv": record_files.csv_file,
    "xlsx": record_files.workbook,
}
FRAME = "web/framed.html"
ANY_TYPE = "activity"  # the frame of a page needs a type, also when the file is gone


class ProvinceExports:
    """Implements ``webui.exports.Host``."""

    def guard(self, view: View) -> View:
        guarded: View = login_required(view)
        return guarded

    def list_address(self, record_type: str) -> str:
        if record_type:
            return url_for("web.records", record_type=record_type)
        return url_for("web.registers")

    def page(self, template: str, schema: type[RecordSchema] | None, **values: Any) -> str:
        ask = list_request(schema.record_type if schema else ANY_TYPE, period="all")
        return page_of(template, frame=FRAME, ask=ask, schema=schema, **values)


export_pages = exports.blueprint(ProvinceExports())


def bind(app: Flask, province: Province) -> None:
    exports.bind(app, province.wall)


@pages.post("/records/<record_type>.csv")
@login_required  # type: ignore[untyped-decorator]  # flask_login has no types
def begin_csv(record_type: str) -> Answer:
    return _begin(list_request(record_type), "csv")


@pages.post("/records/<record_type>.xlsx")
@login_required  # type: ignore[untyped-decorator]
def begin_workbook(record_type: str) -> Answer:
    return _begin(list_request(record_type), "xlsx")


def _begin(ask: ListRequest, end: str) -> Answer:
    wanted = Wanted(
        owner=current_user.name,
        kind=ask.selection.record_type,
        name=f"{tables.file_name(ask)}.{end}",
        again=ask.address(f"web.begin_{'csv' if end == 'csv' else 'workbook'}", sort=ask.sort),
        total=listing.count(ambient.province().db(), ask.selection),
    )

    def make(progress: Progress) -> Iterator[str] | Iterator[bytes]:
        return ENDS[end](ask, lambda rows: counted(rows, progress))

    return exports.begin(wanted, make, lambda work: elsewhere(_at_one_moment(work)))


def _at_one_moment(work: Callable[[Progress], None]) -> Callable[[Progress], None]:
    def run(progress: Progress) -> None:
        with snapshot(ambient.province().db()):
            work(progress)

    return run

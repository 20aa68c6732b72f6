"""The records of a list as a long file: the centre's side of ``webui.exports``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask, abort, render_template, request, url_for
from werkzeug.wrappers import Response

from reporting.query.listing import count
from schemas.record import RecordSchema
from schemas.tables import tabular, workbooks
from sync.stores.exports import Wanted, counted
from sync.stores.jobs import Progress
from webui import exports
from webui.exports import View
from webui.language import language

from ...agent import Agent
from ..background import elsewhere
from ..context import agent, me
from . import lists, services
from .search import reading
from .views import known

WRITERS: dict[str, Callable[..., Iterator[str] | Iterator[bytes]]] = {
    "csv": tabular.write_csv,
    "xlsx": workbooks.of_records,
}
FRAME = "agent/framed.html"


class CentreExports:
    """Implements ``webui.exports.Host``."""

    def guard(self, view: View) -> View:
        return view  # every page asks who is there: ``people.login``

    def list_address(self, record_type: str) -> str:
        return (
            url_for("lists.show", record_type=record_type)
            if record_type
            else url_for("registers.show")
        )

    def page(self, template: str, schema: type[RecordSchema] | None, **values: Any) -> str:
        return render_template(template, frame=FRAME, schema=schema, **values)


pages = exports.blueprint(CentreExports())


def install(app: Flask) -> None:
    app.register_blueprint(pages)


def bind(app: Flask, host: Agent) -> None:
    exports.bind(app, host.wall)


@pages.post("/records/<record_type>/export/<end>")
def begin(record_type: str, end: str) -> Response:
    """Have the records made into a file that the list shows, all pages of it."""
    schema, write = known(record_type), WRITERS.get(end) or abort(404)
    search = reading(schema, request.args, services.place(agent(), schema))
    wanted = Wanted(
        owner=me(),
        kind=record_type,
        name=f"{lists.file_name(record_type)}.{end}",
        again=lists.asking("exports.begin", record_type, search.with_(page=""), end=end),
        total=count(agent().store().db, search.selection),
    )
    lang = language()

    def make(progress: Progress) -> Iterator[str] | Iterator[bytes]:
        return write(schema, counted(lists.everything(search), progress), lang)

    return exports.begin(wanted, make, elsewhere)

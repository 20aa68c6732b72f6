"""The shelf of registers at the centre."""

from __future__ import annotations

from flask import Blueprint, Flask, render_template, request, url_for

from reporting.query.listing import count
from reporting.query.selection import Selection
from schemas.record import families
from webui.records.registers import Contents, shelf

from ..context import agent
from . import services
from .services import Schema

pages = Blueprint("registers", __name__, url_prefix="/registers")


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    asked = request.args.get("q", "")
    groups = shelf(asked, services.seen_by_centres, _contents)
    return render_template("agent/registers.html", groups=groups, asked=asked)


def _contents(schema: Schema) -> Contents:
    name = schema.record_type
    if families(schema):  # such a type has a page of its own
        address, is_addable = url_for("evaluation.years"), False
    else:
        address = url_for("lists.show", record_type=name)
        is_addable = services.filled_in_at_centres(schema)
    has_one = services.only_id(schema, agent().area)
    new = url_for("records.new", record_type=name) if is_addable and not has_one else ""
    every = Selection(name, [services.place(agent(), schema)])
    return Contents(address, new, count(agent().store().db, every))

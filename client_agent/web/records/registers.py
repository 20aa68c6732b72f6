"""The shelf of registers: every record type, in its group, with how much is in it."""

from __future__ import annotations

from typing import NamedTuple

from flask import Blueprint, Flask, render_template, request, url_for

from reporting.query.listing import count
from reporting.query.selection import Selection
from schemas.areas import DIRECTIONS, UP
from schemas.catalogue import matching, shelved
from schemas.formatting.label import Label
from schemas.record import direction, families

from ..context import agent
from . import services
from .services import Schema

pages = Blueprint("registers", __name__, url_prefix="/registers")


def install(app: Flask) -> None:
    app.register_blueprint(pages)


class Register(NamedTuple):
    """A record type as it stands on the shelf."""

    schema: Schema
    address: str
    new: str  # where one is added; empty if the centre adds none
    held: int  # how many records are in it
    flow: Label | None  # which way it goes, where that is not plainly up


@pages.get("/")
def show() -> str:
    asked = request.args.get("q", "")
    shelf = shelved(filter(services.is_known, matching(asked))).items()
    groups = {group: [_register(schema) for schema in found] for group, found in shelf}
    return render_template("agent/registers.html", groups=groups, asked=asked)


def _register(schema: Schema) -> Register:
    name = schema.record_type
    if families(schema):  # such a type has a page of its own
        address = new = url_for("evaluation.years")
    else:
        address = url_for("lists.show", kind=name)
        new = url_for("records.new", kind=name) if services.is_ours(schema) else ""
    every = Selection(name, [services.place(agent(), schema)])
    flow = direction(schema)
    return Register(
        schema,
        address,
        "" if address == new or services.only_id(schema, agent().area) else new,
        count(agent().store().db, every),
        None if flow == UP else DIRECTIONS[flow],
    )

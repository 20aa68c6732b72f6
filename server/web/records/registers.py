"""The shelf of registers: every record type in its group, with how much of it a person may see."""

from __future__ import annotations

from typing import NamedTuple

from flask import request, url_for
from flask_login import current_user

from reporting.query import listing
from reporting.query.selection import Selection
from schemas.areas import DIRECTIONS, UP
from schemas.catalogue import matching, shelved
from schemas.formatting.label import Label
from schemas.record import RecordSchema, direction
from server import ambient
from server.auth import permissions

from ..pages import page, pages, reading
from ..query import asked

HOME = "activity"  # whose units and stamp the page shows


class Register(NamedTuple):
    """A record type as it stands on the shelf."""

    schema: type[RecordSchema]
    address: str
    new: str  # where one is added; empty if not by this person
    held: int
    flow: Label | None  # which way it goes, where that is not plainly up


@pages.get("/registers")
@reading
def registers() -> str:
    text = request.args.get("q", "")
    mine = frozenset(ambient.scope(current_user, ambient.today()))
    shelf = shelved(filter(permissions.may_read, matching(text))).items()
    groups = {group: [_register(schema, mine) for schema in found] for group, found in shelf}
    return page("registers", ask=asked(HOME, period="all"), groups=groups, asked=text)


def _register(schema: type[RecordSchema], mine: frozenset[str]) -> Register:
    name, flow = schema.record_type, direction(schema)
    areas = ambient.province().areas_of(schema) or mine
    new = url_for("web.new_record", record_type=name) if permissions.may_publish(schema) else ""
    return Register(
        schema,
        url_for("web.records", record_type=name),
        new,
        listing.count(
            ambient.province().db(), Selection(name, areas, equal=permissions.only_own_unit(schema))
        ),
        None if flow == UP else DIRECTIONS[flow],
    )

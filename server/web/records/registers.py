"""The shelf of registers at the province: of what a person may see."""

from __future__ import annotations

from functools import partial

from flask import request, url_for
from flask_login import current_user

from reporting.query import listing
from reporting.query.selection import Selection
from schemas.record import RecordSchema
from server import ambient
from server.auth import permissions
from webui.records.registers import Contents, shelf

from ..pages import page, pages, reading
from ..query import list_request

HOME = "activity"  # whose units and stamp the page shows


@pages.get("/registers")
@reading
def registers() -> str:
    text = request.args.get("q", "")
    scope = frozenset(ambient.scope(current_user, ambient.today()))
    groups = shelf(text, permissions.may_read, partial(_contents, scope))
    return page("registers", ask=list_request(HOME, period="all"), groups=groups, asked=text)


def _contents(scope: frozenset[str], schema: type[RecordSchema]) -> Contents:
    name, province = schema.record_type, ambient.province()
    areas = province.areas_of(schema) or scope
    new = url_for("web.new_record", record_type=name) if permissions.may_publish(schema) else ""
    visible = Selection(name, areas, equal=permissions.only_own_unit(schema))
    records = listing.count(province.db(), visible)
    return Contents(url_for("web.records", record_type=name), new, records)

"""What the province's forms and lists need besides the declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from flask import Flask, g, request
from flask_login import current_user

from reporting.evaluations import criteria_sets
from reporting.query.listing import Window, find
from reporting.query.selection import Selection
from schemas import record, titles
from schemas.context import Context, Named, Option
from server import ambient
from server.centres.homes import Homes
from webui import form_context

PLAIN = ("/api/", "/admin/", "/static/")  # what is asked for without any form in mind


def install(app: Flask) -> None:
    form_context.install(
        app, lambda: None if request.path.startswith(PLAIN) else context_of_request()
    )


def context_of_request() -> Context:
    """As it is during one request."""
    names = cache(_names)
    living = cache(lambda kind: frozenset(named.record_id for named in names(kind)))
    return Context(
        today=str(ambient.today()),
        codes=cache(_codes),
        names=names,
        criteria_sets=cache(_criteria_sets),
        home=Homes(ambient.province().db()).home,
        exists=cache(lambda kind, name: name in living(kind) or _exists(kind, name)),
        name=cache(lambda kind, record_id: _name(names(kind), kind, record_id)),
    )


def _criteria_sets() -> Mapping[str, Mapping[str, object]]:
    return criteria_sets(ambient.province().db(), ambient.province().published)


def _codes(list_name: str) -> Mapping[str, Option]:
    return form_context.codes(ambient.province().db(), ambient.province().published, list_name)


def _names(record_type: str) -> Sequence[Named]:
    """The records that the one on the page can refer to: of its own area, or of no centre."""
    areas = ambient.province().areas_of(record.get(record_type)) or [_area()]
    return form_context.names(ambient.province().db(), areas, record_type)


def _name(names: Sequence[Named], record_type: str, record_id: str) -> str:
    """Its name, in whatever area it is, unless the person may not see that centre."""
    if name := form_context.name_in(names, record_id):
        return name
    db, columns = ambient.province().db(), form_context.columns(record_type)
    for deleted in (False, True):
        wanted = Selection(record_type, None, equal={"_id": record_id}, deleted=deleted)
        for row in find(db, wanted, columns, window=Window(1)):
            if row["_area"] in _visible():
                return titles.called(record_type, row)
    return ""


def _exists(record_type: str, record_id: str) -> bool:
    """Whether it exists and is not deleted: in no centre, in that of the page, or in any seen."""
    near = {_area()} - {"", *ambient.province().above}
    areas = ambient.province().areas_of(record.get(record_type)) or near or _visible()
    wanted = Selection(record_type, areas, equal={"_id": record_id})
    return bool(find(ambient.province().db(), wanted, (), window=Window(1)))


def _area() -> str:
    """The area of the record that the page is about; empty for a page about several."""
    return str((request.view_args or {}).get("area", ""))


def _visible() -> set[str]:
    if "visible" not in g:
        g.visible = ambient.scope(current_user, ambient.today()) | ambient.province().above
    visible: set[str] = g.visible
    return visible

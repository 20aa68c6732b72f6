"""The devices of the centres: when each last made contact, and what it reported."""

from __future__ import annotations

from flask import Response

from reporting.devices import quiet as not_heard_of
from server import ambient
from server.devices import overview
from server.devices.overview import Line

from .files import tables
from .pages import page, pages, reading
from .query import ListRequest, list_request

PROFILE = "centre_profile"  # of the centres; they have no period, so the units are today's


@pages.get("/devices")
@reading
def devices() -> str:
    ask = list_request(PROFILE)
    db, now = ambient.province().db(), ambient.province().wall()
    quiet = not_heard_of(db, ask.place.areas, now)
    return page("devices", ask=ask, lines=_lines(ask), quiet={s.area for s in quiet}, now=now)


@pages.get("/devices.csv")
@reading
def devices_csv() -> Response:
    return tables.download("devices", tables.of_devices(_lines(list_request(PROFILE))))


def _lines(ask: ListRequest) -> list[Line]:
    return overview.lines(ambient.province().db(), ask.place.areas)

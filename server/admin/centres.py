"""The centres: where they lie, whether a machine of theirs is enrolled, a code for the next."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from flask import abort, redirect, request, url_for
from sqlite_utils import Database
from werkzeug.wrappers import Response

from schemas.formatting.collation import collated
from schemas.formatting.vietnamese import fold
from server import ambient
from server.centres import centres, units
from server.centres.centres import Centre
from server.centres.units import COMMUNE, Unit
from server.config import CODE_HOURS
from server.devices import codes, devices
from server.devices.devices import ACTIVE
from server.transaction import at_once

from .pages import done, page, pages


class Line(NamedTuple):
    centre: Centre
    commune: str
    district: str
    machines: int  # that may sync
    last_contact: int
    code_until: int  # 0: none is out

    @property
    def names(self) -> str:
        return f"{self.centre.name} {self.commune} {self.district}"

    @property
    def waits(self) -> bool:
        """Whether no machine of the centre can sync yet."""
        return not self.machines


@pages.get("/")
def list_centres() -> str:
    return _list()


@pages.post("/centres")
def add_centre() -> str | tuple[str, int] | Response:
    db, today = ambient.province().db(), ambient.today()
    wanted = request.form.get("unit", "")
    commune = next((unit for unit in _communes(db, today) if unit.id == wanted), None)
    if commune is None:
        return _list(wrong=True), 422
    with at_once(db):
        centre = centres.add(db, commune, today, request.form.get("name", "").strip()[:200])
    done("admin.centre_added", name=centre.name)
    return redirect(url_for("admin.list_centres", q=centre.name))


@pages.post("/centres/<area>/code")
def make_code(area: str) -> str:
    """A new code for a machine of the centre."""
    province = ambient.province()
    if centres.centre(province.db(), area) is None:
        abort(404)
    return shown_code(area, codes.make(province.db(), area, province.wall()))


def shown_code(area: str, code: str) -> str:
    """A code that was just made, on this page alone: only its hash is kept."""
    province = ambient.province()
    return page(
        "code",
        centre=centres.centre(province.db(), area),
        words=code.split(),
        until=province.wall() + CODE_HOURS * codes.HOUR,
        hours=CODE_HOURS,
        check=province.check_words,
    )


def _list(*, wrong: bool = False) -> str:
    province, text = ambient.province(), request.args.get("q", "")
    waiting_only = request.args.get("show") == "waiting"
    everybody = _lines(province.db(), ambient.today(), province.wall())
    matches = [line for line in everybody if fold(text) in fold(line.names)]
    return page(
        "centres",
        lines=[line for line in matches if line.waits or not waiting_only],
        total=len(everybody),
        waiting_count=sum(line.waits for line in everybody),
        text=text,
        waiting_only=waiting_only,
        communes=_communes(province.db(), ambient.today()),
        wrong=wrong,
    )


def _communes(db: Database, day: date) -> list[Unit]:
    communes = [unit for unit in units.in_force(db, day) if unit.level == COMMUNE]
    return sorted(communes, key=lambda unit: collated(unit.name))


def _lines(db: Database, day: date, now: int) -> list[Line]:
    places = centres.centre_units(db, day)
    names = {unit.id: unit.name for unit in units.in_force(db, day)}
    heard: dict[str, list[int]] = {}
    for each in devices.everyone(db):
        if each.state == ACTIVE:
            heard.setdefault(each.device.home, []).append(each.last_contact)
    out = codes.waiting(db, now)
    lines = []
    for centre in sorted(centres.centres(db), key=lambda centre: collated(centre.name)):
        place, times = places.get(centre.area), heard.get(centre.area, [])
        where = (place.name, names.get(place.parent_id, "")) if place else ("", "")
        last = max(times, default=0)
        lines.append(Line(centre, *where, len(times), last, out.get(centre.area, 0)))
    return lines

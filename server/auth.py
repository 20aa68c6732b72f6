"""Who may: what a device may change, and what a person may see. Nowhere else is "no" said.

A change that may not be is never refused: the engine parks it with the reason given here
(``REASONS`` in ``texts`` has the sentences).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any

from flask import abort, current_app
from flask_login import current_user, login_required

from schemas.record import get, owner_of, record_types
from sync.changes import CONFLICT, PARKED, Change, Key
from sync.merge import Record
from sync.ports import Device

from . import centres, units, users

if TYPE_CHECKING:
    from collections.abc import Callable

    from .province import Province

__all__ = [
    "login_required",
    "may",
    "may_answer",
    "may_decide",
    "may_release",
    "may_see",
    "province",
    "province_only",
    "scope",
    "today",
]

VIETNAM = timezone(timedelta(hours=7))
NOT_YOURS, PUBLISHED = "outside the home area", "published by the province"
OWNED = {"district": "owned by the district", "province": "owned by the province"}


def may(device: Device, record: Record, change: Change) -> str:
    """Why a centre's device may not make that change; empty: it may."""
    if change.key.area != device.home:
        return NOT_YOURS
    return _foreign(change.key.record_type, tuple(change.fields))


@lru_cache(4096)  # a centre's form sets the same few sets of fields, ten thousand times
def _foreign(record_type: str, fields: tuple[str, ...]) -> str:
    try:
        schema = get(record_type)
    except KeyError:
        return ""  # from a newer version: it waits in the log for our upgrade
    if schema.published:
        return PUBLISHED
    owners = (owner_of(schema, name) for name in fields)
    return next((OWNED[owner] for owner in owners if owner in OWNED), "")


def province() -> Province:
    """The province whose pages are being asked for."""
    found: Province = current_app.extensions["province"]
    return found


def today() -> date:
    """The day in Vietnam, by the server's clock."""
    return day_of(province().wall())


def day_of(millis: int) -> date:
    """The day in Vietnam at that moment."""
    return datetime.fromtimestamp(millis / 1000, VIETNAM).date()


def scope(user: users.User, day: date | str) -> set[str]:
    """The areas that a user may see in a report of ``day``.

    A district that had ended by then is as it was on its last day: who worked for it still
    sees its centres, and no others.
    """
    db = province().db()
    if user.role != users.DISTRICT:
        return {centre.area for centre in centres.centres(db)}
    day = units.last_day(db, user.unit_id, day)
    mine = units.below(units.in_force(db, day), user.unit_id)
    return {area for area, unit in centres.centre_units(db, day).items() if unit.id in mine}


def may_see(area: str, day: date | str | None = None) -> bool:
    """Whether who is logged in may see the records of ``area``, in a report of ``day``."""
    return area in scope(current_user, day or today())


def may_decide(key: Key, field: str) -> bool:
    """Whether who is logged in may settle what that field of the record says."""
    if not may_see(key.area):
        return False
    if current_user.role == users.DISTRICT:
        schema = record_types().get(key.record_type)
        return schema is not None and owner_of(schema, field) in ("centre", "district")
    return bool(current_user.role == users.PROVINCE)


def may_answer(area: str) -> bool:
    """Whether who is logged in may answer what ``area`` was told of parked changes."""
    return may_see(area) and bool(current_user.role == users.PROVINCE)


def may_release(key: Key) -> bool:
    """Whether who is logged in may write into that record what was parked: into a centre's."""
    schema = record_types().get(key.record_type)
    is_ours = key.record_type in (CONFLICT, PARKED) or bool(schema and schema.published)
    return may_answer(key.area) and not is_ours


def province_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only the province's users see the page."""

    @wraps(view)
    @login_required  # type: ignore[untyped-decorator]  # flask_login has no types
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if current_user.role != users.PROVINCE:
            abort(403)
        return view(*args, **kwargs)

    return guarded

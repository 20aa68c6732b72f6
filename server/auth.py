"""Who may: what a device may change, and what a person may see. Nowhere else is "no" said.

A change that may not be is never refused: the engine parks it with the reason given here
(``REASONS`` in ``texts`` has the sentences).
"""

from __future__ import annotations

from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

from flask import abort
from flask_login import current_user
from flask_login import login_required as login_required

from schemas import areas, owners
from schemas.fields import UnitName
from schemas.formatting.vietnamese import day_of as day_of
from schemas.formatting.widgets import is_fillable
from schemas.permissions import OWNED as OWNED
from schemas.permissions import not_a_centres
from schemas.privacy.consents import is_erasure
from schemas.readable import unreadable
from schemas.record import RecordSchema, families, fields, owner_of, owners_of, record_types
from sync.changes import CONFLICT, DELETED, PARKED, Change, Key
from sync.merge import Record
from sync.ports import Device

from .centres import units
from .centres.scopes import in_districts, own_level, seen, verifying_body
from .centres.scopes import own_unit as own_unit
from .centres.scopes import province as province
from .centres.scopes import scope as scope
from .centres.scopes import today as today
from .evaluation import verifiers
from .users import users

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


Schema = type[RecordSchema]

NOT_YOURS = "outside the home area"
FIXED = "entries are never changed"
AT_THE_PROVINCE = {  # as whom its people verify where it is in charge
    users.PROVINCE: owners.DISTRICT,
    users.ASSOCIATION: owners.DISTRICT_ASSOCIATION,
}


def may(device: Device, record: Record, change: Change) -> str:
    """Why a centre's device may not make that change; empty: it may."""
    if change.key.area != device.home:
        return NOT_YOURS
    reason = not_a_centres(change.key.record_type, tuple(change.fields))
    return reason or (FIXED if _changes_an_entry(record, change) else "")


def _changes_an_entry(record: Record, change: Change) -> bool:
    """Whether the change alters what was entered once for all."""
    schema = record_types().get(change.key.record_type)
    if schema is None or not schema.append_only or is_erasure(schema, change.fields):
        return False
    return DELETED in change.fields or not record.cells.keys().isdisjoint(change.fields)


def may_see(area: str, day: date | str | None = None) -> bool:
    """Whether who is logged in may see the records of ``area``, in a report of ``day``."""
    return area in seen(str(day or today()))


def concerns(key: Key) -> bool:
    """Whether who is logged in has to do with a conflict about that record.

    One about what no centre keeps is for those who fill such records in, and for the province.
    """
    if key.area not in province().above:
        return may_see(key.area)
    schema = record_types().get(key.record_type)
    if schema is None or current_user.role not in {*owners_of(schema), users.PROVINCE}:
        return False
    return of_own_unit(schema, province().store().load([key])[key].values)


def may_decide(key: Key, field: str) -> bool:
    """Whether who is logged in may settle what that field of the record says."""
    if not concerns(key):
        return False
    schema, is_above = record_types().get(key.record_type), key.area in province().above
    if current_user.role == users.PROVINCE or schema is None:
        return bool(current_user.role == users.PROVINCE)
    if current_user.of_a_district and not is_above:
        return owner_of(schema, field) in (owners.CENTRE, current_user.role)
    return is_above and owner_of(schema, field) == current_user.role


def may_answer(area: str) -> bool:
    """Whether who is logged in may answer what ``area`` was told of parked changes."""
    return may_see(area) and bool(current_user.role == users.PROVINCE)


def may_erase(area: str) -> bool:
    """Whether who is logged in may erase what is known of persons there, as the law bids."""
    is_ours = area in province().above
    return bool(current_user.role == users.PROVINCE) and (is_ours or may_see(area))


def may_release(key: Key) -> bool:
    """Whether who is logged in may write into that record what was parked: into a centre's."""
    schema = record_types().get(key.record_type)
    is_fixed = bool(schema and (schema.lives_in != areas.CENTRE or schema.append_only))
    is_ours = key.record_type in (CONFLICT, PARKED) or is_fixed
    return may_answer(key.area) and not is_ours


def may_publish(schema: Schema) -> bool:
    """Whether who is logged in may add such records, which no centre keeps."""
    mine = bool(current_user.role == schema.owner) and schema.lives_in != areas.CENTRE
    return mine and is_fillable(schema)


def may_read(schema: Schema) -> bool:
    """Whether who is logged in may see such records at all.

    What the offices keep of persons is for those who fill it in, and for the province.
    """
    return not _is_close(schema) or current_user.role in {*owners_of(schema), users.PROVINCE}


def only_own_unit(schema: Schema) -> dict[str, str]:
    """What narrows such records to those that who is logged in may see, column by column."""
    if not (_is_close(schema) and current_user.of_a_district):
        return {}
    return dict.fromkeys(_unit_fields(schema), own_unit())


def _is_close(schema: Schema) -> bool:
    """Whether the offices keep it, and of persons."""
    personal = any(field.personal for field in fields(schema).values())
    return schema.lives_in == areas.INTERNAL and personal


def may_fill(schema: Schema, record: Record) -> bool:
    """Whether who is logged in may fill in something of that record: its own half, if any."""
    if families(schema):
        return bool(record.cells and verifies_as(record.key.area))
    if current_user.role not in owners_of(schema) or not is_fillable(schema):
        return False
    if schema.lives_in != areas.CENTRE:
        return of_own_unit(schema, record.values)
    return bool(record.cells) and may_see(record.key.area)


def verifies_as(area: str) -> str:
    """The owner of fields as whom the person verifies that centre's sheets; empty: not at all.

    Who is in charge is a setting by date (``verifiers``). Where it says the district and the
    centre lies in none that day, it is the Department, so that somebody always is.
    """
    if not may_see(area):
        return ""
    body, role = verifying_body(), str(current_user.role)
    if body == verifiers.DISTRICT and area not in in_districts():
        body = verifiers.PROVINCE
    if body == verifiers.PROVINCE:
        return AT_THE_PROVINCE.get(role, "")
    wanted = units.COMMUNE if body == verifiers.COMMUNE else units.DISTRICT
    return role if current_user.of_a_district and own_level() == wanted else ""


def may_bring(schema: Schema) -> bool:
    """Whether who is logged in may fill in records of that type by a table: some part of each."""
    mine = current_user.role in owners_of(schema)
    return mine and is_fillable(schema) and not families(schema)


def may_delete(schema: Schema, record: Record) -> bool:
    return may_publish(schema) and may_fill(schema, record)


def of_own_unit(schema: Schema, values: Mapping[str, object]) -> bool:
    """Whether a record is about the unit that a district's user works for; others have all."""
    if not current_user.of_a_district:
        return True
    names, wanted = _unit_fields(schema), (own_unit(), None)
    return set(names).isdisjoint(unreadable(values)) and all(values.get(n) in wanted for n in names)


def _unit_fields(schema: Schema) -> list[str]:
    return [name for name, field in fields(schema).items() if isinstance(field, UnitName)]


def province_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only the province's users see the page."""

    @wraps(view)
    @login_required  # type: ignore[untyped-decorator]  # flask_login has no types
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if current_user.role != users.PROVINCE:
            abort(403)
        return view(*args, **kwargs)

    return guarded

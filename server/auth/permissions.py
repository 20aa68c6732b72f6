"""What the person who is logged in may see, fill in, publish, decide and verify."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import Any

from flask import abort
from flask_login import login_required

from schemas import areas, owners
from schemas.fields import UnitName
from schemas.forms.widgets import is_fillable
from schemas.readable import unreadable
from schemas.record import RecordSchema, families, fields, owner_of, owners_of, record_types
from server.ambient import (
    in_districts,
    own_level,
    own_unit,
    province,
    today,
    user,
    verifying_body,
    visible_areas,
)
from server.centres import units
from server.evaluation import verifiers
from server.users import users
from sync.changes import CONFLICT, PARKED, Key
from sync.merge import Record

Schema = type[RecordSchema]

AT_THE_PROVINCE = {  # as whom its people verify where it is in charge
    users.PROVINCE: owners.DISTRICT,
    users.ASSOCIATION: owners.DISTRICT_ASSOCIATION,
}


def may_see(area: str, day: date | str | None = None) -> bool:
    """Whether the current user may see the records of ``area``, in a report of ``day``."""
    return area in visible_areas(str(day or today()))


def concerns(key: Key) -> bool:
    """Whether a conflict about that record concerns the current user.

    A conflict about a record that no centre keeps concerns the users who fill such records in,
    and the province.
    """
    if key.area not in province().above:
        return may_see(key.area)
    schema = record_types().get(key.record_type)
    if schema is None or user().role not in {*owners_of(schema), users.PROVINCE}:
        return False
    return of_own_unit(schema, province().store().load([key])[key].values)


def may_decide(key: Key, field: str) -> bool:
    """Whether the current user may settle a conflict about that field of the record."""
    if not concerns(key):
        return False
    schema, is_above = record_types().get(key.record_type), key.area in province().above
    if _at_the_province() or schema is None:
        return _at_the_province()
    if user().of_a_district and not is_above:
        return owner_of(schema, field) in (owners.CENTRE, user().role)
    return is_above and owner_of(schema, field) == user().role


def may_answer(area: str) -> bool:
    """Whether the current user may answer the notice of parked changes that ``area`` has."""
    return may_see(area) and _at_the_province()


def may_erase(area: str) -> bool:
    """Whether the current user may erase a person's data there, as the law demands."""
    return _at_the_province() and (area in province().above or may_see(area))


def may_release(key: Key) -> bool:
    """Whether the current user may write a parked change into that record of a centre."""
    schema = record_types().get(key.record_type)
    is_fixed = bool(schema and (schema.lives_in != areas.CENTRE or schema.append_only))
    is_ours = key.record_type in (CONFLICT, PARKED) or is_fixed
    return may_answer(key.area) and not is_ours


def may_publish(schema: Schema) -> bool:
    """Whether the current user may add records of that type, which no centre keeps."""
    owns = user().role == schema.owner and schema.lives_in != areas.CENTRE
    return owns and is_fillable(schema)


def may_read(schema: Schema) -> bool:
    """Whether the current user may see such records at all.

    Records of persons that the offices keep are for those who fill them in, and for the province.
    """
    return not _is_close(schema) or user().role in {*owners_of(schema), users.PROVINCE}


def only_own_unit(schema: Schema) -> dict[str, str]:
    """The filter, column by column, to the records that the current user may see."""
    if not (_is_close(schema) and user().of_a_district):
        return {}
    return dict.fromkeys(_unit_fields(schema), own_unit())


def _is_close(schema: Schema) -> bool:
    """Whether the offices keep such records among themselves, and they are about persons."""
    personal = any(field.personal for field in fields(schema).values())
    return schema.lives_in == areas.INTERNAL and personal


def may_fill(schema: Schema, record: Record) -> bool:
    """Whether the current user may fill in some field of that record: its own half, if any."""
    if families(schema):
        return bool(record.cells and verifies_as(record.key.area))
    if user().role not in owners_of(schema) or not is_fillable(schema):
        return False
    if schema.lives_in != areas.CENTRE:
        return of_own_unit(schema, record.values)
    return bool(record.cells) and may_see(record.key.area)


def verifies_as(area: str) -> str:
    """The owner of fields as whom the person verifies that centre's sheets; empty: not at all.

    Who is in charge is a setting by date (``verifiers``). If it names the district and the
    centre is in none that day, the Department is in charge, so that somebody always is.
    """
    if not may_see(area):
        return ""
    body, role = verifying_body(), user().role
    if body == verifiers.DISTRICT and area not in in_districts():
        body = verifiers.PROVINCE
    if body == verifiers.PROVINCE:
        return AT_THE_PROVINCE.get(role, "")
    wanted = units.COMMUNE if body == verifiers.COMMUNE else units.DISTRICT
    return role if user().of_a_district and own_level() == wanted else ""


def may_bring(schema: Schema) -> bool:
    """Whether the current user may import a table of such records: some field of each is theirs."""
    return user().role in owners_of(schema) and is_fillable(schema) and not families(schema)


def may_delete(schema: Schema, record: Record) -> bool:
    return may_publish(schema) and may_fill(schema, record)


def of_own_unit(schema: Schema, values: Mapping[str, object]) -> bool:
    """Whether a record is about the unit that a district's user works for; others have all."""
    if not user().of_a_district:
        return True
    names, wanted = _unit_fields(schema), (own_unit(), None)
    return set(names).isdisjoint(unreadable(values)) and all(values.get(n) in wanted for n in names)


def _unit_fields(schema: Schema) -> list[str]:
    return [name for name, field in fields(schema).items() if isinstance(field, UnitName)]


def _at_the_province() -> bool:
    return user().role == users.PROVINCE


def province_only(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let only the province's users see the page; others get 403."""

    @wraps(view)
    @login_required  # type: ignore[untyped-decorator]  # flask_login has no types
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not _at_the_province():
            abort(403)
        return view(*args, **kwargs)

    return guarded

"""What no centre keeps: whom a conflict about it concerns, and who may settle it."""

from __future__ import annotations

from flask_login import current_user

from schemas.record import owner_of, owners_of, record_types
from sync.changes import Key

from . import auth, users


def concerns(key: Key) -> bool:
    """Whether who is logged in has to do with a conflict about that record."""
    if key.area not in auth.province().above:
        return auth.may_see(key.area)
    schema = record_types().get(key.record_type)
    if schema is None or current_user.role not in {*owners_of(schema), users.PROVINCE}:
        return False
    return auth.of_own_unit(schema, auth.province().store().load([key])[key].values)


def may_decide(key: Key, field: str) -> bool:
    """Whether who is logged in may settle what that field of the record says."""
    if key.area not in auth.province().above:
        return auth.may_decide(key, field)
    schema = record_types().get(key.record_type)
    ours = {owner_of(schema, field) if schema else "", users.PROVINCE}
    return concerns(key) and current_user.role in ours

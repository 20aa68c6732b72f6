"""What a centre's machine may write, wherever that is asked: at the server and among machines.

The words of the reasons are kept in logs for ever; the sentences for people are in
``webui.conflicts.reasons``.
"""

from __future__ import annotations

from functools import lru_cache

from . import areas, owners
from .record import owner_of, record_types

PUBLISHED, INTERNAL = "published by the province", "internal to the offices"
OWNED = {
    owners.DISTRICT: "owned by the district",
    owners.DISTRICT_ASSOCIATION: "owned by the district association",
    owners.PROVINCE: "owned by the province",
    owners.ASSOCIATION: "owned by the association",
}


@lru_cache(4096)  # a centre's form sets the same few sets of fields, ten thousand times
def not_a_centres(record_type: str, fields: tuple[str, ...]) -> str:
    """Why those fields are not a centre's to set, whatever the record holds; empty: they are."""
    schema = record_types().get(record_type)
    if schema is None:
        return ""  # from a newer version: it waits in the log for our upgrade
    if schema.lives_in != areas.CENTRE:
        return PUBLISHED if schema.lives_in == areas.PUBLISHED else INTERNAL
    owners_of_fields = (owner_of(schema, name) for name in fields)
    return next((OWNED[owner] for owner in owners_of_fields if owner in OWNED), "")

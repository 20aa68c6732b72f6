"""How the harness's records are kept as ours, and read back.

What has a counterpart among our fields takes its name; the rest stays under its own, as a
field that this version does not know, which the engine keeps and carries like any other.
"""

from __future__ import annotations

from collections.abc import Mapping

RECORD_TYPES = ("activity", "evaluation")
OURS = {
    "date": "held_from",
    "learners": "attendance_count",
    "female": "female_count",
    "minority": "ethnic_minority_count",
    "sessions": "session_count",
    "budget": "budget_amount",
    "note": "result_note",
}
PEER_NAMES = {ours: peer for peer, ours in OURS.items()}


def ours(record: Mapping[str, object]) -> dict[str, object]:
    """The values of a record of the harness; its id and type are in our key."""
    rest = {name: value for name, value in record.items() if name not in ("id", "type")}
    return {OURS.get(name, name): value for name, value in rest.items()}


def of_the_peer(
    record_type: str, record_id: str, values: Mapping[str, object]
) -> dict[str, object]:
    named = {PEER_NAMES.get(name, name): value for name, value in values.items()}
    return {"id": record_id, "type": record_type, **named}

"""How large a change, its values and its timestamp may be, to be merged.

Beyond these a change is parked as it came: no form of ours makes such a thing, and merged it would
be in everybody's way. All bounds leave room: what an honest person writes next on top of the worst
that is let in is still let in.
"""

from __future__ import annotations

from .changes import DELETED, Change
from .clock import COUNTER, MILLIS, Timestamp
from .merge import Record

OUT_OF_BOUNDS = "out of bounds"  # the reason
LAST = 1 << 32  # the counter that nobody's timestamp reaches
# How far a counter may be ahead of the record's, once it is as large as a device's may be.
STEP = 64
NAME = 500  # letters of a name: of an area, a type, a record, a field, an author
VALUE = 256 * 1024  # letters of one value, as JSON
CHANGE = 512 * 1024  # letters of all values of a change
RECORD = 1024 * 1024  # letters of all values of a record
NAMES = 256 * 1024  # letters of the names of a record's fields, with their marks
OURS = 32  # letters that a shorter mark counts, so that ours may take its place
SMALL = 512  # letters of a change that is not worth looking at the whole record
FIELDS = 2000  # of a change, and of a record
DEPTH = 16  # of lists and objects within each other


def fault(record: Record, change: Change) -> str:
    """Why the change is not to be merged into the record, whoever wrote it; empty: it is."""
    is_named = _is_named(change) and _has_room_for_names(record, change)
    is_sound = is_named and _is_timely(record, change.at) and _is_small(record, change)
    return "" if is_sound else OUT_OF_BOUNDS


def letters(value: object, depth: int = DEPTH) -> int:
    """About how long the value is as JSON; more than any bound if it is nested too deeply."""
    if isinstance(value, str):
        return len(value) + 2
    if not isinstance(value, (list, dict)):
        return len(repr(value))
    if not depth:
        return RECORD + 1
    inner = value.values() if isinstance(value, dict) else value
    names = sum(len(name) + 3 for name in value) if isinstance(value, dict) else 0
    return 2 + names + sum(letters(each, depth - 1) + 1 for each in inner)


def _is_named(change: Change) -> bool:
    names = (*change.key, change.author, change.at.mark, *change.fields, *change.seen)
    return all(len(name) <= NAME for name in names)


def _has_room_for_names(record: Record, change: Change) -> bool:
    """Whether a change that sets, or has seen, all of the record afterwards is a small one.

    What its author has seen may be an older and larger state than the present one.
    """
    few = NAMES // (2 * NAME)  # fields that never reach the bound
    seen, cells = change.seen, record.cells
    if len(seen) > few and sum(len(n) + len(at.mark) for n, at in seen.items()) > 2 * NAMES:
        return False
    if len(cells) + len(change.fields) <= few:
        return True
    marks = {name: cell.at.mark for name, cell in cells.items()}
    marks |= dict.fromkeys(change.fields, change.at.mark)
    marks.pop(DELETED, None)  # who may change the record may delete it
    return sum(len(name) + max(len(mark), OURS) for name, mark in marks.items()) <= NAMES


def _is_timely(record: Record, at: Timestamp) -> bool:
    """Whether a timestamp is left for the next write. The time itself is never a fault.

    A counter that is larger than a device may begin with must come from one that stood there.
    """
    if at.millis >= MILLIS or at.counter >= LAST:
        return False
    if at.counter < COUNTER:
        return True
    last = record.at
    return last.millis == at.millis and at.counter <= last.counter + STEP


def _is_small(record: Record, change: Change) -> bool:
    fields = change.fields
    if len(fields) > FIELDS or len(change.seen) > FIELDS:
        return False
    if (
        len(record.cells) + len(fields) > FIELDS
        and len(record.cells.keys() | fields.keys()) > FIELDS
    ):
        return False
    sizes = [letters(value) for value in fields.values()]
    size = sum(sizes)
    if size <= SMALL:
        return True
    if max(sizes) > VALUE or size > CHANGE:
        return False
    rest = (cell.value for name, cell in record.cells.items() if name not in fields)
    return size + sum(map(letters, rest)) <= RECORD

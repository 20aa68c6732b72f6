"""What stores and messages say, as plain data to write beside them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from sync.merge import text_of


def store(store):
    """All that a database says of its work."""
    with store.transaction():
        found = keys(store)
        areas = sorted({key.area for key in found})
        return {
            "records": [
                [*key, text_of(record)] for key, record in sorted(store.load(found).items())
            ],
            "digests": {area: _hex(store.digests([area])) for area in areas},
            "checkpoint": plain(store.checkpoint()),
            "standing": plain(store.change_counts()),
            "log": _states(store),
            "fields": _fields(store, found),
        }


def keys(store):
    """Of all its records."""
    types = store.db.query("select distinct area, record_type from records order by 1, 2")
    return [k for t in types for k in store.fingerprints([t["area"]], t["record_type"])]


def plain(value):
    """A message, or a part of one, as JSON can hold it."""
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return value.hex() if isinstance(value, bytes) else value


def within(said, found):
    """Whether all that is ``said`` is found, whatever a newer version has besides."""
    if isinstance(said, dict):
        return isinstance(found, dict) and all(
            name in found and within(value, found[name]) for name, value in said.items()
        )
    if isinstance(said, list):
        same = isinstance(found, list) and len(said) <= len(found)
        return same and all(map(within, said, found))
    return said == found


def _hex(digests):
    return {name: f"{value:032x}" for name, value in sorted(digests.items())}


def _states(store):
    """How many changes the log holds, merged, repeats, parked and set aside."""
    sql = "select held, count(*) as count from log group by held order by held"
    return {row["held"] or "merged": row["count"] for row in store.db.query(sql)}


def _fields(store, found):
    """The cells that are in use, by type of record."""
    used = {}
    for record in store.load(found).values():
        used.setdefault(record.key.record_type, set()).update(record.cells)
    return {name: sorted(cells) for name, cells in sorted(used.items())}

"""Records of each type with whatever their columns may hold, for two databases to agree on."""

from datetime import date
from random import Random

from schemas.fields import Choice, Day, Flag, Listed, Number, PerCriterion, Related, Score, Year
from schemas.record import fields, record_types
from schemas.tables.columns import projections
from server import tables
from sync.changes import CONFLICT, DELETED, Change, Entry, Key
from sync.clock import Timestamp
from sync.merge import Record, merge
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.entries import record, stamp

AREAS = ("a1", "a2", "a3")
EVERY = frozenset(AREAS)
TODAY = date(2012, 9, 1)
NEWEST = 1_343_106_000_000  # 24 July 2012, in milliseconds
DAY = 86_400_000
RECORDS = 14  # of each type
DAYS = ("2010-06-30", "2011-09-05", "2011-12-31", "2012-01-01", "2012-03-15", "2012-07-24")
DAYS += ("2012-10-01", "2013-02-28")
TEXTS = ("Dệt", "dệt", "Ơn, bà", '="x"', "''=1", 'nói "vâng"', "hai\ndòng", "100%_a", "-7", "Đan")


def sample(field, random):
    """A value of such a field: mostly readable, now and then none or of another kind."""
    if random.random() < 0.2:
        return random.choice((None, None, "", ["x"]))
    if isinstance(field, Choice):
        return random.choice((*field.codes.options, "of a newer version"))
    if isinstance(field, Day):
        return random.choice(DAYS)
    if isinstance(field, Related):
        return random.choice(("r1", "r2", "r3", "r9", "none"))
    if isinstance(field, Flag):
        return random.choice((True, False))
    if isinstance(field, Year):
        return random.choice((2010, 2011, 2012, 2013))
    if isinstance(field, Number):
        return random.choice((0, 1, 3, 12, 400))
    if isinstance(field, Score):
        return random.choice((0, 1, 2.25, 7.5))
    return random.choice(TEXTS)


def values(schema, random):
    kept = {n: f for n, f in fields(schema).items() if not isinstance(f, Listed | PerCriterion)}
    return {name: sample(field, random) for name, field in kept.items()}


def fill(path):
    """An SQLite database with such records, their changes, conflicts, centres and devices."""
    store, random = SqliteStore(connect(path), projections()), Random(1)
    tables.upgrade(store.db)
    for area, closed in zip(AREAS, ("", "", "2012-02-01"), strict=True):
        row = {"area": area, "name": area, "unit_id": "", "founded": "2009-01-01"}
        store.db["centre"].insert({**row, "closed": closed})
    for number, schema in enumerate(record_types().values()):
        _fill(store, schema, random, number)
    return store


def _fill(store, schema, random, number):
    kind, made = schema.record_type, []
    for place in range(RECORDS):
        key, content = Key(random.choice(AREAS), kind, f"r{place}"), values(schema, random)
        content |= {DELETED: True} if place % 7 == 6 else {}
        at = Timestamp(NEWEST + (place * 40 - 300) * DAY, number, "a.1")
        change = Change(key, content, at, {}, "Lan", "a.1", 1 + number * RECORDS + place)
        made.append((merge(Record(key), change), Entry(change)))
    store.save([one for one, _ in made])
    store.append([entry for _, entry in made])
    writes = {"writes": {str(stamp(1)): 1}, "closed": []}
    disputed = [
        record(Key(one.key.area, CONFLICT, kind), record=list(one.key), **writes)
        for one, _ in made[:1]
    ]
    store.save(disputed)

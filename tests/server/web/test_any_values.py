"""Whatever an enrolled machine sent, every page and file of the province answers, and counts right.

Two provinces get the same records: one as they were sent, one without what is of a wrong kind.
What they count must be the same.
"""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.readable import NAME, UNREADABLE, readable
from schemas.record import record_types
from server.export import archives, open_copies
from server.tokens import tokens
from server.tokens.tokens import Scope, Wanted
from sync.changes import DELETED, Key
from tests.hostile import NOTICES, Faults, Hostile, addresses, asked, examples

from .conftest import Land

RECORDS = 30  # of a scenario


def scenario(seed):
    """The records of a scenario: type, id and values."""
    hostile = Hostile(seed)
    found = []
    for _ in range(RECORDS):
        schema = hostile.schema()
        found.append((schema.record_type, hostile.record_id(schema, "a"), hostile.values(schema)))
    return hostile, found


def placed(land, kind):
    return land.province.area_of(record_types()[kind]) or land.da_bac[0]


def told(land, records, is_read=False):
    """Write the records as they were sent, or as they can be read."""
    hub = land.province.hub()
    for kind, name, values in records:
        if is_read:
            values = readable(record_types()[kind], values)
            values |= dict.fromkeys(values.pop(UNREADABLE, ()))
        hub.write(Key(placed(land, kind), kind, name), values, "Ai đó")


def told_of(land, hostile, records):
    """Let records be in dispute, changes be parked, and a machine write what the engine writes."""
    area, hub = land.da_bac[0], land.province.hub()
    for kind in NOTICES:
        name = "dabac" if kind not in NOTICES[:2] else "1343106000000-0000-x"
        hub.write(Key(area, kind, name), hostile.notice(kind), "Ai đó")
    for kind, name, values in records[:3]:
        land.wall.pass_hours(1)
        land.park(area, Key(area, kind, name), **values)
    one = land.activity(area)
    for name in ("title", "held_from", "attendance_count", "newer", DELETED):
        land.clash(area, one, **{name: (hostile.value(), hostile.value())})


def a_province(founded, folder):
    land = Land(shutil.copytree(founded, folder))
    land.app.testing = False
    land.device("dabac", land.da_bac[0])
    return land


@given(st.integers(0, 2**32))
@settings(
    max_examples=examples(),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_every_page_and_file_answers_and_counts_as_without_what_is_unreadable(founded, seed):
    hostile, records = scenario(seed)
    with tempfile.TemporaryDirectory() as folder:
        land = a_province(founded, Path(folder) / "sent")
        told(land, records)
        read = a_province(founded, Path(folder) / "read")
        told(read, records, is_read=True)
        try:
            assert figures(read, records) == figures(land, records)
            told_of(land, hostile, records)
            assert [] == wrong_answers(land, hostile, records)
            archives.write(land.province, Path(folder) / "all.zip")
            open_copies.write(land.province, Path(folder) / "open.db")
        finally:
            land.province.close()
            read.province.close()


def wrong_answers(land, hostile, records):
    """The addresses that are answered with an error of ours."""
    client = land.logged_in("tinh")
    secret = tokens.make(land.db, Wanted("thử", Scope(personal=True), "x"), 1)
    bearer = {"Authorization": f"Bearer {secret}"}
    kinds, areas = zip(*((kind, placed(land, kind)) for kind, _, _ in records), strict=True)
    known = {
        "record_type": list(kinds),
        "area": list(areas),
        "record_id": [name for _, name, _ in records],
        "name": ["1343106000000-0000-x", "dabac", "x"],
        "lang": ["en"],
        "row": ["1"],
    }
    with Faults() as faults:
        for path in addresses(land.app, known, hostile):
            if path.startswith("/api/v1/records/") and path.split("/")[4] not in kinds:
                continue
            for query in dict.fromkeys(("", hostile.query())):
                headers = bearer if "/api/" in path else {}
                faults.note(path + query, asked(client, path + query, headers))
    return faults.found


def figures(land, records):
    """What the province's files say of those record types, but for the marks."""
    client, found = land.logged_in("tinh"), {}
    for kind in sorted({kind for kind, _, _ in records}):
        for path in (f"totals/{kind}.csv", f"totals/{kind}/public.csv", f"records/{kind}.csv"):
            for period in ("", "?period=all"):
                answer = client.get(f"/{path}{period}")
                found[path + period] = answer.text.replace(NAME.vi, "")
    return {path: without_area(land, text) for path, text in found.items()}


def without_area(land, text):
    return text.replace(land.da_bac[0], "AREA").replace(land.province.published, "PUBLISHED")

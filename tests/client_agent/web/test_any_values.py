"""Whatever another machine sent, every page and file of a centre answers, and counts right.

Two centres take in the same records: one as they were sent, one without what is of a wrong kind.
What they count must be the same.
"""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from client_agent import config
from client_agent.agent import Agent
from client_agent.config import Settings
from client_agent.web import create_app
from schemas.readable import NAME, UNREADABLE, readable
from schemas.record import record_types
from sync.changes import Change, Key
from sync.clock import Timestamp
from sync.wire import seal
from tests.hostile import NOTICES, Faults, Hostile, addresses, asked, examples

from .conftest import NOW, PEOPLE, Browser, Clock

RECORDS = 30  # of a scenario
MINUTE = re.compile(r"\d\d:\d\d")  # of the day on which it was printed
STAMP = "1343106000000-0000-x"


def a_centre(folder):
    config.init(folder)
    config.save_device_seed(folder, seal.new_seed())
    key = config.key_text(seal.public_key(seal.new_seed()))
    settings = Settings(
        server="http://127.0.0.1:9",
        device="d1",
        area="a1",
        published="published",
        certificate=1,
        server_key=key,
        centre="TTHTCĐ xã Mường Bi",
    )
    config.save(folder, settings)
    return Agent(folder, wall=Clock())


def scenario(seed):
    """What other machines wrote: type, id and values of each record; then the notices."""
    hostile = Hostile(seed)
    found = []
    for _ in range(RECORDS):
        schema = hostile.schema()
        found.append((schema.record_type, hostile.record_id(schema, "a1"), hostile.values(schema)))
    return hostile, found


def placed(kind):
    return "a1" if record_types()[kind].lives_in == "centre" else "published"


def take_in(agent, records, notices=(), is_read=False):
    """Take the records in as a sync does, as they were sent, or as they can be read."""
    changes = []
    for number, (kind, name, values) in enumerate(records):
        if is_read:
            values = readable(record_types()[kind], values)
            values |= dict.fromkeys(values.pop(UNREADABLE, ()))
        at = Timestamp(NOW - 1_000_000 + number, 0, "x")
        changes.append(Change(Key(placed(kind), kind, name), values, at, {}, "Ai đó", "d2.x"))
    for number, (kind, values) in enumerate(notices):
        name = STAMP if kind in NOTICES[:2] else "d2"
        at = Timestamp(NOW + number, 0, "y")
        changes.append(Change(Key("a1", kind, name), values, at, {}, "", "server.x"))
    replica = agent.replica()
    with replica.store.transaction():
        replica.take_in(changes, "feed")


@given(st.integers(0, 2**32))
@settings(max_examples=examples(), deadline=None, derandomize=True, database=None)
def test_every_page_and_file_answers_and_counts_as_without_what_is_unreadable(seed):
    hostile, records = scenario(seed)
    with tempfile.TemporaryDirectory() as folder:
        sent, read = a_centre(Path(folder) / "sent"), a_centre(Path(folder) / "read")
        try:
            take_in(sent, records, [(kind, hostile.notice(kind)) for kind in NOTICES])
            take_in(read, records, is_read=True)
            assert [] == wrong_answers(sent, hostile, records)
            assert figures(read, records) == figures(sent, records)
        finally:
            sent.close()
            read.close()


def logged_in(agent):
    app = create_app(agent)
    app.testing = False  # errors are answered as in real life
    if not agent.staff.names():
        agent.staff.add(PEOPLE[0], "1234")
    return Browser(app).sit_down(PEOPLE[0]).client


def wrong_answers(agent, hostile, records):
    """The addresses that are answered with an error of ours."""
    client = logged_in(agent)
    known = {
        "kind": [kind for kind, _, _ in records],
        "record_id": [name for _, name, _ in records],
        "name": [STAMP, "x"],
        "year": ["2012", "0", "9" * 400],
        "row": ["1"],
    }
    with Faults() as faults:
        for path in addresses(client.application, known, hostile):
            for query in dict.fromkeys(("", hostile.query())):
                faults.note(path + query, asked(client, path + query))
    return faults.found


def figures(agent, records):
    """What the centre's files and papers say of those record types, but for the marks."""
    client, found = logged_in(agent), {}
    for kind in sorted({kind for kind, _, _ in records}):
        for path in (f"/records/{kind}.csv", f"/records/{kind}/print"):
            answer = client.get(path)
            if answer.status_code == 200:  # else it is nothing that a centre sees
                found[path] = MINUTE.sub("", answer.text.replace(NAME.vi, "")).replace(">-", ">")
    return found

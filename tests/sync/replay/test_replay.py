"""A replay comes back from its file as it went in, and holds hashes where people typed."""

import json

import pytest

from sync.changes import DELETED, Change, Entry, Key
from sync.clock import Timestamp, marks
from sync.errors import MessageUnreadable
from sync.merge import Cell, Record
from sync.ports import Checkpoint
from sync.repair import Difference
from sync.replay import capture, dumps, loads, pseudonymized
from sync.replica import Replica
from sync.review import parked_key
from sync.stores.memory import MemoryStore

KEY = Key("c1", "activity", "one")
AT, LATER = Timestamp(1, 0, "a"), Timestamp(2, 0, "b")
FIRST = Change(KEY, {"title": "Lớp may", "place": "xã"}, AT, {}, "Lan", "laptop.x", 1)
SECOND = Change(KEY, {"title": "Lớp may", DELETED: True}, LATER, {"title": AT}, "Sở", "server.x")
NOTICE = parked_key("c1", AT)


@pytest.fixture
def laptop():
    return Replica(
        MemoryStore(), "laptop", lambda: 9, marks("laptopla"), "c1", schema_version="0.1"
    )


@pytest.fixture
def whole(laptop):
    found = Difference(
        {"activity": 1},
        {"activity": 2},
        {KEY: 1},
        {KEY: 2},
        own_records=(Record(KEY, {"title": Cell("Lớp may", LATER)}),),
        own_entries=(Entry(FIRST, offset=-3, received=7), Entry(SECOND, "server.x/1", "aside")),
        server_changes=(SECOND,),
        lacked=1,
    )
    return capture(laptop, found, laptop.store.checkpoint(), 1000)


def test_it_comes_back_as_it_went_in(whole):
    assert [whole, pseudonymized(whole, b"s")] == loads(dumps([whole, pseudonymized(whole, b"s")]))


def test_values_and_authors_are_hashes_and_equal_where_they_were_equal(whole):
    found = pseudonymized(whole, b"s").difference
    title = found.own_entries[0].change.fields["title"]

    assert (
        title
        == found.server_changes[0].fields["title"]
        == found.own_records[0].cells["title"].value
    )
    assert title != found.own_entries[0].change.fields["place"]
    assert not {"Lớp may", "xã", "Lan", "Sở"} & {*found.own_entries[0].change.fields.values()}
    assert found.server_changes[0].fields[DELETED] is True
    assert FIRST.at == found.own_entries[0].change.at
    assert {"title": AT} == found.server_changes[0].seen
    assert "Lan" not in dumps([pseudonymized(whole, b"s")])


def test_under_another_secret_the_hashes_are_others(whole):
    one, other = (
        pseudonymized(whole, secret).difference.server_changes[0].fields for secret in (b"s", b"t")
    )

    assert one["title"] != other["title"]


def test_what_our_log_makes_leaves_out_what_was_parked(laptop):
    parts = {
        "own_entries": (Entry(FIRST),),
        "own_fingerprints": {KEY: 1},
        "server_fingerprints": {KEY: 2},
    }
    notice = Record(NOTICE, {"reason": Cell("closed", LATER)})
    merged, left_out = (
        capture(laptop, Difference({}, {}, own_records=stood, **parts), Checkpoint(), 1).logged[KEY]
        for stood in ((), (notice,))
    )

    assert merged != 0
    assert left_out == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        json.dumps({"is": "khuyenhoc replay", "version": 2, "replays": []}),
        json.dumps({"is": "khuyenhoc replay", "version": 1, "replays": [{}]}),
    ],
)
def test_what_is_no_replay_is_refused_in_one_way(text):
    with pytest.raises(MessageUnreadable):
        loads(text)

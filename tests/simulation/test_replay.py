"""What a centre wrote of a divergence says, when it is played again, why it came about."""

import gzip
from dataclasses import replace

import pytest

from sync.changes import Key
from sync.clock import marks
from sync.exchange import Outcome, accept, answer, ask
from sync.merge import Cell, Record
from sync.ports import Device
from sync.repair import examine, repair
from sync.replay import capture, dumps, pseudonymized
from sync.replica import Replica
from sync.review import namesake_key, parked_key
from sync.stores.memory import MemoryStore

from . import replay
from .replay import HERE, LOGS, THERE

LAPTOP = Device("laptop", frozenset({"c1"}), "c1")
KEY = Key("c1", "activity", "one")
TYPED = "Bùi Thị Lan, 0912345678"


def _settle(hub, laptop):
    while True:
        outcome = accept(laptop, answer(hub, ask(laptop), LAPTOP, lambda *_: ""))
        if outcome is not Outcome.MORE:
            return outcome


@pytest.fixture
def pair():
    """A province and a centre that hold the same, with a record that each has written to."""
    hub = Replica(MemoryStore(), "server", lambda: 1000, marks("serverse"), is_hub=True)
    laptop = Replica(
        MemoryStore(), "laptop", lambda: 1000, marks("laptopla"), "c1", schema_version="0.1"
    )
    laptop.write(KEY, {"title": TYPED, "place": "xóm 1"}, "Lan")
    _settle(hub, laptop)
    hub.write(KEY, {"place": "xóm 2"}, "Sở")
    assert Outcome.SETTLED is _settle(hub, laptop)
    return hub, laptop


@pytest.fixture
def recorded(pair, tmp_path):
    """Let the two find that they differ; return the file that the centre writes of it."""

    def recorded():
        hub, laptop = pair
        assert Outcome.DIFFERS is _settle(hub, laptop)
        here = laptop.store.checkpoint()
        found = repair(laptop, {"c1"}, lambda question: examine(hub, question, LAPTOP))
        assert Outcome.SETTLED is _settle(hub, laptop)
        text = dumps([pseudonymized(capture(laptop, found, here, 1000), b"secret")])
        path = tmp_path / "one.khr"
        path.write_bytes(gzip.compress(text.encode()))
        return path

    return recorded


def _rot(replica):
    record = replica.store.load([KEY])[KEY]
    cells = {**record.cells, "title": record.cells["title"]._replace(value="rotten")}
    replica.store.save([Record(KEY, cells)])


def _played(path):
    (one,) = replay.read(path)
    played = replay.play(one)
    assert (True, True, True) == played[1:]
    (cause,) = played.causes
    return cause


def test_a_record_that_rotted_at_the_centre(pair, recorded):
    _rot(pair[1])
    cause = _played(recorded())

    assert (KEY, (HERE,), ("title",)) == cause[:3]


def test_a_record_that_rotted_at_the_province(pair, recorded):
    _rot(pair[0])
    cause = _played(recorded())

    assert (KEY, (THERE,), (), (), ()) == cause


def test_a_change_that_was_lost_at_the_centre_is_named(pair, recorded):
    _, laptop = pair
    (lost,) = [e for e in laptop.store.log if e.feed]
    laptop.store.log.remove(lost)
    laptop.rebuild([KEY])
    cause = _played(recorded())

    assert ((LOGS,), (), (lost.change.at,), ()) == cause[1:]


def test_a_change_that_the_province_lost_is_sent_again(pair, recorded):
    hub, laptop = pair
    at = laptop.store.own(laptop.name, 0, 1)[0].at
    laptop.become_new_replica()  # from now on the feed vouches for it
    hub.write(Key("c9", "activity", "one"), {"title": "x"})  # the log is no shorter than it was
    hub.store.log = [entry for entry in hub.store.log if entry.change.at != at]
    hub.rebuild([KEY])
    cause = _played(recorded())

    assert ((LOGS,), (), (), (at,)) == cause[1:]


def test_a_notice_of_parking_that_decided_is_part_of_it(pair, recorded):
    hub, laptop = pair
    at = laptop.store.own(laptop.name, 0, 1)[0].at
    hub.write(parked_key("c1", at), {"reason": "closed", "record": list(KEY)}, "")
    hub.store.amend(e._replace(reason="closed") for e in hub.store.find([at]).values())
    hub.rebuild([KEY])
    assert Outcome.SETTLED is _settle(hub, laptop)
    laptop.store.save([Record(KEY, {"x": Cell(1, at)})])
    cause = _played(recorded())

    assert (KEY, (HERE,), ("place", "x")) == cause[:3]


def test_a_notice_that_is_named_after_what_was_said_still_decides(pair, recorded):
    """What was said is pseudonymized in the file."""
    hub, laptop = pair
    true = laptop.store.own(laptop.name, 0, 1)[0]
    hub.write(namesake_key("c1", true), {"reason": "timestamp in use", "record": list(KEY)}, "")
    hub.store.amend(
        e._replace(reason="timestamp in use") for e in hub.store.find([true.at]).values()
    )
    hub.rebuild([KEY])
    assert Outcome.SETTLED is _settle(hub, laptop)
    laptop.store.save([Record(KEY, {"x": Cell(1, true.at)})])
    cause = _played(recorded())

    assert (KEY, (HERE,), ("place", "x")) == cause[:3]


def test_the_same_file_says_the_same_thing(pair, recorded, capsys):
    _rot(pair[1])
    path = recorded()
    said = [(replay.main(path), capsys.readouterr().out) for _ in range(2)]

    assert said[0] == said[1]
    assert 0 == said[0][0]
    assert "activity/one: rotten here" in said[0][1]


def test_nothing_that_a_person_typed_is_in_it(pair, recorded):
    _rot(pair[1])
    text = gzip.decompress(recorded().read_bytes()).decode()

    assert [] == [word for word in ("Lan", "Sở", "0912345678", "xóm", "rotten") if word in text]
    assert "title" in text


def test_a_file_that_does_not_play_as_it_says_is_reported(pair, recorded, tmp_path):
    _rot(pair[1])
    (one,) = replay.read(recorded())
    path = tmp_path / "other.khr"
    path.write_bytes(gzip.compress(dumps([replace(one, logged={KEY: 7})]).encode()))

    assert 1 == replay.main(path)

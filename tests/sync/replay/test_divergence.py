"""What a device tells of a divergence travels like any record, and says nothing people typed."""

from dataclasses import replace

import pytest

from sync.changes import CONFLICT, DIVERGENCE, Key
from sync.clock import marks
from sync.exchange import Outcome, accept, answer, ask
from sync.merge import Record
from sync.ports import Device
from sync.repair import Difference
from sync.replay.divergence import DAY, of_device, read_divergence, report
from sync.replica import Replica
from sync.stores.memory import MemoryStore

KEY = Key("c1", "activity", "one")
LAPTOP = Device("laptop", frozenset({"c1"}), "c1")
FOUND = Difference({"activity": 1}, {"activity": 2}, {KEY: 1}, {KEY: 2}, lacked=3)


class Wall:
    now = 1000

    def __call__(self):
        return self.now


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def laptop(wall):
    return Replica(MemoryStore(), "laptop", wall, marks("laptopla"), "c1")


def said(replica, device="laptop"):
    key = Key("c1", DIVERGENCE, device)
    return read_divergence(replica.store.load([key])[key])


def settle(hub, laptop):
    while True:
        outcome = accept(laptop, answer(hub, ask(laptop), LAPTOP, lambda *_: ""))
        if outcome is not Outcome.MORE:
            return outcome


def test_the_province_reads_what_the_device_wrote(laptop, wall):
    hub = Replica(MemoryStore(), "server", wall, marks("serverse"), is_hub=True)
    report(laptop, FOUND)

    assert Outcome.SETTLED is settle(hub, laptop)
    assert said(laptop) == said(hub)
    assert (1000, "1".zfill(32), "2".zfill(32)) == (
        said(hub).at,
        said(hub).own_digest,
        said(hub).server_digest,
    )
    assert (("activity",), ("activity/one",), 1, 3) == (
        said(hub).types,
        said(hub).records,
        said(hub).count,
        said(hub).lacked,
    )


def test_the_last_event_stands_with_the_number_of_all(laptop, wall):
    report(laptop, FOUND)
    wall.now += 5
    report(laptop, replace(FOUND, own_fingerprints={}, server_fingerprints={}))

    assert (1005, 0, 2) == (said(laptop).at, said(laptop).count, said(laptop).times)
    assert 1 == len(laptop.store.fingerprints(["c1"], DIVERGENCE))


def test_a_defect_that_comes_back_with_every_sync_is_reported_once_a_day(laptop, wall):
    for _ in range(9):
        report(laptop, FOUND)
        wall.now += DAY // 8

    assert 2 == said(laptop).times
    assert 2 == laptop.store.end()


def test_a_device_that_forgot_its_last_event_bothers_nobody_with_a_conflict(laptop, wall):
    hub = Replica(MemoryStore(), "server", wall, marks("serverse"), is_hub=True)
    report(laptop, FOUND)
    settle(hub, laptop)
    again = Replica(MemoryStore(), "laptop", wall, marks("restored"), "c1")
    report(again, replace(FOUND, lacked=9))
    settle(hub, again)
    settle(hub, again)

    assert 9 == said(hub).lacked
    assert {} == hub.store.fingerprints(["c1"], CONFLICT)


def test_a_record_that_a_newer_version_wrote_otherwise_is_left_alone(laptop):
    laptop.write(of_device(laptop), {"at": 1})

    assert said(laptop) is None
    assert read_divergence(Record(KEY)) is None

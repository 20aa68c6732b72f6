"""When digests differ, three questions find the records, and both sides make them anew."""

from dataclasses import replace

import pytest

from sync import wire
from sync.changes import Key
from sync.clock import marks
from sync.exchange import Outcome, accept, answer, ask
from sync.merge import Record
from sync.messages import Question, Reply
from sync.ports import Device
from sync.repair import examine, repair
from sync.replica import Replica
from sync.stores.memory import MemoryStore
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

LAPTOP = Device("laptop", frozenset({"c1"}), "c1")
KEYS = [Key("c1", "activity", f"{number}") for number in range(20)]


def made(name):
    home = "" if name == "server" else "c1"
    return Replica(MemoryStore(), name, lambda: 1000, marks(f"{name:_<8}"), home, not home)


def settle(hub, laptop):
    while True:
        outcome = accept(laptop, answer(hub, ask(laptop), LAPTOP, lambda *_: ""))
        if outcome is not Outcome.MORE:
            return outcome


@pytest.fixture
def pair():
    hub, laptop = made("server"), made("laptop")
    for key in KEYS:
        laptop.write(key, {"title": key.record_id})
        hub.write(key._replace(record_type="evaluation"), {"score": 5})
    settle(hub, laptop)
    return hub, laptop


def inquire(hub, asked):
    def carried(question):
        asked.append(question)
        sent = wire.decode(Question, wire.encode(question))
        return wire.decode(Reply, wire.encode(examine(hub, sent, LAPTOP)))

    return carried


@pytest.mark.parametrize("who", [0, 1])
def test_a_record_that_went_wrong_at_either_end_is_found_and_mended(pair, who):
    hub, laptop = pair
    record = pair[who].store.load([KEYS[3]])[KEYS[3]]
    wrong = {"title": record.cells["title"]._replace(value="wrong")}
    pair[who].store.save([replace(record, cells=wrong)])
    laptop.write(KEYS[0], {"title": "news"})
    assert Outcome.DIFFERS is settle(hub, laptop)

    asked = []
    assert [KEYS[3]] == repair(laptop, {"c1"}, inquire(hub, asked)).keys
    assert Outcome.SETTLED is settle(hub, laptop)
    assert record == laptop.store.load([KEYS[3]])[KEYS[3]]
    assert ["", "activity", ""] == [question.record_type for question in asked]
    assert (KEYS[3],) == asked[-1].keys


@pytest.mark.parametrize(
    "key", [("c1", "a\nb", "1"), ("c1", "a", "1\n2\n"), ("c1", "\\n", "\\\\\n"), ("c1", "a", "")]
)
def test_a_record_is_found_whatever_a_machine_called_it(pair, key):
    hub, laptop = pair
    hub.write(Key(*key), {"title": "of a machine that lies"})
    settle(hub, laptop)
    laptop.store.save([Record(Key(*key))])
    asked = []

    assert Outcome.DIFFERS is settle(hub, laptop)
    assert [Key(*key)] == repair(laptop, {"c1"}, inquire(hub, asked)).keys
    assert Outcome.SETTLED is settle(hub, laptop)


def test_where_nothing_differs_one_question_is_enough(pair):
    asked = []

    assert [] == repair(pair[1], {"c1"}, inquire(pair[0], asked)).keys
    assert 1 == len(asked)


def test_nobody_learns_of_records_outside_their_scope(pair):
    hub = pair[0]
    key = Key("c9", "activity", "1")
    hub.write(key, {"title": "theirs"})
    question = Question("laptop.x", keys=(key, KEYS[0]))

    assert {KEYS[0]} == {change.key for change in examine(hub, question, LAPTOP).changes}
    assert 20 == len(examine(hub, Question("laptop.x", "activity"), LAPTOP).digests)


def test_a_missing_change_comes_back(pair):
    hub, laptop = pair
    hub.write(KEYS[5], {"title": "lost on the way"})
    settle(hub, laptop)
    store = laptop.store
    store.log = [e for e in store.log if e.change.fields != {"title": "lost on the way"}]
    laptop.rebuild([KEYS[5]])

    repair(laptop, {"c1"}, inquire(hub, []))
    assert Outcome.SETTLED is settle(hub, laptop)
    assert "lost on the way" == laptop.store.load([KEYS[5]])[KEYS[5]].values["title"]


def on_disk(name, path):
    store = SqliteStore(connect(path / f"{name}.db"), projections())
    return replace(made(name), store=store)


@pytest.mark.parametrize("who", [0, 1])
def test_a_sum_that_went_wrong_at_either_end_is_added_up_again(who, tmp_path):
    pair = hub, laptop = on_disk("server", tmp_path), on_disk("laptop", tmp_path)
    laptop.write(KEYS[0], {"title": "one"})
    settle(hub, laptop)
    pair[who].store.db.conn.execute("update digests set total = '7'")
    assert Outcome.DIFFERS is settle(hub, laptop)

    found = repair(laptop, {"c1"}, inquire(hub, []))
    assert Outcome.SETTLED is settle(hub, laptop)
    assert (["activity"], []) == (found.types, found.keys)
    for each in pair:
        each.store.db.close()


def _forget(hub, title):
    """Let the hub no longer hold what was written so, and not know that it did."""
    gone = [e for e in hub.store.log if e.change.fields == {"title": title}]
    hub.store.amend(e._replace(reason="forgotten") for e in gone)
    hub.rebuild([e.change.key for e in gone])


def test_it_learns_what_differed_and_what_was_done(pair):
    hub, laptop = pair
    for key, title in zip(KEYS[4:6], ("lost here", "lost there"), strict=True):
        hub.write(key, {"title": title})
    laptop.write(KEYS[6], {"title": "ours, lost there"})
    settle(hub, laptop)
    laptop.become_new_replica()  # the feed vouches for what was confirmed
    settle(hub, laptop)
    laptop.store.log = [e for e in laptop.store.log if e.change.fields != {"title": "lost here"}]
    laptop.rebuild([KEYS[4]])
    _forget(hub, "lost there")
    _forget(hub, "ours, lost there")
    stood = laptop.store.load(KEYS[4:7])

    found = repair(laptop, {"c1"}, inquire(hub, []))
    assert KEYS[4:7] == found.keys
    assert (1, 1, 1) == (found.lacked, found.again, found.aside)
    assert stood == {record.key: record for record in found.own_records}
    assert found.own_fingerprints.keys() == found.server_fingerprints.keys()
    assert (
        {e.change.key for e in found.own_entries}
        == {c.key for c in found.server_changes}
        == {*found.keys}
    )

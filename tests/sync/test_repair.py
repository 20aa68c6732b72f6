"""When digests differ, three questions find the records, and both sides make them anew."""

from dataclasses import replace

import pytest

from sync import wire
from sync.changes import Key
from sync.clock import marks
from sync.exchange import Outcome, accept, answer, ask
from sync.messages import Question, Reply
from sync.ports import Device
from sync.repair import examine, repair
from sync.replica import Replica
from sync.stores.memory import MemoryStore

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
    assert [KEYS[3]] == repair(laptop, {"c1"}, inquire(hub, asked))
    assert Outcome.SETTLED is settle(hub, laptop)
    assert record == laptop.store.load([KEYS[3]])[KEYS[3]]
    assert ["", "activity", ""] == [question.record_type for question in asked]
    assert (KEYS[3],) == asked[-1].keys


def test_where_nothing_differs_one_question_is_enough(pair):
    asked = []

    assert [] == repair(pair[1], {"c1"}, inquire(pair[0], asked))
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
    store._log = [e for e in store._log if e.change.fields != {"title": "lost on the way"}]
    laptop.rebuild([KEYS[5]])

    repair(laptop, {"c1"}, inquire(hub, []))
    assert Outcome.SETTLED is settle(hub, laptop)
    assert "lost on the way" == laptop.store.load([KEYS[5]])[KEYS[5]].values["title"]

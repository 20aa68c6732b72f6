"""The embedded store costs what an exchange is worth, however much it holds."""

from itertools import count

import pytest

from sync.changes import ASIDE, Change, Key
from sync.clock import marks
from sync.exchange import Outcome, accept, answer, ask
from sync.ports import ChangeCounts, Checkpoint, Device
from sync.replica import Replica
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.entries import KEY, entry
from tests.contracts.projections import projections

LAPTOP = Device("laptop", frozenset({"c1", "c2"}), "c1")


def replica(folder, name):
    folder.mkdir(exist_ok=True)
    store = SqliteStore(connect(folder / f"{name}.db"), projections())
    home = "" if name == "server" else "c1"
    return Replica(store, name, count(1000).__next__, marks(name), home, not home)


def settle(hub, laptop):
    while accept(laptop, answer(hub, ask(laptop, 1 << 20), LAPTOP, lambda *_: "")) is Outcome.MORE:
        pass


def a_pair_that_holds(folder, records):
    hub, laptop = replica(folder, "server"), replica(folder, "laptop")
    with laptop.store.transaction():
        for number in range(records):
            laptop.write(Key("c1", "activity", f"{number}"), {"title": f"{number}"})
    settle(hub, laptop)
    return hub, laptop


SHORT = {"checkpoint", "damage"}  # tables of no length


def steps_of(replicas, work):
    """How many hundreds of steps their databases take for it."""
    ticks = count()
    for each in replicas:
        each.store.db.conn.set_progress_handler(lambda: next(ticks) and 0, 100)
    work()
    for each in replicas:
        each.store.db.conn.set_progress_handler(None, 0)
    return next(ticks)


def statements_of(replicas, work):
    said = set()
    for each in replicas:
        each.store.db.conn.set_trace_callback(said.add)
    work()
    for each in replicas:
        each.store.db.conn.set_trace_callback(None)
    return {one for one in said if one.lstrip().startswith(("select", "update", "delete"))}


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pairs")
    return a_pair_that_holds(folder / "few", 10), a_pair_that_holds(folder / "many", 3000)


def test_an_exchange_without_news_costs_the_same_with_few_records_and_with_many(pairs):
    few, many = (steps_of(pair, lambda: settle(*pair)) for pair in pairs)  # noqa: B023

    assert abs(many - few) <= 5


def test_an_exchange_without_news_looks_through_no_table(pairs):
    for statement in statements_of(pairs[1], lambda: settle(*pairs[1])):
        plan = pairs[1][0].store.db.execute(f"explain query plan {statement}").fetchall()

        looks = [step for *_, step in plan if step.startswith("SCAN")]
        assert all("json_each" in s or "SCAN k" in s or SHORT & {*s.split()} for s in looks), plan


def test_the_end_of_a_page_is_fixed_before_it_is_read(store, another):
    other = another()
    store.append([entry(1, "b.1")])

    def arrive(statement):
        if statement.startswith("select place") and other.end() == 1:
            other.append([entry(2, "b.1")])

    store.db.conn.set_trace_callback(arrive)
    page = store.feed(0, 9, {"79-01"}, "")
    rest = store.feed(page.cursor, 9, {"79-01"}, "")

    assert [1] == [c.number for c in page.changes]
    assert [2] == [c.number for c in rest.changes]


def test_a_page_of_changes_that_hold_very_much_ends_early_and_nothing_is_passed_over(store):
    store.append(entry(number, "b.1", title="x" * 30_000) for number in range(1, 351))
    cursor, pages = 0, []
    while not pages or pages[-1].more:
        pages.append(store.feed(cursor, 2000, {"79-01"}, ""))
        cursor = pages[-1].cursor

    assert [100, 100, 100, 50] == [len(page.changes) for page in pages]
    assert list(range(1, 351)) == [c.number for page in pages for c in page.changes]
    assert store.end() == cursor


def test_a_replica_that_has_a_name_takes_no_lock_to_begin(store, another):
    first = Replica(store, "laptop", lambda: 0, marks("m"))
    with store.transaction():
        again = Replica(another(), "laptop", lambda: 0, marks("n"))

        assert first.name == again.name


def test_the_standing_counts_what_waits_and_what_is_aside(store):
    store.append([entry(1), entry(2), entry(3), entry(9, "b.1", "f", ASIDE)])
    store.save_checkpoint(Checkpoint("a.1", 2, "f", 9))

    assert ChangeCounts(own=3, sent=2, waiting=1, aside=1) == store.change_counts()


def test_what_a_column_cannot_hold_stops_nothing(store):
    laptop = Replica(store, "laptop", lambda: 0, marks("m"))
    laptop.write(KEY, {"women": 10**30, "title": ["a", {"b": None}]})
    laptop.write(Key("c1", "scholarship", "1"), {"amount": -(2**63)})

    rows = [dict(row) for row in store.db["activity"].rows]
    assert [(1e30, '["a",{"b":null}]')] == [(row["women"], row["title"]) for row in rows]
    assert [-(2**63)] == [row["amount"] for row in store.db["scholarship"].rows]


def test_a_value_that_its_schema_cannot_read_stops_nothing(path):
    broken = projections(activity={"title": str})["activity"]._replace(row=lambda values: 1 / 0)
    store = SqliteStore(connect(path), {"activity": broken})
    made = Replica(store, "laptop", lambda: 0, marks("m")).write(KEY, {"title": "kept"})

    assert isinstance(made, Change)
    assert "kept" == store.load([KEY])[KEY].values["title"]
    assert [None] == [row["title"] for row in store.db["activity"].rows]

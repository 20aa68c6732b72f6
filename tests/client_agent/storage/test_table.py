import sqlite3
from threading import Barrier, Thread

import pytest

from client_agent.agent import Agent
from client_agent.storage.table import Table
from sync.errors import StoreBusy, StoreFull, StoreReadOnly


@pytest.fixture
def table(offline):
    return Table(offline.store(), "thing", {"name": str, "size": int}, "name")


def test_rows_are_found_by_what_they_hold(table):
    table.put(name="a", size=1)
    table.put(name="b", size=1)
    table.put(name="a", size=2)

    assert [{"name": "b", "size": 1}] == table.find(size=1)
    assert ["b", "a"] == [row["name"] for row in table.find("size")]


def test_a_row_is_changed_and_dropped(table):
    table.put(name="a", size=1)
    table.change("a", size=5)
    table.put(name="b", size=1)
    table.drop(name="b")

    assert [{"name": "a", "size": 5}] == table.find()


def test_threads_that_open_it_at_once_do_not_trip_each_other(offline):
    offline.store()
    ready, failed = Barrier(8), []

    def open_it():
        agent = Agent(offline.folder)
        try:
            agent.store()
            ready.wait()
            Table(agent.store(), "thing", {"name": str}, "name").put(name="x")
        except Exception as exc:
            failed.append(exc)
        agent.close()

    threads = [Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [] == failed


@pytest.mark.parametrize(
    ("pragma", "error"),
    [("max_page_count = 1", StoreFull), ("query_only = on", StoreReadOnly)],
)
def test_what_is_wrong_with_the_disk_is_reported_in_our_words(table, offline, pragma, error):
    offline.store().db.conn.execute(f"pragma {pragma}")
    with pytest.raises(error):
        table.put(name="x" * 300_000, size=1)


def test_another_program_that_holds_the_database_is_reported(table, offline):
    offline.store().db.conn.execute("pragma busy_timeout = 10")
    other = sqlite3.connect(offline.folder / "centre.db", isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(StoreBusy):
        table.put(name="a", size=1)
    other.close()
    table.put(name="a", size=1)

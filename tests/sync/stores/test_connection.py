"""A commit is on the disk; whoever writes waits for whoever writes; readers wait for nobody."""

import sqlite3
from contextlib import closing
from threading import Thread, Timer

import pytest

from sync.errors import StoreBusy, StoreDamaged, StoreFull, StoreReadOnly, StoreUnusable
from sync.stores import connection
from sync.stores.connection import Connection, settle
from sync.stores.sqlite import connect
from tests.contracts.entries import entry


def test_a_commit_is_on_the_disk_when_it_returns(store):
    assert [("wal",)] == store.db.execute("pragma journal_mode").fetchall()
    assert [(2,)] == store.db.execute("pragma synchronous").fetchall()  # full


def add_one(another, times):
    store = another()
    for _ in range(times):
        with store.transaction():
            here = store.checkpoint()
            store.save_checkpoint(here._replace(sent=here.sent + 1))


def test_transactions_that_read_and_then_write_never_fail_each_other(store, another):
    threads = [Thread(target=add_one, args=(another, 200)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 400 == store.checkpoint().sent


def test_readers_do_not_wait_for_a_writer(store, another):
    store.append([entry(1)])
    with store.transaction():
        store.append([entry(2)])

        assert 1 == another().end()


def test_whoever_opens_a_new_file_waits_for_whoever_makes_it(path):
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as first:
        first.execute("begin immediate")
        first.execute("create table made (id integer)")
        done = Timer(0.2, lambda: first.execute("commit"))
        done.start()
        found = connect(path).execute("select count(*) from made").fetchall()
        done.join()

    assert [(0,)] == found


def test_a_writer_that_waited_in_vain_says_so(store, another):
    other = another()
    other.db.execute("pragma busy_timeout = 1")
    with store.transaction(), pytest.raises(StoreBusy):
        other.append([entry(1)])

    assert 0 == other.end()


def test_a_full_disk_is_reported_and_undoes_nothing_that_was_saved(store):
    store.append([entry(1)])
    pages = store.db.execute("pragma page_count").fetchone()[0]
    store.db.execute(f"pragma max_page_count = {pages}")

    with pytest.raises(StoreFull):
        store.append([entry(2, title="x" * 100_000)])
    assert 1 == store.end()
    assert not store.db.conn.in_transaction


def test_a_file_that_may_not_be_written_is_reported(store):
    store.db.execute("pragma query_only = 1")

    with pytest.raises(StoreReadOnly):
        store.append([entry(1)])


def test_a_file_that_is_no_database_is_reported(path):
    path.write_bytes(b"<html>" * 1000)

    with pytest.raises(StoreDamaged):
        connect(path)


def test_a_damaged_database_is_reported(store, another, path):
    store.append([entry(number, title="x" * 3000) for number in range(1, 50)])
    store.db.conn.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))

    with pytest.raises(StoreDamaged):
        another().own("a.1", 0, 99)


def test_a_folder_that_is_not_there_is_reported(tmp_path):
    with pytest.raises(StoreUnusable):
        connect(tmp_path / "nowhere" / "store.db")


def test_a_mistake_of_our_own_is_not_blamed_on_the_disk(store):
    with pytest.raises(Exception, match="no such table"):
        Connection(store.db.conn).rows("select * from elsewhere")
    with pytest.raises(Exception, match="UNIQUE"):
        store.append([entry(1), entry(1)])


def test_settled_a_file_says_all_of_it_by_itself_and_not_while_another_reads(
    store, another, path, tmp_path, monkeypatch
):
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    store.append([entry(1)])
    reader = another().db.conn
    reader.execute("begin")
    reader.execute("select * from log").fetchall()
    store.append([entry(2)])
    with pytest.raises(StoreBusy):
        settle(path)
    reader.rollback()
    settle(path)

    (tmp_path / "alone.db").write_bytes(path.read_bytes())
    with closing(sqlite3.connect(tmp_path / "alone.db")) as alone:
        assert [(2,)] == alone.execute("select count(*) from log").fetchall()

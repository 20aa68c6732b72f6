"""A look at a database changes nothing, and finds what cannot be relied on."""

import hashlib

import pytest

from sync.clock import marks
from sync.errors import StoreDamaged, StoreUnusable
from sync.replica import Replica
from sync.stores.health import soundness
from tests.contracts.entries import entry, record


@pytest.fixture(autouse=True)
def filled(store):
    store.append([entry(number, title="x" * 3000) for number in range(1, 50)])
    store.save([record(title="a")])


def _state(path):
    beside = path.parent.glob(f"{path.name}*")
    return {p.name: hashlib.sha256(p.read_bytes()).digest() for p in beside if "shm" not in p.name}


def _spoil(store, path, begin, size):
    store.db.execute("pragma wal_checkpoint(truncate)").fetchall()
    with path.open("r+b") as file:
        file.seek(begin)
        file.write(b"?" * size)


def test_a_look_changes_nothing(path):
    before = _state(path)

    assert soundness.look(path)
    assert 49 == soundness.length(path)
    assert entry(49).change.at == soundness.newest(path)
    assert soundness.holds(path, entry(1).change.at)
    assert not soundness.holds(path, entry(50).change.at)
    assert 1 == soundness.records(path, record(title="a").key.area)
    assert 0 == soundness.records(path, "another")
    assert before == _state(path)


def test_without_time_not_all_is_looked_at(path, monkeypatch):
    monkeypatch.setattr(soundness, "STEPS", 1)

    assert not soundness.look(path, seconds=-1)
    assert soundness.look(path, seconds=60)


@pytest.mark.parametrize("begin", [0, 16, 4096, 40_000])
def test_damage_is_found(store, path, begin):
    _spoil(store, path, begin, 9000)
    with pytest.raises(StoreDamaged):
        soundness.look(path)
    assert soundness.length(path) == -1 or begin


def test_an_empty_file_is_damage(tmp_path):
    (tmp_path / "x.db").touch()
    with pytest.raises(StoreDamaged):
        soundness.look(tmp_path / "x.db")


def test_a_commit_whose_program_was_killed_before_it_could_tell_is_no_damage(store, path):
    """It stands in the write-ahead log, and not yet in the index that all programs share."""
    index = path.with_name(f"{path.name}-shm")
    replica = Replica(store, "d1", lambda: 1_353_571_500_000, marks("m"))
    before = index.read_bytes()
    change = replica.write(record().key, {"title": "b"})
    with index.open("r+b") as file:
        file.write(before)

    assert not soundness.holds(path, change.at)
    assert soundness.look(path)


def test_only_a_sound_database_is_copied(store, path, tmp_path):
    soundness.copy(path, tmp_path / "copy.db")
    assert 49 == soundness.length(tmp_path / "copy.db")

    _spoil(store, path, 4096, 9000)
    with pytest.raises(StoreUnusable):
        soundness.copy(path, tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def test_a_record_that_is_not_what_was_saved_is_named(store, path):
    conn = store.db.conn
    assert [] == list(soundness.unproved(conn, lambda: None))
    conn.execute("update records set cells = replace(cells, '\"a\"', '\"b\"')")

    assert [record(title="a").key] == list(soundness.unproved(conn, lambda: None))

"""A database under another key says the same."""

import subprocess
import sys
from subprocess import PIPE

import pytest

from sync.errors import StoreBusy, StoreDamaged
from sync.stores import cipher, conversion
from sync.stores.connection import connect
from sync.stores.sqlite import SqliteStore
from tests.contracts.entries import entry, record
from tests.contracts.projections import projections

pytest.importorskip("sqlcipher3")

KEY, OTHER = b"k" * 32, b"o" * 32


@pytest.fixture(params=[b"", KEY], ids=["plain", "encrypted"])
def key(request):
    return request.param


@pytest.fixture
def path(tmp_path, key):
    """A database of which the last change is in its write-ahead log alone."""
    found = tmp_path / "centre.db"
    store = SqliteStore(connect(found, key), projections())
    store.append([entry(number, title="Lớp xóa mù chữ") for number in range(1, 300)])
    store.save([record(title="Lớp xóa mù chữ", participants=12)])
    store.db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    store.append([entry(300)])
    store.db.close()
    return found


def all_of(path, key):
    store = SqliteStore(connect(path, key), projections())
    told = (store.end(), store.digests({"79-01"}), store.own("a.1", 0, 999))
    store.db.close()
    return told


@pytest.mark.parametrize("new_key", [b"", KEY, OTHER], ids=["plain", "same", "other"])
def test_all_of_it_is_there_under_the_new_key(path, key, new_key, tmp_path):
    conversion.rewrite(path, tmp_path / "anew.db", key, new_key)

    assert bool(new_key) != cipher.is_plain(tmp_path / "anew.db")
    assert all_of(path, key) == all_of(tmp_path / "anew.db", new_key)
    assert 300 == all_of(path, key)[0]


def test_the_old_one_needs_no_log_beside_it_any_more(path, key, tmp_path):
    conversion.rewrite(path, tmp_path / "anew.db", key, OTHER)

    assert {"centre.db", "anew.db"} == {each.name for each in tmp_path.iterdir()}


READER = """
import sys
from pathlib import Path
from sync.stores.connection import connect
conn = connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])).conn
conn.execute("begin")
conn.execute("select count(*) from log").fetchone()
print("reads", flush=True)
input()
"""


def test_one_that_another_program_has_open_is_left_alone(path, key, tmp_path, monkeypatch):
    monkeypatch.setattr(conversion, "PATIENCE", 0.1)
    command = [sys.executable, "-c", READER, path, key.hex()]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE) as other:
        other.stdout.readline()
        with pytest.raises(StoreBusy):
            conversion.rewrite(path, tmp_path / "anew.db", key, OTHER)
        other.communicate(b"\n")


def test_a_damaged_one_is_not_written_again(path, key, tmp_path):
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"?" * 8192)

    with pytest.raises(StoreDamaged):
        conversion.rewrite(path, tmp_path / "anew.db", key, OTHER)


@pytest.mark.parametrize("lie", ["delete from anew.log where place = 7", "drop table anew.digests"])
def test_what_was_not_written_as_it_is_is_found_out(path, key, tmp_path, lie):
    conversion.rewrite(path, tmp_path / "anew.db", key, OTHER)
    conn = cipher.open_sealed(path, key)
    conn.execute("attach ? as anew key ?", [str(tmp_path / "anew.db"), cipher.phrase(OTHER)])
    conn.execute(lie)

    with pytest.raises(StoreDamaged):
        conversion.compare(conn)
    conn.close()


def test_the_new_file_is_written_in_one_transaction(path, key, tmp_path):
    """One for each table would wait for the disk a hundred times."""
    conversion.rewrite(path, tmp_path / "new.db", key, b"")
    header = (tmp_path / "new.db").read_bytes()[:100]

    assert 1 == int.from_bytes(header[24:28], "big")  # the file change counter

"""Which file is encrypted, and with which key."""

import os
import secrets
import subprocess
import sys

import pytest

from sync.errors import CipherMissing, StoreDamaged, StoreLocked
from sync.stores import cipher
from sync.stores.connection import connect, reader
from sync.stores.health import pages, soundness
from sync.stores.health.salvage import LOGGED, missing, proves_itself
from sync.stores.sqlite import SqliteStore
from tests.contracts.entries import entry, record
from tests.contracts.projections import projections

pytest.importorskip("sqlcipher3")

KEY, OTHER = b"k" * 32, b"o" * 32
TAKER = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:  # the bytes that whoever has an SQLite file open locks
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
"""
WORD = "Mường Bi".encode()


@pytest.fixture
def path(tmp_path):
    """An encrypted database with two hundred records, and its write-ahead log."""
    found = tmp_path / "centre.db"
    store = SqliteStore(connect(found, KEY), projections())
    store.append(entry(number, title=f"Lớp xã Mường Bi {number}") for number in range(1, 201))
    store.save([record(title="Lớp xã Mường Bi")])
    store.db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    store.append([entry(201, title="Lớp xã Mường Bi, chưa vào tệp")])
    yield found
    store.db.close()


def overwritten(path, begin, data):
    with path.open("r+b") as file:
        file.seek(begin)
        file.write(data)


def spoil_proof(path, number):
    """Another bit in the HMAC of that page: every row is as it was."""
    place = number * 4096 + 4090
    overwritten(path, place, bytes([path.read_bytes()[place] ^ 1]))


def test_neither_the_file_nor_its_log_says_a_word_of_what_it_holds(path):
    written = [each.read_bytes() for each in path.parent.iterdir()]

    assert 3 == len(written)
    assert [] == [each for each in written if WORD in each or b"create table" in each.lower()]


def test_the_file_says_that_it_is_encrypted_and_which_key_fits_but_nothing_of_the_key(path):
    assert cipher.salt(KEY) == cipher.head(path)
    assert cipher.head(path).startswith(b"KHSEALED")
    assert cipher.salt(KEY) != cipher.salt(OTHER)


@pytest.mark.parametrize("key", [b"", OTHER])
@pytest.mark.parametrize(
    "opened", [connect, reader, lambda path, key: soundness.look(path, 1, key)]
)
def test_without_its_key_it_is_locked_and_not_damaged(path, key, opened):
    with pytest.raises(StoreLocked):
        opened(path, key)


def test_with_its_key_a_page_that_was_overwritten_is_damage(path):
    overwritten(path, 4096, secrets.token_bytes(4096))

    with pytest.raises(StoreDamaged):
        soundness.look(path, None, KEY)


def test_a_head_that_was_overwritten_is_distinguished_from_a_wrong_key_by_the_pages(path):
    overwritten(path, 0, cipher.salt(OTHER))

    assert cipher.fits(path, KEY)
    assert not cipher.fits(path, OTHER)
    assert cipher.is_sealed(path, KEY)


def test_a_file_that_is_not_encrypted_opens_whatever_the_key(tmp_path):
    plain = tmp_path / "plain.db"
    SqliteStore(connect(plain), projections()).append([entry(1)])

    assert cipher.is_plain(plain)
    assert 1 == SqliteStore(connect(plain, KEY), projections()).end()


@pytest.mark.parametrize(("before", "after"), [(KEY, b""), (b"", KEY)])
def test_a_file_that_became_another_since_is_looked_at_again(tmp_path, before, after):
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    for path, key, count in ((first, before, 3), (second, after, 1)):
        store = SqliteStore(connect(path, key), projections())
        store.append([entry(number) for number in range(1, count + 1)])
        store.db.close()
    second.replace(first)

    assert 1 == SqliteStore(connect(first, KEY), projections()).end()
    assert bool(after) != cipher.is_plain(first)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere locks belong to a handle")
def test_to_look_at_a_file_in_use_gives_up_no_lock_on_it(path):
    soundness.length(path, KEY)
    connect(path, KEY).close()
    is_plain = cipher.is_plain(path)
    other = subprocess.run([sys.executable, "-c", TAKER, path], capture_output=True)

    assert not is_plain
    assert b"BlockingIOError" in other.stderr


def test_a_copy_of_an_encrypted_database_is_encrypted(path, tmp_path):
    SqliteStore(connect(path, KEY), projections()).backup(tmp_path / "copy.db")
    soundness.prove(tmp_path / "copy.db", KEY)

    assert cipher.salt(KEY) == cipher.head(tmp_path / "copy.db")


@pytest.mark.parametrize("harm", [None, (0, bytes(100)), (5 * 4096 + 2000, b"?" * 40)])
def test_the_pages_of_a_damaged_file_are_decoded_one_by_one(path, harm):
    if harm:
        overwritten(path, *harm)
    found = {row[1] for row in pages.rows(path, LOGGED, KEY, proves_itself)}

    assert 201 - (5 if harm and harm[0] else 0) <= len(found) <= 201
    assert set() == {row[1] for row in pages.rows(path, LOGGED, OTHER, proves_itself)}
    assert set() == {row[1] for row in pages.rows(path, LOGGED, b"", proves_itself)}


def test_of_a_page_whose_proof_is_wrong_rows_are_taken_that_prove_themselves(path):
    for number in range(2, path.stat().st_size // 4096):
        spoil_proof(path, number)
    whole = [row[1] for row in pages.rows(path, LOGGED, KEY, proves_itself)]
    believed = [row[1] for row in pages.rows(path, LOGGED, KEY)]

    assert 201 == len({*whole})
    assert 0 < len({*believed}) < 60  # those of the write-ahead log


def test_a_row_without_digests_on_such_a_page_is_believed_by_nobody(path):
    db = connect(path, KEY)
    db.execute("update log set content_digest = null, place_digest = null")
    db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    before = {e.change.at for e in missing(path, lambda _: set(), [], KEY)}
    for number in range(1, path.stat().st_size // 4096):
        spoil_proof(path, number)
    after = {e.change.at for e in missing(path, lambda _: set(), [], KEY)}

    assert 201 == len(before)
    assert {entry(1).change.at} == after  # its record's fingerprint proves it


def test_what_only_the_log_holds_is_decoded_from_the_log(path):
    assert [201] == [row[3] for row in pages.logged(path, LOGGED, KEY)][-1:]


def test_where_it_is_not_installed_that_is_reported(path, monkeypatch):
    monkeypatch.setattr(cipher, "find_spec", lambda name: None)

    with pytest.raises(CipherMissing):
        connect(path, KEY)

"""What is left of a file is read page by page, whatever else is wrong with it."""

import shutil
import sqlite3

import pytest

from sync.stores.health import pages
from sync.stores.health.leaves import SMALLEST, rows


@pytest.fixture
def path(tmp_path):
    """A file whose newest rows are in its write-ahead log, as a power cut left it."""
    live = tmp_path / "live.db"
    conn = sqlite3.connect(live, isolation_level=None)
    conn.execute("pragma journal_mode = wal")
    conn.execute("pragma synchronous = off")
    conn.execute("create table t (id integer primary key, name text, size integer, rate float)")
    for number in range(1, 300):
        _put(conn, number)
    conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    for number in range(300, 320):
        _put(conn, number)
    for name in ("live.db", "live.db-wal"):
        shutil.copy(tmp_path / name, tmp_path / name.replace("live", "cut"))
    conn.close()
    return tmp_path / "cut.db"


def _row(number):
    size = (-1) ** number * number ** (number % 7)
    return (number, "đất " * (number % 5) ** 5, size, number / 4 if number % 2 else None)


def _put(conn, number):
    conn.execute("insert into t values (?, ?, ?, ?)", _row(number))


def _found(path):
    return {row[0]: row for row in pages.rows(path, {4})}


def _spoil(path, begin, data):
    with path.open("r+b") as file:
        file.seek(begin)
        file.write(data)


WHOLE = {number: _row(number) for number in range(1, 320)}


def test_every_row_is_found_the_long_ones_and_those_in_the_log_too(path):
    assert WHOLE == _found(path)


def test_without_the_first_page_nothing_but_what_lay_on_it_is_lost(path):
    _spoil(path, 0, bytes(4096))
    wal = path.with_name("cut.db-wal")

    assert WHOLE == _found(path)
    wal.unlink()
    assert {n: WHOLE[n] for n in range(1, 300)} == _found(path)


def test_without_the_file_the_pages_in_its_log_are_read(path):
    path.unlink()
    found = _found(path)

    assert set(range(300, 320)) - found.keys() <= {n for n in range(300, 320) if n % 5 > 2}
    assert found.items() <= WHOLE.items()


def test_a_byte_in_the_log_costs_what_it_hit_and_nothing_after_it(path):
    wal = path.with_name("cut.db-wal")
    _spoil(wal, 32 + 3 * (24 + 4096) + 10, b"\xff")
    found = _found(path)

    assert 318 <= len(found)
    assert found.items() <= WHOLE.items()


@pytest.mark.parametrize("begin", [0, 8, 16, 24])
def test_the_head_of_the_log_is_not_needed(path, begin):
    _spoil(path.with_name("cut.db-wal"), begin, b"\xff" * 8)

    assert WHOLE == _found(path)


def test_what_was_never_committed_is_not_read(path):
    last = pages.frames(path)[1][-1]
    _spoil(path.with_name("cut.db-wal"), last.place - 20, bytes(4))  # no longer a commit

    assert 319 not in _found(path)
    assert 318 in _found(path)


def test_the_log_is_followed_up_to_the_first_frame_that_is_not_whole(path):
    wal, frames = path.with_name("cut.db-wal"), pages.frames(path)[1]

    assert [len(frames)] * 2 == [pages.followed(path, 0), pages.followed(path, 7)]
    _spoil(wal, frames[9].place + 100, b"\xff")
    assert [9, 9] == [pages.followed(path, 0), pages.followed(path, 7)]
    _spoil(wal, 24, bytes(8))
    assert 0 == pages.followed(path, 0)


def test_random_bytes_are_no_rows(tmp_path):
    import random

    luck = random.Random(7)
    for _ in range(20):
        page = b"\x0d" + luck.randbytes(4095)

        assert all(len(row) == 4 for row in rows(page, lambda number: b"", {4}))
    assert [] == list(rows(b"\x0d" * (SMALLEST - 1), lambda number: b"", {4}))


def test_the_size_of_a_page_is_what_the_file_says_or_the_usual_one(path):
    wal = path.with_name("cut.db-wal")
    _spoil(path, 0, bytes(100))

    assert 4096 == pages.page_size(path)
    _spoil(wal, 0, b"\xff" * 32)
    assert 4096 == pages.page_size(path)
    assert 4096 == pages.page_size(path.with_name("nowhere"))

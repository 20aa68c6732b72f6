"""The rows of one page, as SQLite wrote them."""

import sqlite3

import pytest

from sync.stores.health.leaves import rows

VALUES = [
    None,
    0,
    1,
    -1,
    127,
    -32768,
    1 << 20,
    -(1 << 30),
    1 << 45,
    -(1 << 62),
    0.5,
    "đất",
    b"\0\xff",
]


@pytest.fixture
def page(tmp_path):
    """A page whose rows hold a value of each kind."""
    with sqlite3.connect(tmp_path / "x.db") as conn:
        conn.execute("create table t (a, b)")
        conn.executemany("insert into t values (?, ?)", [(value, "b") for value in VALUES])
    conn.close()
    return (tmp_path / "x.db").read_bytes()[4096:8192]


def test_a_value_of_each_kind_is_what_it_was(page):
    found = [row[0] for row in rows(page, lambda number: b"", {2})]

    assert [1, *VALUES[1:]] == found  # a first column without a value is the row's number


def test_rows_of_other_widths_are_passed_over(page):
    assert [] == list(rows(page, lambda number: b"", {3}))


@pytest.mark.parametrize("kind", [0x00, 0x02, 0x05, 0x0A])
def test_pages_of_other_kinds_have_no_rows(page, kind):
    assert [] == list(rows(bytes([kind]) + page[1:], lambda number: b"", {2}))


def test_a_row_that_points_outside_the_page_is_passed_over(page):
    spoiled = page[:8] + b"\xff\xff" + page[10:]

    assert len(VALUES) - 1 == len(list(rows(spoiled, lambda number: b"", {2})))

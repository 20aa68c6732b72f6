"""Records by their last change: each once, none passed over."""

import pytest

from reporting import feed
from sync.changes import Key


@pytest.fixture
def write(province):
    def write(name, area="a1", **values):
        province.hub().write(Key(area, "activity", name), values or {"title": name}, "Hoa")

    return write


def names(page):
    return [item.record.key.record_id for item in page.items]


def test_each_record_stands_where_it_last_changed(province, write):
    for name in ("r1", "r2", "r3"):
        write(name)
    write("r1", title="sửa")

    assert ["r2", "r3", "r1"] == names(feed.page(province.store(), "activity", {"a1"}, 0, 9))


def test_a_page_ends_where_the_next_begins(province, write):
    for name in ("r1", "r2", "r3"):
        write(name)
    first = feed.page(province.store(), "activity", {"a1"}, 0, 2)
    second = feed.page(province.store(), "activity", {"a1"}, first.cursor, 2)

    assert (["r1", "r2"], True) == (names(first), first.more)
    assert (["r3"], False) == (names(second), second.more)
    assert [] == feed.page(province.store(), "activity", {"a1"}, second.cursor, 2).items


def test_only_the_areas_asked_for_are_read(province, write):
    write("r1")
    write("r2", area="a2")

    assert ["r2"] == names(feed.page(province.store(), "activity", {"a2"}, 0, 9))


def test_one_record_alone_or_none(province, write):
    write("r1")

    assert {"title": "r1"} == feed.one(province.store(), "activity", "a1", "r1").record.values
    assert feed.one(province.store(), "activity", "a1", "none") is None


def test_a_page_reads_the_log_onward_and_looks_up_each_record_by_its_index(province):
    statements, conn = [], province.db().conn
    conn.set_trace_callback(statements.append)
    feed.page(province.store(), "activity", [], 0, 1)
    conn.set_trace_callback(None)
    (asked,) = (sql for sql in statements if "from log as later" in sql)
    plan = " ".join(row[3] for row in conn.execute(f"explain query plan {asked}"))

    assert "SEARCH later USING INDEX recorded (area=? AND record_type=? AND record_id=?" in plan
    assert "SEARCH log USING INTEGER PRIMARY KEY" in plan

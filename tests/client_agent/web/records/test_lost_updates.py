from client_agent.web.records.lost_updates import Overtaken, overtaken
from sync.changes import DELETED, Key
from sync.clock import Timestamp
from sync.merge import Cell, Record

KEY = Key("a1", "activity", "r1")
OLD, NEW = Timestamp(1, 0, "a"), Timestamp(2, 0, "b")


def record(at, **values):
    return Record(KEY, {name: Cell(value, at) for name, value in values.items()})


def test_a_cell_that_was_written_since_and_is_replaced_is_reported():
    found = overtaken(record(OLD, a=10), record(NEW, a=20), {"a": 25})

    assert (Overtaken("a", Cell(20, NEW), 25),) == found


def test_what_the_person_left_or_typed_alike_is_not():
    opened, stored = record(OLD, a=10, b=1), record(NEW, a=20, b=2)

    assert () == overtaken(opened, stored, {"a": 20})
    assert () == overtaken(opened, stored, {"a": 10})
    assert () == overtaken(opened, stored, {})


def test_what_nobody_wrote_meanwhile_is_not():
    assert () == overtaken(record(OLD, a=10), record(OLD, a=10), {"a": 25})
    assert () == overtaken(record(OLD, a=10), record(NEW, a=10), {"a": 25})


def test_a_cell_that_was_not_there_before_counts():
    assert (Overtaken("a", Cell(20, NEW), 25),) == overtaken(
        Record(KEY), record(NEW, a=20), {"a": 25}
    )


def test_a_deletion_is_reported_elsewhere():
    assert () == overtaken(Record(KEY), Record(KEY, {DELETED: Cell(True, NEW)}), {DELETED: False})

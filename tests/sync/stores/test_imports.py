"""Tables on their way in: kept in files, whole or not at all, and worked on to their end."""

from dataclasses import replace
from itertools import count

import pytest

from sync.batch import Done
from sync.changes import Key
from sync.clock import ZERO, marks
from sync.merge import Record
from sync.replica import Replica
from sync.stores.batches import DONE, RUNNING, UNDONE, Batch
from sync.stores.imports import GRID, KEPT, ROWS, FileGone, Imports, answering
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

KEY = Key("c1", "activity", "1")
BATCH = Batch("b1", "activity", "c1", "so.csv", "Lan", 1000)


@pytest.fixture
def replica(tmp_path):
    store = SqliteStore(connect(tmp_path / "store.db"), projections())
    yield Replica(store, "laptop", count(1000).__next__, marks("m"), notice_area="c1")
    store.db.close()


@pytest.fixture
def imports(replica, tmp_path):
    made = Imports(replica.store, tmp_path / "imports")
    made.begin(BATCH, [["a", "b"], ["1", "2"]])
    return made


def confirmed(imports, *rows):
    return imports.confirm("b1", [(n, KEY._replace(record_id=i), v, at) for n, i, v, at in rows])


def living(replica):
    found = replica.store.load(list(replica.store.fingerprints(["c1"], "activity")))
    return {key.record_id: its.values for key, its in found.items() if not its.deleted}


def state(imports):
    its = imports.batches.find("b1")
    return its.state, its.written, its.passed


def test_a_table_is_kept_row_by_row(imports):
    assert [["a", "b"], ["1", "2"]] == list(imports.grid("b1"))
    assert BATCH == imports.batches.find("b1")


def test_a_file_is_there_whole_or_not_at_all(imports):
    def cut():
        yield ["half"]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.write_plan(BATCH, cut())

    assert not imports.is_planned(BATCH)
    assert 1 == len(list(imports.folder.iterdir()))
    with pytest.raises(FileGone):
        list(imports.plan(BATCH))


def test_a_file_that_is_damaged_is_gone(imports):
    (imports.folder / f"b1-{GRID}.jsonl").write_bytes(b'["a"]\n\xff["b')

    with pytest.raises(FileGone):
        list(imports.grid("b1"))


def test_other_columns_make_the_plan_void(imports):
    imports.write_plan(BATCH, [1])
    imports.lay_out("b1", "other")
    again = imports.batches.find("b1")

    assert "other" == again.layout
    assert not imports.is_planned(again)


def test_a_plan_that_was_made_by_other_columns_is_not_the_plan(imports):
    """Its columns were changed while it was still gone through."""
    imports.lay_out("b1", "other")
    imports.write_plan(BATCH, [1])

    assert not imports.is_planned(imports.batches.find("b1"))


def test_the_same_columns_read_again_are_planned_again(imports):
    imports.write_plan(BATCH, [1])
    imports.lay_out("b1", BATCH.layout)

    assert not imports.is_planned(BATCH)


def test_what_was_confirmed_is_written_and_its_files_are_cleared_away(replica, imports):
    assert 2 == confirmed(imports, (2, "1", {"title": "A"}, ""), (3, "2", {"title": "B"}, ""))
    imports.work("b1", replica)

    assert {"1": {"title": "A"}, "2": {"title": "B"}} == living(replica)
    assert (DONE, 2, 0) == state(imports)
    assert [] == list(imports.folder.iterdir())


def test_what_was_written_since_it_was_looked_at_is_passed_over(replica, imports):
    seen = replica.write(KEY, {"title": "cũ"}).at
    replica.write(KEY, {"title": "người khác sửa"})
    replica.write(KEY._replace(record_id="2"), {"title": "người khác thêm"})
    confirmed(imports, (2, "1", {"title": "A"}, str(seen)), (3, "2", {"title": "B"}, ""))
    imports.work("b1", replica)

    assert {"1": {"title": "người khác sửa"}, "2": {"title": "người khác thêm"}} == living(replica)
    assert (DONE, 0, 2) == state(imports)


def test_what_was_cut_off_goes_on(replica, imports):
    confirmed(imports, *((n, str(n), {"title": "A"}, "") for n in range(2, 122)))

    def cut():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.work("b1", replica, cut)
    half = state(imports)
    imports.work("b1", replica)

    assert ((RUNNING, 100, 0), (DONE, 120, 0)) == (half, state(imports))


def test_all_of_it_is_taken_back_in_the_name_of_who_asked(replica, imports):
    confirmed(imports, (2, "1", {"title": "A"}, ""))
    imports.work("b1", replica)
    imports.take_back("b1", "Hoa")
    imports.work("b1", replica)

    assert ({}, UNDONE) == (living(replica), state(imports)[0])
    assert "Hoa" == replica.store.history([KEY])[-1].change.author


def test_what_was_never_confirmed_is_swept_away_in_time(replica, imports):
    imports.begin(Batch("b2", "activity", "c1", "x.csv", "Lan", 5000), [["a"]])
    imports.sweep(before=2000)

    assert imports.batches.find("b1") is None
    assert [f"b2-{GRID}.jsonl"] == [path.name for path in imports.folder.iterdir()]


def test_a_new_table_sweeps_away_those_that_waited_too_long(imports):
    imports.begin(Batch("b2", "activity", "c1", "x.csv", "Lan", BATCH.made + KEPT + 1), [["a"]])

    assert [None, "b2"] == [its and its.id for its in map(imports.batches.find, ("b1", "b2"))]


def test_what_was_confirmed_is_not_swept_away(replica, imports):
    confirmed(imports, (2, "1", {"title": "A"}, ""))
    imports.sweep(before=2000)

    assert (imports.folder / f"b1-{ROWS}.jsonl").exists()


def test_a_file_that_a_power_cut_left_of_what_is_done_is_swept_away(replica, imports):
    confirmed(imports, (2, "1", {"title": "A"}, ""))
    imports.work("b1", replica)
    imports.write_plan(BATCH, [1])
    imports.sweep(before=0)

    assert [] == list(imports.folder.iterdir())


def test_a_new_table_lets_go_of_what_stood_before_in_records_touched_since(replica, imports):
    replica.write(KEY, {"title": "A"})
    confirmed(imports, (2, "1", {"title": "B"}, str(replica.store.load([KEY])[KEY].at)))
    imports.work("b1", replica)
    replica.write(KEY, {"title": None})
    imports.begin(replace(BATCH, id="b2"), [["a"]])

    assert [] == imports.batches.journal("b1").last(9)


def test_what_nobody_knows_any_more_is_swept_away(imports):
    """The work on it ended after it was discarded."""
    imports.discard("b1")
    imports.write_plan(BATCH, [1])
    imports.sweep(before=0)

    assert [] == list(imports.folder.iterdir())


def test_a_record_is_answered_unless_it_is_answered_already(replica):
    """In these tables it is ``title`` that names another record."""
    done = Done(2, KEY, ZERO, {}, True)
    answer = answering(replica.store, "title", lambda record: ("back", {"title": "1"}))
    first = answer(done, Record(KEY))
    replica.write(first.key, first.values)
    again = answer(done, Record(KEY))
    replica.write(KEY._replace(record_id="back-of-back"), {"title": "back"})

    assert (KEY._replace(record_id="back"), None) == (first.key, again)
    assert first == answer(done, Record(KEY))


def test_records_that_answer_each_other_are_no_endless_question(replica):
    for name, other in (("1", "2"), ("2", "1")):
        replica.write(KEY._replace(record_id=name), {"title": other})
    answer = answering(replica.store, "title", lambda record: ("back", {"title": "1"}))

    assert "back" == answer(Done(2, KEY, ZERO, {}, True), Record(KEY)).key.record_id


def test_beside_an_encrypted_database_a_table_is_sealed(tmp_path):
    pytest.importorskip("sqlcipher3")
    store = SqliteStore(connect(tmp_path / "sealed.db", b"k" * 32), projections())
    imports = Imports(store, tmp_path / "sealed")
    imports.begin(BATCH, [["Tập huấn trồng cam"]])
    (file,) = imports.folder.iterdir()

    assert "trồng cam".encode() not in file.read_bytes()
    assert [["Tập huấn trồng cam"]] == list(imports.grid("b1"))
    store.db.close()

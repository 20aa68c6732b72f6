"""What is made of the log is held against the log, to the letter, and made anew if it is not so."""

import pytest

from sync.changes import PARKED, Key
from sync.clock import marks
from sync.errors import StoreDamaged
from sync.merge import total
from sync.replica import Replica
from sync.review import parked_key
from sync.stores import damage
from sync.stores.health import consistency
from sync.stores.health.consistency import COPY, ENTRY, FINGERPRINT, RECORD, SUM, Finding
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

KEYS = [Key("c1", "activity", f"{number:03}") for number in range(7)]


@pytest.fixture
def replica(tmp_path):
    """A centre with records of two types that it knows, and of one that it does not."""
    store = SqliteStore(connect(tmp_path / "centre.db"), projections())
    replica = Replica(store, "laptop", lambda: 1000, marks("abcdefgh"), "c1")
    for key in KEYS:
        replica.write(key, {"title": f"Lớp {key.record_id}", "women": 12}, "Lan")
    replica.write(KEYS[0], {"women": 13}, "Lan")
    replica.write(Key("c1", "scholarship", "1"), {"amount": 5}, "Lan")
    replica.write(Key("c1", "newer", "1"), {"x": 1.5}, "Lan")
    yield replica
    store.db.close()


def run(replica, sql, *args):
    replica.store.db.conn.execute(sql, args)


def found(replica):
    return [each for step in consistency.look(replica.store, replica) for each in step.findings]


def test_what_was_saved_as_always_is_as_the_log_has_it(replica):
    steps = list(consistency.look(replica.store, replica))

    assert [] == found(replica)
    assert (9, 9) == steps[-1][:2]


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        (RECORD, "update records set cells = replace(cells, 'Lớp', 'Lơp') where record_id = '002'"),
        (RECORD, "delete from records where record_id = '002'"),
        (FINGERPRINT, "update records set fingerprint = 'ff' where record_id = '002'"),
        (COPY, "update activity set title = 'Sai' where _id = '002'"),
        (COPY, "update activity set women = null where _id = '002'"),
        (COPY, "update activity set _deleted = 1 where _id = '002'"),
    ],
)
def test_whatever_went_wrong_is_named_and_rebuilt(replica, kind, sql):
    before = _all(replica)
    run(replica, sql)
    wrong = found(replica)
    consistency.mend(replica, wrong)

    assert Finding(kind, KEYS[2]) in wrong
    assert {KEYS[2]} == {each.key for each in wrong if each.kind != SUM}
    assert [] == found(replica)
    assert before == _all(replica)


def test_a_row_for_reports_that_is_missing_or_of_no_record_is_found(replica):
    run(replica, "delete from activity where _id = '003'")
    run(replica, "insert into activity (_area, _id, _deleted) values ('c1', 'ghost', 0)")
    wrong = found(replica)
    consistency.mend(replica, wrong)

    assert [Finding(COPY, KEYS[3]), Finding(COPY, Key("c1", "activity", "ghost"))] == wrong
    assert [] == found(replica)


def test_a_sum_that_is_not_that_of_its_records_is_found_and_added_up_again(replica):
    run(replica, "update digests set total = '7' where record_type = 'activity'")
    wrong = found(replica)
    consistency.mend(replica, wrong)

    assert [Finding(SUM, Key("c1", "activity", ""))] == wrong
    assert [] == found(replica)
    mine = replica.store.fingerprints(["c1"], "activity").values()
    assert total(mine) == replica.store.digests(["c1"])["activity"]


def test_a_fingerprint_rebuilt_leaves_no_wrong_sum_behind(replica):
    run(replica, "update records set fingerprint = 'ff' where record_id = '002'")
    run(replica, "update digests set total = '7' where record_type = 'activity'")
    consistency.mend(replica, found(replica))

    assert [] == found(replica)


def test_a_record_that_nobody_wrote_is_found_and_goes(replica):
    run(
        replica,
        "insert into records select area, record_type, 'x', fingerprint, cells "
        "from records where record_id = '002'",
    )
    wrong = found(replica)
    consistency.mend(replica, wrong)

    assert Finding(RECORD, Key("c1", "activity", "x")) in wrong
    assert [] == found(replica)


def test_what_was_parked_is_not_taken_for_a_fault_until_its_notice_is_lost(replica):
    at = replica.store.own(replica.name, 0, 1)[0].at
    told = {"reason": "closed", "record": list(KEYS[0])}
    replica.write(parked_key("c1", at), told, "server")
    replica.rebuild([KEYS[0]])
    assert [] == found(replica)

    run(replica, "delete from records where record_type = ?", PARKED)
    consistency.mend(replica, found(replica))
    assert [] == found(replica)
    assert "title" not in replica.store.load([KEYS[0]])[KEYS[0]].values


def test_nobody_waits_while_it_is_looked_at(replica, tmp_path):
    other = SqliteStore(connect(tmp_path / "centre.db"), projections())
    for _ in consistency.look(replica.store, replica):
        with other.transaction():
            other.save_checkpoint(other.checkpoint())
    other.db.close()

    assert [] == found(replica)


def _all(replica):
    conn = replica.store.db.conn
    tables = ("records", "digests", "activity")
    return {name: sorted(conn.execute(f"select * from {name}").fetchall()) for name in tables}


def spoil(replica, key):
    """A letter of the log has changed that nothing else here knows."""
    run(replica, "update log set author = 'Lam' where record_id = ?", key.record_id)


def test_a_row_of_the_log_that_is_not_what_was_written_is_named(replica):
    spoil(replica, KEYS[2])

    assert [Finding(ENTRY, KEYS[2])] == found(replica)


def test_repair_takes_no_damaged_row_for_the_truth(replica):
    before = _all(replica)
    run(replica, "update log set fields = replace(fields, 'Lớp', 'Lơp') where record_id = '002'")
    spoil(replica, KEYS[2])
    consistency.mend(replica, found(replica))

    assert before == _all(replica)
    assert [Finding(ENTRY, KEYS[2])] == found(replica)


def test_a_damaged_row_that_the_record_proves_is_written_again(replica):
    run(replica, "update log set fields = replace(fields, 'Lớp', 'Lơp') where record_id = '002'")
    findings = found(replica)
    consistency.mend(replica, findings)

    assert [Finding(ENTRY, KEYS[2])] == findings
    assert [] == found(replica)


def without_digests(replica):
    run(replica, "update log set content_digest = null, place_digest = null")


def test_rows_of_an_older_database_get_digests_where_they_make_what_stands(replica):
    without_digests(replica)
    run(replica, "update log set fields = replace(fields, 'Lớp', 'Lơp') where record_id = '002'")

    assert 8 == consistency.give_digests(replica)
    sql = "select distinct record_id from log where content_digest is null"
    assert [("002",)] == replica.store.db.execute(sql).fetchall()
    assert {Finding(RECORD, KEYS[2]), Finding(COPY, KEYS[2])} == set(found(replica))


def test_a_record_that_proves_itself_is_better_than_a_row_without_digest(replica):
    without_digests(replica)
    before = _all(replica)
    run(replica, "update log set fields = replace(fields, 'Lớp', 'Lơp') where record_id = '002'")
    consistency.mend(replica, found(replica))

    assert before == _all(replica)


def test_a_copy_says_how_many_rows_were_damaged_before(replica, tmp_path):
    assert 0 == replica.store.backup(tmp_path / "copy.db")
    spoil(replica, KEYS[2])

    assert 1 == replica.store.backup(tmp_path / "copy.db")


def test_a_copy_that_does_not_read_back_is_none(replica, tmp_path, monkeypatch):
    counts = iter([1, 0])
    monkeypatch.setattr(damage, "count", lambda conn: next(counts))

    with pytest.raises(StoreDamaged):
        replica.store.backup(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()

"""Tables are made once, and widened when a record type has grown; opening costs a read."""

from threading import Thread

from sync.changes import DELETED, Key
from sync.stores import tables
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.entries import KEY, record
from tests.contracts.projections import projections


def test_an_upgrade_copies_what_waited_into_the_new_columns(another):
    old = another(activity={"title": str})
    old.save([record(title="a", women=3), record(Key("79-01", "scholarship", "1"), amount=5)])
    db = another().db

    assert [("a", 3)] == [(row["title"], row["women"]) for row in db["activity"].rows]
    assert [5] == [row["amount"] for row in db["scholarship"].rows]


def test_an_older_program_goes_on_beside_a_newer_one(another):
    old, new = another(activity={"title": str}), another()
    old.save([record(title="a", women=3)])
    assert ["a"] == [row["title"] for row in new.db["activity"].rows]

    again = another(activity={"title": str})
    again.save([record(title="b")])
    assert {"title", "women"} <= new.db["activity"].columns_dict.keys()


def test_opening_again_changes_nothing_and_takes_no_lock(store, another):
    with store.transaction():
        before = store.db.conn.total_changes

        other = another()
    assert (before, 0) == (store.db.conn.total_changes, other.db.conn.total_changes)


def test_many_programs_that_open_a_new_file_at_once_all_can(path, another):
    opened = []
    threads = [Thread(target=lambda: opened.append(another().end())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [0, 0, 0, 0] == opened


def test_a_copy_says_whether_the_record_is_deleted_and_goes_with_it(store):
    store.save([record(title="a", **{DELETED: True})])
    assert [("79-01", "1", 1)] == store.db.execute(
        "select _area, _id, _deleted from activity"
    ).fetchall()

    store.save([record(title="a").__class__(KEY)])
    assert [] == list(store.db["activity"].rows)


def test_copies_can_be_rebuilt_when_their_recipe_has_changed(another):
    another().save([record(title="Lớp")])
    store = another()
    recipe = projections()["activity"]._replace(row=lambda v: {"title": v["title"].upper()})
    store.projections = {"activity": recipe}
    store.refill()

    assert ["LỚP"] == [row["title"] for row in store.db["activity"].rows]


def sorted_backwards(version="1"):
    backwards = {"title": lambda title: title[::-1].encode() if title else None}
    index = {"by_title": ("_deleted", "_year", "_key_title", "_area", "_id", "day")}
    made = projections(activity={"title": str, "day": str})["activity"]
    return {"activity": made._replace(keys=backwards, indexes=index, day="day", recipe=version)}


def kept(store):
    return [row["_key_title"] for row in store.db["activity"].rows]


def reopened(path, kinds):
    return SqliteStore(connect(path), kinds)


def test_a_key_is_written_with_its_row_and_goes_with_it(path):
    store = reopened(path, sorted_backwards())
    store.save([record(title="ab", day="2012-07-24")])
    assert [b"ba"] == kept(store)

    store.save([record(title="cd")])
    assert [b"dc"] == kept(store)


def test_a_database_from_before_there_were_keys_gets_them_and_their_index(path, another):
    old = another(activity={"title": str, "day": str})
    old.save([record(title="ab"), record(Key("79-01", "activity", "2"))])
    old.db.execute("delete from layout where digest like '% %'")  # it knew one line alone
    store = reopened(path, sorted_backwards())

    assert [b"ba"] == kept(store)
    assert ["activity_by_title"] == [i.name for i in store.db["activity"].indexes if "by" in i.name]


def test_what_an_older_program_wrote_meanwhile_gets_its_keys(path, another):
    reopened(path, sorted_backwards()).save([record(title="ab")])
    another(activity={"title": str, "day": str}).save([record(title="cd")])

    assert [b"dc"] == kept(reopened(path, sorted_backwards()))


def test_keys_are_rebuilt_when_their_recipe_has_changed(path):
    reopened(path, sorted_backwards()).save([record(title="ab")])
    again = reopened(path, sorted_backwards())
    again.db.execute("update activity set _key_title = x'00'")

    assert [b"\0"] == kept(reopened(path, sorted_backwards()))
    assert [b"ba"] == kept(reopened(path, sorted_backwards("2")))


def test_only_the_table_that_is_made_otherwise_is_filled_again(path):
    both = {**projections(), **sorted_backwards()}
    store = reopened(path, both)
    store.save([record(title="ab"), record(Key("79-01", "scholarship", "1"), amount=5)])
    store.db.execute("update scholarship set amount = 6")
    store = reopened(path, {**both, **sorted_backwards("2")})

    assert [6] == [row["amount"] for row in store.db["scholarship"].rows]


def test_the_digest_of_tables_hangs_on_their_columns():
    same, other = projections(a={"x": int, "y": str}), projections(a={"x": int, "y": int})

    assert tables.digest(same) == tables.digest(projections(a={"y": str, "x": int}))
    assert tables.digest(same) != tables.digest(other)

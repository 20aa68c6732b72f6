"""Each statement of the builder is run by a real PostgreSQL too, and answers as in SQLite."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting import attention, devices, evaluations, feed, import_counts, periods, snapshot
from reporting.query import csv_lines, listing
from reporting.query.listing import Window
from reporting.query.moments import moments
from reporting.query.selection import ALL_RECORDS, Selection
from reporting.query.statements import seams
from reporting.query.totals import (
    adds_up,
    by_area,
    by_area_and,
    by_choice,
    by_period,
    months,
    reporting,
)
from reporting.report import cuts, open_areas
from schemas import measures
from schemas.record import fields, get, record_types
from schemas.references import links as links_of_types
from schemas.tables.columns import projection
from sync.changes import PARKED
from sync.stores import dialect
from sync.stores.dialect import POSTGRES, SQLITE
from sync.stores.references import Link, dangling, referring
from tests.postgres import Database, missing

from .both import EVERY, TODAY, fill

PERIODS = [periods.parse(key) for key in ("2012", "2012-H1", "2011-2012", "2012-03")]
each_type = pytest.mark.parametrize("kind", record_types())


@pytest.fixture(scope="module")
def both(tmp_path_factory, postgres_server):
    store = fill(tmp_path_factory.mktemp("both") / "store.db")
    postgres = Database(postgres_server)
    postgres.copy(store.db)
    yield store.db, postgres
    postgres.close()


def assert_alike(both, ask):
    """What is asked has the same answer in both."""
    of_sqlite, of_postgres = map(ask, both)

    assert of_sqlite == of_postgres


def asked(kind, **narrowed):
    return Selection(kind, **{"areas": EVERY, "today": TODAY, **narrowed})


def narrowed(kind):
    """One selection for each spelling of a condition."""
    schema = get(kind)
    yield asked(kind)
    yield from (asked(kind, period=period) for period in PERIODS)
    yield from (asked(kind, planned=planned) for planned in (True, False))
    yield asked(kind, areas=None)
    yield asked(kind, areas=frozenset())
    yield asked(kind, deleted=True)
    yield asked(kind, text="det 100%")
    yield asked(kind, equal={"_id": "r3"})
    for name in measures.groups(schema):
        yield from (asked(kind, equal={name: value}) for value in ("", "2012"))
    for name in projection(schema).columns:
        yield asked(kind, between={name: (None, None)}, equal={name: None})
    if schema.day_field:
        yield asked(kind, between={schema.day_field: ("2011-12-31", "2012-07-24")})
    for figure in (ALL_RECORDS, *measures.sums(schema)):
        yield asked(kind, figure=figure, period=PERIODS[0])
    yield asked(kind, figure=ALL_RECORDS)


@each_type
def test_lists_and_their_counts_are_alike(both, kind):
    def lists(db):
        return [(s, listing.count(db, s), listing.page(db, s, 1)) for s in narrowed(kind)]

    assert_alike(both, lists)


@each_type
def test_a_list_is_in_the_same_order_by_any_column(both, kind):
    selections = [asked(kind), asked(kind, period=PERIODS[0]), asked(kind, period=PERIODS[2])]

    def lists(db):
        window = Window(9, 2)
        return [
            [row["_id"] for row in listing.find(db, s, [], [f"{down}{name}"], window)]
            for s in selections
            for name in projection(get(kind)).columns
            for down in ("", "-")
        ]

    assert_alike(both, lists)


@each_type
def test_totals_of_each_cut_are_alike(both, kind):
    some = [asked(kind), asked(kind, period=PERIODS[0], text="e"), asked(kind, period=PERIODS[2])]
    year, known = asked(kind, period=PERIODS[0]), measures.groups(get(kind))

    def totals(db):
        by_choices = ([name, by_choice(db, year, name)] for name in known)
        by_both = [by_area_and(db, year, name) for name in known if adds_up(year, name)]
        by_quarters = [by_period(db, year, "quarter")] if "quarter" in cuts(year) else []
        return [
            *(by_area(db, s) for s in some),
            *by_choices,
            *by_both,
            *by_quarters,
            *(reporting(db, s) for s in some),
            *(open_areas(db, s) for s in some),
        ]

    assert_alike(both, totals)


@each_type
def test_files_are_alike_to_the_byte(both, kind):
    schema, columns = get(kind), projection(get(kind)).columns
    names = [*(name for name in fields(schema) if name in columns), *schema.derived]
    written = csv_lines.Columns(names, csv_lines.placing(schema, names), lambda *home: str(home))

    def files(db):
        yearly = asked(kind, period=PERIODS[0])
        lines = [list(csv_lines.lines(db, s, "", written, "vi")) for s in (asked(kind), yearly)]
        return [
            *lines,
            list(listing.cells(db, yearly, "", names)),
            list(listing.records(db, yearly)),
        ]

    assert_alike(both, files)


@each_type
def test_what_can_be_asked_for_is_alike(both, kind):
    def offers(db):
        every = asked(kind)
        twins = [
            listing.twins(db, every, row, "") for row in listing.find(db, every, window=Window(3))
        ]
        return [
            moments(db, kind, EVERY, TODAY),
            months(db, kind, EVERY),
            seams(db, asked(kind, period=PERIODS[0])),
            [listing.holds(db, every, area, "r3") for area in sorted(EVERY)],
            [listing.distinct(db, every, name) for name in projection(get(kind)).columns],
            sorted(record.key for record in attention.records(db, kind, EVERY)),
            twins,
        ]

    assert_alike(both, offers)


def test_what_else_is_asked_of_the_tables_is_alike(both):
    def rest(db):
        return [
            attention.disputed(db, EVERY),
            attention.waiting(db, EVERY),
            list(attention.records(db, PARKED, None)),
            evaluations.years(db, EVERY),
            devices.rows(db, EVERY),
            devices.quiet(db, EVERY, 10**13),
            import_counts.since(db, 3, {"a.1", "b.1"}, "a1"),
            feed.changed(db, (2, 500), "activity", EVERY, 9),
        ]

    assert_alike(both, rest)


@pytest.mark.parametrize("areas", [(), ("a1", "a2")], ids=["its own area", "of no centre"])
def test_records_that_name_another_are_alike(both, areas):
    links = [Link(one.record_type, one.field, one.to, one.by, areas) for one in links_of_types()]

    assert links
    assert_alike(both, lambda db: [dangling(db, link, EVERY, 9) for link in links])
    assert_alike(both, lambda db: [referring(db, link, "a1", "r1") for link in links])


def test_a_snapshot_sees_one_moment_in_both(both):
    def within(db):
        with snapshot.snapshot(db):
            return listing.count(db, asked("activity"))

    assert_alike(both, within)


selections = st.builds(
    lambda kind, texts, **how: asked(kind, text=" ".join(texts), **how),
    st.sampled_from(sorted(record_types())),
    texts=st.lists(st.sampled_from(["det", "dệt", "100%", "'", "o n"]), max_size=2),
    areas=st.none() | st.sets(st.sampled_from(sorted(EVERY))).map(frozenset),
    period=st.none() | st.sampled_from(PERIODS),
    deleted=st.booleans(),
    planned=st.none() | st.booleans(),
    today=st.none() | st.just(TODAY),
)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), selection=selections)
def test_any_selection_has_the_same_list_and_the_same_totals(both, data, selection):
    groups, sums = measures.groups(selection.schema), measures.sums(selection.schema)
    figure = data.draw(st.sampled_from(["", ALL_RECORDS, *sums]))
    name = data.draw(st.sampled_from(["", *groups]))
    value = data.draw(st.sampled_from(["", "2012", "of a newer version"]))
    narrow = replace(selection, figure=figure, equal={name: value} if name else {})

    assert_alike(both, lambda db: list(listing.stream(db, narrow)))
    assert_alike(both, lambda db: listing.count(db, narrow))
    if narrow.areas is not None:
        assert_alike(both, lambda db: by_area(db, narrow))


def test_a_row_is_put_or_written_over_by_the_same_words(both):
    def put(db):
        db.conn.execute('create table "put" ("a" integer primary key, "b" text)')
        sql = dialect.of(db).placed(dialect.of(db).upsert("put", ["a", "b"], ["a"]))
        for row in ([1, "x"], [2, "y"], [1, "z"]):
            db.conn.execute(sql, row)
        return sorted(db.conn.execute('select * from "put"').fetchall())

    assert [(1, "z"), (2, "y")] == put(both[0])
    assert_alike(both, lambda db: (db.conn.execute('drop table if exists "put"'), put(db))[1])


def test_equal_or_both_empty_is_told_by_the_same_words(both):
    pairs = [("1", "1"), ("1", "2"), ("null", "1"), ("null", "null")]

    def same(db):
        cases = (f"case when {dialect.of(db).same(*pair)} then 1 else 0 end" for pair in pairs)
        return db.conn.execute(f"select {', '.join(cases)}").fetchone()

    assert (1, 0, 0, 1) == same(both[0])
    assert_alike(both, same)


def test_a_percent_sign_stays_itself_in_both():
    sql = "select format('%s', ?) like '%x'"

    assert sql == SQLITE.placed(sql)
    assert "select format('%%s', %s) like '%%x'" == POSTGRES.placed(sql)


def test_the_records_of_this_test_hold_what_makes_databases_differ(both):
    """Empty values, texts that are quoted, what is unreadable: else nothing is proved."""
    rows = [row for kind in record_types() for row in listing.find(both[0], asked(kind))]
    cells = set(chain.from_iterable(row.values() for row in rows))

    assert {None, "", "hai\ndòng", '="x"', 2.25, 0} <= cells
    assert any(row["_unreadable"] for row in rows)


def test_text_sorts_by_its_bytes_whatever_the_language_of_the_database(both):
    (collation,) = both[1].conn.execute('select collation for ("title") from "activity"').fetchone()

    assert '"C"' == collation


def test_without_a_postgresql_tests_are_skipped_but_fail_in_ci(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception):
        missing()
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception):
        missing()

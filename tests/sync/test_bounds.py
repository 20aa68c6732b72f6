"""Beyond its bounds a change is parked as it came, and nobody else is in its way."""

from contextlib import nullcontext
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import bounds, siblings, wire
from sync.bounds import COUNTER, FIELDS, LAST, MILLIS, NAME, OUT_OF_BOUNDS, VALUE
from sync.changes import CONFLICT, DELETED, PARKED, Change, Key, device_of
from sync.clock import MARK, Timestamp, tick
from sync.decisions import is_cut, whole
from sync.errors import MessageUnreadable, NotEnrolled
from sync.exchange import ask
from sync.merge import Cell, Record
from sync.messages import Request, Shared

from .test_exchange import KEY, Star, may, opened, values

HIGHEST = Timestamp(MILLIS - 1, COUNTER - 1, "x")


@pytest.fixture
def star():
    """``a`` is the machine that lies; ``b`` is honest, in the same home; so is the province."""
    return Star("a", "b", "province")


def lie(star, *changes):
    """Let the server have changes of ``a`` that no program of ours would make."""
    a = star.replicas[0]
    head = star.hub.store.head(a.name)
    told = Request(a.name, head.number, head.at, changes)
    assert told == wire.decode(Request, wire.encode(told))
    return star.answer(told)


def said(at=HIGHEST, key=KEY, **fields):
    return Change(key, fields or {"title": "lie"}, at, {}, "Lan")


def parked(star):
    return [record.values["reason"] for record in star.records(PARKED)]


@pytest.mark.parametrize("who", ["centre", "province", "both, offline"])
def test_after_the_highest_timestamp_that_is_let_in_the_next_honest_edit_works(star, who):
    _, b, province = star.replicas
    lie(star, said())
    star.sync(b, province)
    editors = {"centre": [b], "province": [province]}.get(who, [b, province])
    for each in editors:
        for number in range(3):
            each.write(KEY, {"title": f"{each.device} {number}"})
    star.sync(b, province, b)

    assert [] == parked(star)
    assert values(star.hub)["title"] == values(b)["title"] == values(province)["title"]
    assert values(b)["title"] in {f"{each.device} 2" for each in editors}


def test_the_provinces_own_edit_on_top_of_it_reaches_every_laptop(star):
    _, b, _ = star.replicas
    lie(star, said())
    star.hub.write(KEY, {"title": "by the hub"})
    star.sync(b)

    assert "by the hub" == values(b)["title"]


@pytest.mark.parametrize(
    "at",
    [
        Timestamp(MILLIS, 0, "x"),
        Timestamp(1000, COUNTER, "x"),
        Timestamp(1000, LAST, "x"),
        Timestamp(2**53 - 1, 2**53 - 1, "x"),
    ],
    ids=str,
)
def test_a_timestamp_out_of_range_is_parked_as_it_came_and_in_nobodys_record(star, at):
    _, b, _ = star.replicas
    b.write(KEY, {"title": "honest"})
    star.sync(b)
    lie(star, said(at))
    star.sync(b)
    b.write(KEY, {"title": "honest again"})
    star.sync(b)

    assert [OUT_OF_BOUNDS] == parked(star)
    assert at == star.hub.store.find({at})[at].change.at
    assert "honest again" == values(b)["title"] == values(star.hub)["title"]
    assert opened(b).at.millis == 1000


def test_a_counter_climbs_by_steps_alone(star):
    far = [said(replace_counter(COUNTER - 1 + bounds.STEP * n)) for n in (0, 1, 2)]
    lie(star, *far, said(replace_counter(COUNTER + bounds.STEP * 3)))

    assert [OUT_OF_BOUNDS] == parked(star)


def replace_counter(counter):
    return HIGHEST._replace(counter=counter, mark=f"{counter}")


@pytest.mark.parametrize("year", [1999, 2050, 2280])
def test_time_itself_never_parks(star, year):
    a, b, _ = star.replicas
    a.now = (year - 1970) * 365 * 24 * 3600 * 1000
    a.write(KEY, {"title": "by a wrong clock"})
    star.sync(a, b)
    b.write(KEY, {"title": "by a right one"})
    star.sync(b, a)

    assert [] == parked(star)
    assert "by a right one" == values(a)["title"] == values(star.hub)["title"]


@given(st.integers(-(2**60), 2**60), st.integers(0, MILLIS - 1), st.integers(0, COUNTER))
def test_no_clock_makes_a_timestamp_that_is_out_of_range(wall, millis, counter):
    last = Timestamp(millis, counter, "x")
    made = tick(last, wall, "y")

    assert last < made
    assert not bounds.fault(Record(KEY, {"title": Cell(1, last)}), said(made))


def deep(levels):
    value = 1
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"title": "x" * (VALUE + 1)}, KEY),
        ({"title": ["x" * 1000] * 300}, KEY),
        ({f"note {n}": "x" * (VALUE // 2) for n in range(5)}, KEY),
        ({f"f{n}": n for n in range(FIELDS + 1)}, KEY),
        ({"title": deep(bounds.DEPTH + 1)}, KEY),
        ({"x" * (NAME + 1): 1}, KEY),
        ({"title": 1}, KEY._replace(record_id="x" * (NAME + 1))),
        ({"title": 1}, KEY._replace(record_type="x" * (NAME + 1))),
        ({f"{n}".rjust(NAME, "n"): None for n in range(FIELDS)}, KEY),
    ],
    ids=range(9),
)
def test_what_is_too_large_is_parked_whole_and_its_notice_stays_small(star, fields, key):
    _, b, _ = star.replicas
    at = Timestamp(1000, 0, "x")
    lie(star, replace(said(at, key), fields=fields))
    star.sync(b)
    (notice,) = star.records(PARKED)
    whole_notice = whole(star.hub.store, notice)

    assert OUT_OF_BOUNDS == notice.values["reason"]
    assert len(repr(notice)) < 12_000
    assert fields == star.hub.store.find({at})[at].change.fields == whole_notice.values["fields"]
    assert notice.values == opened(b, notice.key).values


def test_a_record_does_not_grow_beyond_its_bound_however_small_the_parts(star):
    at = (Timestamp(1000, number, "x") for number in range(10_000))
    large = [said(next(at), f=None) for _ in range(12)]
    lie(star, *(replace(c, fields={f"n{n}": "x" * 100_000}) for n, c in enumerate(large)))
    small = [said(next(at), f=None) for _ in range(30)]
    lie(star, *(replace(c, fields={f"{n} {i}": 1 for i in range(99)}) for n, c in enumerate(small)))
    cells = opened(star.hub).cells

    assert len(cells) <= FIELDS
    assert sum(bounds.letters(cell.value) for cell in cells.values()) <= bounds.RECORD
    assert {OUT_OF_BOUNDS} == set(parked(star))


def test_the_names_of_a_records_fields_have_a_bound_however_few_come_at_once(star):
    times = [Timestamp(1000, number, f"{number}".rjust(NAME, "m")) for number in range(20)]
    changes = [replace(said(at), fields=_long_names(40, at.counter)) for at in times]
    lie(star, *changes)
    cells = opened(star.hub).cells

    assert 200 < len(cells)
    assert sum(len(name) + len(cell.at.mark) for name, cell in cells.items()) <= bounds.NAMES
    assert {OUT_OF_BOUNDS} == set(parked(star))


def test_who_opened_the_record_with_the_longest_names_may_change_and_delete_it(star):
    _, b, _ = star.replicas
    full, rest = divmod(bounds.NAMES, NAME + bounds.OURS)
    exactly = {**_long_names(full), "r" * (rest - bounds.OURS): None}
    other = KEY._replace(record_id="2")
    lie(star, replace(said(Timestamp(1000, 0, "x")), fields=exactly))
    lie(star, replace(said(Timestamp(1000, 0, "y"), other), fields=_long_names(full + 20)))
    star.sync(b)
    for key in (KEY, other):
        record = opened(b, key)
        b.write(key, dict.fromkeys(record.values, 1), "Lan", record)
        record = opened(b, key)
        b.write(key, {**record.values, DELETED: True}, "Lan", record)
    star.sync(b)

    assert opened(star.hub).deleted
    assert opened(star.hub).values == dict.fromkeys(exactly, 1)
    assert {"a"} == {device_of(notice.values["replica"]) for notice in star.records(PARKED)}


def test_what_a_change_has_seen_has_a_bound(star):
    at = Timestamp(1, 0, "m" * NAME)
    seen = dict.fromkeys(_long_names(2 * bounds.NAMES // (2 * NAME) + 1), at)
    lie(star, replace(said(), seen=seen))

    assert [OUT_OF_BOUNDS] == parked(star)


def test_a_mark_that_is_too_long_is_unreadable():
    """Notices are named after it: they would not stay small."""
    for length, is_read in ((MARK, True), (MARK + 1, False)):
        long = Timestamp(1, 0, "m" * length)
        for lie in (said(long), replace(said(), seen={"title": long})):
            data = wire.encode(Request("a.1", changes=(lie,)))
            with nullcontext() if is_read else pytest.raises(MessageUnreadable):
                wire.decode(Request, data)


def _long_names(count, first=0):
    return {f"{first}.{number}".rjust(NAME, "n"): None for number in range(count)}


def test_what_only_looks_like_a_beginning_is_shortened_too(star):
    forged = {"beginning": "", "letters": 1, "digest": "d" * 100_000}
    lie(star, *(said(Timestamp(1000, n, f"{n}"), title={**forged, "letters": n}) for n in (1, 2)))
    lie(star, said(Timestamp(1000, 3, "3"), KEY._replace(area="elsewhere"), title=forged))
    (conflict,) = star.records(CONFLICT)
    (notice,) = star.records(PARKED)

    assert len(repr(conflict)) < 12_000
    assert len(repr(notice)) < 12_000


def test_a_conflict_of_long_values_names_the_writes_and_holds_some_kilobytes(star):
    a, b, province = star.replicas
    texts = {who.device: who.device[0] * 60_000 for who in (b, province)}
    for who in (b, province, a):
        who.write(KEY, {"title": texts.get(who.device, "short")})
    star.sync(b, province, a, b, province, a)
    (conflict,) = star.records(CONFLICT)
    found = whole(a.store, conflict).values["writes"]

    assert len(repr(conflict)) < 6000
    assert {*texts.values(), "short"} == set(found.values())


def test_a_conflict_of_very_many_writes_lists_the_newest(star):
    lie(star, *(said(Timestamp(1000, n, "x"), title=f"{n}" * 400) for n in range(300)))
    (conflict,) = star.records(CONFLICT)
    star.sync(star.replicas[1])
    writes = sorted(conflict.values["writes"])

    assert 40 == len(writes)
    assert str(Timestamp(1000, 299, "x")) == writes[-1]
    assert len(repr(conflict)) < 25_000
    assert len(star.hub.store.own(star.hub.name, 0, 1000)[-1].fields["writes"]) == 40


def test_a_deletion_that_meets_a_large_edit_says_its_beginning(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": 1})
    star.sync(a, b)
    b.write(KEY, {"title": "x" * 90_000, "women": 3})
    a.write(KEY, {DELETED: True})
    star.sync(b, a, b)
    (conflict,) = star.records(CONFLICT)
    whole_values = [v for v in whole(b.store, conflict).values["writes"].values() if v is not True]

    assert len(repr(conflict)) < 4000
    assert [{"title": "x" * 90_000, "women": 3}] == whole_values


def test_a_sibling_leaves_out_what_is_out_of_bounds(star):
    a, b, _ = star.replicas
    star.sync(a, b)
    bad = [said(Timestamp(1000, COUNTER, "x")), said(Timestamp(1, 0, "y"), title="x" * 300_000)]
    good = said(Timestamp(1, 1, "z"), women=3)
    page = Shared(a.name, ("c1", "c2"), waiting=(*bad, good), last=True)
    taken = siblings.take(b, [page], {"c1", "c2"}, may)
    b.write(KEY, {"title": "honest"})
    star.sync(b)

    assert (1, 2) == taken
    assert {"title": "honest", "women": 3} == values(b) == values(star.hub)
    assert [] == parked(star)


def test_a_sibling_carries_what_goes_on_from_the_highest_timestamp(star):
    _, b, province = star.replicas
    lie(star, said())
    star.sync(b, province)
    b.write(KEY, {"title": "offline"})
    siblings.take(province, list(siblings.share(b, {"c1", "c2"})), {"c1", "c2"}, may)

    assert "offline" == values(province)["title"]


def test_what_a_machine_holds_reaches_its_sibling_however_large(star):
    a, b, _ = star.replicas
    for number in range(150):
        a.write(Key("c1", "activity", f"{number}"), {"title": "x" * 200_000})
    pages = [wire.encode(page) for page in siblings.share(a, {"c1", "c2"})]
    siblings.take(b, (wire.decode(Shared, page) for page in pages), {"c1", "c2"}, may)

    assert 150 == len(b.store.fingerprints({"c1"}, "activity"))


def test_a_replica_with_an_endless_name_is_nobodys(star):
    with pytest.raises(NotEnrolled):
        star.answer(replace(ask(star.replicas[0]), replica="a." + "x" * NAME))


def test_only_a_notice_with_long_values_is_cut(star):
    lie(
        star,
        said(Timestamp(1000, 0, "x"), score=9),
        said(Timestamp(1000, 1, "x"), score="9" * 5000),
    )
    found = {is_cut(record) for record in star.records(PARKED)}

    assert {True, False} == found

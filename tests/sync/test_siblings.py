"""Two laptops of one centre that meet without the server; the simulation tells the long ones."""

from copy import deepcopy
from dataclasses import replace

import pytest

from sync import wire
from sync.changes import ASIDE, CONFLICT, DEVICE, PARKED, Change, Key
from sync.clock import Timestamp
from sync.errors import MessageUnreadable, StoreBusy
from sync.exchange import Outcome, accept, ask
from sync.messages import Shared
from sync.siblings import PAGE, share, take

from .test_exchange import KEY, Star, may, values

AREAS = ("c1", "c2")
OTHER = Key("c1", "activity", "2")


@pytest.fixture
def star():
    return Star("a", "b", "province")


def hand(giver, taker, areas=AREAS, scope=AREAS):
    """What a stick does, over the bytes that lie on it."""
    pages = [wire.decode(Shared, wire.encode(page)) for page in share(giver, areas)]
    return take(taker, pages, scope, may).new


def log(who):
    return {entry.change.at: entry.reason for entry in who.store.log}


def test_both_see_the_others_work_at_once_and_are_equal(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "a"})
    b.write(OTHER, {"title": "b"})
    hand(a, b)
    hand(b, a)

    assert {"title": "a"} == values(b)
    assert a.store.records == b.store.records


@pytest.mark.parametrize("order", ["ab", "ba", "aba"])
def test_the_server_counts_it_once_whoever_comes_first(star, order):
    a, b, _ = star.replicas
    star.sync(a, b)
    change = a.write(KEY, {"title": "a"})
    hand(a, b)
    hand(b, a)
    star.sync(*({"a": a, "b": b}[name] for name in order))

    assert [change.at] == [e.change.at for e in star.hub.store.log if not e.reason]
    assert a.store.records == b.store.records == star.hub.store.records


def test_a_stick_that_comes_twice_or_late_is_no_news(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "a"})
    old = list(share(a, AREAS))
    a.write(KEY, {"title": "newer"})

    assert 2 == hand(a, b)
    assert (0, 0) == (take(b, old, AREAS, may).new, hand(a, b))
    assert {"title": "newer"} == values(b)


def test_what_the_server_gave_the_one_the_other_need_not_fetch(star):
    a, b, province = star.replicas
    star.sync(b)
    province.write(KEY, {"title": "p"})
    a.write(OTHER, {"title": "a"})
    star.sync(province, a)
    hand(a, b)
    request = ask(b)

    assert ({"title": "p"}, ()) == (values(b), request.changes)
    assert () == star.answer(request).changes
    star.sync(b)


def test_an_older_answer_takes_nothing_of_it_away(star):
    a, b, province = star.replicas
    star.sync(b)
    late = star.answer(ask(b))
    province.write(KEY, {"title": "p"})
    star.sync(province, a)
    hand(a, b)

    assert Outcome.MORE is accept(b, late)
    assert {"title": "p"} == values(b)


def test_an_edit_of_a_siblings_work_does_not_arrive_before_it(star):
    """Else what the sibling had overwritten would seem to be overwritten unseen."""
    a, b, province = star.replicas
    province.write(KEY, {"title": "p"})
    star.sync(province, a, b)
    a.write(KEY, {"title": "a"})
    hand(a, b)
    b.write(KEY, {"title": "b"})
    star.sync(b, a)

    assert [] == star.records(CONFLICT)
    assert {"title": "b"} == values(a)


def test_two_who_wrote_otherwise_without_seeing_each_other_are_asked(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "a"})
    b.write(KEY, {"title": "b"})
    hand(a, b)
    hand(b, a)
    star.sync(b, a, b)

    assert 1 == len(star.records(CONFLICT))
    assert a.store.records == b.store.records


def test_the_work_of_a_lost_sibling_still_arrives(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "a"})
    hand(a, b)
    star.sync(b)

    assert {"title": "a"} == values(star.hub)


def test_what_the_province_parked_is_not_handed_on(star):
    a, b, _ = star.replicas
    star.sync(b)
    a.write(KEY, {"score": 1})
    star.sync(a)
    hand(a, b)

    assert {} == values(b)
    star.sync(b)


@pytest.mark.parametrize("receipts", [0, 1])
@pytest.mark.parametrize("is_broken", [False, True])
def test_what_no_receipt_covers_is_not_known_to_be_merged(star, receipts, is_broken):
    """It may be parked, and the notice still on its way; nor does an older receipt count."""
    a, b, province = star.replicas
    star.sync(b)
    for number in range(receipts):
        a.write(Key("c1", "activity", f"a{number}"), {"title": "a"})
        star.sync(a)
    if is_broken:
        a.become_new_replica()
    for number in range(3):
        province.write(Key("c1", "activity", f"p{number}"), {"title": "p"})
    province.write(KEY, {"locked": True})
    star.sync(province)
    change = a.write(KEY, {"title": "too late"})
    star.hub.page_size = 1
    accept(a, star.answer(ask(a)))
    hand(a, b)

    carried = 1 + receipts * is_broken
    assert change.number == a.store.checkpoint().sent
    assert (change.at, None) == (b.at(carried), b.at(carried + 1))
    star.sync(b)
    assert {"locked": True} == values(b)


def test_what_a_broken_history_left_to_the_feed_is_not_known_to_be_merged(star):
    """Seed 101241: it had been parked, and the notice lay beyond the cursor."""
    a, b, province = star.replicas
    star.sync(a, b)
    for number in range(3):
        province.write(Key("c1", "activity", f"p{number}"), {"title": "p"})
    star.sync(province)
    change = a.write(KEY, {"score": 1})
    star.hub.page_size = 1
    accept(a, star.answer(ask(a)))
    a.become_new_replica()
    hand(a, b)

    assert a.store.checkpoint().feed == a.store.find({change.at})[change.at].feed
    star.sync(b, a)
    assert ({}, {}) == (values(a), values(b))


def test_what_a_former_feed_brought_and_our_cursor_passes_over_is_ours_to_send(star):
    """Seed 201021: it stood on the screen, and would have been set aside at the feed's end."""
    a, b, province = star.replicas
    province.write(OTHER, {"title": "p"})
    star.sync(province)
    change = b.write(KEY, {"title": "b"})
    star.sync(b, a)
    star.restore_server(star.hub.store)
    for number in range(3):
        star.hub.write(Key("c1", "activity", f"p{number}"), {"title": "p"})
    b.become_new_replica()
    star.hub.page_size = 1
    for who in (a, b, b, b):
        accept(who, star.answer(ask(who)))
    hand(b, a)

    assert a.store.checkpoint().cursor == b.store.checkpoint().cursor
    star.sync(a)
    assert ("", {"title": "b"}) == (a.store.find({change.at})[change.at].reason, values(a))


def test_a_receipt_of_a_former_server_says_nothing_of_what_this_one_parked(star):
    a, b, province = star.replicas
    for number in range(3):
        province.write(Key("c1", "activity", f"p{number}"), {"title": "p"})
    star.sync(province, b)
    before = deepcopy(star.hub.store)
    a.write(KEY, {"title": "a"})
    star.sync(a)
    star.restore_server(before)
    star.devices["a"] = replace(star.devices["a"], active=False)
    star.hub.page_size = 1
    for who in (b, a, a):
        accept(who, star.answer(ask(who)))
    hand(a, b)

    assert 1 == a.store.checkpoint().sent
    star.sync(b, a)
    assert ({}, {}) == (values(a), values(b))


def test_what_only_a_former_feed_vouches_for_is_not_handed_on(star):
    a, b, province = star.replicas
    before = deepcopy(star.hub.store)
    province.write(KEY, {"title": "p"})
    star.sync(province, a)
    star.restore_server(before)
    star.sync(b)
    for number in range(3):
        star.hub.write(Key("c1", "activity", f"p{number}"), {"title": "p"})
    star.hub.page_size = 1
    accept(a, star.answer(ask(a)))
    hand(a, b)

    assert ({"title": "p"}, {}) == (values(a), values(b))
    star.sync(b)


def test_a_sibling_that_knows_less_of_the_server_takes_nothing_back(star):
    a, b, province = star.replicas
    star.sync(a)
    province.write(KEY, {"title": "p"})
    star.sync(province, b)
    there = b.store.checkpoint()
    hand(a, b)

    assert there == b.store.checkpoint()


def test_what_will_be_parked_is_left_out_by_both_when_the_notice_comes(star):
    a, b, province = star.replicas
    province.write(KEY, {"locked": True})
    star.sync(province)
    a.write(KEY, {"title": "too late"})
    hand(a, b)
    star.sync(b, a)

    assert ({"locked": True}, {"locked": True}) == (values(a), values(b))
    assert 1 == len(star.records(PARKED))


def test_a_restored_laptop_gets_back_from_its_sibling_what_it_had_lost(star):
    a, b, _ = star.replicas
    bare = deepcopy(a.store)
    a.write(KEY, {"title": "a"})
    hand(a, b)
    a.store = bare
    hand(b, a)
    star.sync(a, b)

    assert {"title": "a"} == values(a) == values(star.hub)


def test_after_the_server_was_restored_each_settles_with_it_and_nothing_is_lost(star):
    a, b, _ = star.replicas
    star.sync(a, b)
    before = deepcopy(star.hub.store)
    a.write(KEY, {"title": "a"})
    star.sync(a)
    star.restore_server(before)
    star.sync(b)
    hand(a, b)

    assert {"title": "a"} == values(b)
    star.sync(b, a)
    assert {"title": "a"} == values(star.hub)
    assert a.store.records == b.store.records == star.hub.store.records


def test_what_is_not_the_homes_to_write_is_brought_by_its_author_alone(star):
    a, b, _ = star.replicas
    a.write(KEY, {"score": 1})

    assert 0 == hand(a, b)
    star.sync(b, a)
    assert ({}, {}, 1) == (values(a), values(b), len(star.records(PARKED)))


def test_what_had_been_set_aside_comes_back_if_its_author_still_has_it(star):
    a, b, _ = star.replicas
    before = deepcopy(star.hub.store)
    change = a.write(KEY, {"title": "a"})
    star.sync(a, b)
    star.restore_server(before)
    star.sync(b)
    aside = log(b)[change.at]
    hand(a, b)

    assert (ASIDE, "") == (aside, log(b)[change.at])
    star.sync(b)
    assert {"title": "a"} == values(star.hub)


def test_what_a_repair_had_set_aside_comes_back_too(star):
    a, b, _ = star.replicas
    change = b.write(KEY, {"title": "b"})
    star.sync(b, a)
    a.settle(list(a.store.find({change.at}).values()))
    b.become_new_replica()

    assert {} == values(a)
    hand(b, a)
    assert {"title": "b"} == values(a)


def test_two_copies_of_one_disk_that_take_over_the_same_are_two_histories(star):
    a, b, _ = star.replicas
    star.sync(b)
    copy = deepcopy(b)
    a.write(KEY, {"title": "a"})
    b.write(OTHER, {"title": "b"})
    lost = copy.write(OTHER, {"women": 1})
    hand(a, b)
    hand(a, copy)
    star.sync(b, copy)

    assert lost.at in log(star.hub)


def test_a_row_outside_the_scope_is_not_handed_on_and_not_taken(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "a"})
    pages = list(share(a, AREAS))

    assert 0 == hand(a, b, ("c2",))
    assert (0, 0) == take(b, pages, ("c2",), may)
    assert (1, 0) == take(b, pages, AREAS, may)


def test_who_reads_more_than_the_sibling_still_asks_the_server_itself(star):
    a, b, province = star.replicas
    star.sync(a, b)
    province.write(Key("c2", "activity", "1"), {"title": "p"})
    star.sync(province, a)
    hand(a, b, ("c1",), AREAS)

    assert 1 == len(star.answer(ask(b)).changes)


def test_a_stick_without_its_end_is_refused_whole(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "a"})

    with pytest.raises(MessageUnreadable):
        take(b, list(share(a, AREAS))[:-1], AREAS, may)
    assert ({}, {}) == (values(b), log(b))


def test_a_feed_that_is_left_meanwhile_ends_the_copy(star):
    a, _, _ = star.replicas
    star.sync(a)
    pages = share(a, AREAS)
    a.write(KEY, {"title": "a"})
    next(pages)
    a.rename()

    with pytest.raises(StoreBusy):
        list(pages)


def test_more_than_a_page_travels_both_ways(star):
    a, b, province = star.replicas
    star.sync(b)
    for number in range(PAGE + 1):
        province.write(Key("c1", "activity", f"p{number}"), {"title": "p"})
    star.sync(province, a)
    for number in range(PAGE + 1):
        a.write(Key("c1", "activity", f"a{number}"), {"title": "a"})
    hand(a, b)

    assert a.store.records == b.store.records


FORGED = Timestamp(5000, 0, "forged")
OF_THE_PROVINCE = {
    "a decision that the province owns": Change(KEY, {"score": 10}, FORGED, replica="server.1"),
    "a directive": Change(Key("c2", "announcement", "1"), {"title": "x"}, FORGED),
    "the key of another machine": Change(
        Key("c1", DEVICE, "c"), {"key": "x", "state": "active"}, FORGED
    ),
    "a notice of parking": Change(Key("c1", PARKED, "1"), {"reason": "x"}, FORGED),
    "a conflict": Change(Key("c1", CONFLICT, "1"), {"writes": {"x": 1}}, FORGED),
}
forged = pytest.mark.parametrize("change", OF_THE_PROVINCE.values(), ids=OF_THE_PROVINCE)


def pages_of(who, cursor, **more):
    here = who.store.checkpoint()
    front = Shared(who.name, AREAS, here.feed, cursor)
    return [replace(front, **more), replace(front, last=True)]


@forged
@pytest.mark.parametrize("part", ["known", "waiting"])
def test_what_only_the_server_may_say_is_not_believed_of_a_sibling(star, change, part):
    a, b, _ = star.replicas
    star.sync(a, b)
    taken = take(b, pages_of(a, 1 << 40, **{part: (change,)}), AREAS, may)

    assert (0, 1) == taken
    assert {} == b.store.records


@forged
def test_the_feed_still_brings_what_was_not_believed(star, change):
    a, b, _ = star.replicas
    star.sync(a, b)
    cursor = b.store.checkpoint().cursor
    own = Change(Key("c1", "activity", "of a"), {"title": "a"}, FORGED._replace(mark="a"))
    taken = take(b, pages_of(a, 9, known=(own, change)), AREAS, may)

    assert (1, 1) == taken
    assert cursor == b.store.checkpoint().cursor


def test_what_the_server_told_us_itself_is_no_matter_of_belief(star):
    a, b, province = star.replicas
    star.hub.write(Key("c1", DEVICE, "a"), {"key": "x"})
    star.sync(a, b)
    province.write(KEY, {"title": "p"})
    star.sync(province, a)
    taken = take(b, list(share(a, AREAS)), AREAS, may)

    assert (1, 0) == taken
    assert a.store.checkpoint().cursor == b.store.checkpoint().cursor


def test_what_another_server_had_told_us_is_not_brought_back_by_a_sibling(star):
    a, b, _ = star.replicas
    bare = deepcopy(star.hub.store)
    directive = star.hub.write(Key("c1", "announcement", "1"), {"score": 1})
    star.sync(a, b)
    star.restore_server(bare)
    star.sync(b)
    assert ASIDE == log(b)[directive.at]
    front = pages_of(b, 9, known=(replace(directive, number=0),))

    assert (0, 1) == take(b, front, AREAS, may)
    assert ASIDE == log(b)[directive.at]


@pytest.mark.parametrize("part", ["known", "waiting"])
def test_a_sibling_cannot_change_what_stands_under_a_timestamp(star, part):
    _, b, _ = star.replicas
    change = b.write(KEY, {"title": "b"})
    star.sync(b)
    forgery = replace(change, fields={"title": "forged"}, number=0)
    taken = take(b, pages_of(b, 9, **{part: (forgery,)}), AREAS, may)

    assert (0, 1) == taken
    assert {"title": "b"} == values(b)


def test_a_siblings_cursor_sets_nothing_aside_that_a_former_feed_brought(star):
    """Nothing of ``known`` is left, for the liar names nothing; the feed is not read to its end."""
    _, b, province = star.replicas
    for number in range(3):
        province.write(Key("c1", "activity", f"p{number}"), {"title": "p"})
    star.sync(province, b)
    star.restore_server(star.hub.store)
    star.hub.page_size = 1
    accept(b, star.answer(ask(b)))
    here = b.store.checkpoint()
    lie = Shared("a.0", AREAS, here.feed, here.cursor + 1)
    take(b, [replace(lie, last=True)], AREAS, may)

    assert here == b.store.checkpoint()
    star.sync(b)
    assert set() == {held for held in log(b).values() if held}

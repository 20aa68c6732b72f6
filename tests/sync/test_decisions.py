"""What people decide, told over real exchanges: it travels, and overwrites nothing unseen."""

from copy import deepcopy

import pytest

from sync import exchange
from sync.changes import CONFLICT, DELETED, PARKED, Key
from sync.decisions import (
    DECLINED,
    DELETE,
    KEEP,
    RELEASED,
    RESTORE,
    Answer,
    answer,
    close,
    content,
    decide,
    is_listed,
    is_waiting,
    open_again,
    release,
    subject,
    writes,
)
from sync.merge import Record, total
from sync.ports import Device
from sync.review import SENT_AGAIN, SET_ASIDE, conflict_key, is_open, parked_key

from .test_exchange import KEY, Star, opened, values

AREAS = ("c1", "c2")
TITLE = conflict_key(KEY, "title")


@pytest.fixture
def star():
    return Star("a", "b", "province")


@pytest.fixture
def crossed(star):
    """Two laptops of one centre wrote one field without knowing of each other."""
    a, b, _ = star.replicas
    a.write(KEY, {"title": "first", "venue": "here"}, "Lan")
    star.sync(a, b)
    b.now = 2000
    a.write(KEY, {"title": "Lan's"}, "Lan")
    b.write(KEY, {"title": "Tuan's"}, "Tuan")
    star.sync(a, b, a)
    return star


@pytest.fixture
def parked(star):
    """A laptop set what is not its to set."""
    a = star.replicas[0]
    a.write(KEY, {"title": "mine"}, "Lan")
    star.sync(a)
    at = a.write(KEY, {"title": "new", "score": 9}, "Lan").at
    star.sync(a, star.replicas[1])
    star.notice = parked_key("c1", at)
    return star


def equal(*who):
    return 1 == len({total(each.store.digests(AREAS).values()) for each in who})


def only_at_home(device, record, change):
    return "" if change.key.area == device.home else "not at home"


def stamp_of(who, value, key=TITLE):
    return next(str(write.at) for write in writes(opened(who, key)) if write.value == value)


def test_the_value_that_was_chosen_stands_at_both_ends_and_nothing_waits_any_more(crossed):
    a, b, _ = crossed.replicas
    decide(a, opened(a, TITLE), opened(a), stamp_of(a, "Lan's"), "Lan")
    offline = is_waiting(opened(a, TITLE))
    crossed.sync(a, b, a)

    assert not offline
    assert ["Lan's"] * 3 == [values(each)["title"] for each in (a, b, crossed.hub)]
    assert not is_waiting(opened(b, TITLE))
    assert equal(a, b, crossed.hub)


def test_the_province_decides_and_both_laptops_have_it(crossed):
    a, b, _ = crossed.replicas
    hub = crossed.hub
    decide(hub, opened(hub, TITLE), opened(hub), stamp_of(hub, "Lan's"), "tinh")
    crossed.sync(a, b)

    assert ["Lan's", "Lan's"] == [values(each)["title"] for each in (a, b)]
    assert not is_waiting(opened(a, TITLE))
    assert equal(a, b, hub)


def test_to_keep_what_stands_writes_no_value(crossed):
    a, _, _ = crossed.replicas
    before = opened(a).at
    decide(a, opened(a, TITLE), opened(a), KEEP, "Lan")

    assert before == opened(a).at
    assert not is_waiting(opened(a, TITLE))


def test_what_arrives_while_somebody_decides_is_kept_and_asked_about(crossed):
    a, b, _ = crossed.replicas
    page, shown = opened(a, TITLE), opened(a)
    b.write(KEY, {"title": "newer"}, "Tuan")
    crossed.sync(b, a)
    decide(a, page, shown, stamp_of(a, "Lan's"), "Lan")
    crossed.sync(a, b)
    asked = {write.value for write in writes(opened(b, TITLE))}

    assert is_waiting(opened(b, TITLE))
    assert {"newer", "Lan's", "Tuan's"} == asked
    assert equal(a, b, crossed.hub)


def test_two_who_decide_otherwise_without_each_other_are_asked_again(crossed):
    a, b, _ = crossed.replicas
    decide(a, opened(a, TITLE), opened(a), stamp_of(a, "Lan's"), "Lan")
    b.write(KEY, {"title": "third"}, "Tuan")
    decide(b, opened(b, TITLE), opened(b), KEEP, "Tuan")
    crossed.sync(a, b, a)

    assert is_waiting(opened(a, TITLE))
    assert equal(a, b, crossed.hub)


def test_what_was_closed_can_be_opened_again(crossed):
    a, b, _ = crossed.replicas
    decide(a, opened(a, TITLE), opened(a), KEEP, "Lan")
    crossed.sync(a, b)
    open_again(b, opened(b, TITLE), "Tuan")
    crossed.sync(b, a)

    assert is_waiting(opened(a, TITLE))


def test_only_what_was_offered_can_be_chosen(crossed):
    a, _, _ = crossed.replicas
    with pytest.raises(KeyError):
        decide(a, opened(a, TITLE), opened(a), DELETE, "Lan")

    assert is_waiting(opened(a, TITLE))


def test_a_conflict_holds_when_each_write_arrived_and_how_far_its_clock_ran_ahead(crossed):
    of_tuan, of_lan = writes(opened(crossed.hub, TITLE))

    assert ("Tuan's", 1000) == (of_tuan.value, of_tuan.offset)
    assert ("Lan's", 0) == (of_lan.value, of_lan.offset)
    assert 1000 == of_lan.received


@pytest.mark.parametrize("edit_first", [True, False])
def test_a_deletion_that_crossed_an_edit_lists_all_that_the_edit_set(star, edit_first):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "t"}, "Lan")
    star.sync(a, b)
    a.write(KEY, {DELETED: True}, "Lan")
    b.write(KEY, {"title": "edited", "flag": True}, "Tuan")
    star.sync(*((b, a) if edit_first else (a, b)))
    listed = [write.value for write in writes(opened(star.hub, conflict_key(KEY, DELETED)))]

    assert {"title": "edited", "flag": True} in listed
    assert True in listed


@pytest.mark.parametrize(("chosen", "deleted"), [(RESTORE, False), (DELETE, True), (KEEP, True)])
def test_a_record_lives_again_only_by_a_persons_act(star, chosen, deleted):
    a, b, _ = star.replicas
    key = conflict_key(KEY, DELETED)
    a.write(KEY, {"title": "t"}, "Lan")
    star.sync(a, b)
    a.write(KEY, {DELETED: True}, "Lan")
    b.write(KEY, {"title": "edited"}, "Tuan")
    star.sync(a, b, a)
    before = opened(a).deleted
    decide(a, opened(a, key), opened(a), chosen, "Lan")
    star.sync(a, b)

    assert before
    assert [(deleted, "edited")] * 2 == [(opened(w).deleted, values(w)["title"]) for w in (a, b)]
    assert not is_waiting(opened(b, key))


def test_a_notice_says_all_and_when(parked):
    notice = opened(parked.hub, parked.notice)

    assert (KEY, {"title": "new", "score": 9}) == (subject(notice), content(notice))
    assert [1000, 0] == notice.values["times"]
    assert is_waiting(notice)


@pytest.mark.parametrize("how", [SENT_AGAIN, SET_ASIDE])
def test_to_close_a_notice_brings_nothing_back(parked, how):
    a, b, _ = parked.replicas
    close(a, opened(a, parked.notice), Answer(how), "Lan")
    parked.sync(a, b)

    assert {"title": "mine"} == values(a) == values(b)
    assert Answer(how) == answer(opened(b, parked.notice))
    assert {"title": "new", "score": 9} == content(opened(b, parked.notice))
    assert not is_waiting(opened(parked.hub, parked.notice))
    assert equal(a, b, parked.hub)


def test_what_is_released_arrives_as_the_provinces_own_change(parked):
    a, b, _ = parked.replicas
    hub = parked.hub
    release(hub, opened(hub, parked.notice), opened(hub), "tinh")
    parked.sync(a, b)
    change = hub.store.history([KEY])[-1].change

    assert [{"title": "new", "score": 9}] * 2 == [values(a), values(b)]
    assert ("tinh (Lan)", "server") == (change.author, change.replica.partition(".")[0])
    assert RELEASED == answer(opened(a, parked.notice)).how
    assert equal(a, b, hub)


def test_a_release_meets_what_arrived_meanwhile_as_a_conflict(parked):
    b, hub = parked.replicas[1], parked.hub
    notice, shown = opened(hub, parked.notice), opened(hub)
    b.write(KEY, {"title": "of b"}, "Tuan")
    parked.sync(b)
    release(hub, notice, shown, "tinh")

    assert {"new", "of b"} == {write.value for write in writes(opened(hub, TITLE))}
    assert is_waiting(opened(hub, TITLE))


def test_the_centre_sees_why_the_province_did_not_accept(parked):
    a = parked.replicas[0]
    close(parked.hub, opened(parked.hub, parked.notice), Answer(DECLINED, "entered twice"), "tinh")
    parked.sync(a)

    assert Answer(DECLINED, "entered twice") == answer(opened(a, parked.notice))
    assert {"title": "mine"} == values(a)


def test_an_answer_outlives_a_server_that_was_put_back_and_hides_nothing_there(star):
    """The notice went with the old server; the next one merges what it had parked."""
    a = star.replicas[0]
    star.hub.write(KEY, {"locked": True})
    star.sync(a)
    image = deepcopy(star.hub.store)
    change = a.write(KEY, {"title": "late"}, "Lan")
    star.sync(a)
    close(a, opened(a, parked_key("c1", change.at)), Answer(SET_ASIDE), "Lan")
    star.sync(a)
    star.restore_server(image)
    star.hub.write(KEY, {"locked": False})
    star.sync(a, a)

    assert "late" == values(star.hub)["title"] == values(a)["title"]
    assert not is_listed(opened(a, parked_key("c1", change.at)))
    assert equal(a, star.hub)


FORBIDDEN = [
    {"reason": "none"},
    {"fields": {}},
    {"record": ["c1", "activity", "2"]},
    {"writes": {}},
    {"times": {}},
    {DELETED: True},
    {"closed": [SET_ASIDE], "fields": {}},
    {"closed": [RELEASED]},
    {"closed": [DECLINED, "no"]},
    {"closed": [SET_ASIDE, "why"]},
    {"closed": True},
    {"closed": {"how": "x"}},
]


@pytest.mark.parametrize("fields", FORBIDDEN, ids=str)
def test_a_device_changes_nothing_in_a_notice_but_a_centres_answer(parked, fields):
    a = parked.replicas[0]
    before = values(parked.hub, parked.notice)
    a.write(parked.notice, fields, "Lan")
    parked.sync(a)

    assert before == values(parked.hub, parked.notice) == values(a, parked.notice)
    assert is_waiting(opened(parked.hub, parked.notice))
    assert equal(a, parked.hub)


@pytest.mark.parametrize(
    "fields",
    [
        {"writes": {}},
        {"record": []},
        {"field": "x"},
        {DELETED: True},
        {"closed": 5},
        {"closed": [1]},
        {"closed": None},
        {"closed": [["x"]]},
    ],
    ids=str,
)
def test_a_device_changes_nothing_in_a_conflict_but_what_it_has_seen(crossed, fields):
    a = crossed.replicas[0]
    before = values(crossed.hub, TITLE)
    a.write(TITLE, fields, "Lan")
    crossed.sync(a)

    assert before == values(crossed.hub, TITLE) == values(a, TITLE)
    assert is_open(opened(crossed.hub, TITLE))


def test_a_retired_device_closes_nothing(crossed):
    a = crossed.replicas[0]
    crossed.devices["a"] = Device("a", frozenset({"c1", "c2"}), "c1", active=False)
    decide(a, opened(a, TITLE), opened(a), KEEP, "Lan")
    crossed.sync(a)

    assert is_waiting(opened(crossed.hub, TITLE))
    assert is_waiting(opened(a, TITLE))
    assert equal(a, crossed.hub)


def test_who_may_not_write_in_an_area_closes_nothing_there(star):
    a = star.replicas[0]
    star.devices["a"] = Device("a", frozenset({"c1", "c2"}), "c2")
    key = Key("c1", CONFLICT, "x")
    a.write(key, {"closed": []}, "Lan")
    said = exchange.answer(star.hub, exchange.ask(a), star.devices["a"], only_at_home)
    exchange.accept(a, said)

    assert [list(key)] == [notice.values["record"] for notice in star.records(PARKED)]
    assert not star.records(CONFLICT)


def test_what_a_newer_version_wrote_is_read_as_far_as_it_is_understood():
    key = Key("c1", PARKED, "x")
    odd = Record(key)

    assert key == subject(odd)
    assert ([], {}, Answer("")) == (writes(odd), content(odd), answer(odd))
    assert not is_waiting(odd)
    assert not is_listed(odd)

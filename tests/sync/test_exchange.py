"""The smallest story behind each rule of the exchange; the simulation tells the long ones."""

from copy import deepcopy
from dataclasses import replace
from itertools import count

import pytest

from sync import wire
from sync.changes import ASIDE, CONFLICT, DELETED, PARKED, Change, Entry, Key
from sync.clock import ZERO, Timestamp
from sync.errors import MessageUnreadable, NotEnrolled
from sync.exchange import Outcome, accept, answer, ask
from sync.messages import Request
from sync.ports import Device
from sync.replica import Replica
from sync.review import UNTYPED, is_open
from sync.stores.memory import MemoryStore

KEY = Key("c1", "activity", "1")
marks = count()


def may(device, record, change):
    if "score" in change.fields and device.name != "province":
        return "not yours"
    return "closed" if record.values.get("locked") and device.name != "province" else ""


def replica(device, wall=1000, **more):
    made = Replica(MemoryStore(), device, lambda: made.now, lambda: f"{next(marks):05}", **more)
    made.now = wall
    return made


class Star:
    """A server, and devices that all read one area."""

    def __init__(self, *names):
        self.hub = replica("server", is_hub=True)
        self.devices = {n: Device(n, frozenset({"c1", "c2"}), "c1") for n in names}
        self.replicas = [replica(name, notice_area="c1") for name in names]

    def ask(self, who):
        return ask(who)

    def answer(self, request):
        return answer(self.hub, request, self.devices[request.replica.split(".")[0]], may)

    def sync(self, *who):
        for each in who:
            while (outcome := accept(each, self.answer(ask(each)))) is Outcome.MORE:
                pass
            assert outcome is Outcome.SETTLED

    def restore_server(self, image):
        self.hub.store = deepcopy(image)
        self.hub.begin_epoch()

    def records(self, record_type):
        return [r for k, r in self.hub.store.records.items() if k.record_type == record_type]


@pytest.fixture
def star():
    return Star("a", "b", "province")


def values(who, key=KEY):
    return who.store.load([key])[key].values


def opened(who, key=KEY):
    return who.store.load([key])[key]


def test_one_exchange_pushes_and_pulls(star):
    a, b, _ = star.replicas
    b.write(KEY, {"title": "b"})
    star.sync(b)
    a.write(KEY, {"women": 3})

    assert Outcome.SETTLED is accept(a, star.answer(ask(a)))
    assert {"title": "b", "women": 3} == values(a)


def test_a_stopped_clock_and_a_restored_disk_do_not_make_two_writes_look_like_one(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "first"})
    star.sync(a)
    image, a.now = deepcopy(a.store), 0
    a.write(KEY, {"title": "lost"})
    star.sync(a)
    a.store = image
    a.write(KEY, {"title": "typed again, with the same clock reading"})
    star.sync(a, b, a)

    assert values(a) == values(b) == values(star.hub)
    assert 1 == len(star.records(CONFLICT))


def test_a_stale_form_does_not_revert_what_it_did_not_change(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": "old", "women": 1})
    star.sync(a, b)
    form = opened(a)
    b.write(KEY, {"title": "new"})
    star.sync(b, a)
    a.write(KEY, {"title": "old", "women": 2}, opened=form)

    assert {"title": "new", "women": 2} == values(a)


def test_having_seen_a_later_write_of_another_field_hides_no_conflict(star):
    a, b, province = star.replicas
    b.now = 5000
    b.write(KEY, {"women": 1})
    star.sync(b, a)
    province.write(KEY, {"title": "unseen"})  # at 1000, before what a has seen
    star.sync(province)
    a.now = 6000
    a.write(KEY, {"title": "mine"})
    star.sync(a)

    assert ["title"] == [r.values["field"] for r in star.records(CONFLICT)]


def test_a_write_sorts_after_what_was_on_the_screen_even_if_it_has_left_the_disk(star):
    a, b, _ = star.replicas
    image = deepcopy(star.hub.store)
    b.now = 9000
    b.write(KEY, {"title": "theirs"})
    star.sync(b, a)
    form = opened(a)
    star.restore_server(image)
    star.sync(a)  # theirs is set aside: the server does not have it
    a.write(KEY, {"title": "mine"}, opened=form)
    star.sync(a, b, a)

    assert "mine" == values(a)["title"] == values(b)["title"]


def test_two_people_at_one_computer_conflict_like_any_others(star):
    a, _, _ = star.replicas
    form = opened(a)
    a.write(KEY, {"title": "Lan"}, opened=form)
    a.write(KEY, {"title": "Hoa"}, opened=form)
    star.sync(a)

    assert 1 == len(star.records(CONFLICT))


def test_a_conflict_that_was_closed_is_open_again_for_a_value_nobody_has_seen(star):
    a, b, province = star.replicas
    for who in star.replicas:
        who.write(KEY, {"title": who.device})
    star.sync(a, b, a)
    (conflict,) = [r for k, r in a.store.records.items() if k.record_type == CONFLICT]
    a.write(conflict.key, {"closed": sorted(conflict.values["writes"])})
    star.sync(a)
    assert not is_open(opened(star.hub, conflict.key))
    star.sync(province)

    assert is_open(opened(star.hub, conflict.key))


def test_a_deletion_and_an_edit_that_cross_are_listed_and_it_stays_deleted(star):
    a, b, _ = star.replicas
    a.write(KEY, {"title": 1})
    star.sync(a, b)
    b.write(KEY, {"title": 2})
    a.write(KEY, {DELETED: True})
    star.sync(a, b, a)

    assert opened(a).deleted
    assert [DELETED] == [r.values["field"] for r in star.records(CONFLICT)]


def test_a_forbidden_change_leaves_no_trace_in_the_record_however_fast_its_clock(star):
    a, _, province = star.replicas
    province.write(KEY, {"score": 5})
    star.sync(province, a)
    province.write(KEY, {"score": 6})  # offline
    a.now = 10**9
    a.write(KEY, {"score": 9, "title": "with it"})
    star.sync(a)
    assert {"score": 5} == values(a)
    star.sync(province, a)

    assert {"score": 6} == values(a) == values(star.hub)
    assert [] == star.records(CONFLICT)
    assert {"score": 9, "title": "with it"} == star.records(PARKED)[0].values["fields"]


def test_a_change_outside_the_scope_is_parked_and_its_author_is_told_at_home(star):
    a, _, _ = star.replicas
    elsewhere = Key("c9", "activity", "1")
    a.write(elsewhere, {"title": 1})
    star.sync(a)

    assert {} == values(star.hub, elsewhere) == values(a, elsewhere)
    assert ["c1"] == [r.key.area for r in star.records(PARKED)]


def test_what_was_parked_by_a_server_that_was_restored_may_be_merged_by_the_next(star):
    a, _, province = star.replicas
    a.write(KEY, {"title": 1})
    star.sync(a, province)
    image = deepcopy(star.hub.store)
    province.write(KEY, {"locked": True})
    star.sync(province)
    a.write(KEY, {"title": 2})
    star.sync(a)
    assert 1 == values(a)["title"]
    province.write(KEY, {"locked": False})
    star.restore_server(image)
    star.sync(a, province, a)

    assert 2 == values(a)["title"] == values(star.hub)["title"]


def test_a_laptop_behind_itself_gets_back_what_it_had_sent(star):
    a, _, _ = star.replicas
    image = deepcopy(a.store)
    a.write(KEY, {"title": "sent"})
    star.sync(a)
    a.store = image
    a.write(Key("c1", "activity", "2"), {"title": "new"})
    star.sync(a)

    assert "sent" == values(a)["title"]
    assert "new" == values(star.hub, Key("c1", "activity", "2"))["title"]


def test_a_copy_that_reads_the_others_answer_does_not_take_it_for_its_own(star):
    a, _, _ = star.replicas
    twin = replica("a", notice_area="c1")
    carried = ask(a)
    twin.store = deepcopy(a.store)
    a.write(KEY, {"title": "a"})
    star.sync(a)
    late = star.answer(carried)  # says: I hold 1 of yours
    twin.write(KEY, {"women": 1})
    accept(twin, late)
    star.sync(twin, a)

    assert {"title": "a", "women": 1} == values(a) == values(twin)


def test_what_a_former_replica_wrote_survives_a_restored_server(star):
    a, _, _ = star.replicas
    empty, image = deepcopy(star.hub.store), None
    a.write(KEY, {"title": "by the first replica"})
    star.sync(a)
    image = deepcopy(a.store)
    a.write(KEY, {"women": 1})
    star.sync(a)
    a.store = image
    star.sync(a)  # behind itself: a new replica, with nothing to send
    star.restore_server(empty)
    star.sync(a)

    assert {"title": "by the first replica", "women": 1} == values(star.hub)


def test_the_screen_is_not_emptied_while_a_new_feed_is_read(star):
    a, b, _ = star.replicas
    for number in range(9):
        b.write(Key("c1", "activity", str(number)), {"title": number})
    star.sync(b, a)
    star.restore_server(deepcopy(star.hub.store))
    star.hub.page_size = 2

    assert Outcome.MORE is accept(a, star.answer(ask(a)))
    assert 8 == values(a, Key("c1", "activity", "8"))["title"]


def test_a_server_put_back_by_somebody_who_told_nobody_is_found_out(star):
    a, b, _ = star.replicas
    image = deepcopy(star.hub.store)
    a.write(KEY, {"title": 1})
    star.sync(a, b)
    star.hub.store = image
    before = star.hub.name
    star.sync(b, a, b)

    assert before != star.hub.name
    assert {"title": 1} == values(b) == values(star.hub)


def test_a_late_answer_after_a_restored_disk_leaves_no_hole(star):
    a, b, _ = star.replicas
    star.sync(a)
    image = deepcopy(a.store)
    b.write(KEY, {"title": 1})
    star.sync(b, a)
    b.write(KEY, {"women": 1})
    star.sync(b)
    late = star.answer(ask(a))
    a.store = image
    accept(a, late)
    star.sync(a)

    assert {"title": 1, "women": 1} == values(a)


def test_a_scope_that_grows_brings_older_records_and_one_that_shrinks_takes_them(star):
    a, b, _ = star.replicas
    far = Key("c9", "activity", "1")
    star.devices["b"] = Device("b", frozenset({"c9"}), "c9")
    b.write(far, {"title": 1})
    star.sync(b, a)
    before = star.devices["a"]
    star.devices["a"] = Device("a", frozenset({"c1", "c9"}), "c1", certificate=2)
    star.sync(a)
    assert {"title": 1} == values(a, far)
    star.devices["a"] = replace(before, certificate=3)
    star.sync(a)

    assert {} == values(a, far)
    assert [ASIDE] == [e.reason for e in a.store.history([far])]


def test_an_answer_about_a_scope_that_came_and_went_takes_nothing_away(star):
    a, b, _ = star.replicas
    star.sync(a)
    carried, scope = ask(a), star.devices["a"]
    star.devices["a"] = replace(scope, areas=frozenset({"c2"}), certificate=2)
    late = star.answer(carried)
    star.devices["a"] = replace(scope, certificate=3)
    b.write(KEY, {"title": 1})
    star.sync(b, a)
    accept(a, late)

    assert {"title": 1} == values(a)


def test_a_change_twice_in_one_request_is_taken_in_once(star):
    a, _, _ = star.replicas
    twice = (Change(KEY, {"title": 1}, Timestamp(1, 0, "x")),) * 2
    star.answer(Request(a.name, 0, ZERO, twice, "", 0))

    assert 2 == star.hub.store.head(a.name).number
    assert [Entry] == [type(e) for e in star.hub.store.history([KEY])]


def test_only_its_own_device_may_speak_for_a_replica(star):
    a, _, _ = star.replicas
    with pytest.raises(NotEnrolled):
        answer(star.hub, ask(a), star.devices["b"], may)


def test_bytes_that_were_cut_or_unpack_to_too_much_are_unreadable(star):
    data = wire.encode(ask(star.replicas[0]))
    for broken in (data, data[:-9], b"<html>"):
        with pytest.raises(MessageUnreadable):
            wire.decode(Request, broken, limit=10)


def test_a_record_without_a_type_which_nobody_could_ask_for_is_parked(star):
    a, _, _ = star.replicas
    a.write(Key("c1", "", "1"), {"title": "x"})
    star.sync(a)

    assert {} == values(star.hub, Key("c1", "", "1"))
    assert [UNTYPED] == [record.values["reason"] for record in star.records(PARKED)]

"""A session asks until nobody has more, at the pace the link bears."""

from dataclasses import replace
from itertools import count
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync import wire
from sync.changes import Key
from sync.clock import marks
from sync.errors import Busy, NotEnrolled, Revoked, TooLarge, Unreadable
from sync.exchange import answer
from sync.messages import BUDGET
from sync.pace import LEAST, Pace
from sync.ports import Device, Receipt
from sync.replica import Replica
from sync.session import Session, State
from sync.stores.memory import MemoryStore

PREFIXES = (f"{number:_<8}" for number in count())
LAPTOP = Device("laptop", frozenset({"c1"}), "c1")


def replica(name, step=10):
    now = count(1000, step)
    home = "" if name == "server" else "c1"
    return Replica(MemoryStore(), name, now.__next__, marks(next(PREFIXES)), home, not home)


@pytest.fixture
def hub():
    return replica("server")


@pytest.fixture
def laptop():
    made = replica("laptop")
    for number in range(600):
        record_id = str(UUID(int=Random(number).getrandbits(128)))
        made.write(Key("c1", "activity", record_id), {"title": f"Lớp {record_id[:18]}"})
    return made


def answered(hub, request):
    return answer(hub, request, LAPTOP, lambda *_: "")


def test_it_ends_settled_with_a_receipt(hub, laptop):
    session = Session(laptop)
    while request := session.next_request():
        session.received(answered(hub, request))

    receipt = laptop.store.checkpoint().receipt
    assert State.SETTLED is session.state
    assert ("c1",) == session.areas
    assert (600, hub.store.digests({"c1"})["activity"]) == (receipt.head, receipt.digest)
    assert 0 < receipt.wall


def test_a_request_without_an_answer_is_asked_again_and_then_with_less(hub, laptop):
    session, asked = Session(laptop), []
    for _ in range(3):
        asked.append(session.next_request())
        session.lost()
    first, second, again = asked

    assert first == replace(second, wall=first.wall)
    assert (BUDGET, BUDGET // 2) == (second.budget, again.budget)
    assert again.changes == first.changes[: len(again.changes)]
    assert 0 < len(again.changes) < len(first.changes)


def test_what_the_server_itself_spent_is_not_the_links_time(hub, laptop):
    budgets = []
    for spent in (0, 5000):
        session = Session(laptop)
        said = replace(answered(hub, session.next_request()), spent=spent)
        session.received(said, took=5200)
        budgets.append(session.pace.budget)

    assert [BUDGET, 2 * BUDGET] == budgets


def test_an_offer_of_newer_software_changes_nothing_yet(hub, laptop):
    session = Session(laptop)
    while request := session.next_request():
        session.received(replace(answered(hub, request), release={"version": "9.9"}))

    assert State.SETTLED is session.state


def test_quick_answers_bring_larger_batches(hub, laptop):
    session, sizes = Session(laptop), []
    while request := session.next_request():
        sizes.append(len(request.changes))
        session.received(answered(hub, request))

    assert 600 == sum(sizes)
    assert BUDGET < session.pace.budget


def test_slow_answers_do_not(hub):
    slow = replica("laptop", step=5000)
    session = Session(slow)
    session.received(answered(hub, session.next_request()))

    assert BUDGET == session.pace.budget


def test_what_is_too_large_is_halved_until_it_cannot_be(laptop):
    session = Session(laptop)
    while session.next_request():
        session.refused(TooLarge())

    assert State.REFUSED is session.state
    assert LEAST == session.pace.budget


@pytest.mark.parametrize("refusal", [NotEnrolled(), Unreadable()], ids=lambda error: error.code)
def test_a_refusal_that_a_garbled_line_may_have_earned_is_believed_the_second_time(laptop, refusal):
    session = Session(laptop)
    session.next_request()
    session.refused(refusal)
    doubted = session.state, session.next_request() is not None
    session.refused(refusal)

    assert ((State.READY, True), State.REFUSED) == (doubted, session.state)


@pytest.mark.parametrize("refusal", [Revoked(), Busy(seconds=30)])
def test_a_refusal_ends_it_and_is_kept(laptop, refusal):
    session = Session(laptop)
    session.next_request()
    session.refused(refusal)

    assert (State.REFUSED, refusal, None) == (
        session.state,
        session.refusal,
        session.next_request(),
    )


def test_nothing_is_asked_while_an_answer_is_awaited(laptop):
    session = Session(laptop)
    session.next_request()

    assert session.next_request() is None


def test_one_change_travels_however_small_the_budget(hub, laptop):
    for _ in range(3):
        session = Session(laptop)
        session.pace = session.pace._replace(budget=1)
        request = session.next_request()
        session.received(answered(hub, request))
        assert 1 == len(request.changes)

    assert 3 == laptop.store.checkpoint().sent


def test_before_everything_is_settled_there_is_no_receipt(hub, laptop):
    session = Session(laptop, Pace(BUDGET // 4))
    session.received(answered(hub, session.next_request()))

    assert Receipt() == laptop.store.checkpoint().receipt


def test_the_answer_keeps_to_the_budget_of_the_request(hub, laptop):
    session = Session(laptop)
    while request := session.next_request():
        session.received(answered(hub, request))
    second = replica("laptop")
    pages = Session(second)
    page = answered(hub, pages.next_request())

    assert BUDGET // 2 < len(wire.encode(page)) < BUDGET * 1.2
    assert page.more


SLOW = 2000  # milliseconds


def begun(laptop):
    """A session over a slow link whose first batch was answered, and the next is on its way."""
    session = Session(laptop, Pace(BUDGET // 4))
    return session, session.next_request()


def test_over_a_slow_link_the_next_batch_is_asked_ahead_and_is_the_next(hub, laptop):
    session, first = begun(laptop)
    never = session.ahead_after
    session.received(answered(hub, first), SLOW)
    second = session.next_request()
    third = session.prepare_ahead()
    session.received(answered(hub, second), SLOW)

    assert (0, SLOW * 3 // 4) == (never, session.ahead_after)
    assert third is session.next_request()
    assert second.sent + len(second.changes) == third.sent == laptop.store.checkpoint().sent


@pytest.mark.parametrize("took", [0, 400])
def test_over_a_quick_link_nothing_is_asked_ahead(hub, laptop, took):
    session, first = begun(laptop)
    session.received(answered(hub, first), took)
    session.next_request()

    assert 0 == session.ahead_after


def test_while_pages_come_down_nothing_is_asked_ahead(hub, laptop):
    for number in range(300):
        hub.write(Key("c1", "activity", f"theirs {number}"), {"title": f"Lớp {number}"})
    session, first = begun(laptop)
    session.received(answered(hub, first), SLOW)
    session.next_request()

    assert 0 == session.ahead_after


def test_what_took_another_course_is_not_asked_again_as_it_was_foreseen(hub, laptop):
    session, first = begun(laptop)
    session.received(answered(hub, first), SLOW)
    second, third = session.next_request(), session.prepare_ahead()
    session.lost()
    again = session.next_request()

    assert again is not third
    assert second.changes == again.changes


def test_when_two_at_once_were_lost_it_asks_first_how_far_the_server_has_come(hub, laptop):
    session, first = begun(laptop)
    session.received(answered(hub, first), SLOW)
    second = session.next_request()
    session.prepare_ahead()
    session.asked_ahead()
    answered(hub, second)
    session.lost()
    question = session.next_request()
    session.received(answered(hub, question), SLOW)
    third = session.next_request()

    assert ((), 600 - second.sent) == (question.changes, question.waiting)
    assert second.sent + len(second.changes) == third.sent


FATES = st.sampled_from(["well", "well", "well", "unheard", "unanswered"])


@given(st.lists(st.tuples(FATES, FATES, st.booleans(), st.booleans()), max_size=30))
@settings(deadline=None)
def test_whatever_becomes_of_what_was_asked_ahead_all_arrives_once(fates):
    hub, laptop, fates = replica("server"), replica("laptop"), iter(fates)
    for number in range(40):
        laptop.write(Key("c1", "activity", str(UUID(int=number))), {"title": f"Lớp {number}" * 9})
    session, under_way, before = Session(laptop, Pace(LEAST)), {}, (hub.epoch, hub.name)
    while request := session.next_request():
        first, second, is_ahead, is_swapped = next(fates, ("well", "well", True, False))
        travels = [] if id(request) in under_way else [(request, first)]
        if session.ahead_after and is_ahead:
            travels.append((session.prepare_ahead(), second))
            session.asked_ahead()
        for asked, fate in reversed(travels) if is_swapped else travels:
            heard = fate != "unheard" and answered(hub, asked)
            under_way[id(asked)] = (asked, heard if fate == "well" else None)
        _, response = under_way.pop(id(request))
        session.received(response, SLOW) if response else session.lost()

    assert State.SETTLED is session.state
    assert 40 == laptop.store.checkpoint().sent == hub.store.head(laptop.name).number
    assert laptop.store.digests({"c1"}) == hub.store.digests({"c1"})
    assert before == (hub.epoch, hub.name)  # whatever overtook what


def theirs(hub, count):
    for number in range(count):
        title = Random(number).randbytes(90).hex()
        hub.write(Key("c1", "activity", f"theirs {number}"), {"title": title})


def test_the_next_page_is_asked_for_while_one_is_taken_in(hub):
    theirs(hub, 60)
    laptop, begun = replica("laptop"), []
    session = Session(laptop, Pace(LEAST))
    page = answered(hub, session.next_request())
    session.received(page, begin=lambda asked: begun.append((asked, laptop.store.checkpoint())))
    (asked, then) = begun[0]

    assert page.more
    assert (page.cursor, 0) == (asked.cursor, then.cursor)
    assert asked is session.next_request()


@pytest.mark.parametrize(
    "change",
    [{"more": False}, {"replica": "laptop.other"}, {"asked": "left"}, {"since": 9}, {"head": 1}],
    ids=str,
)
def test_after_what_is_no_page_of_ours_nothing_is_asked_ahead(hub, change):
    theirs(hub, 60)
    laptop, begun = replica("laptop"), []
    session = Session(laptop, Pace(LEAST))
    page = replace(answered(hub, session.next_request()), **change)
    session.received(page, begin=begun.append)

    assert [] == begun


@given(st.lists(st.tuples(FATES, st.booleans()), max_size=30))
@settings(deadline=None)
def test_whatever_becomes_of_pages_that_were_asked_ahead_all_comes_once(fates):
    hub, laptop, fates = replica("server"), replica("laptop"), iter(fates)
    theirs(hub, 40)
    session, under_way, before = Session(laptop, Pace(LEAST)), {}, (hub.epoch, hub.name)

    def send(asked):
        fate, is_typing = next(fates, ("well", False))
        if is_typing:
            theirs(hub, 1)
            laptop.write(Key("c1", "activity", str(len(under_way))), {"title": "ours"})
        heard = fate != "unheard" and answered(hub, asked)
        under_way[id(asked)] = asked, heard if fate == "well" else None

    while request := session.next_request():
        if id(request) not in under_way:
            send(request)
        response = under_way[id(request)][1]
        session.received(response, 10, send) if response else session.lost()

    assert State.SETTLED is session.state
    assert laptop.store.digests({"c1"}) == hub.store.digests({"c1"})
    assert laptop.store.checkpoint().sent == hub.store.head(laptop.name).number
    assert before == (hub.epoch, hub.name)

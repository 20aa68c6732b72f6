"""A request is answered once; and no clock, however wrong, keeps its machine from the server."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.errors import Stale
from sync.exchange import answer, ask
from sync.freshness import DAY, KEPT, TRIES, Asking, Recent, admitted, offset_of, stated
from sync.messages import Question, Reply, Request
from sync.ports import Device
from sync.session import Session, State

from .test_exchange import KEY, replica, values

NOW = 1_343_120_460_000
YEAR = 365 * DAY
LAPTOP = Device("a", frozenset({"c1"}), "c1")


class Server:
    """A hub that answers new requests alone."""

    def __init__(self):
        self.hub = replica("server", wall=NOW, is_hub=True)
        self.recent, self.count, self.seen, self.refused = Recent(), 0, [], 0

    def __call__(self, request, nonce=None):
        self.count += 1
        self.hub.now += 200
        nonce = nonce or f"{self.count}"
        self.seen.append((request, nonce))
        try:
            self.recent = admitted(self.recent, nonce, stated(request), self.hub.now)
        except Stale:
            self.refused += 1
            raise
        if isinstance(request, Question):
            return Reply({"asked": self.count})
        return answer(self.hub, request, LAPTOP, lambda *_: "")


def session(laptop, server, between=lambda: None):
    """One session; how it ended."""
    made = Session(laptop)
    while request := made.next_request():
        try:
            made.received(server(request), 100)
        except Stale as refusal:
            made.refused(refusal)
        between()
        laptop.now += 100
    return made.state


@pytest.mark.parametrize("years", [-13, 0, 38, -42.5], ids=["1999", "right", "2050", "1970"])
def test_a_machine_whose_clock_is_wrong_by_years_syncs_without_a_person(years):
    server, laptop = Server(), replica("a", wall=int(NOW + years * YEAR), notice_area="c1")
    laptop.write(KEY, {"title": "by a wrong clock"})

    assert State.SETTLED is session(laptop, server)
    assert "by a wrong clock" == values(server.hub)["title"]
    assert server.refused == (1 if years else 0)

    laptop.write(KEY, {"title": "later"})
    assert State.SETTLED is session(laptop, server)
    assert server.refused == (1 if years else 0)  # the offset is known from the last receipt


jumps = st.lists(st.integers(-40 * YEAR, 40 * YEAR) | st.integers(-2 * DAY, 2 * DAY), max_size=6)


@given(st.lists(jumps, min_size=1, max_size=8))
@settings(deadline=None)
def test_a_clock_that_jumps_between_requests_blocks_nothing(sessions):
    server, laptop = Server(), replica("a", wall=NOW, notice_area="c1")
    for number, each in enumerate(sessions):
        left = iter(each)

        def jump(left=left):
            laptop.now = max(0, laptop.now + next(left, 0))

        for part in range(9):
            laptop.write(KEY._replace(record_id=f"{number} {part}"), {"title": "x" * 99})
        laptop.now = max(0, laptop.now + next(left, 0))

        assert State.SETTLED is session(laptop, server, jump)
        assert laptop.store.checkpoint().sent == server.hub.store.head(laptop.name).number
        server.hub.now += 60_000
        laptop.now += 60_000


def test_a_clock_that_jumps_whenever_it_is_read_blocks_nothing():
    server, laptop = Server(), replica("a", wall=NOW, notice_area="c1")
    steps = iter([0, 30 * YEAR, -20 * YEAR, YEAR, -30 * YEAR] * 500)
    laptop.wall = lambda: NOW + next(steps)
    for number in range(9):
        laptop.write(KEY._replace(record_id=f"{number}"), {"title": number})
    asking = Asking(laptop, server)

    assert State.SETTLED is session(laptop, server)
    assert all(asking(Question("a.1")).digests for _ in range(9))


def test_after_a_clock_that_was_hours_ahead_the_right_time_is_taken_at_once():
    server, laptop = Server(), replica("a", wall=NOW + 20 * 3_600_000, notice_area="c1")
    for number in range(3 * KEPT):
        laptop.write(KEY, {"title": number})
        assert State.SETTLED is session(laptop, server)
    laptop.store.save_checkpoint(laptop.store.checkpoint()._replace(name="", feed=""))
    laptop.rename()
    laptop.now = server.hub.now
    before = server.refused

    assert State.SETTLED is session(laptop, server)
    assert server.refused <= before + 1


@given(
    st.lists(st.tuples(st.integers(-DAY, DAY), st.integers(0, 60)), min_size=1, max_size=60),
    st.data(),
)
def test_what_was_admitted_once_never_is_again(requests, data):
    recent, now, known = Recent(), NOW, []
    for number, (off, pause) in enumerate(requests):
        now += pause * 1000
        try:
            recent = admitted(recent, f"{number}", now + off, now)
            known.append((f"{number}", now + off))
        except Stale as refusal:
            recent = admitted(recent, f"{number}", refusal.wall, now)  # as the client then asks
            known.append((f"{number}", refusal.wall))
        nonce, at = data.draw(st.sampled_from(known))
        with pytest.raises(Stale):
            admitted(recent, nonce, at, now + data.draw(st.integers(0, 3 * DAY)))

    assert len(recent.asked) <= KEPT


def test_what_was_admitted_is_stale_also_when_more_came_since_than_are_remembered():
    recent = Recent()
    for number in range(KEPT + 1):
        recent = admitted(recent, f"{number}", NOW + number, NOW)

    with pytest.raises(Stale):
        admitted(recent, "0", NOW, NOW)


def test_who_is_below_the_floor_is_told_a_time_that_is_taken():
    recent = Recent((), NOW + 3 * 3_600_000)  # its clock ran ahead before
    with pytest.raises(Stale) as refused:
        admitted(recent, "first", NOW, NOW)

    assert admitted(recent, "second", refused.value.wall, NOW).asked


@pytest.mark.parametrize("off", [DAY + 1, -DAY - 1, 40 * YEAR])
def test_what_is_more_than_a_day_off_is_stale_and_says_the_time(off):
    with pytest.raises(Stale) as refused:
        admitted(Recent(), "n", NOW + off, NOW)

    assert NOW == refused.value.wall


def test_requests_that_overtake_each_other_are_both_new():
    recent = admitted(Recent(), "second", NOW + 1, NOW)

    assert 2 == len(admitted(recent, "first", NOW, NOW).asked)


def test_the_time_is_the_same_for_a_whole_session():
    laptop = replica("a", wall=NOW + 7_777, notice_area="c1")
    for number in range(60):
        laptop.write(KEY._replace(record_id=f"{number}"), {"title": f"{number}" * 99})
    server, laptop.page_size = Server(), 3
    session(laptop, server)

    assert 10 < len(server.seen)
    assert 1 == len({request.offset for request, _ in server.seen})


def test_who_refuses_again_and_again_has_given_no_answer():
    laptop = replica("a", wall=NOW, notice_area="c1")
    made = Session(laptop)
    events = []
    for _ in range(TRIES + 1):
        made.next_request()
        made.refused(Stale(wall=NOW))
        events.append((made.state, made.pace.budget))

    assert {State.READY} == {state for state, _ in events}
    assert len({budget for _, budget in events[:TRIES]}) == 1


def test_a_refusal_without_a_time_is_no_answer():
    made = Session(replica("a", wall=NOW, notice_area="c1"))
    made.next_request()
    made.refused(Stale())

    assert State.READY is made.state
    assert 0 == made.next_request().offset


@pytest.mark.parametrize("years", [-13, 0, 38])
def test_questions_are_asked_again_with_the_servers_time(years):
    server, laptop = Server(), replica("a", wall=NOW + years * YEAR, notice_area="c1")
    asking = Asking(laptop, server)
    for _ in range(3):
        laptop.now += 1000
        assert asking(Question("a.1")).digests

    assert server.refused == bool(years)


def test_questions_end_if_no_time_is_taken():
    def never(question):
        raise Stale(wall=NOW)

    with pytest.raises(Stale):
        Asking(replica("a", wall=NOW), never)(Question("a.1"))


@given(st.integers(-(2**40), 2**45), st.integers(0, 2**45))
def test_no_less_is_stated_than_the_server_said(wall, there):
    assert there <= stated(Request("a.1", wall=wall, offset=offset_of(wall, there))) < there + 1000


def test_a_captured_request_is_answered_no_second_time():
    server, laptop = Server(), replica("a", wall=NOW, notice_area="c1")
    captured = ask(laptop)
    server(captured, "nonce")
    for _ in range(3):
        with pytest.raises(Stale):
            server(captured, "nonce")
    with pytest.raises(Stale):
        server(replace(captured, wall=captured.wall - 2 * DAY))

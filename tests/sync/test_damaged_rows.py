"""One damaged row at either end: nobody stops, both leave the record out, whoever can mends it."""

from dataclasses import replace

import pytest

from sync import bundle_exchange
from sync.changes import ASIDE, REPEAT, Entry, Key
from sync.clock import marks
from sync.exchange import Outcome, accept, answer, ask
from sync.messages import Question
from sync.ports import Device
from sync.repair import examine, fetch_damaged
from sync.replica import Replica
from sync.review import parked_key
from sync.session import Session, State
from sync.siblings import share, take
from sync.stores.memory import MemoryStore
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections

AREA = "a1"
SPOILED, OTHER = Key(AREA, "activity", "spoiled"), Key(AREA, "activity", "other")
DEVICES = {name: Device(name, frozenset({AREA}), AREA) for name in ("d1", "d2", "d3")}


@pytest.fixture(params=["memory", "sqlite"])
def make(request, tmp_path):
    walls = iter(range(1_353_571_500_000, 10**13))

    def made(name):
        if request.param == "memory":
            store = MemoryStore()
        else:
            path = tmp_path / f"{name}-{next(walls)}.db"
            store = SqliteStore(connect(path), projections())
        home = "" if name == "server" else AREA
        return Replica(store, name, lambda: next(walls), marks(f"{name}-"), home, not home)

    return made


@pytest.fixture
def hub(make):
    return make("server")


def sync(hub, replica):
    """A whole session; returns it."""
    session = Session(replica)
    for _ in range(30):
        request = session.next_request()
        if request is None:
            return session
        session.received(answer(hub, request, DEVICES[replica.device], lambda *_: ""), 1)
    raise AssertionError("no end")


def inquiries(hub):
    return lambda question: examine(hub, question, DEVICES["d1"])


def spoil(replica, change):
    """A letter of what it set has changed on the disk, and no cell proves what it was."""
    if isinstance(replica.store, MemoryStore):
        replica.store.spoil(change.at)
        return
    sql = f"update log set author = 'other' where at = ? and held <> '{REPEAT}'"
    assert 1 == replica.store.db.execute(sql, [str(change.at)]).rowcount


@pytest.fixture
def spoiled(hub, make):
    """Two records of the first laptop; the server's row of one of them is damaged."""
    first = make("d1")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    first.write(OTHER, {"title": "b"}, "Lan")
    assert State.SETTLED is sync(hub, first).state
    spoil(hub, change)
    return first, change


def records(replica):
    found = replica.store.load([SPOILED, OTHER]).values()
    return {record.key.record_id: record.values for record in found if record.cells}


def test_a_new_laptop_gets_everything_but_the_damaged_change(hub, spoiled, make):
    second = make("d2")
    session = sync(hub, second)

    assert State.SETTLED is session.state
    assert (SPOILED,) == session.damaged
    assert {"other": {"title": "b"}} == records(second)


def test_its_author_mends_it_and_then_everybody_has_it(hub, spoiled, make):
    first, _ = spoiled
    second = make("d2")
    sync(hub, second)
    session = sync(hub, first)

    assert (State.SETTLED, ()) == (session.state, session.damaged)
    assert [] == hub.store.damage()
    assert State.SETTLED is sync(hub, second).state
    assert records(first) == records(second) == records(hub)


def test_whoever_else_has_it_mends_it(hub, make):
    first, second, third = map(make, ("d1", "d2", "d3"))
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    sync(hub, first)
    sync(hub, second)
    spoil(hub, change)
    assert (SPOILED,) == sync(hub, third).damaged

    assert () == sync(hub, second).damaged
    assert () == sync(hub, third).damaged
    assert records(third) == records(first)


def test_it_is_mended_though_the_row_of_its_record_is_damaged_too(hub, spoiled, make):
    first, _ = spoiled
    if isinstance(hub.store, SqliteStore):
        sql = "update records set cells = replace(cells, '\"a\"', '\"b\"') where record_id = ?"
        assert 1 == hub.store.db.execute(sql, [SPOILED.record_id]).rowcount
    third = make("d3")
    assert (State.SETTLED, (SPOILED,)) == ((session := sync(hub, third)).state, session.damaged)

    assert (State.SETTLED, ()) == ((session := sync(hub, first)).state, session.damaged)
    assert State.SETTLED is sync(hub, third).state
    assert records(first) == records(third) == records(hub)


def test_what_is_sent_for_it_counts_only_if_it_is_the_same_change(hub, spoiled, make):
    first, change = spoiled
    sync(hub, make("d2"))
    forged = replace(change, fields={"title": "forged"})
    request = replace(Session(first).next_request(), restored=(forged,))

    assert (SPOILED,) == answer(hub, request, DEVICES["d1"], lambda *_: "").damaged
    assert [change.at] == [damage.at for damage in hub.store.damage()]


@pytest.mark.parametrize("is_itself", [False, True], ids=["notice", "notice and change"])
def test_a_record_whose_notice_of_parking_is_damaged_is_left_out_too(hub, make, is_itself):
    """Its author does not hear that a change of it was parked."""
    first = make("d1")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    answer(hub, Session(first).next_request(), DEVICES["d1"], lambda *_: "closed")
    notice = parked_key(AREA, change.at)
    (entry,) = hub.store.history([notice])
    spoil(hub, entry.change)
    if is_itself:
        spoil(hub, change)
    hub.store.history([notice, SPOILED])
    session = sync(hub, first)

    assert State.SETTLED is session.state
    assert {notice, SPOILED} == set(session.damaged)


def test_a_record_is_not_rebuilt_while_a_row_of_it_is_damaged(hub, spoiled, make):
    before = records(hub)
    sync(hub, make("d2"))
    hub.rebuild([SPOILED, OTHER])

    assert before == records(hub)


def test_whoever_asks_for_the_changes_of_a_record_is_not_told_half_of_them(hub, spoiled):
    first, change = spoiled
    first.write(SPOILED, {"title": "c"}, "Lan")
    sync(hub, first)
    spoil(hub, change)
    reply = examine(hub, Question(first.name, keys=(SPOILED, OTHER)), DEVICES["d1"])

    assert (SPOILED,) == reply.damaged
    assert {OTHER} == {c.key for c in reply.changes}


def test_the_same_change_that_comes_as_new_puts_the_damaged_row_right(hub, spoiled):
    first, _ = spoiled
    hub.store.history([SPOILED])
    first.become_new_replica()
    first.store.save_checkpoint(first.store.checkpoint()._replace(sent=0))
    first.settle(first.store.strays(""))

    assert State.SETTLED is sync(hub, first).state
    assert [] == hub.store.damage()


def test_a_change_to_be_sent_that_cannot_be_read_holds_up_no_other(hub, make):
    first, second = make("d1"), make("d2")
    first.write(OTHER, {"title": "a"}, "Lan")
    change = first.write(SPOILED, {"title": "b"}, "Lan")
    first.write(OTHER, {"title": "c"}, "Lan")
    spoil(first, change)

    assert State.SETTLED is sync(hub, first).state
    sync(hub, second)
    assert {"other": {"title": "c"}} == records(second) == records(first)
    assert [(change.at, ASIDE)] == [(d.at, d.reason) for d in first.store.damage()]


def test_what_a_copy_still_has_of_it_is_sent_after_all(hub, make):
    first, second = make("d1"), make("d2")
    change = first.write(SPOILED, {"title": "b"}, "Lan")
    first.write(OTHER, {"title": "c"}, "Lan")
    spoil(first, change)
    sync(hub, first)
    first.put_back([change])
    sync(hub, first)
    sync(hub, second)

    assert {"other": {"title": "c"}, "spoiled": {"title": "b"}} == records(second)


def test_a_sent_change_that_cannot_be_read_is_asked_for_by_its_timestamp(hub, spoiled):
    first, change = spoiled
    hub.store.history([SPOILED])
    sync(hub, first)
    spoil(first, change)
    first.store.history([SPOILED])
    stamps = tuple(damage.at for damage in first.store.damage())
    hub_is_right = examine(hub, Question(first.name, stamps=stamps), DEVICES["d1"])
    first.put_back(hub_is_right.changes, is_sure=True)

    assert (change.at,) == stamps
    assert [] == first.store.damage()
    assert State.SETTLED is sync(hub, first).state


def test_what_the_server_holds_of_it_is_fetched_and_stands_again(hub, spoiled):
    first, change = spoiled
    hub.store.history([SPOILED])
    hub.write(SPOILED, {"title": "of the province"})
    sync(hub, first)
    spoil(first, change)
    first.store.history([SPOILED])

    assert 1 == fetch_damaged(first, inquiries(hub))
    assert (0, []) == (fetch_damaged(first, inquiries(hub)), first.store.damage())
    assert records(first) == records(hub)


def test_what_the_server_parked_is_fetched_and_stays_left_out(hub, make):
    """A damaged row kept the record as it was, while the notice came that takes it off."""
    first = make("d1")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    spoil(first, change)
    first.store.history([SPOILED])
    request = Session(first).next_request()
    right = replace(change, replica="", number=0)
    answer(hub, replace(request, changes=(right,)), DEVICES["d1"], lambda *_: "closed")
    sync(hub, first)

    assert fetch_damaged(first, inquiries(hub))
    assert State.SETTLED is sync(hub, first).state
    assert {} == records(first)


def test_what_the_server_does_not_hold_either_is_aside_and_its_record_as_there(hub, make):
    first = make("d1")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    sync(hub, first)
    spoil(first, change)
    first.store.history([SPOILED])
    bare = make("server")

    assert 1 == fetch_damaged(first, inquiries(bare))
    assert [(change.at, ASIDE)] == [(d.at, d.reason) for d in first.store.damage()]
    assert {} == records(first)
    assert 0 == fetch_damaged(first, inquiries(bare))


def test_what_was_never_sent_is_not_asked_for(hub, make):
    first = make("d1")
    spoil(first, first.write(SPOILED, {"title": "a"}, "Lan"))
    first.store.history([SPOILED])

    assert 0 == fetch_damaged(first, inquiries(hub))
    assert [""] == [damage.reason for damage in first.store.damage()]


def test_a_damaged_head_at_the_server_breaks_no_history(hub, make):
    first = make("d1")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    sync(hub, first)
    spoil(hub, change)
    name = first.name
    first.write(OTHER, {"title": "b"}, "Lan")

    assert State.SETTLED is sync(hub, first).state
    assert name == first.name
    assert {"spoiled": {"title": "a"}, "other": {"title": "b"}} == records(hub)


def test_a_new_feed_sets_nothing_aside_that_the_server_cannot_read(hub, make):
    first, second = make("d1"), make("d2")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    sync(hub, first)
    sync(hub, second)
    spoil(hub, change)
    scope = Device("d2", frozenset({AREA}), AREA, certificate=2)
    request = ask(second)
    outcome = accept(second, answer(hub, request, scope, lambda *_: ""))

    assert Outcome.SETTLED is outcome
    assert [""] == [entry.reason for entry in second.store.history([SPOILED])]
    assert {"spoiled": {"title": "a"}} == records(second)


def test_what_we_made_is_sent_again_though_another_change_of_its_record_is_damaged(hub, make):
    first, second, restored = make("d1"), make("d2"), make("server")
    ours = first.write(SPOILED, {"title": "a"}, "Lan")
    sync(hub, first)
    first.become_new_replica()  # from now on the feed vouches for it
    sync(hub, first)
    restored.begin_epoch()
    theirs = second.write(SPOILED, {"women": 1}, "Hoa")
    sync(restored, second)
    spoil(restored, theirs)
    sync(restored, first)

    assert [theirs.at] == [damage.at for damage in restored.store.damage()]
    assert ours.at in restored.store.find([ours.at])


def test_files_carry_what_the_server_cannot_read_and_leave_out_what_we_cannot(hub, spoiled, make):
    first, change = spoiled
    hub.store.history([SPOILED])
    unsent = first.write(OTHER, {"title": "d"}, "Lan")
    first.write(OTHER, {"title": "e"}, "Lan")
    spoil(first, unsent)
    wanted = answer(hub, ask(first), DEVICES["d1"], lambda *_: "").wanted
    for request in bundle_exchange.requests(first, wanted=wanted):
        answered = answer(hub, request, DEVICES["d1"], lambda *_: "")

    assert (change.at,) == wanted
    assert ((), ()) == (answered.damaged, answered.wanted)
    assert {"spoiled": {"title": "a"}, "other": {"title": "e"}} == records(hub)


def test_what_waits_is_read_from_its_repeat_where_its_own_row_is_damaged(hub, make):
    first = make("d1")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    first.store.append([Entry(replace(change, replica="", number=0), reason=REPEAT)])
    spoil(first, change)

    assert State.SETTLED is sync(hub, first).state
    assert {"spoiled": {"title": "a"}} == records(hub)


def test_a_sibling_gives_back_what_it_has_and_its_word_alone_replaces_nothing(hub, make):
    first, second = make("d1"), make("d2")
    change = first.write(SPOILED, {"title": "a"}, "Lan")
    sync(hub, first)
    sync(hub, second)
    spoil(second, change)
    assert [] == second.store.history([SPOILED])
    pages = list(share(first, [AREA]))
    forged = [
        replace(page, known=tuple(replace(c, author="Hoa") for c in page.known)) for page in pages
    ]
    take(second, forged, [AREA], lambda *_: "")
    assert [change.at] == [damage.at for damage in second.store.damage()]

    take(second, pages, [AREA], lambda *_: "")
    assert [] == second.store.damage()
    assert State.SETTLED is sync(hub, second).state

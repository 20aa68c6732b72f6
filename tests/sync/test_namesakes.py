"""Two changes under one timestamp: the one that came first bears it, the other one is parked.

No honest program makes such a pair: marks are random. A machine that lies, or is damaged, can.
"""

from copy import deepcopy
from dataclasses import replace

import pytest

from sync.changes import PARKED, REPEAT, Change, Entry, Key
from sync.exchange import Outcome, accept, ask
from sync.merge import is_same
from sync.repair import examine, repair
from sync.review import NAMESAKE, namesake_key

from .test_exchange import KEY, Star, values

OTHER = Key("c1", "activity", "2")


@pytest.fixture
def star():
    return Star("a", "b", "province")


def forge(liar, change, **more):
    """The liar's machine says that this is its own, and that it says something else."""
    number = liar.store.head(liar.name).number + 1
    forgery = replace(change, replica=liar.name, number=number, **more)
    liar.store.append([Entry(forgery)])
    return forgery


def parked(star):
    return {record.key.record_id: record.values for record in star.records(PARKED)}


def test_the_first_bears_it_and_the_second_is_parked_whole(star):
    a, b, _ = star.replicas
    true = a.write(KEY, {"title": "a"})
    star.sync(a)
    forged = forge(b, true, fields={"title": "forged"})
    star.answer(ask(b))
    (notice,) = parked(star).values()

    assert {"title": "a"} == values(star.hub)
    assert (NAMESAKE, {"title": "forged"}) == (notice["reason"], notice["fields"])
    assert namesake_key("c1", forged).record_id in parked(star)


@pytest.mark.parametrize(
    "key", [KEY, OTHER, Key("c2", "activity", "1"), Key("c9", "activity", "1")]
)
@pytest.mark.parametrize("is_sent", [False, True])
def test_who_comes_second_says_why_their_work_does_not_stand(star, key, is_sent):
    """The liar, who has read a sibling's stick, is at the server first; also from another area."""
    a, b, _ = star.replicas
    star.sync(a, b)
    true = a.write(KEY, {"title": "a"})
    forge(b, true, key=key, fields={"title": "forged"})
    star.devices["b"] = replace(star.devices["b"], areas=frozenset({"c1", "c2", "c9"}))
    star.answer(ask(b))
    if is_sent:
        accept(a, star.answer(ask(a)))
    star.sync(a)

    assert {"title": "a"} == parked(star)[namesake_key("c1", true).record_id]["fields"]
    assert values(a) == values(star.hub)
    assert values(a, key) == ({} if key.area == "c9" else {"title": "forged"})


def test_nobody_takes_an_honest_change_off_its_authors_screen(star):
    """The notice of what a sibling forged does not speak of what stands."""
    a, b, _ = star.replicas
    true = a.write(KEY, {"title": "a"})
    star.sync(a)
    forge(b, true, fields={"title": "forged"})
    star.answer(ask(b))
    star.sync(a)
    a.rebuild([KEY])

    assert {"title": "a"} == values(a)


def test_a_notice_of_parking_is_not_written_over(star):
    a, b, province = star.replicas
    province.write(KEY, {"locked": True})
    star.sync(province)
    true = a.write(KEY, {"title": "too late"})
    star.sync(a)
    forge(b, true, fields={"title": "forged"})
    star.answer(ask(b))
    star.sync(a)

    assert {"too late", "forged"} == {each["fields"]["title"] for each in parked(star).values()}
    assert {"locked": True} == values(a)


def test_what_a_sibling_forged_gives_way_to_what_the_server_says(star):
    _, b, province = star.replicas
    true = province.write(KEY, {"title": "p"})
    b.store.append([Entry(replace(true, number=0, fields={"title": "x"}), "server.x/1")])
    b.rebuild([KEY])
    star.sync(province, b)

    assert {"title": "p"} == values(b)
    assert [REPEAT, ""] == [e.reason for e in b.store.log if e.change.at == true.at]


def test_what_a_server_acknowledged_and_lost_is_sent_again_to_be_parked(star):
    a, b, _ = star.replicas
    star.sync(a, b)
    before = deepcopy(star.hub.store)
    true = a.write(KEY, {"title": "a"})
    star.sync(a)
    a.become_new_replica()
    star.restore_server(before)
    forge(b, true, fields={"title": "forged"})
    star.answer(ask(b))
    star.sync(a)

    assert {"title": "a"} == parked(star)[namesake_key("c1", true).record_id]["fields"]
    assert values(a) == values(star.hub) == {"title": "forged"}


def test_repair_takes_the_servers_content_too(star):
    a, b, _ = star.replicas
    true = a.write(KEY, {"title": "a"})
    star.sync(a, b)
    (entry,) = b.store.find([true.at]).values()
    b.store.log = [entry._replace(change=replace(true, number=0, fields={"title": "x"}))]
    b.rebuild([KEY])
    device = star.devices["b"]
    assert Outcome.DIFFERS is accept(b, star.answer(ask(b)))
    repair(b, device.areas, lambda question: examine(star.hub, question, device))

    assert Outcome.SETTLED is accept(b, star.answer(ask(b)))
    assert {"title": "a"} == values(b)


def test_a_history_that_breaks_keeps_counting_what_bears_anothers_timestamp(star):
    a, b, _ = star.replicas
    star.sync(a, b)
    image = deepcopy(a.store)
    a.write(OTHER, {"title": "lost"})
    star.sync(a)
    a.store = image
    true = a.write(KEY, {"title": "a"})
    after = a.write(OTHER, {"title": "after"})
    forge(b, true, fields={"title": "forged"})
    star.answer(ask(b))
    a.take_in([replace(b.store.own(b.name, 0, 9)[-1], number=0)], a.store.checkpoint().feed)
    star.sync(a)

    assert [true.at, after.at] == [a.at(1), a.at(2)]
    assert "a" in [each["fields"]["title"] for each in parked(star).values()]
    assert values(a) == values(star.hub) == {"title": "forged"}


@pytest.mark.parametrize("value", [True, 1.0, "1", [1]])
def test_one_is_neither_true_nor_a_fraction(value):
    change = Change(KEY, {"women": 1}, (1, 0, "m"))

    assert is_same(change, replace(change, replica="x", number=7))
    assert not is_same(change, replace(change, fields={"women": value}))

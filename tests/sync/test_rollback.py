"""A hub believes that it was put back only by its own word; who lacks it begins anew alone."""

from copy import deepcopy
from dataclasses import replace

import pytest

from sync import siblings
from sync.bundle_exchange import requests, responses
from sync.changes import Key
from sync.errors import Busy
from sync.exchange import Outcome, accept, answer, ask, feed_name
from sync.messages import Request, Shared

from .test_exchange import KEY, Star, may, values


class Trusting(Star):
    """A star whose hub has a secret, and counts who had to begin anew."""

    def __init__(self, *names):
        super().__init__(*names)
        self.hub.secret, self.renewed, self.claimed = b"known to the hub alone", [], []

    def answer(self, request):
        device = self.devices[request.replica.split(".")[0]]
        return answer(self.hub, request, device, may, self.renew)

    def renew(self, device, is_claimed):
        self.renewed.append(device.name)
        self.claimed.append(is_claimed)
        self.devices[device.name] = replace(device, certificate=device.certificate + 100)
        return self.devices[device.name]

    def put_back(self, image):
        """As a snapshot of a virtual machine does: nobody tells the hub."""
        self.hub.store = deepcopy(image)


@pytest.fixture
def star():
    star = Trusting("a", "b")
    for who in star.replicas:
        who.write(Key("c1", "activity", who.device), {"title": who.device})
    star.sync(*star.replicas, *star.replicas)
    return star


def test_a_place_beyond_the_end_without_our_word_moves_nobody_else(star):
    a, b = star.replicas
    epoch, name, feed = star.hub.epoch, star.hub.name, b.store.checkpoint().feed
    far = replace(ask(a), cursor=1 << 40)
    for lie in (far, replace(far, mac=b""), replace(far, mac=bytes(8)), replace(far, sent=99)):
        star.answer(lie)
        star.devices["a"] = replace(star.devices["a"], certificate=1)  # as if it had not happened
    star.sync(b)

    assert ["a"] * 4 == star.renewed
    assert [True, False, True, True] == star.claimed
    assert (epoch, name) == (star.hub.epoch, star.hub.name)
    assert feed == b.store.checkpoint().feed


def test_who_cannot_prove_its_place_reads_all_again_and_loses_nothing(star):
    a, _ = star.replicas
    here = a.store.checkpoint()
    a.store.save_checkpoint(here._replace(cursor=1 << 40, mac=""))
    a.write(KEY, {"title": "unsent"})
    star.sync(a)

    assert ["a"] == star.renewed
    assert feed_name(star.hub, star.devices["a"]) == a.store.checkpoint().feed != here.feed
    assert star.hub.store.end() >= a.store.checkpoint().cursor
    assert "unsent" == values(star.hub)["title"] == values(a)["title"]


def test_who_believed_a_siblings_false_place_is_not_taken_for_the_liar(star):
    a, b = star.replicas
    feed, areas = b.store.checkpoint().feed, ("c1", "c2")
    far = Shared(b.name, areas, feed, 1 << 40, last=True)
    siblings.take(a, [far], set(areas), may)
    a.write(KEY, {"title": "unsent"})
    star.sync(a)

    assert (["a"], [False]) == (star.renewed, star.claimed)
    assert "unsent" == values(star.hub)["title"] == values(a)["title"]


def test_a_hub_that_cannot_give_another_certificate_has_such_a_device_wait(star):
    a, _ = star.replicas
    with pytest.raises(Busy) as refused:
        answer(star.hub, replace(ask(a), cursor=1 << 40), star.devices["a"], may)

    assert 3600 == refused.value.seconds


@pytest.mark.parametrize("field", ["device", "feed", "cursor", "replica", "head", "secret"])
def test_a_word_is_good_for_what_it_was_given_for(star, field):
    a, _ = star.replicas
    asked, image = ask(a), deepcopy(star.hub.store)
    star.hub.write(KEY, {"title": "later"})
    star.sync(a)
    later = ask(a)
    star.put_back(image)
    lies = {
        "device": later,
        "feed": later,
        "cursor": replace(later, cursor=later.cursor + 1),
        "replica": replace(later, replica="a.other"),
        "head": replace(later, ahead=later.ahead + 1),
        "secret": later,
    }
    if field == "device":
        word = answer(star.hub, replace(asked, replica="b.x"), star.devices["b"], may).mac
        lies[field] = replace(later, mac=word)
    if field == "feed":
        star.devices["a"] = replace(star.devices["a"], certificate=7)
        lies[field] = replace(later, feed=feed_name(star.hub, star.devices["a"]))
    if field == "secret":
        star.hub.secret = b"another"
    epoch = star.hub.epoch
    star.answer(lies[field])

    assert (epoch, ["a"]) == (star.hub.epoch, star.renewed)


def test_what_was_sent_beyond_the_head_proves_it_as_well_as_the_cursor(star):
    """Others have brought so much since that the cursor lies within the log again."""
    a, b = star.replicas
    image, epoch = deepcopy(star.hub.store), star.hub.epoch
    a.write(KEY, {"title": "lost"})
    star.sync(a)
    star.put_back(image)
    for number in range(9):
        b.write(Key("c1", "activity", f"of b {number}"), {"title": number})
    accept(b, star.answer(ask(b)))
    assert epoch == star.hub.epoch
    star.sync(a, b)

    assert (epoch != star.hub.epoch, []) == (True, star.renewed)
    assert "lost" == values(star.hub)["title"] == values(b)["title"]


def test_a_request_without_a_word_that_went_beyond_the_head_only_learns_the_head(star):
    a, _ = star.replicas
    epoch, asked = star.hub.epoch, ask(a)
    told = star.answer(replace(asked, sent=asked.sent + 5, mac=b"", ahead=0))

    assert (epoch, [], asked.sent) == (star.hub.epoch, star.renewed, told.head)


def test_the_requests_of_a_bundle_prove_what_the_answer_before_them_said(star):
    """They go beyond each other, and each is a good word of the one place."""
    a, _ = star.replicas
    epoch = star.hub.epoch
    for number in range(60):
        a.write(Key("c1", "activity", f"{number}"), {"title": f"{number}" * 30})
    carried = list(requests(a, 300))
    for request in reversed(carried):
        star.answer(request)
    assert len(carried) > 2
    assert ({a.store.checkpoint().vouched}, epoch, []) == (
        {request.sent - request.ahead for request in carried},
        star.hub.epoch,
        star.renewed,
    )
    for response in responses(star.answer, carried, 300):
        accept(a, response)

    assert (epoch, []) == (star.hub.epoch, star.renewed)
    assert a.store.checkpoint().sent == star.hub.store.head(a.name).number


def test_a_bundle_in_a_drawer_does_not_tell_a_hub_that_it_was_put_back(star):
    a, _ = star.replicas
    a.write(KEY, {"title": "on the stick"})
    old = list(requests(a))
    star.sync(a)
    epoch = star.hub.epoch
    star.hub.begin_epoch()
    star.sync(*star.replicas)
    now = star.hub.epoch
    for request in old:
        star.answer(request)

    assert (now, []) == (star.hub.epoch, star.renewed)
    assert epoch != now


def test_a_machine_that_took_over_a_siblings_place_goes_on_from_there(star):
    """The sibling's word is good for the sibling alone; ours comes with the next answer."""
    a, b = star.replicas
    b.write(KEY, {"title": "by stick"})
    star.sync(b)
    epoch = star.hub.epoch
    siblings.take(a, list(siblings.share(b, {"c1", "c2"})), {"c1", "c2"}, may)
    star.sync(a)

    assert (epoch, []) == (star.hub.epoch, star.renewed)
    assert a.store.checkpoint().mac


def test_a_late_answer_leaves_the_word_of_the_place_that_is_kept(star):
    a, b = star.replicas
    late = star.answer(ask(a))
    b.write(KEY, {"title": "newer"})
    star.sync(b, a)
    before = a.store.checkpoint()
    accept(a, late)
    asked = ask(a)

    assert (before.cursor, bytes.fromhex(before.mac)) == (asked.cursor, asked.mac)
    assert before.vouched == asked.sent - asked.ahead


def test_a_hub_goes_on_under_another_name_without_anybody_reading_again(star):
    a, _ = star.replicas
    feed, name = a.store.checkpoint().feed, star.hub.name
    star.hub.rename()
    star.hub.write(KEY, {"title": "by another writer"})
    star.sync(a)

    assert (True, feed) == (name != star.hub.name, a.store.checkpoint().feed)
    assert "by another writer" == values(a)["title"]


def test_a_log_that_was_begun_by_an_earlier_version_keeps_the_names_of_its_feeds(star):
    hub = star.hub
    hub.store.save_checkpoint(hub.store.checkpoint()._replace(epoch=""))
    hub.__post_init__()

    assert hub.name == hub.epoch


def test_a_device_that_is_new_has_no_word_and_needs_none(star):
    first = Request(star.replicas[0].name)

    assert (b"", 0) == (first.mac, first.ahead)
    assert 8 == len(star.answer(first).mac)
    assert Outcome.SETTLED is accept(star.replicas[0], star.answer(ask(star.replicas[0])))

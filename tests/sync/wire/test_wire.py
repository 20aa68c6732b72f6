"""Whatever can be said arrives as it was said; whatever else arrives is refused whole."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import wire
from sync.changes import Change, Key
from sync.clock import Timestamp, marks
from sync.errors import MessageUnreadable
from sync.messages import (
    Certificate,
    Enrolment,
    Greeting,
    Introduction,
    Message,
    Question,
    Refusal,
    Reply,
    Request,
    Response,
    Shared,
)
from sync.wire import frame

from ..strategies import histories, keys, stamps, texts

counts = st.integers(0, 2**53 - 1)
digests = st.integers(0, 2**128 - 1)
clocks = st.integers(-(2**40), 2**45)
macs = st.just(b"") | st.binary(min_size=8, max_size=8)
times = st.lists(stamps, max_size=4).map(tuple)
records = st.lists(keys, max_size=4).map(tuple)
named = st.dictionaries(texts, texts, max_size=3)
MESSAGES = {
    Request: st.builds(
        Request,
        replica=texts,
        sent=counts,
        newest=stamps,
        changes=histories,
        feed=texts,
        cursor=counts,
        wall=clocks,
        schema=texts,
        holds=digests,
        mac=macs,
        ahead=counts,
        offset=clocks,
        restored=histories,
    ),
    Response: st.builds(
        Response,
        replica=texts,
        asked=texts,
        since=counts,
        head=counts,
        newest=stamps,
        feed=texts,
        changes=histories,
        cursor=counts,
        more=st.booleans(),
        areas=st.lists(st.uuids().map(str) | texts).map(tuple),
        digest=digests,
        wait=counts,
        holds=digests,
        mac=macs,
        spent=counts,
        damaged=records,
        wanted=times,
        release=named,
        handover=named,
    ),
    Question: st.builds(Question, texts, texts, records, clocks, clocks, times),
    Reply: st.builds(Reply, st.dictionaries(texts, digests), histories, records),
    Refusal: st.builds(Refusal, texts, counts, clocks),
    Greeting: st.builds(Greeting, texts),
    Introduction: st.builds(Introduction, texts, texts, counts, texts),
    Enrolment: st.builds(Enrolment, texts, texts, texts, texts, texts),
    Certificate: st.builds(
        Certificate,
        texts,
        st.lists(texts).map(tuple),
        texts,
        counts,
        texts,
        named,
        texts,
        counts,
    ),
    Shared: st.builds(
        Shared,
        replica=texts,
        areas=st.lists(texts).map(tuple),
        feed=texts,
        cursor=counts,
        known=histories,
        waiting=histories,
        last=st.booleans(),
    ),
}
messages = st.one_of(*MESSAGES.values())


@given(messages)
def test_a_message_comes_back_to_the_letter(message):
    back = wire.decode(type(message), wire.encode(message))

    assert message == back
    assert repr(message) == repr(back)


def test_every_message_of_the_protocol_is_tried_above():
    assert set(MESSAGES) == set(Message.__args__)


@given(messages, st.data())
def test_a_message_cut_anywhere_is_refused(message, data):
    whole = wire.encode(message)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]

    with pytest.raises(MessageUnreadable):
        wire.decode(type(message), cut)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


@given(st.sampled_from([*MESSAGES]), st.data())
def test_whatever_a_body_says_it_is_read_or_refused(kind, data):
    body = {f.name: data.draw(anything) for f in fields(kind) if data.draw(st.booleans())}
    text = json.dumps({"is": kind.__name__.lower(), **body}).encode()

    try:
        wire.decode(kind, frame.pack(text, data.draw(st.binary(max_size=40))))
    except MessageUnreadable:
        return


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"is":"request"}', b"[" * 90_000, b"nul"])
def test_what_is_no_message_is_refused(text):
    with pytest.raises(MessageUnreadable):
        wire.decode(Request, frame.pack(text))


def test_a_message_of_another_kind_is_named():
    with pytest.raises(MessageUnreadable, match="not a Request, but a refusal"):
        wire.decode(Request, wire.encode(Refusal("busy")))


def test_what_a_newer_version_adds_is_ignored():
    body = {"is": "refusal", "code": "busy", "seconds": 3, "because": ["newer", {"x": 1}]}

    assert Refusal("busy", 3) == wire.decode(Refusal, frame.pack(json.dumps(body).encode()))


def test_half_a_letter_is_refused_because_no_database_keeps_it():
    text = json.dumps({"is": "request", "replica": "a.1\ud800"}).encode()

    with pytest.raises(MessageUnreadable):
        wire.decode(Request, frame.pack(text))


def test_a_message_that_unpacks_to_too_much_is_refused():
    with pytest.raises(MessageUnreadable, match="larger than allowed"):
        wire.decode(Request, wire.encode(Request("a.1")), limit=10)


@given(MESSAGES[Request], MESSAGES[Response], st.booleans())
def test_an_answer_leaves_out_what_its_request_said(asked, said, is_next):
    if is_next:
        said = replace(said, replica=asked.replica, asked=asked.feed, since=asked.cursor)
        said = replace(said, feed=asked.feed, cursor=asked.cursor)
    data = wire.encode(said, asked)

    assert said == wire.decode(Response, data, asked)
    if is_next:
        text, _ = wire.plain(said, asked)
        assert {"replica", "asked", "since", "feed", "cursor"}.isdisjoint(json.loads(text))


def told(changes=(), **fields):
    """A request as JSON, whose changes are changed."""
    body = json.loads(wire.plain(Request("a.1", changes=SOME[:2]))[0])
    body["changes"]["groups"][0] |= dict(changes)
    return frame.pack(json.dumps({**body, **fields}).encode())


@pytest.mark.parametrize(
    "lenient",
    [
        {"sent": True},
        {"sent": 1.0},
        {"sent": 2**53},
        {"sent": "1"},
        {"newest": "abc"},
        {"newest": [1, True, "m"]},
        {"changes": (("at", [[True, 1], ["m", "n"]]),)},
        {"changes": (("at", [[1, True], ["m", "n"]]),)},
        {"changes": (("at", [[1, 1], "mn"]),)},
        {"changes": (("at", [[1, 1], ["Ab3dE9xQ1", True]]),)},
        {"changes": (("id", "ab"),)},
        {"changes": (("id", [False, "b"]),)},
        {"changes": (("id", True),)},
        {"changes": (("n", [True, 2]),)},
        {"changes": (("set", {"title": "ab"}),)},
        {"changes": (("set", {"title": [1, json.loads("[" * 70 + "]" * 70)]}),)},
    ],
    ids=str,
)
def test_what_only_looks_like_what_is_meant_is_refused(lenient):
    wire.decode(Request, told())
    with pytest.raises(MessageUnreadable):
        wire.decode(Request, told(**lenient))


@pytest.mark.parametrize("digest", ["0x1f", "-1", "1_0", " 1", "1F", "01", "", 5, None, "1" * 33])
def test_a_digest_is_written_in_one_way(digest):
    body = {"is": "reply", "digests": {"activity": digest}}
    with pytest.raises(MessageUnreadable):
        wire.decode(Reply, frame.pack(json.dumps(body).encode()))


def test_as_many_changes_travel_as_may_be_read_however_many_fields_they_have():
    fields = {f"field {n}": 1 for n in range(300)}
    seen = dict.fromkeys(fields, Timestamp(1, 0, "m"))
    wide = [replace(change, fields=fields, seen=seen) for change in SOME] * 20
    count = wire.fitting(wide, 1 << 30)
    data = wire.encode(Request("a.1", changes=tuple(wide[:count])))

    assert 100 < count < len(wide)
    assert count == len(wire.decode(Request, data).changes)


MARK = marks("Ab3dE9xQ")
SOME = tuple(
    Change(Key("c1", "activity", f"{n}"), {"title": f"Lớp {n * 7919}"}, Timestamp(n, 0, MARK()))
    for n in range(300)
)


def test_as_many_changes_as_fit_the_budget_and_one_at_the_least():
    assert 0 == wire.fitting((), 8192)
    assert 1 == wire.fitting(SOME, 1)
    assert 300 == wire.fitting(SOME, 1 << 20)


@pytest.mark.parametrize("budget", [200, 500, 1000, 2000])
def test_what_fits_is_about_as_large_as_the_budget(budget):
    bare = Request("a.1")
    count = wire.fitting(SOME, budget)
    size = len(wire.encode(replace(bare, changes=SOME[:count]))) - len(wire.encode(bare))

    assert 0.5 * budget < size < 1.2 * budget


@pytest.mark.parametrize("value", ["ề" * 20_000, {"writes": ["\x01" * 20_000]}, "\x01" * 20_000])
def test_what_packs_to_nothing_still_fits_only_as_far_as_it_can_be_unpacked(value):
    """A conflict of hundreds of writes says all of them with each: a page of it is a bomb."""
    bombs = [replace(change, fields={"title": value}) for change in SOME]
    count = wire.fitting(bombs, 1 << 20)
    data = wire.encode(Request("a.1", changes=tuple(bombs[:count])))

    assert 20 < count < 300
    assert count == len(wire.decode(Request, data).changes)
    assert 1 == wire.fitting([replace(SOME[0], fields={"title": "x" * wire.LIMIT})] * 2, 1 << 20)


def test_small_messages_are_packed_by_the_dictionary():
    """The figures are measured in ``benchmarks``; this only notices if packing is off."""
    assert len(wire.encode(Request("a.1", changes=SOME[:20]))) < 400
    assert len(wire.encode(Request("centre-1.Ab3dE9xQ0"))) < 50


@pytest.mark.parametrize("name", ["sent", "cursor", "budget", "waiting"])
@pytest.mark.parametrize("number", [-1, True, 1.5, 2**53, "1", None])
def test_what_is_counted_is_a_whole_number_that_is_not_below_zero(name, number):
    text = json.dumps({"is": "request", "replica": "a.1", name: number}).encode()

    with pytest.raises(MessageUnreadable):
        wire.decode(Request, frame.pack(text))


@pytest.mark.parametrize("number", [True, 1.5, 2**53, -(2**53), "1", None])
def test_what_a_clock_says_is_a_whole_number(number):
    text = json.dumps({"is": "request", "replica": "a.1", "wall": number}).encode()

    with pytest.raises(MessageUnreadable):
        wire.decode(Request, frame.pack(text))


@pytest.mark.parametrize("part", ["fields", "seen", "record_id"])
def test_what_fits_never_unpacks_to_more_than_anybody_reads_however_long_its_names(part):
    names = [f"{number}".rjust(400, "n") for number in range(400)]
    changes = [_named_at_length(part, turn, names) for turn in range(300)]
    count = wire.fitting(changes, wire.MOST)
    text, _ = wire.plain(Request("a.1", changes=tuple(changes[:count])))

    assert 1 < count < len(changes)
    assert len(text) < wire.LIMIT


def _named_at_length(part, turn, names):
    """A change that packs to next to nothing."""
    at, longest = Timestamp(1000, turn, f"{turn}"), Timestamp(1, 0, "m" * 400)
    fields = {f"{turn}.{name}": None for name in names} if part == "fields" else {"title": 1}
    seen = {f"{turn}.{name}": longest for name in names} if part == "seen" else {}
    record_id = f"{turn}".rjust(100_000, "r") if part == "record_id" else "1"
    return Change(Key("a1", "activity", record_id), fields, at, seen)

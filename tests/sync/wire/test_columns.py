"""Columns say exactly what the changes said, in their order."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from sync.changes import Change, Key
from sync.clock import Timestamp, marks
from sync.wire.columns import pack, unpack
from sync.wire.trailer import Tail

from ..strategies import histories

ID = "0b8f5a52-6c5e-4f5e-9d0a-0c1d2e3f4a5b"
MARK = marks("Ab3dE9xQ")


def change(number, **fields):
    return Change(Key("c1", "activity", ID), fields, Timestamp(1000 + number, 0, MARK()))


def through_text(changes):
    tail = Tail()
    text = json.dumps(pack(changes, tail))
    return unpack(json.loads(text), Tail(bytes(tail.data)))


@given(histories)
def test_what_was_packed_comes_back_to_the_letter(history):
    back = through_text(history)

    assert history == back
    assert repr(history) == repr(back)


def test_changes_that_set_the_same_fields_say_so_once():
    packed = pack([change(n, title=f"{n}", female_count=n) for n in range(50)], Tail())

    (group,) = packed["groups"]
    assert {"title": [f"{n}" for n in range(50)], "female_count": list(range(50))} == group["set"]
    assert [1] * 49 == group["at"][0][1:] == group["at"][1][1:]


def test_changes_of_many_kinds_keep_their_order():
    mixed = (change(1, a=1), change(2, b=1), change(3, a=2), change(4, a=1, b=1))

    assert mixed == through_text(mixed)


def test_identifiers_that_are_uuids_leave_the_text():
    tail = Tail()
    packed = pack([change(1), change(2)], tail)

    assert 2 == packed["groups"][0]["id"]
    assert 32 == len(tail.data)


@pytest.mark.parametrize(
    "lie",
    [
        {"set": {"a": [1]}},
        {"at": [[5], ["m"]]},
        {"at": [[5, 1], ["m", "n"], [0]]},
        {"at": [[-5, 1], ["m", "n"]]},
        {"at": [[5, True], ["m", "n"], [0, 1.5]]},
        {"at": [[5, 1], ["m", 3]]},
        {"at": [[2**60, 1], ["m", "n"]]},
        {"id": 3},
        {"id": 10**15},
        {"id": ["a"]},
        {"in": ["a", "b"]},
        {"in": ["a\0b"]},
        {"of": 7},
        {"by": None},
        {"n": [1, -1]},
        {"set": {"a\0": [1, 2]}},
    ],
)
def test_columns_that_do_not_fit_together_are_not_read(lie):
    tail = Tail()
    packed = pack([change(1, a=1), change(2, a=2)], tail)
    packed["groups"][0].update(lie)

    with pytest.raises((ValueError, TypeError, LookupError)):
        unpack(packed, tail)


@pytest.mark.parametrize("order", [[0, 1, 1], [0, 0], [0, 1, 2], [0]])
def test_an_order_that_is_not_one_of_the_groups_is_not_read(order):
    packed = pack([change(1, a=1), change(2, b=2)], Tail()) | {"order": order}
    for group in packed["groups"]:
        group["id"] = ["x"]

    with pytest.raises((ValueError, LookupError, RuntimeError)):
        unpack(packed, Tail())


def test_what_a_replica_numbered_keeps_its_number():
    numbered = tuple(replace(change(n), replica="a.1", number=n) for n in (1, 2))

    assert numbered == through_text(numbered)


def test_what_is_said_once_for_very_many_is_not_read():
    """A message of some kilobytes would become a log of gigabytes."""
    plain = Change(Key("c1", "activity", ID), {}, Timestamp(1, 0, "x"), {}, "x" * 40_000)
    some = [replace(plain, at=Timestamp(number, 0, "x")) for number in range(900)]

    assert 800 == len(through_text(some[:800]))
    with pytest.raises(ValueError, match="said once"):
        through_text(some)

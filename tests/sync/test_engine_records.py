"""The engine's own records hold nothing of a wrong kind, whoever wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.changes import CONFLICT, DEVICE, DIVERGENCE, PARKED, Key
from sync.clock import Timestamp
from sync.decisions import answer, content, subject, writes
from sync.engine_records import KINDS
from sync.merge import Cell, Record
from sync.replay import divergence
from sync.review import is_open
from tests.schemas.declared import ANYTHING

AT = Timestamp(1, 0, "x")


def record(kind, values):
    return Record(Key("a", kind, "x"), {name: Cell(v, AT) for name, v in values.items()})


@pytest.mark.parametrize("kind", [CONFLICT, PARKED, DEVICE, DIVERGENCE])
@given(data=st.data())
def test_whatever_stands_in_a_notice_it_can_be_read(kind, data):
    names = st.sampled_from([*KINDS[kind], "newer"])
    found = record(kind, data.draw(st.dictionaries(names, ANYTHING)))

    assert isinstance(subject(found), Key)
    assert all(isinstance(write.at, Timestamp) for write in writes(found))
    assert isinstance(dict(content(found)), dict)
    assert all(isinstance(part, str) for part in answer(found))
    assert is_open(found) in (True, False)
    told = divergence.read_divergence(found)
    assert told is None or isinstance(told.at, int)


@pytest.mark.parametrize("closed", [5, "a", {"a": 1}, [[]], [None]])
def test_what_closes_nothing_leaves_a_conflict_open(closed):
    stamp = str(Timestamp(1_343_106_000_000, 0, "x"))

    assert is_open(record(CONFLICT, {"writes": {stamp: 5}, "closed": closed}))
    assert not is_open(record(CONFLICT, {"writes": {stamp: 5}, "closed": [stamp]}))


def test_only_true_deletes_a_record():
    for value in (1, "true", [1], {"a": 1}, 0.5):
        assert not record("activity", {"_deleted": value}).deleted
    assert record("activity", {"_deleted": True}).deleted

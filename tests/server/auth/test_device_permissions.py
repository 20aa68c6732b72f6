import pytest

from schemas.permissions import OWNED
from schemas.record import get, record_types
from schemas.reversing import reversal
from server.auth import device_permissions
from server.auth.device_permissions import may
from sync.changes import DELETED, Change, Key
from sync.clock import ZERO
from sync.merge import Cell, Record
from sync.ports import Device
from sync.review import NAMESAKE, UNTYPED

HOME, PUBLISHED = "home", "published"
ENTRY = Record(
    Key(HOME, "fund_transaction", "1"),
    {"voucher": Cell("PT 01", ZERO), "donor": Cell("Bùi Văn Nam", ZERO)},
)
DEVICE = Device("d", frozenset([HOME, PUBLISHED]), HOME)


def judged(record_type, *fields, area=HOME):
    key = Key(area, record_type, "1")
    return may(DEVICE, Record(key), Change(key, dict.fromkeys(fields, "x"), ZERO))


@pytest.mark.parametrize("record_type", ["activity", "centre_profile"])
def test_a_centre_may_write_what_is_its_own(record_type):
    fields = get(record_type).example()

    assert "" == judged(record_type, *fields, DELETED)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["self_score.1.1", "reason.1.1", "evidence.1.1"], ""),
        (["self_score.1.1", "verified_score.1.1"], "owned by the district"),
        (["verified_reason.2.3"], "owned by the district"),
    ],
)
def test_of_an_evaluation_a_centre_writes_its_own_half(fields, expected):
    assert expected == judged("evaluation", *fields)


@pytest.mark.parametrize(
    ("record_type", "field", "owner"),
    [
        ("obstacle", "title", ""),
        ("obstacle", "decision", "owned by the province"),
        ("obstacle", "district_note", "owned by the district"),
        ("recommendation", "district_view", "owned by the district association"),
        ("recommendation", "association_reply", "owned by the association"),
    ],
)
def test_of_what_goes_both_ways_a_centre_writes_its_own_half(record_type, field, owner):
    assert owner == judged(record_type, field)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["voucher"], "entries are never changed"),
        ([DELETED], "entries are never changed"),
        (["note"], ""),
        (["donor"], "entries are never changed"),
    ],
)
def test_an_entry_of_a_fund_is_never_changed(fields, expected):
    assert expected == may(DEVICE, ENTRY, Change(ENTRY.key, dict.fromkeys(fields, "x"), ZERO))


def test_but_the_name_of_who_gave_is_taken_out_of_it_when_they_want_it():
    gone = Change(ENTRY.key, {"donor": None, "consented_on": None}, ZERO)
    more = Change(ENTRY.key, {"donor": None, "voucher": None}, ZERO)

    assert "" == may(DEVICE, ENTRY, gone)
    assert "entries are never changed" == may(DEVICE, ENTRY, more)


@pytest.mark.parametrize(
    ("place", "expected"),
    [("published", "published by the province"), ("internal", "internal to the offices")],
)
def test_what_no_centre_keeps_is_written_at_the_server_alone(place, expected):
    found = [name for name, schema in record_types().items() if schema.lives_in == place]

    assert {expected} == {judged(name, "title") for name in found}


@pytest.mark.parametrize("area", [HOME, PUBLISHED])
def test_no_centre_publishes(area):
    assert judged("criteria_set", "title", area=area)


def test_no_centre_writes_into_the_published_area():
    assert "outside the home area" == judged("activity", "title", area=PUBLISHED)


@pytest.mark.parametrize(
    ("record_type", "field"), [("activity", "of_a_newer_version"), ("newer_type", "anything")]
)
def test_what_a_newer_version_knows_is_let_through(record_type, field):
    assert "" == judged(record_type, field)


def test_every_reason_has_a_sentence():
    from webui.conflicts.reasons import REASONS

    given = {judged(name, *get(name)._declared_fields) for name in record_types()}
    given |= {
        judged("activity", "title", area=PUBLISHED),
        *OWNED.values(),
        device_permissions.FIXED,
    }
    given |= {NAMESAKE, UNTYPED}

    assert given - {""} <= set(REASONS)


def test_a_centre_takes_an_entry_back_by_a_further_one():
    """So what an undo of a whole intake writes is parked nowhere."""
    entry = get("fund_transaction")
    _, made = reversal(entry, "r1", entry.example())

    assert "" == judged("fund_transaction", *made)

import pytest

from schemas import owners
from schemas.record import get, record_types
from schemas.reversing import reversal
from server import auth
from server.auth import may
from server.centres import centres, units
from server.users import users
from server.users.users import User
from sync.changes import DELETED, Change, Key
from sync.clock import ZERO
from sync.judge import NAMESAKE, UNTYPED
from sync.merge import Cell, Record
from sync.ports import Device
from tests.server.conftest import PLAN

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
    from server.texts import REASONS

    given = {judged(name, *get(name)._declared_fields) for name in record_types()}
    given |= {judged("activity", "title", area=PUBLISHED), *auth.OWNED.values(), auth.FIXED}
    given |= {NAMESAKE, UNTYPED}

    assert given - {""} <= set(REASONS)


@pytest.fixture
def land(app, db):
    """Two centres of Đà Bắc and one of Kỳ Sơn, within the application."""
    found = units.in_force(db, PLAN)
    communes = {unit.code: unit for unit in found}
    added = {code: centres.add(db, communes[code], PLAN) for code in ("04834", "04843", "04897")}
    with app.app_context():
        yield {code: centre.area for code, centre in added.items()}


def user(db, code):
    unit = next(unit for unit in units.in_force(db, PLAN) if unit.code == code)
    return User("x", users.DISTRICT, unit.id, "", True)


@pytest.mark.parametrize("role", [users.PROVINCE, users.ASSOCIATION])
def test_the_province_and_its_association_see_every_centre(land, role):
    assert set(land.values()) == auth.scope(User("x", role, "", "", True), PLAN)


def test_a_centre_takes_an_entry_back_by_a_further_one():
    """So what an undo of a whole intake writes is parked nowhere."""
    entry = get("fund_transaction")
    _, made = reversal(entry, "r1", entry.example())

    assert "" == judged("fund_transaction", *made)


@pytest.mark.parametrize(
    ("record_type", "roles"),
    [
        ("directive", {users.PROVINCE}),
        ("plan_target", {users.PROVINCE, users.ASSOCIATION}),
        ("obstacle", {users.PROVINCE, users.ASSOCIATION, users.DISTRICT}),
        ("activity", set()),  # the centre's alone
        ("evaluation", set()),  # one row cannot hold what criteria it has
        ("criteria_set", set()),  # no form fills it in
    ],
)
def test_a_table_is_brought_in_by_those_who_fill_in_such_records(monkeypatch, record_type, roles):
    found = set()
    for role in users.ROLES:
        monkeypatch.setattr(auth, "current_user", User("x", role, "", "", True))
        found |= {role} if auth.may_bring(get(record_type)) else set()

    assert roles == found


@pytest.mark.parametrize("day", [PLAN, "2020-06-01", "2026-01-01"])
def test_a_district_sees_its_own_centres_also_after_it_has_ended(db, land, day):
    assert {land["04834"], land["04843"]} == auth.scope(user(db, "150"), day)


def test_a_district_that_was_merged_away_still_sees_what_was_its_own(db, land):
    assert {land["04897"]} == auth.scope(user(db, "151"), "2024-12-31")


def test_the_city_sees_a_centre_from_the_day_on_which_it_came(db, land):
    city = user(db, "148")

    assert set() == auth.scope(city, "2019-12-31")
    assert {land["04897"]} == auth.scope(city, "2020-01-01")


def test_who_works_for_no_unit_sees_nothing(db, land):
    assert set() == auth.scope(User("x", users.DISTRICT, "gone", "", True), PLAN)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (users.PROVINCE, (True, True, True)),
        (users.ASSOCIATION, (True, False, True)),
        (users.DISTRICT, (True, True, False)),
        (owners.DISTRICT_ASSOCIATION, (True, False, False)),
    ],
)
def test_what_the_offices_keep_of_persons_is_for_those_who_fill_it_in_and_the_province(
    app, monkeypatch, role, expected
):
    monkeypatch.setattr(auth, "current_user", User("x", role, "", "", True))
    found = map(get, ("conference", "evaluator", "research_topic"))

    assert expected == tuple(map(auth.may_read, found))


def test_a_day_is_one_of_vietnam():
    before_midnight_in_london = 1_343_148_300_000  # 2012-07-24 16:45 UTC, 23:45 in Hòa Bình

    assert ("2012-07-24", "2012-07-25") == (
        str(auth.day_of(before_midnight_in_london)),
        str(auth.day_of(before_midnight_in_london + 900_000)),
    )

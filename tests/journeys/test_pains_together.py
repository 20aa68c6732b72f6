"""What users of other systems suffered: machines that disagreed, and clocks and numbers that did.

As in ``test_pains``: each test is named after what happened to somebody, repository#number
says where it was told.
"""

from dataclasses import replace

import pytest

from client_agent.web import create_app as centre_pages
from schemas.record import natural_id
from schemas.records.activity import Activity
from schemas.records.evaluation import Evaluation
from server.centres import centres, units
from server.devices import codes
from sync.changes import CONFLICT, DELETED, Key

from .office import NOON, PLAN, Wall
from .person import Person

HOUR, YEAR = 3_600_000, 365 * 86_400_000
TYPED = "Lớp xóa mù chữ xóm Đúc"


@pytest.fixture
def pair(office):
    """Two machines of a centre that have one activity, and the same as the province."""
    a, b = office.machine(), office.machine()
    key = office.type(a, TYPED)
    office.sync(a, b, a)
    return a, b, key


def conflicts(office, area=""):
    return office.province.store().fingerprints([area or office.centre.area], CONFLICT)


def rot(store, key):
    """Change a record as no change in the log says."""
    record = store.load([key])[key]
    cells = {**record.cells, "title": record.cells["title"]._replace(value="Lớp xóa mù chó")}
    store.save([replace(record, cells=cells)])


# powersync-ja/powersync.dart#307, Nozbe/WatermelonDB#1192
@pytest.mark.parametrize("where", ["a laptop", "the province"])
def test_machines_that_disagree_with_nothing_to_send_find_out_and_are_equal_again(
    office, pair, where
):
    a, b, key = pair
    rot(a.store() if where == "a laptop" else office.province.store(), key)
    quiet = [machine.status().waiting for machine in (a, b)]
    unequal = office.digest(a) != office.digest_of_the_province()
    report = a.sync()
    office.sync(b, a)

    assert ([0, 0], True) == (quiet, unequal)
    assert (1, None) == (report.repaired, report.error)
    assert [TYPED] == office.titles() == [office.title(a, key)] == [office.title(b, key)]
    assert office.digest(a) == office.digest(b) == office.digest_of_the_province()


# actualbudget/actual#3786, #8486, #5010, PR#8905; ankidroid/Anki-Android#105
@pytest.mark.parametrize("off", [HOUR, -HOUR, 42 * YEAR, -42 * YEAR], ids=str)
def test_a_clock_that_is_off_blocks_no_save_and_no_sync_and_harms_nobody_else(office, pair, off):
    a, _, key = pair
    wrong = office.machine(wall=Wall(NOON + off))
    theirs = office.type(wrong, "Của máy sai giờ")
    office.sync(wrong, a)
    office.type(wrong, "Máy sai giờ sửa", key.record_id)
    office.sync(wrong, a)
    seen = office.title(a, key)
    office.type(a, "Máy đúng giờ sửa sau", key.record_id)
    mine = office.type(a, "Việc khác của máy đúng giờ")
    office.sync(a, wrong, a)
    (entry,) = office.province.store().history([mine])

    assert "Máy sai giờ sửa" == seen
    assert "Máy đúng giờ sửa sau" == office.title(a, key) == office.title(wrong, key)
    assert "Của máy sai giờ" == office.title(a, theirs)
    assert abs(entry.change.at.millis - NOON) < HOUR / 2
    assert {} == conflicts(office)
    assert office.is_settled(a)
    assert office.is_settled(wrong)


@pytest.fixture
def neighbour(office):
    """A machine of another centre."""
    here = office.centre
    db = office.province.db()
    commune = next(u for u in units.in_force(db, str(PLAN)) if u.code == "04831")
    office.centre = centres.add(db, commune, str(PLAN))
    agent = office.machine(codes.make(db, office.centre.area, office.wall()))
    office.centre = here
    return agent


# learningequality/morango#306, learningequality/kolibri#14648
def test_the_same_number_and_title_at_two_centres_are_two_records(office, neighbour):
    agent = office.machine()
    for machine, venue in ((agent, "Xóm Đúc"), (neighbour, "Xóm Mới")):
        for key, values in (
            (Key(machine.area, "activity", "so-1"), {**Activity.example(), "title": TYPED}),
            (evaluation(machine.area), Evaluation.example()),
        ):
            machine.replica().write(key, {**values, "note": venue}, "Lan")
    office.sync(agent, neighbour, agent)

    assert [TYPED, TYPED] == office.titles()
    for machine, venue in ((agent, "Xóm Đúc"), (neighbour, "Xóm Mới")):
        keys = Key(machine.area, "activity", "so-1"), evaluation(machine.area)
        held = office.province.store().load(keys)
        assert [venue] * 2 == [held[key].values["note"] for key in keys]
        assert {} == conflicts(office, machine.area)
        assert office.is_settled(machine)


def evaluation(area):
    return Key(area, "evaluation", natural_id(Evaluation, area, {"year": 2012}))


# learningequality/morango#306
def test_one_evaluation_made_at_two_machines_is_one_record_and_both_scores_are_seen(office, pair):
    a, b, _ = pair
    key = evaluation(office.centre.area)
    for machine, score in ((a, 3.25), (b, 4.75)):
        values = {**Evaluation.example(), "self_score.1.1": score}
        machine.replica().write(key, values, machine.settings.device)
    office.sync(a, b, a)
    held = a.store().fingerprints([office.centre.area], "evaluation")
    seen = [
        Person(centre_pages(machine), "Lan").get("/attention/").follow("/attention/conflict/").words
        for machine in (a, b)
    ]

    assert [key] == list(held)
    assert all("3,25" in words and "4,75" in words for words in seen)
    assert [1, 1] == [machine.status().needs_you for machine in (a, b)]
    assert office.is_settled(a)
    assert office.is_settled(b)


def listed(machine):
    """The page of its activities."""
    return Person(centre_pages(machine), "Lan").get("/records/activity").words


# couchbase/sync_gateway#426; syncthing/syncthing#492, #1075, #3563
@pytest.mark.parametrize("is_edited", [False, True], ids=["as it was", "edited there"])
def test_what_was_deleted_does_not_come_back_from_a_machine_that_was_away(office, pair, is_edited):
    a, b, key = pair
    opened, before = a.store().load([key])[key], listed(a)
    a.replica().write(key, {DELETED: True}, "Lan", opened)
    office.sync(a)
    if is_edited:
        office.type(b, "Sửa muộn", key.record_id)
    office.sync(b, a)
    new = office.machine()
    office.sync(new, a, b)
    machines = (a, b, new)
    after = [listed(machine) for machine in machines]

    assert [True] * 3 == [machine.store().load([key])[key].deleted for machine in machines]
    assert [int(is_edited)] * 3 == [m.status().needs_you for m in machines]
    assert int(is_edited) == len(conflicts(office))
    assert TYPED in before
    assert all(TYPED not in words and "Sửa muộn" not in words for words in after)
    assert all(office.is_settled(machine) for machine in machines)

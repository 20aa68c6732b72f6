"""A drill brings back what the centres' machines would, and says truly what they would not."""

import secrets

import pytest

from server.devices import administration, devices
from server.evaluation import criteria
from server.founding import create_province
from server.recovery import drill
from server.recovery.drill import Drill, Foreign
from server.recovery.restoring import BadCopy
from server.recovery.sealed_backups import Opened
from sync.changes import Key


@pytest.fixture
def computer(enrol):
    computer = enrol()
    computer.write(record_id="old", title="Trước")
    computer.settle()
    return computer


@pytest.fixture
def copy(computer, province, tmp_path):
    path = tmp_path / "copy.db"
    province.store().backup(path)
    return path


@pytest.fixture
def rehearse(province, copy, tmp_path):
    """Rehearse the loss of the server; how it went, and the new server."""
    open_ones = []

    def rehearse():
        one = Drill(province, Opened(copy, None), tmp_path / f"new-{secrets.token_hex(3)}")
        open_ones.append(one)
        steps = sum([*one.send_again(), *one.compare()])
        assert one.outcome.beyond + len(one.outcome.areas) == steps
        return one

    yield rehearse
    for one in open_ones:
        one.close()


def titles(province):
    return sorted(row["title"] for row in province.db()["activity"].rows)


def test_with_nothing_new_there_is_nothing_to_bring_back(rehearse):
    outcome = rehearse().outcome

    assert (0, 0, True) == (outcome.beyond, outcome.back, outcome.is_whole)
    assert all(area.is_equal for area in outcome.areas.values())


def test_what_the_copy_lacks_comes_back_from_the_machines_to_the_last_record(
    rehearse, computer, province, monkeypatch
):
    monkeypatch.setattr(drill, "BUDGET", 300)  # so that it takes many requests
    for number in range(60):
        computer.write(record_id=str(number), title=f"Buổi {number}")
    computer.settle()
    one = rehearse()
    area = one.outcome.areas[computer.area]

    assert (60, 60, 60) == (one.outcome.beyond, one.outcome.back, area.sent)
    assert (True, True) == (area.is_equal, one.outcome.is_whole)
    assert titles(province) == titles(one.new)
    assert one.new.hub().name != province.hub().name


def test_the_server_in_use_notices_nothing(rehearse, computer, province):
    computer.write(record_id="new")
    computer.settle()
    before = (province.hub().name, province.store().end(), devices.everyone(province.db()))
    rehearse()

    assert before == (
        province.hub().name,
        province.store().end(),
        devices.everyone(province.db()),
    )


def test_what_the_province_wrote_itself_would_be_lost(rehearse, computer, province):
    key = Key(computer.area, "activity", "old")
    province.hub().write(key, {"title": "Tỉnh sửa"}, "tỉnh")
    criteria.publish(province)
    province.hub().write(Key(province.published, "criteria_set", "x"), {"title": "Mới"}, "tỉnh")
    province.hub().write(Key(province.internal, "conference", "x"), {"title": "Họp"}, "tỉnh")
    outcome = rehearse().outcome
    areas = (computer.area, province.published, province.internal)

    assert [1, 1, 1] == [outcome.areas[area].lost for area in areas]
    assert not outcome.is_whole
    assert 0 == sum(area.wrong for area in outcome.areas.values())


def test_a_conflict_is_opened_again_and_is_no_loss(rehearse, copy, computer, province):
    key = Key(computer.area, "activity", "old")
    opened = computer.replica.store.load([key])[key]
    computer.replica.write(key, {"title": "Cách một"}, "a", opened)
    computer.replica.write(key, {"title": "Cách hai"}, "b", opened)
    computer.settle()
    one = rehearse()
    area = one.outcome.areas[computer.area]

    assert (False, 0, 0, 0) == (area.is_equal, area.lost, area.away, area.wrong)
    assert one.outcome.is_whole
    assert one.new.store().digests([computer.area])["conflict"]


def test_a_decision_about_a_conflict_would_be_lost(rehearse, computer, province):
    key = Key(computer.area, "activity", "old")
    opened = computer.replica.store.load([key])[key]
    for title in ("Cách một", "Cách hai"):
        computer.replica.write(key, {"title": title}, "a", opened)
    computer.settle()
    (conflict,) = province.store().fingerprints([computer.area], "conflict")
    writes = province.store().load([conflict])[conflict].values["writes"]
    province.hub().write(conflict, {"closed": sorted(writes)}, "tỉnh")

    assert 1 == rehearse().outcome.areas[computer.area].lost


def test_a_machine_that_the_copy_does_not_know_must_be_enrolled_again(copy, enrol, rehearse):
    late = enrol()
    late.write()
    late.settle()
    outcome = rehearse().outcome
    area = outcome.areas[late.area]

    assert (0, 1, 0) == (area.sent, area.away, area.wrong)
    assert [late.certificate.device] == outcome.again["machines"]
    assert 1 == len(outcome.again["centres"])


def test_a_machine_that_was_lost_since_sends_nothing_and_must_be_reported_again(
    rehearse, computer, province
):
    computer.write(record_id="new")
    computer.settle()
    administration.end(province, computer.certificate.device, lost=True)
    outcome = rehearse().outcome

    assert (0, 1) == (outcome.back, outcome.areas[computer.area].away)
    assert [computer.certificate.device] == outcome.again["ended"]


def test_records_in_the_copy_that_are_not_what_was_saved_are_counted(copy, rehearse):
    import sqlite3

    with sqlite3.connect(copy) as conn:
        conn.execute("update records set cells = replace(cells, 'Trước', 'Sau')")
    outcome = rehearse().outcome

    assert (1, False) == (outcome.unproved, outcome.is_whole)


def test_the_copy_of_another_province_is_not_tried(province, config, tmp_path):
    from dataclasses import replace

    other = create_province(replace(config, folder=tmp_path / "other"))
    other.store().backup(tmp_path / "other.db")
    with pytest.raises(Foreign):
        Drill(province, Opened(tmp_path / "other.db", None), tmp_path / "new")


def test_a_damaged_copy_is_not_tried(province, copy, tmp_path):
    copy.write_bytes(copy.read_bytes()[:-5000])
    with pytest.raises(BadCopy):
        Drill(province, Opened(copy, None), tmp_path / "new")

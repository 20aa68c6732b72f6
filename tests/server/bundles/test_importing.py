import os
from pathlib import Path

import pytest

from schemas.record import get
from server.bundles.importing import take_in
from sync.exchange import Outcome

DAY = 24 * 3_600_000


def results(province, paths, **how):
    return [step.result for step in take_in(province, paths, **how) if step.result]


@pytest.fixture
def sticks(enrol, tmp_path):
    """Two centres' files in one folder, and their computers."""
    computers = [enrol(), enrol()]
    paths = []
    for number, computer in enumerate(computers, 1):
        for record in range(number):
            computer.write(record_id=str(record), title="Trên thẻ nhớ")
        paths += computer.export(tmp_path / f"{number}-gui.khb")
    return computers, paths


def test_many_centres_files_are_taken_in_at_one_go_and_all_are_answered(province, sticks):
    computers, paths = sticks
    found = results(province, paths)
    outcomes = [
        computer.take_in(path.with_name(result.answers[0]))
        for computer, path, result in zip(computers, paths, found, strict=True)
    ]

    assert [(1, 1), (2, 2)] == [(result.changes, result.new) for result in found]
    assert [Outcome.SETTLED, Outcome.SETTLED] == outcomes
    assert 2 == len({result.centre for result in found})


def test_what_comes_twice_is_new_once(province, sticks):
    _, paths = sticks
    results(province, paths)

    assert [(1, 0), (2, 0)] == [(r.changes, r.new) for r in results(province, paths)]


def test_a_bad_file_holds_up_no_other(province, sticks, tmp_path):
    _, paths = sticks
    (tmp_path / "0.khb").write_bytes(b"holiday photo")
    paths[0].write_bytes(paths[0].read_bytes()[:-1])
    found = results(province, [tmp_path / "0.khb", tmp_path / "gone.khb", *paths])

    assert ["damaged", "unreadable", "damaged", ""] == [result.fault for result in found]
    assert [0, 0, 0, 2] == [result.new for result in found]


def test_an_answer_that_cannot_be_written_is_reported_and_the_work_is_in(
    province, sticks, tmp_path
):
    _, paths = sticks
    (tmp_path / "file").touch()
    found = results(province, paths, into=tmp_path / "file")

    assert ["answer", "answer"] == [result.fault for result in found]
    assert [1, 2] == [result.new for result in found]
    assert [(), ()] == [result.answers for result in found]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_stick_gets_no_half_answer(province, sticks, tmp_path):
    _, paths = sticks
    (tmp_path / f".1-tra-loi.khb.1.{os.getpid()}.part").symlink_to("/dev/full")
    first, second = results(province, paths)

    assert ("answer", "") == (first.fault, second.fault)
    assert ["2-tra-loi.khb"] == [path.name for path in tmp_path.glob("*tra-loi*")]


def test_parts_in_any_order_come_to_the_same_and_what_is_missing_is_named(
    province, enrol, tmp_path
):
    computer = enrol()
    for number in range(9):
        computer.write(record_id=str(number), title="Trên thẻ nhớ")
    parts = computer.export(tmp_path / "x-gui.khb", page=3, limit=1)
    (late,) = results(province, parts[2:])
    (some,) = results(province, [parts[2], parts[0]])
    (whole,) = results(province, [parts[1], parts[2], parts[0]])

    assert ((1, 2), 3, 3, 0) == (late.missing, late.parts, late.held_up, late.new)
    assert ((2,), 3, 3) == (some.missing, some.held_up, some.new)
    assert ((), 0, 6) == (whole.missing, whole.held_up, whole.new)
    assert Outcome.SETTLED is computer.take_in(tmp_path / whole.answers[0])


def test_what_is_parked_and_what_conflicts_is_counted(province, enrol, tmp_path):
    one = enrol()
    other = enrol(_centre(province, one.area))
    one.write(title="Một")
    other.write(title="Hai")
    other.write(area=province.published, record_id="x", title="Không được phép")
    results(province, one.export(tmp_path / "1-gui.khb"))
    (found,) = results(province, other.export(tmp_path / "2-gui.khb"))

    assert (2, 2, 1, 1) == (found.changes, found.new, found.parked, found.conflicts)


def test_days_on_the_road_are_no_wrong_clock(province, enrol, db, wall, tmp_path):
    computer = enrol()
    computer.write(title="Đi bộ ba ngày")
    paths = computer.export(tmp_path / "x-gui.khb")
    wall.pass_hours(72)
    (found,) = results(province, paths)
    (device,) = db["device"].rows

    assert (0, 0) == (found.offset, device["clock_offset"])
    assert wall.now == device["last_contact"]
    assert wall.now - 3 * DAY == found.made


def test_a_clock_that_is_ahead_shows_in_its_file(province, enrol, wall, tmp_path):
    computer = enrol()
    computer.write(title="Đồng hồ nhanh")
    wall.pass_hours(5)
    paths = computer.export(tmp_path / "x-gui.khb")
    wall.pass_hours(-5)
    (found,) = results(province, paths)

    assert 5 * 3_600_000 == found.offset


def test_how_far_it_came_is_reported_in_bytes(province, sticks):
    _, paths = sticks
    steps = list(take_in(province, paths))

    assert 2 * sum(path.stat().st_size for path in paths) == sum(step.bytes for step in steps)


def test_an_import_that_was_killed_is_mended_by_the_next(province, enrol, tmp_path):
    computer = enrol()
    for number in range(9):
        computer.write(record_id=str(number), **get("activity").example())
    paths = computer.export(tmp_path / "x-gui.khb", page=3)
    first = computer.request(budget=1)
    computer.post(first)  # as much of it as was taken in before the light went out
    (found,) = results(province, paths)

    assert 9 == found.changes
    assert Outcome.SETTLED is computer.take_in(tmp_path / found.answers[0])


def _centre(province, area):
    from server.centres import centres

    return centres.centre(province.db(), area)

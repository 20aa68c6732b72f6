import os
import re
import sqlite3
from pathlib import Path

import pytest

from client_agent.agent import Agent
from client_agent.errors import NotSetUp, StickFull, StickGone, StickReadOnly
from client_agent.usb import exporting
from sync.errors import StoreDamaged
from sync.stores import bundles


def standing(agent):
    now = agent.status()
    return now.waiting, now.on_stick, now.confirmed


def test_what_is_exported_is_everything_that_was_never_confirmed(agent, write, tmp_path):
    write(agent)
    first = exporting.export(agent, tmp_path / "1.khb")
    write(agent)
    second = exporting.export(agent, tmp_path / "2.khb")

    assert (1, 2) == (first.changes, second.changes)
    assert (0, 2, 0) == standing(agent)


def test_all_that_waits_goes_into_one_file_however_much_it_is(agent, write, province, tmp_path):
    agent.replica().page_size = 2
    for _ in range(9):
        write(agent)
    made = exporting.export(agent, tmp_path / "x.khb")

    assert (9, 5) == (made.changes, bundles.look(made.paths[0]).count)
    assert (0, 9, 0) == standing(agent)


def test_the_files_name_says_whose_it_is_when_and_which_way(agent, tmp_path):
    (path,) = exporting.export(agent, tmp_path).paths

    assert re.fullmatch(r"khuyenhoc-trung-tam-xa-muong-bi-\d{8}-\d{6}-gui\.khb", path.name)


def test_a_stick_for_small_files_gets_parts(agent, write, province, tmp_path):
    agent.replica().page_size = 3
    for _ in range(9):
        write(agent)
    made = exporting.export(agent, tmp_path, limit=1)
    names = [path.name.partition("-gui")[2] for path in made.paths]

    assert ["-phan-1-3.khb", "-phan-2-3.khb", "-phan-3-3.khb"] == names


def test_what_was_written_after_the_export_still_waits(agent, write, tmp_path):
    write(agent)
    exporting.export(agent, tmp_path)
    write(agent)

    assert (1, 1, 0) == standing(agent)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_stick_is_reported_and_nothing_counts_as_on_it(agent, write, tmp_path):
    write(agent)
    (tmp_path / f".x.khb.1.{os.getpid()}.part").symlink_to("/dev/full")

    with pytest.raises(StickFull):
        exporting.export(agent, tmp_path / "x.khb")
    assert (1, 0, 0) == standing(agent)
    assert [] == list(tmp_path.glob("*.khb"))


def test_a_stick_that_was_pulled_is_reported(agent, write, tmp_path):
    write(agent)

    with pytest.raises(StickGone):
        exporting.export(agent, tmp_path / "gone" / "x.khb")
    assert (1, 0, 0) == standing(agent)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody may write to")
def test_a_stick_that_is_locked_is_reported(agent, write, monkeypatch, tmp_path):
    write(agent)
    if os.geteuid() == 0:  # nothing is read-only to root, but what the kernel itself guards
        with pytest.raises((StickReadOnly, StickGone)):
            exporting.export(agent, Path("/proc/self/x.khb"))
    else:
        tmp_path.chmod(0o500)
        with pytest.raises(StickReadOnly):
            exporting.export(agent, tmp_path / "x.khb")
    assert (1, 0, 0) == standing(agent)


def test_a_database_that_fails_meanwhile_leaves_no_half_file(agent, write, tmp_path):
    write(agent)
    (tmp_path / "stick").mkdir()
    agent.store().db.execute("alter table records rename to gone")
    agent.store().db.execute("alter table log rename to lost")

    with pytest.raises((StoreDamaged, sqlite3.OperationalError)):
        exporting.export(agent, tmp_path / "stick")
    assert [] == list((tmp_path / "stick").iterdir())


def test_a_change_that_cannot_be_read_stays_here_and_the_others_go(agent, write, tmp_path):
    write(agent)
    write(agent)
    agent.store().db.execute("update log set seen = 'no json' where number = 1")

    assert 1 == exporting.export(agent, tmp_path / "1.khb").changes
    assert 1 == agent.status().needs_you


def test_before_enrolment_there_is_nothing_to_export(tmp_path):
    agent = Agent(tmp_path)
    with pytest.raises(NotSetUp):
        exporting.export(agent, tmp_path)
    agent.close()

"""The chores in the background: a copy when there is news, a look at everything, no fuss."""

import threading
import time
from dataclasses import replace

import pytest
from sqlite_utils import Database

from client_agent import config
from client_agent.agent import Agent
from client_agent.database import copies, integrity
from client_agent.database.copies import HOUR
from sync.errors import StoreDamaged
from tests.imported import import_table, kept


@pytest.fixture
def clock():
    return [1_353_571_500_000]


@pytest.fixture
def agent(tmp_path, enrol, clock):
    agent = Agent(enrol(tmp_path / "centre", "http://127.0.0.1:9"), wall=lambda: clock[0])
    yield agent
    agent.close()


def _made(agent):
    return [copy.made for copy in copies.find_all(copies.local(agent.folder))]


def _on_drive(agent, path):
    config.save(agent.folder, replace(agent.settings, backup_folder=str(path)))


def test_a_copy_is_made_every_hour_in_which_something_was_saved(agent, clock, write):
    begun = clock[0]
    for saves in (1, 0, 0, 1):
        for _ in range(saves):
            write(agent)
        agent.upkeep.step()
        clock[0] += HOUR

    assert [begun + 3 * HOUR, begun] == _made(agent)
    assert (begun + 3 * HOUR, None) == agent.upkeep.outcome("here")


def test_no_copy_holds_what_stood_before_a_table_and_was_erased_since(agent, write):
    """It may have been erased at the province, and the change just came."""
    key = write(agent, venue="Nhà bà Bùi Thị Hoa")
    import_table(agent.replica(), agent.folder, key, venue="Nhà văn hóa")
    agent.replica().write(key, {"venue": None})
    before = kept(agent.store().db)
    agent.upkeep.step()

    assert [True] == ["Bùi Thị Hoa" in text for text in before]
    assert [] == kept(Database(copies.find_all(copies.local(agent.folder))[0].path))


def test_after_a_restart_no_copy_is_made_without_news(agent, clock, write):
    write(agent)
    agent.upkeep.step()
    clock[0] += HOUR
    again = Agent(agent.folder, wall=lambda: clock[0])
    again.upkeep.step()
    again.close()

    assert 1 == len(_made(agent))


def test_a_clock_set_back_does_not_stop_the_copies_nor_make_one_a_minute(agent, clock, write):
    write(agent)
    agent.upkeep.step()
    clock[0] -= 100 * HOUR
    for _ in range(3):
        clock[0] += 60_000
        agent.upkeep.step()

    assert 2 == len(_made(agent))


def test_the_newest_copy_goes_to_the_other_drive_when_that_is_there_again(
    agent, clock, write, tmp_path
):
    _on_drive(agent, tmp_path / "drive")
    write(agent)
    agent.upkeep.step()
    missing = agent.upkeep.outcome("elsewhere")
    (tmp_path / "drive").mkdir()
    clock[0] += 60_000
    agent.upkeep.step()

    assert (0, True) == (missing[0], "Không thấy ổ đĩa" in missing[1].vi)
    assert (_made(agent)[0], None) == agent.upkeep.outcome("elsewhere")
    assert 1 == len(list((tmp_path / "drive" / "khuyenhoc-a1").glob("*.db")))


def test_a_drive_that_is_pulled_out_is_reported_and_the_last_copy_on_it_still_counts(
    agent, clock, write, tmp_path
):
    (tmp_path / "drive").mkdir()
    _on_drive(agent, tmp_path / "drive")
    write(agent)
    agent.upkeep.step()
    before = agent.upkeep.outcome("elsewhere")[0]
    (tmp_path / "drive").rename(tmp_path / "pulled")
    clock[0] += HOUR
    write(agent)
    agent.upkeep.step()
    made, why = agent.upkeep.outcome("elsewhere")

    assert before == made > 0
    assert "vẫn an toàn" in why.vi
    assert 2 == len(_made(agent))


def test_saving_goes_on_while_a_copy_is_made(agent, write):
    for _ in range(40):
        write(agent, result_note="dài " * 9000)
    copying = threading.Thread(target=lambda: (agent.upkeep.copy_now(), agent.close()))
    copying.start()
    waits = []
    while copying.is_alive():
        begun = time.monotonic()
        write(agent)
        waits.append(time.monotonic() - begun)
    copying.join()

    assert _made(agent)
    assert max(waits) < 2


def test_stopping_leaves_no_half_copy_and_no_complaint(agent, write):
    write(agent)
    agent.upkeep.stop()

    assert not agent.upkeep.copy_now()
    assert [] == list(copies.local(agent.folder).iterdir())
    assert (0, None) == agent.upkeep.outcome("here")


def test_damage_that_is_met_is_known_and_looked_into_at_the_next_start(agent, write):
    write(agent)
    agent.upkeep.report_damage(StoreDamaged("malformed"))

    assert "malformed" == agent.upkeep.damaged
    assert integrity.is_suspect(agent.folder)
    agent.close()
    again = Agent(agent.folder)
    again.store()
    again.close()
    assert not integrity.is_suspect(agent.folder)


def test_damage_that_the_start_had_no_time_to_find_is_found(agent, write):
    for number in range(30):
        write(agent, title="Lớp " * 400, result_note=str(number))
    agent.store().db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    path = config.database(agent.folder)
    with path.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(b"?" * 40 * 4096)
    agent.upkeep.look_closely()

    assert agent.upkeep.damaged


def test_the_thread_begins_late_and_ends_when_asked(agent):
    thread = agent.upkeep.start()
    agent.upkeep.stop()
    thread.join(5)

    assert not thread.is_alive()

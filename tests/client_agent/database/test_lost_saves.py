"""Saves that people were told of and that are gone are noticed at the next start, and named.

A process of its own saves, is killed and loses its write-ahead log; nothing is simulated.
"""

import json
import os
import shutil
import signal
import subprocess
import sys

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.cli import main
from client_agent.database import conversion, copies, integrity, lost_saves, recovery_messages
from sync.changes import Key
from sync.stores import watermark

from ..disks import MEGABYTE, small_disk

SAVER = """
import sys
from pathlib import Path
from client_agent.database import copies
from client_agent.agent import Agent
from sync.changes import Key

agent = Agent(Path(sys.argv[1]))
for line in sys.stdin:
    what, number = line.split()
    if what == "save":
        agent.replica().write(Key("a1", "activity", number), {"title": f"Lớp {number}"}, "Lan")
    elif what == "settle":
        agent.store().db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    elif what == "copy":
        agent.upkeep.copy_now()
    elif what == "sync":
        agent.sync()
    print("done", flush=True)
"""


def work(folder, *lines):
    """Another process does that, tells after each, and is killed while it has the database open."""
    with subprocess.Popen(
        [sys.executable, "-c", SAVER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        for line in lines:
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            assert "done\n" == process.stdout.readline()
        process.send_signal(signal.SIGKILL)


def saves(numbers):
    return [f"save {number}" for number in numbers]


def without_log(folder):
    for name in ("centre.db-wal", "centre.db-shm"):
        (folder / name).unlink()


def titles(agent):
    return {record.values["title"] for record in _records(agent)}


def _records(agent):
    store = agent.store()
    return store.load(list(store.fingerprints(["a1"], "activity"))).values()


@pytest.fixture
def fresh(enrol, address, tmp_path):
    return enrol(tmp_path / "centre", address)


@pytest.fixture
def opened():
    agents = []

    def opened(folder):
        agents.append(Agent(folder))
        agents[-1].store()
        return agents[-1]

    yield opened
    for agent in agents:
        agent.close()


def said(agent):
    fact = lost_saves.recovered(agent.store())
    return " ".join(" ".join(label) for label in recovery_messages.recovered(fact))


def test_a_folder_that_was_copied_without_its_log_says_how_many_saves_are_gone(fresh, opened):
    # Case c31: 21 entries in the running folder, 12 in the copy, and "the database is sound".
    work(fresh, *saves(range(12)), "settle 0", *saves(range(12, 21)))
    without_log(fresh)
    agent = opened(fresh)

    assert ("lost", 9) == (agent.recovered.reason, agent.recovered.lost.total)
    assert [[13, 21]] == agent.recovered.lost.ranges
    assert "9 saves that were shown as saved are not back yet (numbers 13–21)" in said(agent)
    assert "9 lần lưu mà máy đã báo là xong chưa trở lại (số 13–21)" in said(agent)
    assert 12 == len(titles(agent))


def test_check_does_not_call_it_sound(fresh, capsys):
    work(fresh, *saves(range(3)), "settle 0", *saves(range(3, 5)))
    without_log(fresh)
    code = main(["--folder", str(fresh), "check"])
    heard = capsys.readouterr()

    assert 9 == code
    assert "sound" not in heard.out
    assert "2 saves that were shown as saved" in heard.err


def test_what_a_copy_holds_is_brought_back_and_not_called_missing(fresh, opened):
    lines = [*saves(range(4)), "settle 0", *saves(range(4, 7)), "copy 0", *saves(range(7, 9))]
    work(fresh, *lines)
    without_log(fresh)
    agent = opened(fresh)

    assert ("behind", 2, [[8, 9]]) == (
        agent.recovered.reason,
        agent.recovered.lost.total,
        agent.recovered.lost.ranges,
    )
    assert {f"Lớp {number}" for number in range(7)} == titles(agent)


def test_what_had_arrived_at_the_province_comes_back_and_the_page_then_says_so(fresh, opened):
    work(fresh, *saves(range(3)), "settle 0", *saves(range(3, 6)), "sync 0", "save 6")
    without_log(fresh)
    agent = opened(fresh)
    before = lost_saves.recovered(agent.store())
    agent.sync()
    after = lost_saves.recovered(agent.store())

    assert (4, 1) == (before["still_lost"], after["still_lost"])
    assert {f"Lớp {number}" for number in range(6)} == titles(agent)
    assert "1 save that was shown as saved is not back yet" in said(agent)


def test_what_the_province_had_before_is_not_taken_for_what_came_back(fresh, opened):
    work(fresh, *saves(range(5)), "sync 0", "settle 0", *saves(range(5, 7)))
    without_log(fresh)
    agent = opened(fresh)
    before = lost_saves.recovered(agent.store())
    agent.sync()
    after = lost_saves.recovered(agent.store())

    assert (2, 2) == (before["still_lost"], after["still_lost"])
    assert "2 saves that were shown as saved are not back yet" in said(agent)


def test_when_all_came_back_the_page_says_that(fresh, opened):
    work(fresh, *saves(range(3)), "settle 0", *saves(range(3, 6)), "sync 0")
    without_log(fresh)
    agent = opened(fresh)
    agent.sync()

    assert "The 3 saves that were missing are back." in said(agent)


def test_an_older_file_put_back_by_hand_is_noticed_without_any_copy(fresh, opened, tmp_path):
    work(fresh, *saves(range(2)), "settle 0")
    shutil.copy(fresh / "centre.db", tmp_path / "older.db")
    work(fresh, *saves(range(2, 6)))
    shutil.rmtree(fresh / "backups", ignore_errors=True)
    without_log(fresh)
    shutil.copy(tmp_path / "older.db", fresh / "centre.db")
    agent = opened(fresh)

    assert ("lost", 4) == (agent.recovered.reason, agent.recovered.lost.total)


def test_a_log_that_was_cut_is_counted_too(fresh, opened):
    work(fresh, *saves(range(2)), "settle 0", *saves(range(2, 8)))
    log = fresh / "centre.db-wal"
    os.truncate(log, log.stat().st_size // 2)
    (fresh / "centre.db-shm").unlink()
    agent = opened(fresh)
    there = len(titles(agent))

    assert 2 <= there < 8
    assert 8 - there == agent.recovered.lost.total


def test_a_killed_program_is_accused_of_nothing(fresh, opened):
    work(fresh, *saves(range(5)))
    agent = opened(fresh)

    assert agent.recovered is None
    assert 5 == len(titles(agent))


def test_it_is_reported_once_and_later_starts_find_nothing(fresh, opened):
    work(fresh, *saves(range(2)), "settle 0", *saves(range(2, 4)))
    without_log(fresh)
    first = opened(fresh)
    first.close()
    second = opened(fresh)

    assert first.recovered.lost
    assert second.recovered is None


def test_a_copy_restored_by_a_person_is_no_loss(fresh, opened):
    from client_agent.database import restoring

    work(fresh, *saves(range(3)), "copy 0", *saves(range(3, 6)))
    agent = opened(fresh)
    (copy,) = copies.find_all(copies.local(fresh))
    restoring.request_restore(agent, copy, "Lan")
    agent.close()
    after = opened(fresh)

    assert after.restore_failed is None
    assert 3 == len(titles(after))
    assert after.recovered is None


def test_a_folder_that_was_moved_lost_nothing(fresh, opened, tmp_path):
    work(fresh, *saves(range(3)))
    shutil.move(fresh, tmp_path / "elsewhere")

    assert opened(tmp_path / "elsewhere").recovered is None


def test_encrypting_and_decrypting_lose_nothing_and_the_note_names_nobody(
    fresh, opened, tmp_path, monkeypatch
):
    pytest.importorskip("sqlcipher3")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    work(fresh, *saves(range(3)))
    agent = opened(fresh)
    conversion.prepare(agent)
    conversion.encrypt(agent)
    agent.close()
    sealed = opened(fresh)
    sealed.replica().write(Key("a1", "activity", "x"), {"title": "Bí mật"}, "Nguyễn Thị Lan")
    note = watermark.path_of(config.database(fresh)).read_bytes()
    sealed.close()
    conversion.decrypt(sealed)

    assert sealed.recovered is None
    assert opened(fresh).recovered is None
    assert 4 == watermark.read(config.database(fresh)).number
    assert [] == [word for word in ("Lan", "Bí mật", "activity") if word.encode() in note]


def test_an_encrypted_database_that_lost_its_log_says_so_too(fresh, opened, tmp_path, monkeypatch):
    pytest.importorskip("sqlcipher3")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    agent = Agent(fresh)
    agent.store()
    conversion.prepare(agent)
    conversion.encrypt(agent)
    agent.close()
    work(fresh, *saves(range(3)), "settle 0", *saves(range(3, 5)))
    without_log(fresh)

    assert 2 == opened(fresh).recovered.lost.total


def test_two_programs_that_save_at_the_same_time_accuse_nobody(fresh, opened):
    other = opened(fresh)
    work(fresh, *saves(range(5)))
    other.replica().write(Key("a1", "activity", "y"), {"title": "Lớp y"}, "Hoa")
    other.close()

    assert opened(fresh).recovered is None
    assert "" == integrity.find_fault(fresh)


def test_while_another_has_it_open_nothing_is_moved_and_the_next_start_alone_says_it(fresh, opened):
    work(fresh, *saves(range(2)), "settle 0", *saves(range(2, 4)))
    without_log(fresh)

    assert "" == integrity.find_fault(fresh, is_alone=False)
    assert "lost" == integrity.find_fault(fresh)


def test_check_does_not_call_it_sound_while_a_program_runs_either(fresh, opened):
    running = opened(fresh)
    running.replica().write(Key("a1", "activity", "1"), {"title": "Một"}, "Lan")
    without_log(fresh)
    command = [sys.executable, "-m", "client_agent", "--folder", str(fresh), "check"]
    done = subprocess.run(command, capture_output=True, text=True)

    assert 4 == done.returncode
    assert "sound" not in done.stdout


def test_where_the_note_cannot_be_written_saving_goes_on(offline, write):
    path = watermark.path_of(config.database(offline.folder))
    write(offline)
    path.unlink()
    path.mkdir()  # nothing can be written there, not even by root
    write(offline)
    offline.close()

    assert "" == integrity.find_fault(offline.folder)
    assert 2 == offline.store().end()


def test_on_a_full_disk_saving_and_starting_go_on(tmp_path, enrol, write):
    with small_disk(tmp_path / "disk", 16) as disk:
        agent = Agent(enrol(disk.path / "centre", "http://127.0.0.1:9"))
        write(agent)
        watermark.path_of(config.database(agent.folder)).unlink()
        disk.fill(leave=MEGABYTE // 4)
        write(agent)
        agent.close()

        assert "" == integrity.find_fault(agent.folder)
        assert 2 == agent.store().end()
        agent.close()


def test_of_a_note_that_was_torn_by_a_power_cut_the_older_half_still_speaks(offline, write):
    write(offline)
    write(offline)
    path = watermark.path_of(config.database(offline.folder))
    newest = watermark.read(config.database(offline.folder))
    data = path.read_bytes()
    halves = [data[:512], data[512:]]
    at = next(i for i, half in enumerate(halves) if json.dumps(newest)[1:-1].encode() in half)
    halves[at] = halves[at][:100] + bytes(412)
    path.write_bytes(b"".join(halves))
    offline.close()

    assert newest.place - 1 == watermark.read(config.database(offline.folder)).place
    assert "" == integrity.find_fault(offline.folder)


@pytest.mark.parametrize("data", [b"", b"x" * 5000, bytes(1024)])
def test_a_note_that_says_nothing_accuses_nobody(offline, write, data):
    write(offline)
    offline.close()
    watermark.path_of(config.database(offline.folder)).write_bytes(data)

    assert "" == integrity.find_fault(offline.folder)

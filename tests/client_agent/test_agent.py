import threading
from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.errors import NotSetUp
from sync.errors import StoreFull
from sync.session import State


def test_every_thread_has_a_connection_of_its_own(agent):
    found = []

    def look():
        found.append(agent.store())
        agent.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()

    assert agent.store() is agent.store()
    assert agent.store() is not found[0]


def test_threads_write_at_once_and_nothing_is_lost(agent, write):
    def work():
        for _ in range(20):
            write(agent)
        agent.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 80 == agent.store().change_counts().own


def test_settings_written_by_another_process_are_seen(agent):
    before = agent.settings.every
    config.save(agent.folder, replace(agent.settings, every=7))

    assert (30, 7) == (before, agent.settings.every)


def test_before_enrolment_there_is_a_store_and_no_replica(tmp_path):
    agent = Agent(tmp_path / "new")
    agent.staff.add("Lan", "2468")

    assert not agent.enrolled
    with pytest.raises(NotSetUp):
        agent.replica()
    agent.close()


def test_under_a_new_name_unsent_work_is_sent_and_confirmed_work_stays(
    agent, write, province, enrol
):
    sent = write(agent)
    agent.sync()
    unsent = write(agent)
    enrol(agent.folder, agent.settings.server, device="d2")
    report = agent.sync()

    assert (State.SETTLED, 1, None) == (report.state, report.sent, report.error)
    assert {sent, unsent} == set(province.hub.store.fingerprints(["a1"], "activity"))
    assert {sent, unsent} == set(agent.store().fingerprints(["a1"], "activity"))


def test_a_folder_restored_from_a_backup_loses_and_doubles_nothing(
    agent, write, province, tmp_path
):
    write(agent)
    agent.sync()
    agent.store().backup(tmp_path / "copy.db")
    lost_here = write(agent)
    agent.sync()
    agent.close()
    for path in agent.folder.glob("centre.db*"):
        path.unlink()
    (tmp_path / "copy.db").rename(agent.folder / "centre.db")
    write(agent)
    report = agent.sync()

    assert (State.SETTLED, None) == (report.state, report.error)
    assert lost_here in agent.store().fingerprints(["a1"], "activity")
    assert 3 == len(province.hub.store.fingerprints(["a1"], "activity"))


def test_a_database_that_was_lost_comes_back_from_the_province(agent, write):
    keys = {write(agent) for _ in range(5)}
    agent.sync()
    agent.close()
    for path in agent.folder.glob("centre.db*"):
        path.unlink()
    report = agent.sync()

    assert (State.SETTLED, 5) == (report.state, report.received)
    assert keys == set(agent.store().fingerprints(["a1"], "activity"))


def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(agent, write):
    kept = write(agent)
    conn = agent.store().db.conn
    (pages,) = conn.execute("pragma page_count").fetchone()
    conn.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(StoreFull):
        write(agent, result_note="đ" * 300_000)
    conn.execute("pragma max_page_count = 1000000")
    after = write(agent)

    assert {kept, after} <= set(agent.store().fingerprints(["a1"], "activity"))
    assert agent.sync().error is None


def test_a_sync_on_a_full_disk_is_reported_and_does_not_raise(agent, write, province):
    write(agent)
    agent.status()
    agent.store().db.conn.execute("pragma query_only = on")
    report = agent.sync()

    assert report.error is not None
    assert [] == province.asked

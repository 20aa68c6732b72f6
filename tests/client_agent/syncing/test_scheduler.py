"""The thread, with a real server and without."""

import logging
import threading

from client_agent.syncing.plan import SOON


def test_the_thread_syncs_when_it_starts_and_when_it_is_poked(agent, write, province):
    write(agent)
    thread = agent.scheduler.start()
    _until(lambda: not agent.store().change_counts().waiting)
    before = len(province.asked)
    write(agent)
    agent.sync_now()
    _until(lambda: len(province.asked) > before)
    agent.scheduler.stop()
    thread.join(5)

    assert 0 == agent.store().change_counts().waiting
    assert not thread.is_alive()


def test_a_save_is_noted_and_planned_soon(agent, write):
    agent.sync()
    write(agent)
    agent.sync_soon()

    assert 0 < agent.scheduler.next_attempt() - agent.wall() <= SOON


def test_the_thread_survives_what_nobody_expected(agent, write, caplog, province):
    broken = agent.sync
    calls = threading.Semaphore(0)

    def sync():
        calls.release()
        raise RuntimeError("nobody expected this")

    agent.sync = sync
    with caplog.at_level(logging.ERROR):
        thread = agent.scheduler.start()
        assert calls.acquire(timeout=5)
        agent.sync = broken
        agent.sync_now()
        _until(lambda: province.asked)
    agent.scheduler.stop()
    thread.join(5)

    assert "nobody expected this" in caplog.text


def _until(happened):
    tick = threading.Event()
    for _ in range(500):
        if happened():
            return
        tick.wait(0.01)
    raise AssertionError("it did not happen within 5 seconds")

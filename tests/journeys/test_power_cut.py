"""The power goes in the middle of saves and syncs: what was said to be saved is saved."""

from __future__ import annotations

import random
import time

import pytest

from client_agent.agent import Agent
from demo.province import rows
from sync.session import State

from . import clerk
from .clerk import Confirmed, Saved, heard
from .forks import Forks, kill
from .promises import broken

ROUNDS = 200
LONGEST = 0.2  # seconds at work, from the first word of a round


@pytest.fixture(scope="module")
def forks():
    return Forks()


@pytest.fixture
def day_of_work(forks, agent):
    """A day at the machine until the power goes; what the clerk was told in it."""

    def day_of_work(day: int) -> list[Saved | Confirmed]:
        hears, tells = forks.pipe()
        process = forks.start(clerk.work, agent.folder, tells, day)
        tells.close()
        first = hears.recv()
        time.sleep(random.uniform(0, LONGEST))
        kill(process)
        return [first, *heard(hears)]

    return day_of_work


@pytest.mark.slow
def test_what_was_said_to_be_saved_is_saved_after_200_power_cuts(agent, day_of_work, province):
    promised = 0
    for day in range(ROUNDS):
        told = day_of_work(day)
        machine = Agent(agent.folder)
        try:
            assert [("ok",)] == machine.store().db.execute("pragma quick_check").fetchall()
            assert [] == broken(agent.folder, agent.area, told)
        finally:
            machine.close()
        promised += len(told)
    report = agent.sync()

    assert (None, State.SETTLED, 0) == (report.error, report.state, report.repaired)
    assert notes_here(agent) == notes_at_the_province(province, agent)
    assert ROUNDS * 3 < promised


def notes_here(agent: Agent) -> dict[str, object]:
    store = agent.store()
    records = store.load(store.fingerprints([agent.area], "activity")).values()
    return {record.key.record_id: record.values["result_note"] for record in records}


def notes_at_the_province(province, agent: Agent) -> dict[str, object]:
    lines = rows(province.officer(), f"/records/activity.csv?period=2012&unit={agent.area}")
    return {line["Mã bản ghi"]: line["Kết quả, ghi chú"] for line in lines}

"""The databases of every release: they open, say what they said, and go on syncing."""

from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from server import create_app
from server.centres import centres
from server.devices import codes, devices
from server.founding import create_province
from server.recovery.rebuilding import rebuild
from server.users import users
from sync.changes import REPEAT
from sync.merge import total
from sync.rows import row_entry
from sync.stores.sqlite import ENTRY
from tests.client_agent.province import served
from tests.enrolling import enrol

from . import told
from .making import MACHINES
from .work import NEWER, PASSWORD, PERSON, PIN, WAITING


def digest(store, areas):
    return total(store.digests(areas).values())


def titles(store):
    return [row["title"] for row in store.db["activity"].rows]


def log(store):
    """All entries but repeats, by their timestamps."""
    rows = store.db.execute(f"select {ENTRY} from log where held <> '{REPEAT}' order by place")
    return {entry.change.at: entry for entry in map(row_entry, rows)}


def sync(agent):
    report = agent.sync()
    assert (None, 0) == (report.error, report.repaired)
    return report


@pytest.mark.parametrize("name", MACHINES)
def test_a_centres_database_opens_and_says_what_it_said(kept, name):
    agent = kept.machine(name)

    assert told.within(kept.says(name), told.store(agent.store()))
    assert agent.recovered is None
    assert kept.says(name)["standing"][2] == agent.status().waiting == 1


def test_a_provinces_database_opens_and_says_what_it_said(kept):
    db = kept.province.db()

    assert told.within(kept.says("province"), told.store(kept.province.store()))
    assert (1, 2) == (len(centres.centres(db)), len(devices.everyone(db)))
    assert users.check(db, "so", PASSWORD, "127.0.0.1", kept.wall()).role == users.PROVINCE


@pytest.mark.parametrize("name", [*MACHINES, "province"])
def test_the_log_of_that_version_makes_the_same_records_today(kept, name):
    store = kept.province.store() if name == "province" else kept.machine(name).store()
    replica = kept.province.hub() if name == "province" else kept.agents[0].replica()
    before = told.store(store)
    replica.rebuild(told.keys(store))

    assert before["records"] == told.store(store)["records"]
    assert before["digests"] == told.store(store)["digests"]


def test_the_provinces_records_are_what_its_log_says(kept):
    count, changed = rebuild(kept.province)

    assert (len(kept.says("province")["records"]), 0) == (count, changed)


def test_the_people_of_that_version_log_in_and_find_their_drafts(kept):
    agent = kept.machine("centre")
    agent.staff.check(PERSON, PIN)

    assert [PERSON] == agent.staff.names()
    assert {"title": "Đang gõ dở"} == agent.drafts.list(PERSON)[0].form


def test_both_machines_go_on_with_that_provinces_database(kept, address):
    one, two = (kept.machine(name, address) for name in MACHINES)
    reports = [sync(one), sync(two)]
    sync(one)

    assert [1, 1] == [report.sent for report in reports]
    assert 2 == titles(kept.province.store()).count(WAITING)
    for agent in (one, two):
        assert digest(kept.province.store(), agent.areas) == digest(agent.store(), agent.areas)


def test_a_machine_of_today_is_given_all_of_that_province(kept, address, tmp_path):
    (centre,) = centres.centres(kept.province.db())
    agent = Agent(tmp_path / "today", kept.wall)
    enrol(agent, address, codes.make(kept.province.db(), centre.area, kept.wall()))
    sync(agent)
    is_same = digest(kept.province.store(), agent.areas) == digest(agent.store(), agent.areas)
    titles_here = titles(agent.store())
    agent.close()

    assert is_same
    assert sorted(titles(kept.province.store())) == sorted(titles_here) != []


def test_a_machine_of_that_version_brings_all_its_work_to_a_new_server(kept, tmp_path):
    """As after the loss of the server: the keys and the list of machines are all that is left."""
    agent = kept.machine("centre")
    theirs = kept.config.elsewhere(tmp_path / "new")
    province = create_province(theirs)
    for table, key in (("setting", "name"), ("centre", "area"), ("device", "name")):
        province.db()[table].upsert_all(kept.province.db()[table].rows, pk=key)
    ours = {at for at, entry in log(agent.store()).items() if agent.replica().is_ours(entry)}
    with served(create_app(theirs)) as address:
        config.save(agent.folder, replace(agent.settings, server=address))
        sync(agent)
    there = log(province.store())
    parked = {there[at].reason for at in ours} - {""}

    assert ours
    assert {"owned by the district"} == parked
    assert digest(province.store(), agent.areas) == digest(agent.store(), agent.areas)
    province.close()


def test_what_that_version_did_not_know_has_waited(kept):
    agent = kept.machine("centre")
    (key,) = agent.store().fingerprints([agent.area], "of_a_later_version")

    assert NEWER == agent.store().load([key])[key].values

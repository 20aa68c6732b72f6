"""A disk that was put back or copied, a server that was restored: mended, and told to people."""

import shutil
from dataclasses import replace

from client_agent import config
from client_agent.agent import Agent
from client_agent.syncing import rollback_notices
from server import create_app
from server.recovery import restoring
from tests.client_agent.province import served


def image(agent, name):
    """The machine's whole disk, as a backup program copies it while nobody works there."""
    agent.close()
    shutil.copytree(agent.folder, agent.folder.with_name(name))
    return agent.folder.with_name(name)


def test_people_at_a_laptop_that_was_put_back_are_notified(office):
    agent = office.machine()
    office.type(agent, "Buổi một")
    office.sync(agent)
    old = image(agent, "backup")
    office.type(agent, "Buổi hai")
    office.sync(agent)
    agent.close()
    laptop = Agent(old, office.wall)
    office.agents.append(laptop)
    office.type(laptop, "Buổi ba")
    report = laptop.sync()

    assert (None, rollback_notices.MACHINE) == (report.error, report.history)
    assert "bản cũ" in rollback_notices.notice(laptop).vi
    assert ["Buổi ba", "Buổi hai", "Buổi một"] == office.titles()
    assert "" == laptop.sync().history


def test_who_runs_a_server_that_was_put_back_unawares_is_notified(office, tmp_path, caplog):
    """A virtual machine's snapshot came back, and nobody ran the command."""
    agent = office.machine()
    office.sync(agent)
    office.province.store().backup(tmp_path / "copy.db")
    office.type(agent, "Sau bản sao")
    office.sync(agent)
    office.app.extensions["province"].close()
    office.province.close()
    for path in office.config.folder.glob("province.db*"):
        path.unlink()
    shutil.copy(tmp_path / "copy.db", office.config.database)
    with served(create_app(office.config)) as address:
        config.save(agent.folder, replace(agent.settings, server=address))
        report = agent.sync()

    assert (None, rollback_notices.SERVER) == (report.error, report.history)
    assert 1 == caplog.text.count("Máy chủ đã mang tên mới")


def test_people_at_the_centre_learn_that_the_server_was_restored(office, tmp_path):
    agent = office.machine()
    office.sync(agent)
    office.province.store().backup(tmp_path / "copy.db")
    office.type(agent, "Sau bản sao")
    office.sync(agent)
    office.app.extensions["province"].close()
    office.province.close()
    restoring.in_place(tmp_path / "copy.db", office.config)
    with served(create_app(office.config)) as address:
        config.save(agent.folder, replace(agent.settings, server=address))
        report = agent.sync()

        assert (None, rollback_notices.SERVER) == (report.error, report.history)
        assert "máy chủ" in rollback_notices.notice(agent).vi.lower()

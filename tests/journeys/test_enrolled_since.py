"""The server is put back to before a machine was enrolled: its work comes back all the same."""

from dataclasses import replace

import pytest

from client_agent import config
from server import create_app
from server.province import Province
from server.recovery import restoring
from sync.errors import NotEnrolled
from tests.client_agent.province import served
from tests.enrolling import enrol


@pytest.fixture
def office(office, tmp_path):
    """The province, of which there is a copy now."""
    office.province.store().backup(tmp_path / "copy.db")
    return office


@pytest.fixture
def put_back(office, tmp_path):
    """Lose the server, and put the copy in its place at another address."""
    office.app.extensions["province"].close()

    def put_back():
        office.province.close()
        restoring.in_place(tmp_path / "copy.db", office.config)
        office.province = Province(office.config)
        return served(create_app(office.config))

    return put_back


def test_what_a_machine_sent_is_sent_again_once_it_is_enrolled_again(office, put_back):
    agent = office.machine()
    keys = [office.type(agent, f"Buổi {number}") for number in range(3)]
    office.sync(agent)
    keys.append(office.type(agent, "Buổi 3"))  # that waits
    titles = [office.title(agent, key) for key in keys]
    with put_back() as address:
        config.save(agent.folder, replace(agent.settings, server=address))
        before = agent.sync()
        enrol(agent, address, office.code())
        office.sync(agent)

        assert isinstance(before.error, NotEnrolled)
        assert titles == office.titles() == [office.title(agent, key) for key in keys]
        assert office.digest(agent) == office.digest_of_the_province()


def test_and_so_it_is_when_that_happens_twice(office, put_back):
    agent = office.machine()
    key = office.type(agent, "Buổi một")
    office.sync(agent)
    for _ in range(2):
        with put_back() as address:
            enrol(agent, address, office.code())
            office.sync(agent)

            assert ["Buổi một"] == office.titles() == [office.title(agent, key)]

import itertools

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.config import Settings
from schemas.record import natural_id
from schemas.records.criteria_set import CriteriaSet
from sync.changes import Key
from sync.wire import seal

from .province import Province, served


@pytest.fixture
def province():
    return Province()


@pytest.fixture
def address(province):
    with served(province) as url:
        yield url


@pytest.fixture
def enrol(province):
    """Enrol a folder with the province, by hand."""

    def enrol(folder, server, device="d1"):
        seed = seal.new_seed()
        config.init(folder)
        config.save_device_seed(folder, seed)
        config.save(
            folder,
            Settings(
                server=server,
                device=device,
                area="a1",
                published="published",
                certificate=1,
                server_key=config.key_text(province.key),
                centre="Trung tâm xã Mường Bi",
            ),
        )
        province.enrol(device, seal.public_key(seed))
        return folder

    return enrol


@pytest.fixture
def folder(tmp_path, address, enrol):
    return enrol(tmp_path / "centre", address)


@pytest.fixture
def agent(folder):
    agent = Agent(folder)
    yield agent
    agent.close()


@pytest.fixture
def offline(tmp_path, enrol):
    """An agent whose server is not there."""
    agent = Agent(enrol(tmp_path / "offline", "http://127.0.0.1:9"))
    yield agent
    agent.close()


@pytest.fixture
def write():
    """Record an activity at a centre; return its key."""
    numbers = itertools.count(1)

    def write(agent, **values):
        key = Key("a1", "activity", str(next(numbers)))
        agent.replica().write(key, {"title": "Lớp xóa mù chữ", **values}, "Lan")
        return key

    return write


@pytest.fixture
def criteria(agent):
    """The province's criteria set, as a sync would have brought it."""
    values = CriteriaSet.example()
    key = Key("published", "criteria_set", natural_id(CriteriaSet, "published", values))
    agent.replica().write(key, values, "province")
    return values

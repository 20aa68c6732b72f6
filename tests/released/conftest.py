"""A release, put in place again: the folders of two machines and of the province."""

from __future__ import annotations

import json
import lzma
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from client_agent import config
from client_agent.agent import Agent
from server import Config, create_app
from server.province import Province
from tests.client_agent.province import served
from tests.journeys.office import NOON, Wall

HERE = Path(__file__).parent
DAY = 86_400_000


def releases():
    return sorted(path.parent for path in HERE.glob("*/lists.json"))


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(params=releases(), ids=lambda folder: folder.name)
def release(request):
    return request.param


@pytest.fixture
def wall():
    return Wall(NOON + DAY)


class Kept:
    """What a release left, opened by this version."""

    def __init__(self, release, folder, wall):
        self.release, self.folder, self.wall = release, folder, wall
        self.config = Config(folder / "province", wall=wall)
        self._put("province", self.config.database)
        secrets = (release / "province.secrets").read_bytes()
        self.config.secret_file.touch(0o600)
        self.config.secret_file.write_bytes(secrets)
        self.province = Province(self.config)
        self.app = create_app(self.config)
        self.agents = []

    def says(self, name):
        """What was written beside that database."""
        return read(self.release / f"{name}.json")

    def machine(self, name, address=""):
        folder = self.folder / name
        config.init(folder)
        self._put(name, config.database(folder))
        shutil.copy(self.release / f"{name}.ini", config.settings_file(folder))
        config.save_device_seed(folder, (self.release / f"{name}.key").read_bytes())
        agent = Agent(folder, self.wall)
        config.save(folder, replace(agent.settings, server=address))
        self.agents.append(agent)
        return agent

    def _put(self, name, path):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(lzma.decompress((self.release / f"{name}.db.xz").read_bytes()))


@pytest.fixture
def kept(release, tmp_path, wall):
    kept = Kept(release, tmp_path, wall)
    yield kept
    for agent in kept.agents:
        agent.close()
    kept.province.close()


@pytest.fixture
def address(kept):
    with served(kept.app) as address:
        yield address

"""A province and its machines in this process: real agents, the real server, and clocks to turn."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from client_agent import config
from client_agent.agent import Agent
from schemas.records.activity import Activity
from server import Config, create_app
from server.centres import centres, units
from server.devices import codes
from server.evaluation import criteria
from server.founding import create_province
from sync.changes import Key
from sync.merge import total
from tests.client_agent.province import served
from tests.enrolling import enrol

from .promises import own

NOON = 1_343_106_000_000  # of 24/07/2012 in Vietnam, in milliseconds
PLAN = date(2012, 7, 24)


class Wall:
    """A clock that is set by hand and moves on a little whenever somebody looks."""

    def __init__(self, now=NOON):
        self.now = now

    def __call__(self):
        self.now += 1
        return self.now


class Office:
    """The province, at work at ``address``."""

    def __init__(self, folder):
        self.folder, self.wall = folder, Wall()
        self.config = Config(folder / "province", wall=self.wall)
        self.province = create_province(self.config)
        criteria.publish(self.province)
        self.app = create_app(self.config)
        db = self.province.db()
        commune = next(u for u in units.in_force(db, str(PLAN)) if u.code == "04813")
        self.centre = centres.add(db, commune, str(PLAN))
        self.agents = []
        self._numbers = itertools.count(1)

    def code(self):
        return codes.make(self.province.db(), self.centre.area, self.wall())

    def machine(self, code="", wall=None):
        """A new machine of the centre, enrolled over the network and not synced yet."""
        agent = Agent(self.folder / f"machine-{len(self.agents)}", wall or self.wall)
        enrol(agent, self.address, code or self.code())
        self.agents.append(agent)
        return agent

    def rebooted(self, folder):
        """The machine of that folder in a new process."""
        self.agents.append(Agent(folder, self.wall))
        return self.agents[-1]

    @staticmethod
    def move(agent, address):
        """Have the machine look for the province there."""
        config.save(agent.folder, replace(agent.settings, server=address))

    def type(self, agent, title, record_id=""):
        """Somebody saves an activity."""
        name = record_id or f"{agent.settings.device}-{next(self._numbers)}"
        key = Key(self.centre.area, "activity", name)
        opened = agent.store().load([key])[key]
        values = {**Activity.example(), **opened.values, "title": title}
        agent.replica().write(key, values, agent.settings.device, opened)
        return key

    def sync(self, *agents):
        for agent in agents:
            report = agent.sync()
            assert report.error is None
            assert report.repaired == 0

    def title(self, agent, key):
        return agent.store().load([key])[key].values.get("title")

    def digest(self, agent):
        return total(agent.store().digests(agent.areas).values())

    def digest_of_the_province(self):
        return self.digest_of(self.agents[0].areas)

    def digest_of(self, areas):
        """What the province holds of them."""
        return total(self.province.store().digests(areas).values())

    def is_settled(self, agent):
        """Whether nothing waits, both sides are equal, and the province has each change once."""
        log = own(self.config.database, agent.replica().name)
        is_once = len(log) == len(set(log))
        is_equal = self.digest(agent) == self.digest_of(agent.areas)
        return is_once and is_equal and 0 == agent.status().waiting

    def titles(self):
        return sorted(row["title"] for row in self.province.db()["activity"].rows)


@contextmanager
def opened(folder):
    office = Office(folder)
    with served(office.app) as office.address:
        yield office
    for agent in office.agents:
        agent.close()
    office.province.close()

"""Rounds in which everything fails: the line, the power at the centre, and the server.

In each round a clerk types and syncs, in a process of its own, over a line that is bad in
some way; meanwhile one of the processes is killed, or both; some servers come back as what
a copy of them held. Whatever the clerk was told before the power went stands in a ledger.
A second machine of the centre writes too, so that pages travel both ways.

The luck of a round depends on the seed and its number alone; the moments in which the
machine of the tests kills are its own.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from random import Random

from client_agent.agent import Agent
from demo.processes import free_port
from demo.province import Province
from schemas.records.activity import Activity
from sync.changes import Key
from sync.session import State
from tests.enrolling import enrol

from . import bad_luck, clerk, promises
from .clerk import Confirmed, Saved, heard
from .forks import Forks, Red, command, kill
from .link import Link

LONGEST = 0.12  # seconds between two misfortunes
PAUSE = 0.005  # seconds between two saves
PATIENCE = (2.0, 0.3)  # seconds that the clerk's machine waits on a line that stalls


class Rounds:
    """One centre and one province, as real processes; ``close`` ends them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.seed, self.count = folder, seed, Counter[str]()
        self._forks = Forks()
        self.province = Province(folder / "province", free_port())
        self.province.set_up()
        self.sheet = folder / "sheet.txt"
        self.sheet.write_text(self.province.recovery_sheet(), "utf-8")
        area = self.province.add_centres(1)[0]
        self.line = Link(("127.0.0.1", self.province.port))
        self.server = self._forks.serve(self.province)
        self.centre, self.second = folder / "centre", Agent(folder / "second")
        first = Agent(self.centre)
        for agent, address in ((first, self.line.url), (self.second, self.province.url)):
            enrol(agent, address, self.province.code(area))
            agent.sync()
        self.area, self.areas = area, first.areas
        first.close()
        self.saved: list[Saved] = []
        self.confirmed: list[Confirmed] = []  # since the server was last restored

    def close(self) -> None:
        self.server.kill()
        self.server.join()
        self.second.close()
        self.line.stop()

    def play(self, number: int) -> None:
        """:raises Red: if a promise does not hold on the centre's disk"""
        luck = Random(f"{self.seed}/{number}")
        self.count[bad_luck.harm(self.line, luck)] += 1
        hears, tells = self._forks.pipe()
        machine = self._forks.start(clerk.work, self.centre, tells, number, PATIENCE, PAUSE)
        tells.close()
        told = [hears.recv()]
        for _ in range(luck.choice([1, 1, 2])):
            time.sleep(luck.uniform(0, LONGEST))
            self._misfortune(luck)
        time.sleep(luck.uniform(0, LONGEST))
        kill(machine)
        self._note([*told, *heard(hears)])
        if luck.random() < 0.3:  # else the next clerk is the first to open what the kill left
            self._check_the_centre()

    def settle(self) -> None:
        """Let the line and the processes be well, and hold the ledger against both databases.

        :raises Red:
        """
        self.line.clear()
        first = Agent(self.centre)
        for agent in (first, self.second, first, self.second):
            report = agent.sync()
            if (report.error, report.state, report.repaired) != (None, State.SETTLED, 0):
                raise Red(f"does not settle: {report}")
        first.close()
        self.second.close()
        self._check_the_centre()
        self._check_the_province()

    def _misfortune(self, luck: Random) -> None:
        what = luck.choice(["nothing", "second", "backup", "server", "server", "restore"])
        self.count[what] += 1
        if what == "second":
            self._write_at_the_second(luck)
        elif what == "backup":
            self._backup(luck)
        elif what in ("server", "restore"):
            kill(self.server)
            if what == "restore":
                self._restore(luck)
            self.server = self._forks.serve(self.province)

    def _write_at_the_second(self, luck: Random) -> None:
        """It syncs over a good line, with a server that may be away."""
        key = Key(self.area, "activity", luck.choice(["record-00", "second-1", "second-2"]))
        opened = self.second.store().load([key])[key]
        note = f"second.{len(self.saved)}"
        values = {**Activity.example(), **opened.values, "result_note": note}
        self.second.replica().write(key, values, "Lan", opened=opened)
        self.saved.append(Saved(key.record_id, note))
        self.second.sync()

    def _backup(self, luck: Random) -> None:
        """Copies the server while it works; some are killed on the way."""
        path = self.folder / f"copy-{luck.randrange(3)}.backup"
        copying = self._forks.start(command, self.province.folder, "backup", str(path))
        copying.join(luck.choice([60, 60, 0.05]))
        copying.kill()
        copying.join()
        if path.exists():
            self.count["copied"] += 1

    def _restore(self, luck: Random) -> None:
        """Puts back one of the copies; some are killed on the way, and done again."""
        copies = sorted(self.folder.glob("copy-?.backup"))
        if not copies:
            return
        path = str(luck.choice(copies))
        for seconds in luck.choice([[60.0], [0.05, 60.0]]):
            words = ("restore", path, "--sheet", str(self.sheet))
            restoring = self._forks.start(command, self.province.folder, *words)
            restoring.join(seconds)
            restoring.kill()
            restoring.join()
        if restoring.exitcode:
            raise Red(f"restore ended with {restoring.exitcode}")
        self.count["restored"] += 1
        self.confirmed.clear()  # what it confirmed since then it holds no more

    def _note(self, told: list[Saved | Confirmed]) -> None:
        saved = [word for word in told if isinstance(word, Saved)]
        self.count["saved"] += len(saved)
        self.saved += saved
        self.confirmed += [word for word in told if isinstance(word, Confirmed)]

    def _check_the_centre(self) -> None:
        database = self.centre / "centre.db"
        aside = [path.name for path in self.centre.glob("damaged-*")]
        here = [word for word in self.saved if not word.note.startswith("second")]
        if aside or not promises.is_sound(database):
            raise Red(f"damaged: {aside or database}")
        if lost := promises.missing(database, self.area, here):
            raise Red(f"not on the centre's disk: {sorted(lost)}")

    def _check_the_province(self) -> None:
        database = self.province.folder / "province.db"
        if not promises.is_sound(database):
            raise Red(f"damaged: {database}")
        if lost := promises.missing(database, self.area, self.saved):
            raise Red(f"not at the province: {sorted(lost)}")
        if false := promises.unconfirmed(database, self.confirmed):
            raise Red(f"confirmed, and not held: {false}")
        folders = (self.centre / "centre.db", self.folder / "second" / "centre.db")
        if {promises.digest(path, self.areas) for path in (*folders, database)} - {
            promises.digest(database, self.areas)
        }:
            raise Red("the digests differ")

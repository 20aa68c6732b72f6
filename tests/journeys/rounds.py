"""Rounds in which everything fails: the line, the power at the centre, and the server.

In each round a clerk types and syncs, in a process of its own, over a line that is bad in
some way; meanwhile one of the processes is killed, or both; some servers come back as what
a copy of them held. Whatever the clerk was told before the power went stands in a ledger.
A second machine of the centre writes too, so that pages travel both ways.

The luck of a round depends on the seed and its number alone; the moments in which the
machine of the tests kills are its own.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import time
from collections import Counter
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

from client_agent.agent import Agent
from client_agent.enrolment import enrol
from demo.processes import free_port
from demo.province import Province
from schemas.records.activity import Activity
from server.cli import cli
from sync.changes import Key
from sync.session import State

from . import clerk, middlebox, promises
from .clerk import Confirmed, Saved, heard
from .link import Link

LONGEST = 0.12  # seconds between two misfortunes
PAUSE = 0.005  # seconds between two saves
PATIENCE = (2.0, 0.3)  # seconds that the clerk's machine waits on a line that stalls


class Red(AssertionError):
    """Something was lost, doubled, falsely promised, or does not settle."""


def command(folder: Path, *arguments: str) -> None:
    """Run ``khuyenhoc-server`` in this process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    cli(["--folder", str(folder), *arguments])


def _kill(process: BaseProcess) -> None:
    """:raises Red: if it had ended before"""
    lived = process.is_alive()
    process.kill()
    process.join()
    if not lived:
        raise Red(f"{process.name} had ended by itself: {process.exitcode}")


class Rounds:
    """One centre and one province, as real processes; ``close`` ends them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.seed, self.count = folder, seed, Counter[str]()
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload(["__main__", __name__])
        self.province = Province(folder / "province", free_port())
        self.province.found()
        area = self.province.add_centres(1)[0]
        self.line = Link(("127.0.0.1", self.province.port))
        self.server = self._serve()
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
        self._harm(luck)
        hears, tells = self._processes.Pipe(duplex=False)
        machine = self._start(clerk.work, self.centre, tells, number, PATIENCE, PAUSE)
        tells.close()
        told = [hears.recv()]
        for _ in range(luck.choice([1, 1, 2])):
            time.sleep(luck.uniform(0, LONGEST))
            self._misfortune(luck)
        time.sleep(luck.uniform(0, LONGEST))
        _kill(machine)
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

    def _harm(self, luck: Random) -> None:
        """One of the ways in which a line is bad; it lasts for the round."""
        self.line.clear()
        up, count = luck.random() < 0.5, luck.randrange(1500)
        rate = luck.choice([3000, 20_000])
        kind = luck.choice(["well", "cut", "flaps", "hangs up", "stalls", "slow", "far", "box"])
        self.count[kind] += 1
        if kind in ("cut", "flaps", "hangs up"):
            self.line.cut_after(count, up=up, hangs_up=kind == "hangs up")
            self.line.heals = kind != "cut"
        elif kind == "stalls":
            self.line.stall_after(count, up=up, seconds=luck.choice([0.1, 60]))
        elif kind == "slow":
            self.line.slow_down(up=rate, down=rate)
        elif kind == "far":
            self.line.delay = 0.03
        elif kind == "box":
            self.line.box = lambda request, ask: middlebox.any_of(luck)(request, ask)

    def _misfortune(self, luck: Random) -> None:
        what = luck.choice(["nothing", "second", "backup", "server", "server", "restore"])
        self.count[what] += 1
        if what == "second":
            self._write_at_the_second(luck)
        elif what == "backup":
            self._backup(luck)
        elif what in ("server", "restore"):
            _kill(self.server)
            if what == "restore":
                self._restore(luck)
            self.server = self._serve()

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
        path = self.folder / f"copy-{luck.randrange(3)}.db"
        copying = self._start(command, self.province.folder, "backup", str(path))
        copying.join(luck.choice([60, 60, 0.05]))
        copying.kill()
        copying.join()

    def _restore(self, luck: Random) -> None:
        """Puts back one of the copies; some are killed on the way, and done again."""
        copies = sorted(self.folder.glob("copy-?.db"))
        if not copies:
            return
        path = str(luck.choice(copies))
        for seconds in luck.choice([[60.0], [0.05, 60.0]]):
            restoring = self._start(command, self.province.folder, "restore", path)
            restoring.join(seconds)
            restoring.kill()
            restoring.join()
        if restoring.exitcode:
            raise Red(f"restore ended with {restoring.exitcode}")
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

    def _serve(self) -> BaseProcess:
        """A server that answers."""
        arguments = ("serve", "--port", str(self.province.port))
        server = self._start(command, self.province.folder, *arguments)
        until = time.monotonic() + 60
        while time.monotonic() < until and server.is_alive():
            try:
                socket.create_connection(("127.0.0.1", self.province.port), timeout=5).close()
            except OSError:
                time.sleep(0.01)
            else:
                return server
        raise Red(f"the server does not start: {server.exitcode}")

    def _start(self, work, *arguments) -> BaseProcess:
        process = self._processes.Process(target=work, args=arguments)
        process.start()
        return process

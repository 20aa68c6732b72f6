"""The province of the demo: founded and served through its commands, read through its pages."""

from __future__ import annotations

import csv
import io
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from server.centres.centres import communes_without
from server.config import Config
from sync.stores.sqlite import connect

from . import processes
from .processes import DidNotStart, Processes, free_port, interpreter, run
from .user import Person

FOUNDED = "2009-07-15"  # from that day on the 210 communes stood as they did in 2012
ALL = 210
PASSWORD = "khuyen hoc 2012"  # noqa: RUF100 – of a province that lives for an hour on loopback
OFFICER = "tinh"


class Province:
    """A folder with a server's database, and the address at which its server answers."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def set_up(self) -> None:
        self._run("init")
        self._run("user", OFFICER, "--role", "province", "--password", PASSWORD)

    def recovery_sheet(self) -> str:
        """Make the sheet that opens backups; return its words."""
        return self._run("recovery-sheet", "--text")

    def add_district_officer(self, name: str, code: str) -> None:
        self._run("user", name, "--role", "district", "--unit", code, "--password", PASSWORD)

    def add_centre(self, commune: str, name: str) -> str:
        """Found one more in that commune, with a name of its own; return its area."""
        return self._run("add-centre", commune, "--name", name, "--day", FOUNDED).strip()

    def add_centres_in(self, *communes: str) -> list[str]:
        """Found a centre in each of the communes of these codes; return their areas."""
        return self._run("add-centre", *communes, "--day", FOUNDED).split() if communes else []

    def add_centres(self, most: int = ALL) -> list[str]:
        """Found one in every commune that has none, or in so many of them; return their areas."""
        return self.add_centres_in(*spread(self.communes_without(), most))

    def codes(self, areas: list[str]) -> Iterator[str]:
        """Yield the words with which one machine of each of the centres can be enrolled.

        :raises DidNotStart: the command failed
        """
        with self._command("enrol-code", *areas) as command:
            assert command.stdout is not None
            yield from map(str.strip, command.stdout)
            if command.wait():
                log = (self.folder / "commands.log").read_text("utf-8", "replace")
                raise DidNotStart(f"enrol-code: {log[-2000:]}")

    def code(self, area: str) -> str:
        return next(self.codes([area]))

    def serve(self, processes: Processes) -> None:
        arguments = ("--folder", str(self.folder), "serve", "--port", str(self.port))
        processes.serve("server", f"{self.url}/healthz", "server.cli", *arguments)

    def officer(self, name: str = OFFICER) -> Person:
        """Return somebody who has logged in at the province's web pages."""
        person = Person(self.url)
        page = person.submit(person.open("/login"), {"name": name, "password": PASSWORD})
        if "/login" in page.url:
            raise PermissionError(f"{name}: {page.status} {page.url}")
        return person

    def communes_without(self) -> list[str]:
        """The codes of the communes that have no centre."""
        db = connect(Config(self.folder).database)
        try:
            return [unit.code for unit in communes_without(db, FOUNDED)]
        finally:
            db.close()

    def _run(self, *arguments: str) -> str:
        return run("server.cli", "--folder", str(self.folder), *arguments)

    def _program(self) -> list[str]:
        return [interpreter("server.cli"), "-m", "server.cli", "--folder", str(self.folder)]

    def _command(self, *arguments: str) -> subprocess.Popen[str]:
        """A command that is read while it works; its sentences go to a log."""
        with (self.folder / "commands.log").open("ab") as log:
            return processes.launch(
                [*self._program(), *arguments],
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
            )


def spread(communes: Sequence[str], most: int) -> list[str]:
    """So many of them at most, from all over the province."""
    count = min(most, len(communes))
    return [communes[number * len(communes) // count] for number in range(count)]


def rows(officer: Person, address: str) -> list[dict[str, str]]:
    """Return a CSV of the province's pages, as its reader sees it."""
    text = officer.open(address).text.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))

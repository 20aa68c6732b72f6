"""A province and its centres, each a program of an age of its own: real processes."""

import json
import sqlite3
from contextlib import closing, contextmanager
from types import SimpleNamespace

from demo.centre import Centre, Clerk
from demo.processes import Processes, end, run
from demo.province import Province
from schemas.records.activity import Activity

from .ages import LESSON, typed

AGED = "tests.versions"
CLERK = Clerk("Bùi Thị Hiền", "1356")
COMMUNE = "04813"


class AgedProvince(Province):
    def __init__(self, folder, age):
        super().__init__(folder)
        self.age = age
        self.set_up()

    @property
    def database(self):
        return self.folder / "province.db"

    @contextmanager
    def at_work(self):
        with Processes(self.folder) as processes:
            self.serve(processes)
            yield processes

    def serve(self, processes):
        arguments = (str(self.age), "server.cli", "--folder", str(self.folder))
        url = f"{self.url}/healthz"
        processes.serve("server", url, AGED, *arguments, "serve", "--port", str(self.port))

    def run(self, *arguments):
        return run(AGED, str(self.age), "server.cli", "--folder", str(self.folder), *arguments)


class AgedCentre(Centre):
    """A machine of the province's only centre."""

    def __init__(self, folder, age, province, area):
        super().__init__(folder, area, SimpleNamespace(url=province.url))
        self.age = age
        self.enrol(province.run("enrol-code", area).strip())
        self.add(CLERK)
        self.sync()

    @property
    def database(self):
        return self.folder / "centre.db"

    def command(self, *arguments):
        return run(
            AGED, str(self.age), "client_agent.cli", "--folder", str(self.folder), *arguments
        )

    def sync(self):
        self.command("sync")

    @contextmanager
    def at_work(self):
        """Somebody who has logged in at its pages, which are there meanwhile."""
        with Processes(self.folder) as processes:
            arguments = ("--folder", str(self.folder), "run", "--no-browser")
            aged = (str(self.age), "client_agent.cli", *arguments, "--port", str(self.port))
            process = processes.serve("centre", f"{self.url}/login", AGED, *aged)
            yield self.log_in(CLERK)
            end(process)

    def enter_all_it_knows(self, title):
        """An activity, and where it knows such a thing, a lesson."""
        with self.at_work() as clerk:
            page = clerk.open("/records/activity/new")
            known = {**Activity.example(), "title": title}
            texts = {name: str(value) for name, value in known.items()} | typed(self.age)
            told(clerk.submit(page, texts, to="/edit"))
            if self.age >= 2:
                told(clerk.submit(clerk.open("/records/lesson/new"), LESSON, to="/edit"))

    def edit_title(self, record_id, title):
        """Everything else in the form is sent as it stands there."""
        with self.at_work() as clerk:
            page = clerk.open(f"/records/activity/{record_id}/edit")
            told(clerk.submit(page, {"title": title}, to="/edit"))


def told(page):
    assert (200, False) == (page.status, "/edit" in page.url), page.complaints()


def rows(database, sql, *args):
    with closing(sqlite3.connect(database)) as conn:
        conn.row_factory = sqlite3.Row
        return [dict(row) for row in conn.execute(sql, args)]


def held(machine, areas):
    """All its records to the letter, and the sums that are compared."""
    inside = f"area in ({', '.join('?' * len(areas))})"
    records = rows(
        machine.database, f"select * from records where {inside} order by 1, 2, 3", *areas
    )
    sums = rows(machine.database, f"select * from digests where {inside} order by 1, 2", *areas)
    return records, [row for row in sums if int(row["total"], 16)]


def areas(machine):
    return [row["area"] for row in rows(machine.database, "select distinct area from records")]


def cells(machine, title):
    """Name -> (value, timestamp) of the activity with that title."""
    for row in rows(machine.database, "select cells from records where record_type = 'activity'"):
        by_time = json.loads(row["cells"])
        found = {n: (v, at) for at, values in by_time.items() for n, v in values.items()}
        if found["title"][0] == title:
            return found
    return {}


def copies(machine, table="activity"):
    """The rows of a record type's own table; none if there is no such table."""
    there = rows(machine.database, "select name from sqlite_master where name = ?", table)
    return rows(machine.database, f"select * from [{table}]") if there else []


def known(machine, title):
    """The id of the activity that is called so."""
    return next(row["_id"] for row in copies(machine) if row["title"] == title)

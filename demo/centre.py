"""A centre of the demo: its machine, its line to the province, its people at their browser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from schemas import forms
from schemas.records.activity import Activity
from schemas.records.evaluation import Evaluation

from .processes import Processes, free_port, run
from .relay import Relay
from .user import Page, Person


class Clerk(NamedTuple):
    """Somebody who types at a centre."""

    name: str
    pin: str


class NotSaved(Exception):
    """The page did not confirm the save; the error has the text of the page."""


class Centre:
    """A folder with an agent's database, and the address at which its pages answer."""

    def __init__(self, folder: Path, area: str, line: Relay) -> None:
        self.folder, self.area, self.line = folder, area, line
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.clerks: list[Clerk] = []

    def enrol(self, code: str) -> None:
        words = ("enrol", "--server", self.line.url, "--code", code)
        run("client_agent.cli", "--folder", str(self.folder), *words, typed="y\n")

    def add(self, clerk: Clerk) -> None:
        self.command("staff", "add", clerk.name, "--pin", clerk.pin)
        self.clerks.append(clerk)

    def command(self, *arguments: str) -> str:
        """Run ``khuyenhoc-agent`` and return what it says."""
        return run("client_agent.cli", "--folder", str(self.folder), *arguments)

    def status(self) -> dict[str, Any]:
        """What ``khuyenhoc-agent status`` tells programs."""
        status: dict[str, Any] = json.loads(self.command("status", "--json"))
        return status

    def open(self, processes: Processes) -> None:
        """Start the agent, with its pages and its background sync."""
        arguments = ("--folder", str(self.folder), "run", "--port", str(self.port), "--no-browser")
        name = f"centre-{self.area}"
        processes.serve(name, f"{self.url}/login", "client_agent.cli", *arguments)

    def log_in(self, clerk: Clerk) -> Person:
        person = Person(self.url)
        page = person.submit(person.open("/login"), {"name": clerk.name, "pin": clerk.pin})
        if "/login" in page.url:
            raise PermissionError(f"{clerk.name}: {page.status} {page.url}")
        return person


def enter_activity(person: Person, values: Mapping[str, Any]) -> Page:
    """Fill in the form of a new activity and save it, as a clerk does.

    :raises NotSaved:
    """
    typed = forms.texts(Activity, values)
    page = person.submit(person.open("/records/activity/new"), typed, to="/edit")
    return _saved(page, "/edit")


def assess(person: Person, values: Mapping[str, Any]) -> Page:
    """Fill in the evaluation sheet of a year and sign it.

    :raises NotSaved:
    """
    shown = forms.texts(Evaluation, values)
    typed = {name: text for name, text in shown.items() if "." in name}
    address = f"/evaluation/{values['year']}"
    page = person.submit(person.open(address), typed, to=address, button=("do", "sign"))
    return _saved(page, "/login")


def press_sync(person: Person) -> Page:
    """Press the button that lets the agent sync at once, in the background."""
    return person.submit(person.open("/sync/"), {}, to="/sync/")


def _saved(page: Page, else_at: str) -> Page:
    """A page that is no answer to a form that was not accepted.

    :raises NotSaved:
    """
    if page.status != 200 or else_at in page.url:
        raise NotSaved(f"{page.status} {page.url} {page.complaints()}")
    return page

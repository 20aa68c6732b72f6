"""One province for all journeys, as a real process; centres of their own for each of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client_agent.agent import Agent
from demo.centre import Centre, Clerk
from demo.processes import Processes
from demo.province import Province
from tests.enrolling import enrol

from .link import Link
from .office import Office, opened

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
CLERK = Clerk("Bùi Thị Hiền", "1356")
SECOND = Clerk("Quách Văn Dũng", "9753")


@pytest.fixture(scope="session")
def communes() -> list[str]:
    """The areas of centres that no test has used yet."""
    return []


@pytest.fixture(scope="session")
def province(tmp_path_factory, communes):
    """A server at work, with a centre in every commune of 2012."""
    folder = tmp_path_factory.mktemp("province")
    province = Province(folder)
    province.set_up()
    communes += province.add_centres()
    with Processes(folder) as processes:
        province.serve(processes)
        yield province


@pytest.fixture
def link(province):
    """The line of one centre to the province."""
    link = Link(("127.0.0.1", province.port))
    yield link
    link.stop()


@pytest.fixture
def office(tmp_path) -> Iterator[Office]:
    """A province of one test alone, whose server is driven in this process."""
    with opened(tmp_path) as office:
        yield office


@pytest.fixture
def processes(tmp_path):
    with Processes(tmp_path) as processes:
        yield processes


@pytest.fixture
def enrolled(province, communes, tmp_path) -> Callable[..., Agent]:
    """Enrol a machine at the end of that line, of a centre of its own unless one is given."""
    agents = []

    def enrolled(link: Link, area: str = "", wall: Callable[[], int] | None = None) -> Agent:
        folder = tmp_path / f"machine-{len(agents)}"
        agent = Agent(folder, wall) if wall else Agent(folder)
        enrol(agent, link.url, province.code(area or communes.pop()))
        assert agent.sync().error is None  # it has what the province publishes
        link.clear()
        agents.append(agent)
        return agent

    yield enrolled
    for agent in agents:
        agent.close()


@pytest.fixture
def agent(enrolled, link):
    """An enrolled machine, driven in this process."""
    return enrolled(link)


@pytest.fixture
def machine(province) -> Callable[..., Centre]:
    """A machine of a centre, enrolled and synced, with people who may type at it."""

    def machine(folder: Path, area: str, line: Link, *clerks: Clerk) -> Centre:
        agent = Agent(folder)
        enrol(agent, line.url, province.code(area))
        for clerk in clerks:
            agent.staff.add(clerk.name, clerk.pin)
        assert agent.sync().error is None
        agent.close()
        line.clear()
        return Centre(folder, area, line)

    return machine


@pytest.fixture
def centre(machine, communes, link, tmp_path) -> Centre:
    """An enrolled machine with two people, not started yet."""
    return machine(tmp_path / "centre", communes.pop(), link, CLERK, SECOND)


@pytest.fixture
def chromium():
    if not CHROMIUM.exists():
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright  # most journeys need no browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def sit_down(chromium, tmp_path):
    """Open a browser of one's own, with a camera."""
    folder = Path(os.environ.get("KHUYENHOC_ARTEFACTS", tmp_path)) / "journey"

    def sit_down():
        page = chromium.new_context(viewport={"width": 1366, "height": 768}).new_page()
        page.set_default_timeout(20_000)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.shoot = lambda name: page.screenshot(path=folder / f"{name}.png", full_page=True)
        return page

    return sit_down

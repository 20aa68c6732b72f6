"""No page of a centre has what axe-core finds wrong with it."""

import io
from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.web import create_app
from schemas.owners import CENTRE
from schemas.record import owners_of, record_types
from tests.accessible import Tour, sitting, various
from tests.registers import register, table
from tests.schemas.importing.test_intake import ROW
from tests.serving import serving

from .conflicts.test_views import Notices
from .conftest import PEOPLE, Browser
from .syncing.test_siblings import sibling

__all__ = ["sibling"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
LONG = "Lớp phổ biến kiến thức chăm sóc cây có múi cho các hộ tái định cư vùng hồ sông Đà " * 2
CENTRES = [schema for schema in record_types().values() if CENTRE in owners_of(schema)]


def enter(page, address):
    page.goto(f"{address}/login")
    page.get_by_text(PEOPLE[0]).click()
    page.fill("#pin", "1234")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/")


@pytest.fixture
def app(agent):
    return create_app(Agent(agent.folder, wall=agent.wall))


@pytest.fixture
def busy(app, agent, held, criteria, sibling):
    """A centre in which something of everything waits; return addresses that nothing leads to."""
    config.save(agent.folder, replace(agent.settings, centre=LONG))
    notices = Notices(agent, held)
    conflict, key = notices.conflict(first=LONG)
    parked = notices.parked(key, title=LONG)
    browser = Browser(app).sit_down(PEOPLE[0])
    browser.get("/records/activity/intake/")
    wrong = ["", *ROW[1:]]
    file = {"file": (io.BytesIO(table(ROW, wrong, ROW)), "so.csv")}
    intake = browser.post("/records/activity/intake/", file).request.path
    browser.get("/records/activity/intake/")
    file = {"file": (io.BytesIO(register()), "so.xlsx")}
    asked = browser.post("/records/activity/intake/", file).request.path
    browser.get("/records/activity")
    once = {"_once": browser.hidden("_once")}
    export = browser.post("/records/activity/export/csv", once).request.path
    agent.drafts.keep(PEOPLE[0], "activity", "", {"title": LONG})
    agent.upkeep.copy_now()
    return [
        f"/attention/conflict/{conflict.record_id}",
        f"/attention/parked/{parked.record_id}",
        f"/attention/parked/{parked.record_id}/whole",
        "/evaluation/2012",
        intake,
        export,
        f"{export}/file",
        f"{asked}?edit=6",
        *(f"/records/{schema.record_type}/new" for schema in various(CENTRES)),
    ]


def test_no_page_of_a_busy_centre_is_hard_to_read_or_to_use(app, staff, busy):
    with serving(app) as address, sitting() as page:
        tour = Tour(app, page, address)
        enter(page, address)
        tour.walk(busy)
        tour.spoil_all()
        tour.visit("/nowhere")

    assert {} == tour.faults
    assert set() == tour.unseen()


def test_no_page_of_an_empty_centre_is_either(app, agent):
    with serving(app) as address, sitting(width=390, height=844) as page:
        tour = Tour(app, page, address)
        tour.visit("/login")
        agent.staff.add(PEOPLE[0], "1234")
        enter(page, address)
        tour.walk(with_links=False)

    assert {} == tour.faults

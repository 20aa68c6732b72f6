"""A hotel's log-in page is not the province: nothing is believed of it, and nothing is lost."""

import pytest

from client_agent.texts import sentence
from schemas.records.activity import Activity
from sync.changes import Key
from sync.errors import NotTheProvince

from .middlebox import STATUS, portal

PROXY = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 4\r\n\r\nno.\n"
REVOKED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 7\r\n\r\nrevoked"
EMPTY = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


@pytest.fixture
def saved(agent):
    agent.replica().write(Key(agent.area, "activity", "portal-1"), Activity.example(), "Hoa")
    return agent


@pytest.fixture
def said():
    """A box that says the same to everybody."""
    return lambda page: lambda _request, _ask: page


@pytest.mark.parametrize("page", [*STATUS, PROXY, REVOKED, EMPTY], ids=str)
def test_what_the_province_did_not_sign_is_not_the_province(saved, link, said, page):
    link.box = portal(page) if page in STATUS else said(page)
    report = saved.sync()

    assert isinstance(report.error, NotTheProvince)
    assert sentence(report.error, "vi") != sentence(report.error, "en")
    assert (1, 0) == (saved.status().waiting, saved.status().confirmed)
    assert saved.enrolled


def test_the_work_goes_out_once_the_portal_lets_it(saved, link):
    link.box = portal(200)
    saved.sync()
    link.box = None
    report = saved.sync()

    assert (None, 1) == (report.error, report.sent)
    assert (0, 1) == (saved.status().waiting, saved.status().confirmed)

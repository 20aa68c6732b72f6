"""Somebody of the province at the administrators' pages."""

import re

import pytest

from server.users import users
from server.users.users import Account

PASSWORD = "chín con cá chép"


class Browser:
    """Follows forms as a browser does: what a page's form carries goes back with it."""

    def __init__(self, client):
        self.client = client

    def get(self, path):
        return self.client.get(path, follow_redirects=True)

    def post(self, page, path, **fields):
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(page).text)
        token = {"csrf_token": found[1]} if found else {}
        return self.client.post(path, data={**token, **fields}, follow_redirects=True)

    def log_in(self, name, password=PASSWORD):
        return self.post("/login", "/login", name=name, password=password)


@pytest.fixture
def people(db):
    """An administrator, and somebody of the association."""
    users.add(db, Account("quantri", PASSWORD))
    users.add(db, Account("hoi", PASSWORD, users.ASSOCIATION))


@pytest.fixture
def browser(client, people):
    browser = Browser(client)
    browser.log_in("quantri")
    return browser

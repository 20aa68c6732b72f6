"""Whose imports the pages of a centre show."""

import io

from client_agent import imports
from sync.errors import StoreFull
from sync.stores.imports import Imports
from tests.registers import ACTIVITY, table

HOME = "/records/activity/intake/"


def test_an_import_of_another_centre_is_not_shown(agent, browser):
    browser.get(HOME)
    browser.post(HOME, {"file": (io.BytesIO(table(ACTIVITY)), "so.csv")})
    path = browser.path
    imports.of(agent).batches.put(path.rsplit("/", 1)[1], area="a2")
    browser.get(path)

    assert 404 == browser.status
    browser.get(HOME)
    assert "so.csv" not in browser.text


def test_a_disk_that_is_full_shows_the_form_again_with_a_sentence(browser, monkeypatch):
    def full(*_):
        raise StoreFull("no space")

    browser.get(HOME)
    monkeypatch.setattr(Imports, "begin", full)
    browser.post(HOME, {"file": (io.BytesIO(table(ACTIVITY)), "so.csv")})

    assert 507 == browser.status
    assert 'role="alert"' in browser.text
    assert 'type="file"' in browser.text

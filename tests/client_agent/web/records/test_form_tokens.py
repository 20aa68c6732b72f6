"""A form that is sent twice, its first answer lost, is taken once."""

import pytest

from client_agent.agent import Agent
from client_agent.web import create_app
from sync.changes import Key

from ..conftest import PEOPLE, Browser


def send(browser, path, typed):
    names = ("_opened", "_back", "_once")
    return browser.post(path, {**{name: browser.hidden(name) for name in names}, **typed})


def changes(agent):
    return agent.store().head(agent.replica().name).number


def test_a_record_s_form_sent_again_says_that_it_is_saved(agent, browser, form, activities):
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    send(browser, path, form())
    browser.text = page
    send(browser, path, form())

    assert 1 == len(activities())
    assert 1 == changes(agent)
    assert "Đã lưu trên máy này từ lần gửi trước" in browser.words()


def test_it_is_known_after_the_program_was_started_again(agent, browser, staff, form, activities):
    browser.get("/staff")
    token = browser.hidden("_once")
    typed = {"name": "Bùi Văn Nam", "pin": "4321", "pin_again": "4321"}
    send(browser, "/staff", typed)
    again = Agent(agent.folder, wall=agent.wall)
    late = Browser(create_app(again)).sit_down(PEOPLE[0])
    late.get("/staff")
    late.post("/staff", {"_opened": "", "_back": "", "_once": token, **typed})
    names = again.staff.names()
    again.close()

    assert 200 == late.status
    assert "không ghi hai lần" in late.words()
    assert 1 == names.count("Bùi Văn Nam")


def test_other_words_with_the_same_token_are_taken(agent, browser, form, activities):
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    send(browser, path, form(title="Lớp một"))
    browser.text = page
    send(browser, path, form(title="Lớp hai"))

    assert ["Lớp hai"] == [record.values["title"] for record in activities()]


def test_what_was_refused_is_looked_at_again(agent, browser, form, activities):
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    send(browser, path, form(title=""))
    assert 422 == browser.status
    browser.text = page
    send(browser, path, form(title=""))

    assert 422 == browser.status
    assert [] == activities()


def test_a_power_cut_between_the_two_leaves_neither(agent, browser, form, activities, monkeypatch):
    """The note and the record stand in one transaction."""
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    monkeypatch.setattr("client_agent.people.sent_forms.SentForms.keep", lambda *_: 1 / 0)
    send(browser, path, form())
    assert (500, []) == (browser.status, activities())
    monkeypatch.undo()
    browser.text = page
    send(browser, path, form())

    assert 1 == len(activities())


def test_no_pin_and_no_word_is_kept_of_a_form(agent, browser, staff):
    for name, pin in (("Bùi Văn Nam", "4321"), ("Bùi Văn Nam", "9999")):
        browser.get("/staff")
        browser.text = browser.text.replace(browser.hidden("_once"), "t0")
        send(browser, "/staff", {"name": name, "pin": pin, "pin_again": pin})
    rows = list(agent.store().db.query("select * from sent_form"))

    assert 1 == len(rows)
    assert "không ghi hai lần" in browser.words()  # the same but for what is never looked at
    assert not any("Nam" in str(value) or "4321" in str(value) for value in rows[0].values())


def test_old_forms_are_forgotten(agent, clock):
    agent.sent_forms.keep("old", "d", "/a")
    clock.now += 31 * 86_400_000
    agent.sent_forms.keep("new", "d", "/b")

    assert ("", "/b") == (
        agent.sent_forms.address("old", "d"),
        agent.sent_forms.address("new", "d"),
    )


@pytest.mark.parametrize("token", ["", "x" * 5000])
def test_a_form_without_a_token_of_ours_is_taken_as_ever(browser, form, activities, token):
    browser.get("/records/activity/new")
    browser.fill({**form(), "_once": token})

    assert 1 == len(activities())


def test_a_second_sending_of_a_deletion_and_of_a_way_back(agent, browser, held):
    held()
    browser.get("/records/activity/r1")
    page = browser.text
    for _ in range(2):
        browser.text = page
        send(browser, "/records/activity/r1/delete", {})
    assert 2 == changes(agent)
    browser.get("/records/activity/r1")
    send(browser, "/records/activity/r1/restore", {})

    assert (
        not agent.store().load([Key("a1", "activity", "r1")])[Key("a1", "activity", "r1")].deleted
    )

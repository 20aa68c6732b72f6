"""Going back to a copy on pages: what there is, what will happen, a PIN, the way back."""

from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.database import copies
from client_agent.web import create_app

from ..conftest import PEOPLE, Browser

HOUR = 3_600_000


@pytest.fixture
def copied(agent, staff, held, clock):
    """A copy with one record; another was saved since. Return the name of the copy."""
    held("r1", title="Trồng cam")
    agent.upkeep.copy_now()
    clock.now += HOUR
    held("r2", title="Nuôi ong")
    return copies.find_all(copies.local(agent.folder))[0].path.name


@pytest.fixture
def restarted(agent, clock):
    """What the running program does when it is asked to."""
    agents = []

    def restarted(before=agent):
        before.close()
        before.database_lock.end()
        agents.append(Agent(agent.folder, wall=clock))
        return Browser(create_app(agents[-1])).sit_down(PEOPLE[0])

    yield restarted
    for each in agents:
        each.close()


def ask(browser, name, where="here", pin="1234"):
    browser.get("/restore/confirm", query_string={"where": where, "name": name})
    return browser.post("/restore/", {"where": where, "name": name, "pin_own": pin})


def test_copies_of_both_places_are_listed_with_day_records_and_whether_they_read_well(
    agent, browser, copied, tmp_path, clock
):
    config.save(agent.folder, replace(agent.settings, backup_folder=str(tmp_path / "drive")))
    (tmp_path / "drive").mkdir()
    agent.upkeep.copy_now()
    bad = copies.path_at(copies.local(agent.folder), clock.now - 5 * HOUR)
    bad.write_bytes(b"?" * 8192)
    browser.get("/restore/")
    words = browser.words()

    assert "Trên máy này 22/11/2012 16:05 2 bản ghi" in words
    assert "22/11/2012 15:05 1 bản ghi · 1," in words
    assert "22/11/2012 11:05 hỏng, không dùng được" in words
    assert "Ở nơi thứ hai 22/11/2012 16:05 2 bản ghi" in words


def test_what_will_happen_is_reported_before_it_does(agent, browser, copied):
    browser.get("/restore/confirm", query_string={"where": "here", "name": copied})
    words = browser.words()

    assert "Dữ liệu đang dùng có 2 bản ghi; bản sao có 1." in words
    assert "được giữ nguyên sang một bên" in words
    assert "2 thay đổi chưa gửi về tỉnh" in words
    assert "built-in" not in words
    assert not (agent.folder / "centre.restore").exists()


def test_the_work_goes_back_and_comes_back_with_two_presses_each(agent, browser, copied, restarted):
    ask(browser, copied)
    assert "Hãy tắt chương trình rồi mở lại" in browser.words()
    after = restarted()
    after.get("/restore/")
    assert "Đã trở lại bản sao lúc 22/11/2012 15:05 (lúc 22/11/2012 16:05" in after.words()
    assert "Nuôi ong" not in after.get("/records/activity").text
    assert "dữ liệu đã trở lại bản sao lúc 22/11/2012 15:05" in after.get("/staff/acts").text

    (aside,) = copies.find_all(copies.before_restore(agent.folder))
    assert aside.path.name in after.get("/restore/").text
    ask(after, aside.path.name, "before")
    undone = restarted(after.client.application.extensions["agent"])
    assert "Nuôi ong" in undone.get("/records/activity").text


def test_a_wrong_pin_restores_nothing(agent, browser, copied):
    ask(browser, copied, pin="9999")

    assert 422 == browser.status
    assert "Mã PIN không đúng" in browser.words()
    assert not (agent.folder / "centre.restore").exists()


def test_a_copy_that_went_bad_since_it_was_listed_is_refused_in_words(agent, browser, copied):
    path = copies.local(agent.folder) / copied
    path.write_bytes(path.read_bytes()[:6000])
    ask(browser, copied)

    assert 422 == browser.status
    assert "Bản sao này bị hỏng" in browser.words()


def test_why_it_was_not_restored_is_reported_afterwards(agent, browser, copied, restarted):
    ask(browser, copied)
    (copies.local(agent.folder) / copied).unlink()
    after = restarted()
    after.get("/restore/")

    assert "Chưa khôi phục được" in after.words()
    assert "Không còn thấy bản sao đó" in after.words()
    assert "Nuôi ong" in after.get("/records/activity").text


def test_only_what_is_listed_can_be_asked_for(browser, copied):
    for where, name in (("here", "../centre.db"), ("nowhere", copied), ("elsewhere", copied)):
        browser.get("/restore/confirm", query_string={"where": where, "name": name})

        assert 404 == browser.status

"""The receipt on paper, the look at everything by a button, the file for the developers."""

import gzip

import pytest

from client_agent.agent import Agent
from client_agent.syncing import receipts
from client_agent.web import create_app
from sync.changes import Key
from sync.replay import loads

from ..conftest import Browser


@pytest.fixture
def real(tmp_path, address, enrol):
    """Lan at a computer whose province is there, and that has synced one activity."""
    agent = Agent(enrol(tmp_path / "real", address))
    agent.replica().write(Key("a1", "activity", "1"), {"title": "Lớp dệt"}, "Lan")
    agent.sync()
    yield Browser(create_app(agent)).sit_down("Bùi Thị Lan"), agent
    agent.close()


def _checked(browser, agent, **typed):
    """Press the button, let the background finish, look again."""
    browser.post("/sync/verify", typed)
    agent.verifier.wait()
    browser.get("/sync/verify")
    return browser.words()


def test_the_receipt_says_who_when_how_much_and_the_two_words(real):
    browser, agent = real
    browser.get("/sync/")
    assert 'href="/sync/receipt"' in browser.text
    browser.get("/sync/receipt")
    said = browser.words()

    assert "Trung tâm xã Mường Bi" in said
    assert "1 trong 1 thay đổi của máy này" in said
    assert "Không còn gì chờ gửi" in said
    assert receipts.last(agent).words in said
    assert "Xác nhận có chữ ký điện tử của tỉnh đã được kiểm tra" in said


def test_what_was_saved_since_is_not_claimed_to_be_confirmed(real):
    browser, agent = real
    agent.replica().write(Key("a1", "activity", "2"), {"title": "Lớp mới"}, "Lan")
    browser.get("/sync/receipt")

    assert "1 trong 2 thay đổi của máy này" in browser.words()
    assert "1 thay đổi chờ gửi" in browser.words()


def test_no_receipt_is_claimed_before_there_is_one(browser):
    browser.get("/sync/receipt")

    assert "Chưa có biên nhận nào" in browser.words()


def test_the_button_says_that_all_is_the_same(real):
    browser, agent = real
    browser.get("/sync/")
    said = _checked(browser, agent)

    assert "đều đúng với nhật ký" in said
    assert "hai bên giống nhau" in said


def test_what_is_wrong_is_shown_and_rebuilt_by_a_second_button(real):
    browser, agent = real
    agent.store().db.conn.execute("update records set cells = replace(cells, 'dệt', 'rách')")
    browser.get("/sync/")
    first = _checked(browser, agent)
    assert "1 chỗ không đúng với nhật ký" in first
    assert "Dựng lại từ nhật ký" in first

    assert "đã được dựng lại từ nhật ký" in _checked(browser, agent, mend="1")
    assert (
        "Lớp dệt" == agent.store().load([Key("a1", "activity", "1")]).popitem()[1].values["title"]
    )


def test_a_difference_that_a_sync_mended_is_reported(real):
    browser, agent = real
    run = agent.store().db.conn.execute
    run("update records set fingerprint = 'ff'")
    run("update digests set total = '7'")
    agent.sync()
    browser.get("/sync/verify")

    assert "Lần cuối khác với tỉnh" in browser.words()
    assert "1 bản ghi. Đã tự sửa và báo cho tỉnh" in browser.words()


def test_the_file_for_the_developers_is_a_download(real):
    browser, _ = real
    answer = browser.get("/sync/diagnosis")
    text = gzip.decompress(answer.data).decode()

    assert "khuyenhoc-chan-doan.khr" in answer.headers["Content-Disposition"]
    assert 1 == len(loads(text))
    assert "Lớp dệt" not in text

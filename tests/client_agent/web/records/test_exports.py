"""A long file is made behind at the centre, too: how far it is, called off, fetched."""

import re
import threading

import pytest

from client_agent.web.records import exports, lists
from schemas.record import get
from sync.changes import Key
from tests.client_agent.web.conftest import PEOPLE

PATIENCE = 30  # seconds


@pytest.fixture
def browser(browser, app, agent, monkeypatch):
    monkeypatch.setattr(lists, "LONG", 1)
    values = get("activity").example()
    for number in range(3):
        key = Key(agent.area, "activity", f"r{number}")
        agent.replica().write(key, {**values, "title": f"Lớp {number}"}, PEOPLE[0])
    yield browser
    app.extensions["exports"].close()


def finished(app):
    for _ in range(PATIENCE * 100):
        if not app.extensions["exports"].works:
            return
        threading.Event().wait(0.01)
    raise AssertionError("it goes on and on")


def press(browser, what):
    """Press the button that posts to an address with ``what`` in it."""
    action = re.search(rf'method="post" action="([^"]*{what}[^"]*)"', browser.text)[1]
    once = re.findall(r'name="_once" value="([^"]+)"', browser.text)[-1]
    return browser.post(action.replace("&amp;", "&"), {"_once": once})


@pytest.mark.parametrize("end", ["csv", "xlsx"])
def test_a_long_list_is_asked_for_waited_for_and_fetched(browser, app, end):
    browser.get("/records/activity?q=lop&sort=-title")
    press(browser, f"export/{end}")
    finished(app)
    done = browser.get(f"{browser.path}?wait=1").data.decode()
    got = browser.client.get(f"{browser.path}/file")
    straight = browser.client.get(f"/records/activity.{end}?q=lop&sort=-title")

    assert "Tệp đã xong: 3 dòng" in done
    assert f'data-refresh="0" data-to="{browser.path}/file"' in done
    assert straight.content_type == got.content_type
    assert len(straight.data) == len(got.data) == got.content_length
    assert end == "xlsx" or straight.data == got.data


def test_while_it_is_written_the_page_says_how_far_it_is_and_can_call_it_off(
    browser, app, monkeypatch
):
    on, reached = threading.Event(), threading.Event()

    def slowly(schema, rows, lang):
        for _ in rows:
            reached.set()
            assert on.wait(PATIENCE)
            yield "a row"

    monkeypatch.setitem(exports.WRITERS, "csv", slowly)
    monkeypatch.setattr("sync.stores.exports.EVERY", 1)
    browser.get("/records/activity")
    press(browser, "export/csv")
    assert reached.wait(PATIENCE)
    browser.get(browser.path)
    looked = browser.text
    press(browser, "stop")
    on.set()
    finished(app)

    assert "Đang ghi tệp: 1 trong 3 dòng" in looked
    assert '<progress class="kh-progress" max="3" value="1"' in looked
    assert "Đã dừng. Không có tệp nào được tạo" in browser.text


def test_what_went_wrong_is_reported_and_tried_again_with_one_press(browser, app, monkeypatch):
    def full(schema, rows, lang):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setitem(exports.WRITERS, "csv", full)
        browser.get("/records/activity")
        press(browser, "export/csv")
        finished(app)
        browser.get(browser.path)
    assert "Không ghi được tệp. Dữ liệu vẫn nguyên." in browser.text

    press(browser, "export/csv")
    finished(app)
    assert "Tệp đã xong: 3 dòng" in browser.get(browser.path).data.decode()


def test_a_file_is_nobody_elses_and_gone_is_reported_in_words(browser, colleague, app, clock):
    browser.get("/records/activity")
    press(browser, "export/csv")
    finished(app)
    address = browser.path
    colleague.get(address)
    clock.now += 3_600_000
    browser.get("/records/activity")
    press(browser, "export/csv")
    finished(app)
    gone = browser.client.get(address)

    assert 404 == colleague.status == gone.status_code
    assert "Tệp này không còn: tệp chỉ được giữ 15 phút" in colleague.text
    assert "Tệp không còn" in gone.data.decode()

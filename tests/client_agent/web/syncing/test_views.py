from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.texts import describe
from client_agent.web import create_app
from sync.errors import PeerUnreachable
from sync.ports import Receipt

from ..conftest import Browser


def test_the_five_states_are_counted(browser, held):
    held()
    browser.get("/sync/")

    for words in ("1 Đã lưu ở đây", "1 Đang chờ gửi", "0 Trên USB", "0 Tỉnh đã nhận"):
        assert words in browser.words()


def test_no_receipt_is_claimed_before_there_is_one(browser, held):
    held()
    browser.get("/sync/")

    assert "Chưa có biên nhận nào của tỉnh" in browser.words()


def test_the_receipt_has_two_words_for_the_telephone(agent, browser, held, clock):
    held()
    store = agent.store()
    with store.transaction():
        here = store.checkpoint()._replace(sent=1, receipt=Receipt(clock.now, 1, 77, 0))
        store.save_checkpoint(here)
    browser.get("/sync/")

    assert "Tỉnh xác nhận đã có 1 trong 1 thay đổi" in browser.words()
    assert "Hai từ đối chiếu qua điện thoại:" in browser.words()
    assert "Tỉnh đã nhận đủ" in browser.words()


def test_the_last_attempt_says_what_happened_and_what_to_do(agent, browser, clock):
    agent.state.set(last_attempt=clock.now, last_error=describe(PeerUnreachable("")))
    browser.get("/sync/")

    assert "22/11/2012 15:05" in browser.words()
    assert "Dữ liệu đã lưu vẫn an toàn" in browser.words()


def test_the_button_lets_the_background_try_and_the_page_follow(browser, held):
    held()
    browser.get("/sync/")
    browser.post("/sync/")

    assert 200 == browser.status
    assert "Đang đồng bộ… trang này tự cập nhật" in browser.words()
    assert 'http-equiv="refresh"' in browser.text


def test_the_page_does_not_follow_for_ever(browser, held):
    held()
    browser.get("/sync/?asked=0")

    assert 'http-equiv="refresh"' not in browser.text


def test_a_clock_far_off_is_reported_on_every_page(agent, browser):
    agent.state.set(clock_offset=40 * 60_000)
    for path in ("/", "/records/activity", "/sync/"):
        browser.get(path)

        assert "40 phút" in browser.words()


@pytest.fixture
def real(tmp_path, address, enrol):
    """Lan at a computer whose province is there."""
    agent = Agent(enrol(tmp_path / "real", address))
    yield Browser(create_app(agent)).sit_down("Bùi Thị Lan"), agent
    agent.close()


def test_an_address_without_https_is_said_as_long_as_it_is_so(real):
    browser, agent = real
    browser.get("/sync/")
    before = browser.words()
    server = agent.settings.server.replace("http:", "https:")
    config.save(agent.folder, replace(agent.settings, server=server))
    browser.get("/sync/")

    assert "bằng địa chỉ http (http://127.0.0.1" in before
    assert "bằng địa chỉ http" not in browser.words()


def test_what_was_typed_into_a_form_is_confirmed_by_the_province(real, province, form):
    browser, agent = real
    browser.get("/records/activity/new")
    browser.fill(form(title="Lớp dệt thổ cẩm"))
    agent.sync()
    browser.get("/sync/")

    assert "Tỉnh xác nhận đã có 1 trong 1 thay đổi" in browser.words()
    assert "Đã trao đổi xong với tỉnh" in browser.words()
    assert 1 == len(province.asked)


def test_a_conflict_that_the_province_found_is_reported_here(real, province, form):
    browser, agent = real
    browser.get("/records/activity/new")
    path = browser.path
    browser.fill(form())
    agent.sync()
    key = agent.store().own(agent.replica().name, 0, 9)[0].key
    browser.get(path)
    province.hub.write(key, {"title": "Tên do tỉnh sửa"}, "Sở")
    browser.fill(form(title="Tên do Lan sửa"))
    agent.sync()
    browser.get("/attention/")

    assert "Ghi khác nhau: Tên hoạt động" in browser.words()
    assert "Tên do tỉnh sửa" in browser.words()
    assert "Tên do Lan sửa Bùi Thị Lan" in browser.words()

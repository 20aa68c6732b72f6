from client_agent.texts import describe
from sync.errors import PeerUnreachable
from sync.ports import Receipt


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
    assert "Đã yêu cầu đồng bộ" in browser.words()
    assert 'http-equiv="refresh"' in browser.text


def test_the_page_does_not_follow_for_ever(browser, held):
    held()
    browser.get("/sync/?asked=0")

    assert 'http-equiv="refresh"' not in browser.text


def test_a_clock_far_off_is_said_on_every_page(agent, browser):
    agent.state.set(clock_offset=40 * 60_000)
    for path in ("/", "/records/activity", "/sync/"):
        browser.get(path)

        assert "40 phút" in browser.words()

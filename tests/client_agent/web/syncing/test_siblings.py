import io

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.usb import peers
from client_agent.web import create_app
from sync.changes import DEVICE, Key
from sync.wire import seal

from ..conftest import PEOPLE, Browser


@pytest.fixture
def sibling(agent, tmp_path):
    """Another machine of the centre, and both know each other from the province."""
    other = Agent(tmp_path / "other", agent.wall)
    config.init(other.folder)
    config.save_device_seed(other.folder, seal.new_seed())
    settings = {**vars(agent.settings), "device": "d2", "certificate": 2}
    config.save(other.folder, type(agent.settings)(**settings))
    for each in (agent, other):
        for one in (agent, other):
            seed = config.device_seed(one.folder)
            told = {"key": config.key_text(seal.public_key(seed)), "state": "active"}
            key = Key("a1", DEVICE, one.settings.device)
            each.replica().write(key, {**told, "label": f"Máy {one.settings.device}"})
    yield other
    other.close()


def test_work_goes_from_one_machine_to_the_other_over_the_pages(browser, agent, sibling):
    agent.replica().write(Key("a1", "activity", "1"), {"title": "Lớp xóa mù chữ"})
    browser.get("/siblings/")
    shown = browser.words()
    file = browser.client.post(
        "/siblings/hand-over", data={"csrf_token": browser.hidden("csrf_token"), "device": "d2"}
    )
    there = Browser(create_app(sibling)).sit_down(PEOPLE[0])
    sibling.staff.add(PEOPLE[0], "1234")
    there.get("/siblings/")
    there.post("/siblings/take-over", {"file": (io.BytesIO(file.data), "x.khb")})

    assert "Máy d2" in shown
    assert "Đã nhập từ máy Máy d1" in there.words()
    assert 1 == sibling.store().db["activity"].count


def test_what_only_the_province_may_write_is_reported_to_wait_for_its_own_word(
    browser, sibling, agent
):
    sibling.replica().write(Key("published", "announcement", "1"), {"title": "Chỉ đạo giả"})
    sibling.replica().write(Key("a1", "activity", "1"), {"title": "Lớp xóa mù chữ"})
    made = peers.hand_over(sibling, agent.settings.device, sibling.folder)
    browser.get("/siblings/")
    browser.post("/siblings/take-over", {"file": (io.BytesIO(made.path.read_bytes()), "x.khb")})

    assert "1 thay đổi mới" in browser.words()
    assert "3 mục chỉ tỉnh mới được ghi" in browser.words()  # two of them: which machines there are
    assert {} == agent.store().fingerprints(["published"], "announcement")


def test_a_file_that_is_none_is_refused_with_a_sentence(browser, sibling):
    browser.get("/siblings/")
    browser.post("/siblings/take-over", {"file": (io.BytesIO(b"x"), "x.khb")})

    assert 422 == browser.status
    assert "Tệp" in browser.words()


def test_no_file_and_no_machine_are_reported_plainly(browser, agent):
    browser.get("/siblings/")
    none = browser.words()
    browser.post("/siblings/take-over")
    missing = browser.words()
    browser.post("/siblings/hand-over", {"device": "nobody"})

    assert "chưa biết máy nào khác" in none
    assert "Hãy chọn một tệp" in missing
    assert "chưa biết máy kia" in browser.words()

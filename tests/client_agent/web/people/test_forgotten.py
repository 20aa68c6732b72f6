"""A PIN set anew with the province's four words, when nobody at the centre can help."""

from dataclasses import replace

import pytest

from client_agent import config
from tests.client_agent.province import Province, served

from ..conftest import PEOPLE, Browser

LAN, TUAN = PEOPLE
WORDS = "cau den gao lua"


@pytest.fixture
def province(agent):
    """The province that the centre knows, which has read out a code."""
    province = Province()
    province.codes[WORDS] = "a1"
    with served(province) as address:
        key = config.key_text(province.key)
        config.save(agent.folder, replace(agent.settings, server=address, server_key=key))
        yield province


@pytest.fixture
def stranger(app, staff):
    return Browser(app)


def ask(stranger, name=LAN, words="Cầu đèn gạo lúa", pin="5678", again=""):
    stranger.get("/login")
    assert "/login/forgotten/" in stranger.text
    stranger.get("/login/forgotten/")
    typed = {"name": name, "words": words, "pin": pin, "pin_again": again or pin}
    return stranger.post("/login/forgotten/", typed)


def test_who_has_the_words_gets_a_new_pin_and_all_work_stays(agent, province, stranger, held):
    held("r1", title="Trồng cam")
    ask(stranger)
    assert f"{LAN} đã có mã PIN mới" in stranger.words()
    stranger.log_in(LAN, "5678")

    assert "Trồng cam" in stranger.get("/records/activity").text
    stranger.get("/staff/acts")
    assert f"Tỉnh đặt mã PIN mới cho: {LAN}" in stranger.words()
    assert agent.sync().error is None
    assert 1 == len(province.hub.store.fingerprints(["a1"], "activity"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": "sai sai sai sai"}, "Mã"),
        ({"words": ""}, "Hãy nhập bốn từ"),
        ({"name": "Ai đó"}, "Hãy chọn tên của bạn"),
        ({"pin": "12"}, "4 đến 12 chữ số"),
        ({"again": "9999"}, "không giống nhau"),
    ],
)
def test_nothing_changes_without_the_words_or_with_a_bad_pin(
    agent, province, stranger, typed, said
):
    before = agent.settings
    ask(stranger, **typed)

    assert 422 == stranger.status
    assert said in stranger.words()
    assert before == agent.settings
    agent.staff.check(LAN, "1234")


def test_another_province_s_words_change_nothing(agent, province, stranger):
    other = config.key_text(bytes(32))
    config.save(agent.folder, replace(agent.settings, server_key=other))
    ask(stranger)

    assert 422 == stranger.status
    assert "d1" == agent.settings.device
    agent.staff.check(LAN, "1234")


def test_without_a_network_it_says_so(agent, stranger):
    ask(stranger)

    assert 422 == stranger.status
    agent.staff.check(LAN, "1234")


def test_who_retired_is_not_let_in_so(agent, province, stranger):
    agent.staff.retire(TUAN)
    ask(stranger, name=TUAN)

    assert 422 == stranger.status

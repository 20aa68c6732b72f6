"""The people at a computer: PINs, names, retiring; each confirmed with one's own PIN and noted."""

import pytest

from ..conftest import PEOPLE

LAN, TUAN = PEOPLE


def ask(browser, deed, name=TUAN, pin_own="1234", **typed):
    browser.get("/staff/person", query_string={"name": name})
    return browser.post(f"/staff/{deed}", {"name": name, "pin_own": pin_own, **typed})


def test_a_colleague_gets_a_new_pin_from_whoever_is_logged_in(app, staff, browser):
    ask(browser, "pin", pin="5678", pin_again="5678")
    assert f"{TUAN} đã có mã PIN mới" in browser.words()

    browser.post("/logout", {"sure": "1"})
    browser.log_in(TUAN, "1234")
    assert "Mã PIN không đúng" in browser.words()
    browser.log_in(TUAN, "5678")
    assert "/" == browser.path


@pytest.mark.parametrize(
    ("deed", "typed"),
    [
        ("pin", {"pin": "5678", "pin_again": "5678"}),
        ("rename", {"new_name": "Hà Văn Tuân"}),
        ("retire", {}),
        ("bring-back", {}),
    ],
)
def test_nothing_is_done_without_one_s_pin_own_and_guessing_it_has_to_wait(
    agent, staff, browser, deed, typed
):
    if deed == "bring-back":
        agent.staff.retire(TUAN)
    before = agent.store().db.table("staff").get(TUAN)
    for _ in range(5):
        ask(browser, deed, pin_own="9999", **typed)
        assert 422 == browser.status
        assert "Mã PIN không đúng" in browser.words()
    ask(browser, deed, **typed)

    assert "Nhập sai PIN quá nhiều lần" in browser.words()
    assert before == agent.store().db.table("staff").get(TUAN)
    assert [] == agent.audit.recent()


def test_a_bad_new_pin_or_name_is_reported_beside_the_field(staff, browser):
    for deed, typed, said in (
        ("pin", {"pin": "12", "pin_again": "12"}, "Mã PIN gồm 4 đến 12 chữ số"),
        ("pin", {"pin": "5678", "pin_again": "5679"}, "không giống nhau"),
        ("rename", {"new_name": " "}, "Hãy nhập họ và tên"),
        ("rename", {"new_name": LAN}, "đã có người dùng"),
    ):
        ask(browser, deed, **typed)

        assert 422 == browser.status
        assert said in browser.words()


def test_a_renamed_person_keeps_drafts_and_session_and_records_show_both_names(
    agent, staff, browser, colleague, held
):
    held("r1", author=TUAN)
    agent.drafts.keep(TUAN, "activity", "new:abcdefghijkl", {"title": "dở dang"})
    ask(browser, "rename", new_name="Hà Anh Tuấn")
    assert "Từ nay ghi tên Hà Anh Tuấn" in browser.words()
    assert f"trước đây: {TUAN}" in browser.words()

    colleague.get("/")
    assert "Chào Hà Anh Tuấn" in colleague.words()
    assert "dở dang" in colleague.words()
    browser.get("/records/activity/r1")
    assert f"{TUAN} (nay là Hà Anh Tuấn)" in browser.words()


def test_who_retired_is_out_at_once_and_their_records_stay(staff, browser, colleague, held):
    held("r1", author=TUAN)
    ask(browser, "retire")
    assert f"Đã cho {TUAN} nghỉ" in browser.words()

    colleague.get("/records/activity")
    assert "/login" == colleague.path
    assert "đã được cho nghỉ" in colleague.words()
    assert TUAN not in colleague.get("/login").text
    assert TUAN in browser.get("/records/activity/r1").text

    ask(browser, "bring-back")
    assert TUAN in colleague.get("/login").text


def test_the_last_person_learns_why_they_cannot_retire(agent, staff, browser):
    ask(browser, "retire")
    ask(browser, "retire", name=LAN)

    assert 422 == browser.status
    assert "là người duy nhất còn đăng nhập được" in browser.words()
    assert [LAN] == agent.staff.names()


def test_all_of_it_is_noted_for_everybody_to_see(staff, browser):
    browser.get("/staff")
    browser.post("/staff", {"name": "Mai", "pin": "1111", "pin_again": "1111"})
    ask(browser, "pin", name="Mai", pin="5678", pin_again="5678")
    ask(browser, "rename", name="Mai", new_name="Mai Hoa")
    ask(browser, "retire", name="Mai Hoa")
    browser.get("/staff/acts")
    words = browser.words()

    for said in (
        f"{LAN} thêm cán bộ: Mai",
        f"{LAN} đặt mã PIN mới cho: Mai",
        f"{LAN} sửa họ tên: Mai → Mai Hoa",
        f"{LAN} cho nghỉ: Mai Hoa",
    ):
        assert said in words


def test_nobody_is_found_by_a_name_that_nobody_has(staff, browser):
    browser.get("/staff/person", query_string={"name": "Ai đó"})

    assert 404 == browser.status

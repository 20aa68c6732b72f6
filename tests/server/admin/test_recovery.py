"""The recovery sheet at the administrators' pages: reminded of, shown once, noted as printed."""

import re

from server.recovery import backups, sheet


def page_of(browser):
    return browser.get("/admin/recovery").text


def make(browser, **fields):
    return browser.post("/admin/recovery", "/admin/recovery/sheet", **fields)


def test_every_page_reminds_until_the_sheet_was_printed(browser):
    none = browser.get("/admin/users").text
    make(browser)
    unprinted = browser.get("/admin/users").text
    browser.post("/admin/recovery", "/admin/recovery/printed")
    printed = browser.get("/admin/users").text

    assert "Chưa có tờ khôi phục" in none
    assert "chưa được báo là đã in và cất" in unprinted
    assert "tờ khôi phục số" not in printed.lower()
    assert "đã in và cất ngày" in page_of(browser)


def test_the_sheet_is_shown_once_and_no_page_holds_its_words_again(browser, db):
    shown = make(browser)
    rows = re.findall(r"<tr><th.*?</th>(.*?)</tr>", shown.text)
    words = [" ".join(re.findall("<td>(.*?)</td>", row)) for row in rows]
    secret = sheet.typed("\n".join(words))

    assert sheet.public_key(secret) == sheet.current(db).key
    assert "no-store" == shown.headers["Cache-Control"]
    assert words[0] not in page_of(browser)


def test_a_printed_sheet_is_replaced_only_by_who_says_to_be_sure(browser, db):
    make(browser)
    browser.post("/admin/recovery", "/admin/recovery/printed")
    before = sheet.current(db)
    make(browser)
    kept = sheet.current(db)
    make(browser, sure="1")

    assert before == kept
    assert sheet.current(db).number != before.number


def test_others_than_administrators_can_neither_see_nor_make_it(client, people, db):
    from .conftest import Browser

    other = Browser(client)
    other.log_in("hoi")

    assert {other.get("/admin/recovery").status_code, make(other).status_code} <= {403, 404}
    assert sheet.current(db) is None


def test_a_copy_without_the_keys_is_not_passed_off_as_enough(browser, province, config, tmp_path):
    make(browser)
    province.store().backup(tmp_path / "plain.db")
    backups.note(config, tmp_path / "plain.db")
    plain = page_of(browser)
    backups.back_up(province, tmp_path / "sealed.backup")
    backups.note(config, tmp_path / "sealed.backup")

    assert "không có khóa bí mật" in plain
    assert "không có khóa bí mật" not in page_of(browser)

"""Paper at the centre: blank forms, and lists as they were filtered."""

import pytest

from schemas.record import get, natural_id
from sync.changes import Key

from .test_registers import KNOWN


@pytest.mark.parametrize("kind", KNOWN)
def test_every_record_type_can_be_printed_blank_and_filled(browser, criteria, kind):
    for page in ("form", "print"):
        browser.get(f"/records/{kind}/{page}")

        assert 200 == browser.status
        assert "Bấm Ctrl+P để in" in browser.words()


def test_the_printed_list_holds_all_pages_of_what_is_listed_and_says_what_that_is(browser, held):
    for number in range(30):
        held(f"r{number:02}", title=f"Lớp {number:02}", category="xmc")
    held("other", title="Khác")
    browser.get("/records/activity/print?category=xmc&q=lop&from=1/1/2012")

    assert 31 == browser.text.count("<tr")
    assert "Xóa mù chữ, sau xóa mù chữ; Từ 01/01/2012 đến …; “lop”" in browser.words()


def test_a_blank_form_has_a_line_for_a_name_and_lists_nobody(agent, browser):
    agent.replica().write(Key("a1", "staff_member", "r1"), get("staff_member").example(), "Lan")
    assert "Bùi Văn Đẳng" in browser.get("/records/role_assignment/new").text

    assert "Bùi Văn Đẳng" not in browser.get("/records/role_assignment/form").text
    assert "research_level" not in browser.get("/records/code_list/form").text
    assert "Phó giám đốc" in browser.get("/records/role_assignment/form").text


def test_a_list_narrowed_by_a_code_that_the_province_added_is_printed(agent, browser, held):
    code = get("code_list")
    key = Key("published", "code_list", natural_id(code, "published", code.example()))
    agent.replica().write(key, {**code.example(), "valid_from": "2012-01-01"}, "province")
    held(category="nuoi_ong")
    browser.get("/records/activity/print?category=nuoi_ong")

    assert 200 == browser.status
    assert "Nuôi ong lấy mật" in browser.words()


def test_a_blank_evaluation_has_the_criteria_of_the_year(browser, criteria):
    browser.get("/records/evaluation/form")

    assert "Khảo sát nhu cầu học tập và kế hoạch năm" in browser.words()

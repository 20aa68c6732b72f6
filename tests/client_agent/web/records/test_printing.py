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

    assert 30 == browser.text.count('<tr><td class="kp-number">')
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


def test_any_record_can_be_printed_from_its_page(browser, held):
    held(title="Trồng cam")
    link = "/records/activity/r1/print"
    assert link in browser.get("/records/activity/r1").text
    browser.get(link)

    assert 200 == browser.status
    assert "Tên hoạt động: Trồng cam" in browser.words()
    assert "TTHTCĐ xã Mường Bi" in browser.words()


def test_the_filled_sheet_is_printed_with_both_scores_reasons_totals_ranks_and_names(
    agent, browser, criteria
):
    evaluation = get("evaluation")
    name = natural_id(evaluation, "a1", evaluation.example())
    verified = {
        **evaluation.example(),
        "verified_score.1.1": 4,
        "verified_score.1.2": 5,
        "verified_score.2.1": 8,
        "verified_reason.1.1": "Thiếu sổ quỹ",
        "verification": "recognised",
        "verified_by": "Hà Thị Mai",
        "verified_on": "2013-01-15",
        "decision": "12/QĐ-UBND",
        "verified_signature": 1,
    }
    agent.replica().write(Key("a1", "evaluation", name), verified, "Lan")
    assert f"/records/evaluation/{name}/print" in browser.get("/evaluation/2012").text
    browser.get(f"/records/evaluation/{name}/print")
    words = browser.words()

    assert "Phiếu đánh giá, xếp loại năm 2012" in words
    assert (
        "1.1 Đủ giám đốc, phó giám đốc, kế toán, thủ quỹ 5 4,5 "
        "Thiếu thủ quỹ từ tháng 9; Quyết định 24/QĐ-UBND 4 Thiếu sổ quỹ" in words
    )
    assert "Tổng điểm 20 17,5 17 Xếp loại Tốt Tốt" in words
    assert "12/QĐ-UBND" in words
    assert "Bùi Văn Đẳng, Giám đốc 20/12/2012" in words
    assert "Hà Thị Mai 15/01/2013" in words


def test_paper_bears_the_units_of_the_day_it_is_about(agent, browser, held):
    agent.state.set(
        home_history=[
            ["2004-08-31", "Xã Mường Bi", "Huyện Tân Lạc", "Tỉnh Hòa Bình"],
            ["2025-07-01", "Xã Mường Bi", "Tỉnh Phú Thọ"],
        ]
    )
    held("old", held_from="2012-07-24")
    held("new", held_from="2026-03-01")

    then = "<span>Tỉnh Hòa Bình</span><span>Huyện Tân Lạc</span><span>Xã Mường Bi</span>"
    now = "<span>Tỉnh Phú Thọ</span><span>Xã Mường Bi</span>"
    assert then in browser.get("/records/activity/old/print").text
    assert now in browser.get("/records/activity/new/print").text
    assert then in browser.get("/records/activity/print?to=31/12/2012").text
    assert now in browser.get("/records/activity/print?from=1/1/2026&to=31/12/2026").text


def test_what_the_province_published_is_printed_as_its_own(agent, browser):
    agent.state.set(home_history=[["2004-08-31", "Xã Mường Bi", "Huyện Tân Lạc", "Tỉnh Hòa Bình"]])
    directive = get("directive")
    agent.replica().write(Key("published", "directive", "d1"), directive.example(), "tinh")
    browser.get("/records/directive/d1/print")

    assert '<div class="kp-body"><b>Tỉnh Hòa Bình</b></div>' in browser.text

import pytest

from client_agent import scores

ALL = {"self_score.1.1": "4,5", "self_score.1.2": "5", "self_score.2.1": "8"}


def saved(agent, year=2012):
    return agent.store().load([scores.key_of(agent, year)])[scores.key_of(agent, year)].values


@pytest.fixture
def sheet(browser, criteria):
    browser.get("/evaluation/2012")
    return browser


def test_without_a_criteria_set_the_page_says_what_to_do(browser):
    browser.get("/evaluation/2012")

    assert "Chưa có bộ tiêu chí cho năm 2012" in browser.words()
    assert "Đồng bộ ngay" in browser.words()


def test_a_year_before_the_set_has_none(browser, criteria):
    browser.get("/evaluation/2011")

    assert "Chưa có bộ tiêu chí cho năm 2011" in browser.words()


def test_the_sheet_holds_every_criterion_of_the_set(sheet):
    assert "1. Bộ máy quản lý" in sheet.words()
    assert 'name="self_score.2.1"' in sheet.text
    assert 'data-max="10"' in sheet.text
    assert "Còn 3 tiêu chí chưa chấm" in sheet.words()


def test_scores_are_saved_each_in_its_cell(agent, sheet):
    sheet.fill({"do": "save", "self_score.1.1": "4,5", "reason.1.1": "Thiếu thủ quỹ"})

    values = saved(agent)
    assert (4.5, "Thiếu thủ quỹ") == (values["self_score.1.1"], values["reason.1.1"])
    assert ("draft", "TTHTCD-VD", 2012) == tuple(
        values[name] for name in ("status", "criteria_set", "year")
    )
    assert "self_score.1.2" not in values


def test_a_score_taken_out_is_missing_again(agent, sheet):
    sheet.fill({"do": "save", **ALL})
    sheet.fill({"do": "save", **ALL, "self_score.1.2": ""})

    assert saved(agent)["self_score.1.2"] is None
    assert "Còn 1 tiêu chí chưa chấm" in sheet.words()


def test_the_button_adds_up_without_a_script_and_saves_nothing(agent, sheet):
    sheet.fill({"do": "add_up", **ALL})

    assert {} == saved(agent)
    assert "Tổng điểm 17,5 / 20" in sheet.words()
    assert "Xếp loại Tốt" in sheet.words()
    assert 'value="4,5"' in sheet.text


def test_a_score_above_the_maximum_is_reported_beside_it(agent, sheet):
    sheet.fill({"do": "save", **ALL, "self_score.1.1": "5,5"})

    assert 422 == sheet.status
    assert "Điểm tối đa của tiêu chí 1.1 là 5." in sheet.words()
    assert 'value="5,5"' in sheet.text
    assert {} == saved(agent)


def test_a_score_between_two_steps_is_refused(sheet):
    sheet.fill({"do": "save", "self_score.1.1": "4,3"})

    assert 422 == sheet.status
    assert "0,5" in sheet.words()


def test_nothing_is_signed_while_a_score_is_missing(agent, sheet):
    sheet.fill({"do": "sign", "self_score.1.1": "4"})

    assert 422 == sheet.status
    assert "Chưa chấm điểm" in sheet.words()
    assert 'value="4"' in sheet.text
    assert {} == saved(agent)


def test_signing_names_every_fault_at_once_in_the_order_of_the_sheet(agent, sheet):
    sheet.fill({"do": "sign", "self_score.1.1": "999", "self_score.2.1": "abc"})

    assert 422 == sheet.status
    assert "còn 3 chỗ cần sửa" in sheet.words()
    said = ["Điểm tối đa của tiêu chí 1.1 là 5.", "Chưa chấm điểm.", "Điền một số"]
    assert sorted(said, key=sheet.words().index) == said
    assert {} == saved(agent)


def test_a_score_that_cannot_be_is_not_added_up_and_marked(sheet):
    sheet.fill({"do": "add_up", **ALL, "self_score.1.1": "999", "self_score.1.2": "abc"})

    assert "Tổng điểm 8 / 20" in sheet.words()
    assert "Còn 2 tiêu chí chưa chấm" in sheet.words()
    assert "Điểm tối đa của tiêu chí 1.1 là 5." in sheet.words()
    assert 2 == sheet.text.count('aria-invalid="true"')


def test_a_signature_says_who_and_when(agent, sheet):
    sheet.fill({"do": "sign", **ALL, "signed_by": "Bùi Văn Đẳng, Giám đốc"})

    values = saved(agent)
    assert ("self_assessed", "Bùi Văn Đẳng, Giám đốc", "2012-11-22") == tuple(
        values[name] for name in ("status", "signed_by", "signed_on")
    )
    assert "Bùi Văn Đẳng, Giám đốc ký ngày 22/11/2012" in sheet.words()
    assert 'name="self_score.1.1"' not in sheet.text


def test_a_signed_sheet_is_opened_again_by_a_button(agent, sheet):
    sheet.fill({"do": "sign", **ALL})
    sheet.fill({}, "/evaluation/2012/reopen")

    assert "draft" == saved(agent)["status"]
    assert 'name="self_score.1.1"' in sheet.text


def test_two_people_score_two_criteria_and_both_stay(agent, sheet, colleague):
    colleague.get("/evaluation/2012")
    colleague.fill({"do": "save", "self_score.1.1": "4"})
    sheet.fill({"do": "save", "self_score.1.2": "5"})

    values = saved(agent)
    assert (4, 5) == (values["self_score.1.1"], values["self_score.1.2"])


def test_what_the_level_above_verified_is_shown_and_not_sent_back(agent, sheet):
    sheet.fill({"do": "save", **ALL})
    key = scores.key_of(agent, 2012)
    agent.replica().write(key, {"verified_score.1.1": 3.5}, "Phòng")
    sheet.get("/evaluation/2012")
    assert "Thẩm định: 3,5" in sheet.words()

    sheet.fill({"do": "save", **ALL, "verified_score.1.1": "5"})
    assert 3.5 == saved(agent)["verified_score.1.1"]


def test_the_years_are_listed_with_total_and_rank(sheet):
    sheet.fill({"do": "sign", **ALL})
    sheet.get("/evaluation/")

    assert "2012 ✓ Đã ký tự đánh giá 17,5 Tốt" in sheet.words()


def test_a_half_filled_sheet_survives(sheet):
    sheet.fill({"self_score.1.1": "4", "evidence.1.1": "Sổ số 2"}, "/drafts")
    sheet.get("/evaluation/2012")
    assert "Bạn có bản nháp chưa lưu" in sheet.words()

    sheet.get("/evaluation/2012?draft=1")
    assert "Sổ số 2" in sheet.text


def test_no_year_is_beyond_the_calendar(browser):
    browser.get("/evaluation/1789")

    assert 404 == browser.status


def test_a_year_to_come_is_refused_with_a_sentence(browser, criteria):
    for year in (2013, 2090, 12345):
        browser.get(f"/evaluation/{year}")

        assert f"Năm {year} chưa tới" in browser.words()
        assert "hôm nay là 22/11/2012" in browser.words()
    assert "/evaluation/" == browser.path


def test_last_year_this_year_and_those_with_a_sheet_are_offered(agent, sheet):
    for year in (2009, 2013):  # the second by a clock that was ahead
        agent.replica().write(scores.key_of(agent, year), {"year": year, "status": "draft"}, "Lan")

    assert [2013, 2012, 2011, 2009] == scores.years(agent)
    sheet.get("/evaluation/2013")
    assert "chưa tới" not in sheet.words()


@pytest.fixture
def verified(agent, sheet):
    """The sheet signed, and then what the district says of it, come by a sync."""
    sheet.fill({"do": "sign", **ALL, "signed_by": "Bùi Văn Đẳng"})

    def verified(**said):
        key = scores.key_of(agent, 2012)
        opened = agent.store().load([key])[key]
        told = {name.replace("__", "."): value for name, value in said.items()}
        agent.replica().write(key, {**opened.values, **told}, "da.bac", opened)
        sheet.get("/evaluation/2012")
        return sheet

    return verified


def test_each_signature_has_a_number(agent, sheet):
    for _ in range(2):
        sheet.fill({"do": "sign", **ALL}, "/evaluation/2012")
        sheet.fill({}, "/evaluation/2012/reopen")

    assert 2 == saved(agent)["signed_times"]


def test_what_the_level_above_verified_stands_beside_and_is_closed(agent, verified):
    page = verified(
        verification="verified", verified_signature=1, verified_by="Bà Ưởng",
        verified_on="2013-01-15", verified_score__1__1=4, **{"verified_reason.1.1": "Thiếu sổ"},
    )  # fmt: skip

    assert "Đã thẩm định. Bà Ưởng thẩm định, ngày 15/01/2013." in page.words()
    assert "/evaluation/2012/reopen" not in page.text
    page.fill({}, "/evaluation/2012/reopen")
    assert "không sửa được nữa" in page.words()
    assert "self_assessed" == saved(agent)["status"]


def test_a_sheet_that_was_reopened_above_says_why_and_which_decision_no_longer_holds(verified):
    page = verified(
        verification="verifying", verified_signature=1, reopened_on="2013-02-01",
        reopened_reason="Sai minh chứng", superseded_decisions="12/QĐ-PGD ngày 20/01/2013",
    )  # fmt: skip

    assert "đã mở lại phiếu đã công nhận, ngày 01/02/2013. Lý do: Sai minh chứng" in page.words()
    assert "Quyết định không còn hiệu lực: 12/QĐ-PGD ngày 20/01/2013" in page.words()


def test_an_account_that_verified_is_not_passed_off_as_a_person(verified):
    page = verified(verification="verified", verified_signature=1, verified_by="da.bac")

    assert "tài khoản «da.bac» (chưa ghi họ tên) thẩm định" in page.words()


def test_a_returned_sheet_says_why_and_is_signed_again(agent, verified):
    page = verified(verification="returned", verified_signature=1, returned_reason="Thiếu sổ.")
    assert "Cấp trên trả lại phiếu: Thiếu sổ." in page.words()
    page.get("/")
    assert "Bị trả lại" in page.words()

    page.get("/evaluation/2012")
    page.fill({}, "/evaluation/2012/reopen")
    assert "Phiếu này đã bị trả lại: Thiếu sổ." in page.words()
    page.fill({"do": "sign", **ALL})
    assert (2, "self_assessed") == (
        saved(agent)["signed_times"],
        scores.standing(agent, 2012).stage,
    )


def test_scores_typed_while_the_level_above_finished_are_not_saved_and_not_lost(agent, verified):
    page = verified(verification="verifying", verified_signature=1)
    page.fill({}, "/evaluation/2012/reopen")
    token = page.text
    key = scores.key_of(agent, 2012)
    opened = agent.store().load([key])[key]
    told = {"verification": "verified", "status": "self_assessed"}
    agent.replica().write(key, {**opened.values, **told}, "da.bac", opened)
    page.text = token
    page.fill({"do": "save", **ALL, "self_score.1.1": "1"}, "/evaluation/2012")

    assert 422 == page.status
    assert "không sửa được nữa" in page.words()
    assert 4.5 == saved(agent)["self_score.1.1"]

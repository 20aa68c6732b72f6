"""The setting of who verifies, and the person behind an account."""

import pytest

from server.evaluation import verifiers

PAGE = "/admin/verifiers"


def test_what_holds_by_itself_is_shown(browser):
    page = browser.get(PAGE).text

    assert "Hôm nay: Phòng Giáo dục và Đào tạo" in page
    assert page.index("từ đầu") < page.index("01/07/2025</strong>")


def test_a_body_is_set_from_a_day_on_with_who_set_it_and_taken_back(browser, db):
    page = browser.post(PAGE, PAGE, since="1/1/2012", body="province").text
    assert "Đã ghi: từ 01/01/2012, Sở Giáo dục và Đào tạo." in page
    assert "Hôm nay: Sở Giáo dục và Đào tạo" in page
    assert "quantri, 24/07/2012 12:00" in page

    browser.post(PAGE, f"{PAGE}/take-back", since="2012-01-01")
    assert "district" == verifiers.in_charge(db, "2012-07-24")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"since": "hôm qua", "body": "province"}, "Hãy ghi ngày"),
        ({"since": "1/1/2012", "body": "huyen"}, "Hãy chọn cơ quan"),
    ],
)
def test_what_is_wrong_is_reported_and_nothing_is_set(browser, db, typed, sentence):
    answer = browser.post(PAGE, PAGE, **typed)

    assert 422 == answer.status_code
    assert sentence in answer.text
    assert list(verifiers.USUAL) == verifiers.rules(db)


def test_a_person_is_named_behind_an_account_and_an_account_is_no_person(browser, db):
    at = "/admin/users/hoi"
    wrong = browser.post(at, f"{at}/person", person="quantri")
    right = browser.post(at, f"{at}/person", person="Hà Thị Mai, Phó Chủ tịch Hội")

    assert (422, True) == (wrong.status_code, "Tên tài khoản không thay cho họ tên" in wrong.text)
    assert "Đã lưu họ tên" in right.text
    assert "Hà Thị Mai, Phó Chủ tịch Hội" == verifiers.person_of(db, "hoi")

import pytest

from tests.server.admin.conftest import PASSWORD, Browser

PAGES = ["/admin/", "/admin/users", "/admin/devices"]


@pytest.mark.parametrize("path", PAGES)
def test_who_is_not_logged_in_is_sent_to_log_in(client, path):
    answer = client.get(path)

    assert (302, True) == (answer.status_code, answer.location.startswith("/login"))


@pytest.mark.parametrize("path", PAGES)
def test_who_is_not_of_the_province_may_not_see_them(client, people, path):
    browser = Browser(client)
    browser.log_in("hoi")

    assert 403 == browser.get(path).status_code


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_is_there_in_both_languages(browser, path, lang):
    browser.client.set_cookie("lang", lang)
    answer = browser.get(path)

    assert 200 == answer.status_code
    assert f'<html lang="{lang}">' in answer.text


def test_a_post_without_the_forms_token_is_refused_with_a_sentence(browser):
    answer = browser.client.post("/admin/users", data={"name": "x", "password": PASSWORD})

    assert 400 == answer.status_code
    assert "Chưa có gì được lưu" in answer.text


def test_a_session_ends_after_eight_idle_hours(browser, app):
    with browser.client.session_transaction() as session:
        assert session.permanent

    assert 8 * 3600 == app.permanent_session_lifetime.total_seconds()

import pytest

from client_agent.web import create_app, security


@pytest.mark.parametrize("host", ["evil.example", "192.168.1.7:8765", "127.0.0.1.evil.example", ""])
def test_a_page_asked_for_by_another_name_is_refused(app, host):
    answer = app.test_client().get("/login", headers={"Host": host})

    assert 403 == answer.status_code
    assert "<" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765"])
def test_a_page_on_this_machine_is_served(app, host):
    assert 200 == app.test_client().get("/login", headers={"Host": host}).status_code


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:9999", "null"])
def test_a_form_of_another_site_is_refused(browser, activities, form, origin):
    browser.get("/records/activity/new")
    browser.fill(form(), headers={"Origin": origin})

    assert 403 == browser.status
    assert [] == activities()


def test_a_form_without_its_token_changes_nothing(browser, activities, form):
    browser.get("/records/activity/new")
    browser.fill(form(csrf_token="forged", _opened=""))

    assert 400 == browser.status
    assert "Biểu mẫu đã hết hạn" in browser.text
    assert [] == activities()


def test_a_restart_logs_nobody_out(agent, browser):
    again = create_app(agent).test_client()
    cookie = browser.client.get_cookie(browser.client.application.config["SESSION_COOKIE_NAME"])
    again.set_cookie(cookie.key, cookie.value)

    assert 200 == again.get("/").status_code


def test_the_key_is_for_its_owner_only(agent, app):
    assert 0o600 == (agent.folder / security.KEY_FILE).stat().st_mode & 0o777


def test_two_centres_on_one_machine_have_cookies_of_their_own(agent, tmp_path, app):
    other = create_app(type(agent)(tmp_path / "other"))

    assert app.config["SESSION_COOKIE_NAME"] != other.config["SESSION_COOKIE_NAME"]


def test_a_disk_that_keeps_no_key_does_not_stop_the_pages(tmp_path):
    assert 32 == len(security.cookie_key(tmp_path / "missing"))

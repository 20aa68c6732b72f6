import pytest

from client_agent.web.security import SESSION_SECONDS


def test_anybody_at_this_computer_may_ask_whether_the_program_runs(app):
    answer = app.test_client().get("/alive")

    assert {"alive": True} == answer.json
    assert {"me": "", "csrf": ""} == app.test_client().get("/alive/session").json


def test_a_page_that_asks_does_not_keep_its_session_alive(app, browser):
    with browser.client.session_transaction() as session:
        session.permanent = True
    asked, clicked = browser.client.get("/alive"), browser.client.get("/")

    assert "Set-Cookie" not in asked.headers
    assert "Set-Cookie" in clicked.headers
    assert 7200 == SESSION_SECONDS


def test_a_script_learns_where_to_go_and_others_are_led_there(browser, form):
    browser.get("/records/activity/new")
    names = ("_opened", "_back", "_once", "csrf_token")
    data = {**{name: browser.hidden(name) for name in names}, **form()}
    told = browser.client.post(browser.path, data=data, headers={"X-Sent-By-Script": "1"})
    led = browser.client.post(browser.path, data=data)

    assert (200, b"") == (told.status_code, told.data)
    assert led.location == told.headers["X-Onward"]
    assert 302 == led.status_code
    assert "Location" not in told.headers


@pytest.mark.parametrize("path", ["/staff", "/records/activity/new", "/evaluation/2012", "/stick/"])
def test_every_page_holds_the_words_for_a_program_that_stopped(browser, criteria, path):
    browser.get(path)

    assert 'id="program"' in browser.text
    assert "đang không chạy" in browser.words()
    assert '<script src="/static/sending.js" defer>' in browser.text


def test_every_form_of_the_first_pages_carries_a_token_of_its_own(browser, held):
    held()
    browser.get("/records/activity/r1")
    forms = browser.text.count('method="post"') - 1  # but for the choice of the language
    tokens = set(browser.text.split('name="_once" value="')[1:])

    assert forms == len(tokens) > 1

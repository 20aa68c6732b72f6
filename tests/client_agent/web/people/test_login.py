from ..conftest import PEOPLE, Browser


def test_the_first_person_makes_their_own_name(agent, app):
    browser = Browser(app)
    browser.get("/")
    assert "Bắt đầu sử dụng" in browser.words()

    browser.post("/login/first", {"name": " Lan ", "pin": "2468", "pin_again": "2468"})

    assert ["Lan"] == agent.staff.names()
    assert "Chào Lan" in browser.words()


def test_nobody_adds_themselves_once_there_is_staff(agent, app, staff):
    browser = Browser(app)
    browser.get("/login")
    browser.post("/login/first", {"name": "X", "pin": "2468", "pin_again": "2468"})

    assert list(PEOPLE) == agent.staff.names()


def test_every_page_asks_who_one_is(app, staff):
    browser = Browser(app)
    for path in ("/", "/records/activity", "/evaluation/", "/sync/", "/stick/", "/staff"):
        browser.get(path)

        assert "/login" == browser.path


def test_a_wrong_pin_lets_nobody_in(app, staff):
    browser = Browser(app)
    browser.log_in(pin="9999")

    assert 422 == browser.status
    assert "PIN không đúng" in browser.words()


def test_guessing_has_to_wait(app, staff):
    browser = Browser(app)
    for _ in range(6):
        browser.log_in(pin="9999")
    browser.log_in(pin="1234")

    assert 422 == browser.status
    assert "Nhập sai PIN quá nhiều lần" in browser.words()


def test_whoever_logs_in_comes_to_where_they_wanted_to_go(app, staff):
    browser = Browser(app)
    browser.get("/records/activity?q=cam")
    onward = browser.hidden("next")
    browser.post("/login", {"name": PEOPLE[0], "pin": "1234", "next": onward})

    assert "/records/activity" == browser.path


def test_logging_out_says_what_is_still_waiting(browser, held):
    held()
    browser.get("/")
    browser.post("/logout")
    assert "1 thay đổi còn chờ gửi" in browser.words()

    browser.post("/logout", {"sure": "1"})
    assert "/login" == browser.path
    browser.get("/")
    assert "/login" == browser.path


def test_logging_out_is_one_click_when_nothing_waits(browser):
    browser.get("/")
    browser.post("/logout")

    assert "/login" == browser.path


def test_a_colleague_is_added_with_a_pin_typed_twice(agent, staff, browser):
    browser.get("/staff")
    browser.post("/staff", {"name": "Mai", "pin": "1111", "pin_again": "1112"})
    assert 422 == browser.status
    assert "không giống nhau" in browser.words()

    browser.post("/staff", {"name": "Mai", "pin": "1111", "pin_again": "1111"})
    assert [*PEOPLE, "Mai"] == agent.staff.names()


def test_a_bad_name_or_pin_is_reported_beside_the_field(staff, browser):
    browser.get("/staff")
    for typed in (
        {"name": "", "pin": "1111", "pin_again": "1111"},
        {"name": "Mai", "pin": "12", "pin_again": "12"},
        {"name": PEOPLE[0], "pin": "1111", "pin_again": "1111"},
    ):
        browser.post("/staff", typed)

        assert 422 == browser.status
        assert "invalid-feedback" in browser.text


def test_a_session_ends_when_nobody_clicks(app, browser):
    assert app.permanent_session_lifetime.total_seconds() <= 2 * 3600

from .conftest import PEOPLE


def test_the_first_page_says_how_things_stand(browser, held):
    held()
    browser.get("/")

    assert "Chào Bùi Thị Lan" in browser.words()
    assert "1 bản ghi · 1 trong năm 2012" in browser.words()
    assert "1 đang chờ gửi" in browser.words()


def test_what_a_centre_has_once_is_asked_for_until_it_is_there(browser):
    browser.get("/")
    assert "Hồ sơ trung tâm Chưa nhập lần nào" in browser.words()

    browser.get("/records/centre_profile/new")
    browser.fill({"name": "TTHTCĐ xã Mường Bi"})
    browser.get("/")
    assert "Chưa nhập lần nào" not in browser.words()


def test_the_evaluation_of_the_year_is_one_click_away(browser, criteria):
    browser.get("/")

    assert 'href="/evaluation/2012"' in browser.text


def test_a_computer_that_is_not_enrolled_says_so(tmp_path):
    from client_agent.agent import Agent
    from client_agent.web import create_app

    from .conftest import Browser

    agent = Agent(tmp_path / "new")
    browser = Browser(create_app(agent))
    browser.get("/login")
    browser.post("/login/first", {"name": "Lan", "pin": "1234", "pin_again": "1234"})

    assert "Máy này chưa được ghi danh với tỉnh" in browser.words()
    for path in ("/sync/", "/stick/", "/records/activity", "/evaluation/", "/attention/"):
        browser.get(path)
        assert 200 == browser.status
    agent.close()


def test_a_draft_is_called_by_words_and_not_by_a_code(browser, agent):
    agent.drafts.keep(PEOPLE[0], "role_assignment", "", {"role": "pho_giam_doc"})
    browser.get("/")

    assert "Phân công: Phó giám đốc" in browser.words()
    assert "pho_giam_doc" not in browser.text

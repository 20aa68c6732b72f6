import pytest

from client_agent.web.language import local_path


def test_vietnamese_comes_first_and_english_stays_once_chosen(browser):
    browser.get("/")
    assert "Việc cần làm" in browser.words()

    browser.post("/language/en", {"next": "/sync/"})
    assert "/sync/" == browser.path
    assert "Sync with the province" in browser.words()

    browser.get("/")
    assert "What needs doing" in browser.words()


def test_an_unknown_language_is_no_page(browser):
    browser.get("/")
    browser.post("/language/fr")

    assert 404 == browser.status


@pytest.mark.parametrize(
    "path", ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", ""]
)
def test_no_form_leads_to_another_site(path):
    assert "" == local_path(path)


def test_a_path_of_ours_is_followed():
    assert "/records/activity?q=cam" == local_path("/records/activity?q=cam")

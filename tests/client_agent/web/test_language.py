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

import pytest


@pytest.fixture(autouse=True)
def no_choice(site):
    yield
    site.client.delete_cookie("lang")


def lang(site):
    page = site.client.get("/").text
    return page.partition('<html lang="')[2][:2]


def test_vietnamese_comes_first_and_english_stays_once_chosen(site):
    assert "vi" == lang(site)

    answer = site.post("/language/en", next="/registers/")

    assert (302, "/registers/") == (answer.status_code, answer.location)
    assert "en" == lang(site)


def test_a_language_that_there_is_not_is_no_page(site):
    assert 404 == site.post("/language/fr").status_code


@pytest.mark.parametrize("cookie", ["fr", "", "<script>"])
def test_whatever_the_cookie_says_the_page_is_in_a_language_that_there_is(site, cookie):
    site.client.set_cookie("lang", cookie)

    assert "vi" == lang(site)

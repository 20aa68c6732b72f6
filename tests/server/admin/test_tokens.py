import re

import pytest

from server.texts.administration import TEXTS
from server.tokens import tokens

HOME = "/admin/tokens"


def secret_on(page):
    return re.search(r'<code class="ad-secret">(kh_[\w-]+)</code>', page.text)[1]


def test_a_token_is_made_and_shown_once(browser, db):
    page = browser.post(HOME, HOME, name="CSDL ngành", days="30", types=["activity"])
    found = tokens.bearer(db, secret_on(page), 1)

    assert ({"activity"}, "quantri") == (set(found.scope.types), found.author)
    assert "CSDL ngành" in browser.get(HOME).text
    assert secret_on(page) not in browser.get(HOME).text


def test_a_token_is_revoked(browser, db):
    page = browser.post(HOME, HOME, name="CSDL ngành")
    done = browser.post(HOME, f"{HOME}/revoke", name="CSDL ngành")

    assert "Đã thu hồi mã của CSDL ngành." in done.text
    assert tokens.bearer(db, secret_on(page), 1) is None


@pytest.mark.parametrize(
    "asked", [{"name": ""}, {"name": "x", "unit": "none"}, {"name": "x", "days": "-1"}]
)
def test_what_makes_no_token_says_what_it_takes(browser, db, asked):
    page = browser.post(HOME, HOME, **asked)

    assert 422 == page.status_code
    assert "Chưa cấp được" in page.text
    assert [] == tokens.everyone(db)


def test_only_the_province_makes_tokens(browser):
    browser.post("/", "/logout")
    browser.log_in("hoi")

    assert 403 == browser.get(HOME).status_code


def test_a_token_that_is_not_there_cannot_be_revoked(browser):
    assert 404 == browser.post(HOME, f"{HOME}/revoke", name="none").status_code


def test_every_sentence_is_there_in_both_languages():
    assert [] == [key for key, label in TEXTS.items() if not all(map(str.strip, label))]

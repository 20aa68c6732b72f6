import re
from pathlib import Path

import pytest

from server import texts as others
from server.web.texts import TEXTS
from tests.schemas.sentences import one_sided

ROOT = Path(__file__).parents[3]
FILES = [file for part in ("server/web", "webui") for file in (ROOT / part).rglob("*.*")]
SOURCES = [file for file in FILES if file.suffix in (".py", ".html")]
# Said by a name put together:
BUILT = {"nav.", "role.", "level.", "device.", "span.", "column.", "attention.how.", "seam."} | {
    "criteria.do.",
    "criteria.part.",
    "verify.done.",
}


NAMED = re.compile(r'(?:(?<![.\w])(?:say|label_of)\(|TEXTS\[)\s*"([a-z_.]+)"')


def used():
    return {key for path in SOURCES for key in NAMED.findall(path.read_text("utf-8"))}


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert [] == one_sided(TEXTS)


def test_every_sentence_that_a_page_says_exists():
    assert set() == {key for key in used() if not key.endswith(".")} - {*TEXTS, *others.TEXTS}


def test_no_sentence_is_left_that_nobody_says():
    texts = " ".join(path.read_text("utf-8") for path in SOURCES if "texts" not in path.name)
    silent = [key for key in TEXTS if not re.search(f"[\"']{re.escape(key)}[\"']", texts)]

    assert [] == [key for key in silent if not key.startswith(tuple(BUILT))]


@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/totals",
        "/records",
        "/evaluations",
        "/criteria",
        "/criteria/new",
        "/devices",
        "/summaries",
    ],
)
def test_a_page_in_english_has_no_vietnamese_sentence(land, page):
    land.activity(land.da_bac[0])
    land.device("aaaaaaaa", land.da_bac[0])
    client = land.logged_in("tinh")
    client.set_cookie("lang", "en")
    text = client.get(page).text
    spoken = [vi for vi, en in TEXTS.values() if vi != en and len(vi) > 12 and "{" not in vi]

    assert [] == [vi for vi in spoken if vi in text]

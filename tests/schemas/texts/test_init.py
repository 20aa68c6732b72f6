"""What the built-in checks and the pages say."""

import re

from schemas import texts
from schemas.formatting.label import Label

LABELS = {n: v for n, v in vars(texts).items() if isinstance(v, Label)} | texts.TEXTS


def test_every_sentence_is_complete_in_both_languages():
    assert len(LABELS) > 30
    assert [] == [name for name, label in LABELS.items() if not all(map(str.strip, label))]


def test_both_languages_have_the_same_blanks():
    def blanks(text):
        return sorted(re.findall(r"{\w+}", text))

    assert [] == [name for name, label in LABELS.items() if blanks(label.vi) != blanks(label.en)]


def test_a_text_is_given_in_the_language_asked_for():
    assert "1–50 trong 120" == texts.say("pager.of", "vi", first=1, last=50, total=120)
    assert "1–50 of 120" == texts.say("pager.of", "en", first=1, last=50, total=120)

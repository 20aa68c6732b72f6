"""The sentences beside a table on its way in: in both languages, and all of them said."""

import re
from pathlib import Path

from schemas.intake_texts import TEXTS

ROOT = Path(__file__).parents[2]
PARTS = [ROOT / name for name in ("schemas", "client_agent", "server")]


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    def blanks(text):
        return sorted(re.findall(r"{(\w+)}", text))

    assert [] == [key for key, label in TEXTS.items() if not all(map(str.strip, label))]
    assert [] == [key for key, (vi, en) in TEXTS.items() if blanks(vi) != blanks(en)]


def test_every_sentence_that_is_said_exists_and_none_is_left_unsaid():
    files = [p for part in PARTS for p in part.rglob("*") if p.suffix in (".py", ".html")]
    text = "\n".join(p.read_text("utf-8") for p in files if p.name != "intake_texts.py")
    said = set(re.findall(r'"(intake\.[a-z_]+[a-z])"', text))
    built = {f"intake.{name}" for name in re.findall(r'"([a-z]+)"', text)}

    assert set() == said - TEXTS.keys()
    assert set() == {key for key in TEXTS if key not in said | built and "state_" not in key}

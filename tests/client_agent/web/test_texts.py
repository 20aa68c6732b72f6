"""Every sentence is there in both languages, and every one that a page says exists."""

import re
import string
from pathlib import Path

import pytest

import client_agent.web
import webui
from client_agent.web.texts import TEXTS

FOLDERS = [Path(package.__file__).parent for package in (client_agent.web, webui)]
SAID = re.compile(r'(?<![.\w])(?:say|label_of)\(\s*"([a-z_.]+[a-z_])"')


def blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_both_languages_say_it_with_the_same_blanks(name):
    label = TEXTS[name]

    assert label.vi.strip()
    assert label.en.strip()
    assert blanks(label.vi) == blanks(label.en)


def test_what_pages_and_modules_say_exists():
    files = [file for folder in FOLDERS for file in folder.rglob("*.*")]
    files = [file for file in files if file.suffix in (".html", ".py")]
    said = {name for file in files for name in SAID.findall(file.read_text("utf-8"))}

    assert set() == said - TEXTS.keys()


def test_nothing_is_left_unsaid():
    files = [file for folder in FOLDERS for file in folder.rglob("*.*")]
    files = [file for file in files if file.suffix in (".html", ".py")]
    text = "\n".join(f.read_text("utf-8") for f in files if not f.name.endswith("texts.py"))
    built = ("fault.", "reason.", "sync.", "list.from", "list.to", "attention.how.")
    built += ("people.did_", "audit.", "restore.")
    unsaid = {name for name in TEXTS if f'"{name}"' not in text and f"'{name}'" not in text}

    assert set() == {name for name in unsaid if not name.startswith(built)}

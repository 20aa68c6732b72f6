"""The operations pages in Vietnamese and English have the same sections, tables and commands."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from client_agent.config import Settings

DOCS = Path(__file__).parents[1] / "docs"
VI, EN = (
    (DOCS / f"operations.{language}.md").read_text(encoding="utf-8") for language in ("vi", "en")
)
PLACEHOLDERS = {  # the words of a command that a person replaces
    "TỆP": "FILE",
    "THIẾT-BỊ": "DEVICE",
    "BẢN_SAO": "BACKUP",
    "TEN-TEP": "FILE-NAME",
    "to-khoi-phuc.html": "recovery-sheet.html",
    "ba từ đó": "the three words",
    "/sao-luu/toan-bo.zip": "/backups/everything.zip",
    "/sao-luu/": "/backups/",
    "/xem/tinh.db": "/view/province.db",
    "--folder moi": "--folder new",
}
PROGRAM = re.compile(r"^(?:khuyenhoc-\w+|python3|pip|curl|loginctl|systemd-creds|backup|recovery-)")


def translated(command):
    for vi, en in PLACEHOLDERS.items():
        command = command.replace(vi, en)
    return command


def blocks(text):
    """The commands of the indented blocks, without their comments."""
    lines = re.findall(r"^ {4,}(?=[a-z])(.*)$", text, re.MULTILINE)
    return [re.sub(r"\s+# .*", "", line).strip() for line in lines if PROGRAM.match(line.strip())]


def in_a_sentence(text):
    spans = re.findall(r"`([^`]+)`", text)
    return Counter(" ".join(each.split()) for each in spans if PROGRAM.match(each))


def shape(text):
    """The headings by level, items of lists and the rows of tables, in their order."""
    marks = re.findall(r"^(#+ |\d\. |[*-] |\|(?=(.*)$))", text, re.MULTILINE)
    return [mark if mark != "|" else f"| {row.count('|')}" for mark, row in marks]


def test_both_languages_have_the_same_headings_lists_and_tables():
    assert shape(VI) == shape(EN)


def test_both_languages_show_the_same_commands():
    assert [translated(command) for command in blocks(VI)] == blocks(EN)
    assert len(blocks(EN)) > 30


def test_both_languages_name_the_same_commands_in_sentences():
    assert in_a_sentence(translated(VI)) == in_a_sentence(EN)


@pytest.mark.parametrize(
    "pattern",
    [r"`(KHUYENHOC_\w+)`", r"`(\w+\.(?:db|ini|lock|log|secrets))`", r"`(/[a-z][\w/.?=-]*)`"],
)
def test_both_languages_name_the_same_variables_files_and_addresses(pattern):
    assert set(re.findall(pattern, VI)) == set(re.findall(pattern, EN))


def test_both_languages_give_the_same_numbers_in_their_tables():
    """Exit codes and defaults."""
    rows = [re.findall(r"^\| (\d+|`\w+`)", text, re.MULTILINE) for text in (VI, EN)]

    assert rows[0] == rows[1]
    assert "64" in rows[0]


def test_the_lines_of_settings_that_the_page_names_exist_with_their_defaults():
    table = EN.split("### Settings of the machine")[1].split("###")[0]
    rows = re.findall(r"^\| (`.+?`) \| .+? \| (?:`(\w+)`)? ?\|$", table, re.MULTILINE)
    defaults = {re.findall(r"`(\w+)`", names)[0]: default for names, default in rows}
    named = {name for names, _ in rows for name in re.findall(r"`(\w+)`", names)}

    assert len(rows) > 5
    assert named <= {field.name for field in fields(Settings)}
    assert defaults == {name: str(getattr(Settings, name)) for name in defaults}

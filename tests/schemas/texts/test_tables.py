"""Every sentence of the shared tables is there in both languages, and some page says it."""

import pytest

from schemas import texts

from ..sentences import named, one_sided

TABLES = ["export", "print", "dictionary", "intake", "references"]
# with what is asked, or the state that something is in
BUILT = (".state_", ".ask_", ".reading_", ".remembers_")
ELSEWHERE = {"export.parts"}  # of the command line of a centre
MODULES = [texts.export, texts.importing, texts.questions, texts.references]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_sentence_is_there_in_both_languages_with_the_same_blanks(module):
    assert [] == one_sided(module.TEXTS)


@pytest.mark.parametrize("start", TABLES)
def test_every_sentence_that_a_page_names_exists_and_no_page_forgets_one(start):
    table = {key for key in texts.TEXTS if key.startswith(f"{start}.")} | ELSEWHERE
    names, built = named(start, but=MODULES)
    unused = {key for key in table - ELSEWHERE if key not in names | built}

    assert set() == names - table
    assert set() == {key for key in unused if not any(part in key for part in BUILT)}

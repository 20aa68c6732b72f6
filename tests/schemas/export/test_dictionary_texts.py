from schemas.export.dictionary_texts import TEXTS

from ..sentences import one_sided, said


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert [] == one_sided(TEXTS)


def test_every_sentence_that_is_said_exists_and_none_is_left_unsaid():
    names, built = said("dictionary", but="dictionary_texts.py")

    assert set() == names - TEXTS.keys()
    assert set() == {key for key in TEXTS if key not in names | built and ".state_" not in key}

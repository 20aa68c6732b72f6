from schemas.importing import question_texts, texts

from ..sentences import one_sided, said

TEXTS = {**texts.TEXTS, **question_texts.TEXTS}
BUILT = (".state_", ".ask_", ".reading_", ".remembers_")  # with the kind of what is asked


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert [] == one_sided(TEXTS)


def test_every_sentence_that_is_said_exists_and_none_is_left_unsaid():
    names, built = said("intake", but="intake_texts.py intake_question_texts.py")

    assert set() == names - TEXTS.keys()
    unsaid = {key for key in TEXTS if key not in names | built}
    assert set() == {key for key in unsaid if not any(part in key for part in BUILT)}

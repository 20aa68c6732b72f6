from server.commands.open_texts import TEXTS
from tests.schemas.sentences import one_sided


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert 11 == len(TEXTS)
    assert [] == one_sided(TEXTS)

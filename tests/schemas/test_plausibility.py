"""What a person is asked; in words: ``tests/client_agent/web/records/test_questions.py``."""

from schemas import plausibility
from schemas.record import get


def test_the_same_again_is_asked_about_by_the_words_of_a_choice_in_both_languages():
    row = {"role": "pho_giam_doc", "started_on": "2011-03-01"}
    asked = plausibility.same_again(get("role_assignment"), row)

    assert "«Phó giám đốc»" in asked.vi
    assert "pho_giam_doc" not in asked.en

"""What is said beside a row that cannot be brought in."""

from schemas import intake_faults
from schemas.label import Label

from .sentences import one_sided

LABELS = {name: it for name, it in vars(intake_faults).items() if isinstance(it, Label)}


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert LABELS
    assert [] == one_sided(LABELS)

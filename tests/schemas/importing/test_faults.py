"""What is said beside a row that cannot be brought in."""

from schemas import texts
from schemas.formatting.label import Label
from schemas.importing import faults
from schemas.record import fields, get

from ..sentences import one_sided

LABELS = {name: it for name, it in vars(faults).items() if isinstance(it, Label)}


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert LABELS
    assert [] == one_sided(LABELS)


def test_beside_a_row_the_options_are_named_for_there_is_no_list_to_look_at():
    said = faults.spelled(get("award"), {"receiver_kind": [texts.NOT_AN_OPTION]})
    (label,) = said["receiver_kind"]

    assert label.vi.startswith("Chọn một mục trong danh sách: Học sinh, sinh viên; Giáo viên; ")
    assert label.en.endswith("; Families and clans; Bodies.")


def test_a_long_list_is_named_by_its_first_options():
    activity = get("activity")
    options = list(fields(activity)["category"].codes.offered().values())
    (label,) = faults.spelled(activity, {"category": [texts.NOT_AN_OPTION]})["category"]

    assert len(options) > faults.MOST
    assert label.vi.endswith(f"; {options[faults.MOST - 1].vi}; ….")
    assert options[faults.MOST].vi not in label.vi


def test_what_else_is_wrong_is_said_as_it_was():
    errors = {"recipient_count": [texts.NOT_WHOLE], "_id": [texts.NOT_AN_OPTION]}

    assert errors == faults.spelled(get("award"), errors)

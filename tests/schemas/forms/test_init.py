"""What stands in a form, and what was typed into it."""

import unicodedata

import pytest
from hypothesis import given
from marshmallow import ValidationError

from schemas.formatting.label import Label
from schemas.forms import read, texts
from schemas.record import fields, get, owner_of
from tests.schemas.declared import typed_records

ACTIVITY, EVALUATION = get("activity"), get("evaluation")
TYPED = {
    "title": "Lớp học",
    "category": "xmc",
    "form": "lop_hoc",
    "held_from": "24/7/2012",
    "attendance_count": "1.250",
}


def complaints(schema, typed, **kwargs):
    with pytest.raises(ValidationError) as caught:
        read(schema, typed, **kwargs)
    return caught.value.messages


@given(typed_records())
def test_a_record_shown_in_a_form_and_sent_back_is_the_same_record(found):
    schema, values = found
    shown = texts(schema, values)
    mine = {name: v for name, v in values.items() if owner_of(schema, name) == schema.owner}
    mine.pop("is_planned", None)  # the day sets it, and no form

    assert repr(_sorted(mine)) == repr(_sorted(read(schema, shown, schema.owner, values)))


@given(typed_records())
def test_a_form_of_another_role_sets_nothing(found):
    schema, values = found

    assert {} == read(schema, texts(schema, values), role="nobody", before=values)
    assert {} == read(schema, texts(schema, values), role="", before=values)


def test_typed_text_becomes_plain_values():
    assert {**TYPED, "held_from": "2012-07-24", "attendance_count": 1250} == read(ACTIVITY, TYPED)


def test_letters_are_composed_and_spaces_forgiven():
    title = unicodedata.normalize("NFD", "  Xóa   mù chữ ")

    assert "Xóa mù chữ" == read(ACTIVITY, {**TYPED, "title": title})["title"]


def test_an_emptied_field_is_none_and_one_that_is_not_in_the_form_is_not_touched():
    found = read(ACTIVITY, {**TYPED, "venue": " "})

    assert found["venue"] is None
    assert "village" not in found


def test_what_was_empty_and_stays_so_is_left_out_when_it_is_known():
    typed = {**TYPED, "venue": "", "village": ""}
    found = read(ACTIVITY, typed, before={"venue": "Xóm Bưng"})

    assert found["venue"] is None
    assert "village" not in found


def test_every_wrong_field_is_named_at_once():
    typed = {
        **TYPED,
        "title": " ",
        "held_from": "hôm qua",
        "female_count": "1251",
        "person_count": "-1",
        "category": "khac",
    }

    assert ["category_other", "female_count", "held_from", "person_count", "title"] == sorted(
        complaints(ACTIVITY, typed)
    )


def test_complaints_are_labels():
    assert {"attendance_count": [Label("Cần điền mục này.", "Please fill this in.")]} == complaints(
        ACTIVITY, {**TYPED, "attendance_count": ""}
    )


def test_complaints_about_a_family_name_the_cell():
    typed = {"self_score.1.1": "4,3", "self_score.<b>": "1", "evidence.1.1": "x" * 1001}
    found = complaints(EVALUATION, typed, before=EVALUATION.example())

    assert sorted(typed, key=str.lower) == sorted(found, key=str.lower)
    assert ["Điểm chấm theo bước 0,5, ví dụ 4 hoặc 4,5."] == [
        label.vi for label in found["self_score.1.1"]
    ]


def test_a_cleared_score_is_none():
    found = read(EVALUATION, {"self_score.1.1": ""}, before=EVALUATION.example())

    assert {"self_score.1.1": None} == found


def test_the_centre_sets_no_verified_score_and_the_district_no_other():
    typed = {"self_score.1.1": "1", "verified_score.1.1": "2"}
    before = EVALUATION.example()

    assert {"self_score.1.1": 1} == read(EVALUATION, typed, before=before)
    assert {"verified_score.1.1": 2} == read(EVALUATION, typed, role="district", before=before)


def test_rules_see_what_the_form_does_not_show():
    before = ACTIVITY.example()

    assert ["female_count"] == list(complaints(ACTIVITY, {"female_count": "87"}, before=before))
    assert {"female_count": 86} == read(ACTIVITY, {"female_count": "86"}, before=before)


def test_what_others_got_wrong_is_not_for_this_person_to_mend():
    before = {**EVALUATION.example(), "verified_score.1.1": "many", "newer": 1}

    assert {"self_score.1.1": 3} == read(EVALUATION, {"self_score.1.1": "3"}, before=before)


def test_a_form_shows_every_field_even_an_empty_one():
    """But for the mark that the day sets, see ``schemas.planned``."""
    shown = list(texts(ACTIVITY, {}))

    assert [name for name in fields(ACTIVITY) if name != "is_planned"] == shown
    assert {""} == set(texts(ACTIVITY, {}).values())


def _sorted(values):
    return dict(sorted(values.items()))


def test_what_stood_there_and_was_left_alone_is_not_judged():
    """An option code or a longer text that a newer version brought, in an older one's form."""
    before = {**ACTIVITY.example(), "category": "of a newer version", "village": "x" * 100}
    shown = texts(ACTIVITY, before)

    assert before == read(ACTIVITY, shown, before=before)
    found = read(ACTIVITY, {**shown, "title": "Tên mới"}, before=before)
    assert {**before, "title": "Tên mới"} == found


def test_what_does_not_fit_is_judged_as_soon_as_it_is_touched():
    before = {**ACTIVITY.example(), "category": "of a newer version"}
    shown = texts(ACTIVITY, before)

    assert ["category"] == list(complaints(ACTIVITY, {**shown, "category": "x"}, before=before))
    assert ["category"] == list(complaints(ACTIVITY, {**shown, "category": ""}, before=before))
    assert ["category"] == list(complaints(ACTIVITY, shown))

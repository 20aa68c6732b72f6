"""The rules of an activity."""

import pytest
from marshmallow import ValidationError

from schemas.record import check
from schemas.records.activity import AGE_BANDS, CATEGORIES, FORMS, Activity


def wrong(**values):
    try:
        check(Activity, {**Activity.example(), **values})
    except ValidationError as error:
        return sorted(error.messages)
    return []


@pytest.mark.parametrize(
    "name",
    [
        "female_count",
        "ethnic_minority_count",
        "poor_household_count",
        "disabled_count",
        "person_count",
        *AGE_BANDS,
    ],
)
def test_no_part_is_more_than_the_attendances(name):
    assert [] == wrong(**{name: 86})
    assert [name] == wrong(**{name: 87})


def test_no_more_complete_a_class_than_there_were_persons():
    assert [] == wrong(person_count=30, completed_count=30)
    assert ["completed_count"] == wrong(person_count=30, completed_count=31)


def test_the_ages_together_are_no_more_than_the_attendances():
    assert [] == wrong(age_15_25_count=43, age_over_60_count=43)
    assert ["age_15_25_count"] == wrong(age_15_25_count=43, age_over_60_count=44)


def test_it_does_not_end_before_it_begins():
    assert [] == wrong(held_to="2012-07-24")
    assert ["held_to"] == wrong(held_to="2012-07-23")


def test_another_category_is_named():
    assert ["category_other"] == wrong(category="khac")
    assert [] == wrong(category="khac", category_other="Chăm sóc người cao tuổi")


def test_both_axes_of_the_paper_forms_are_there():
    assert 19 == len(CATEGORIES)
    assert {"lop_hoc", "chuyen_de", "tap_huan", "khac"} <= FORMS.keys()


def test_codes_are_those_of_the_first_release_for_ever():
    first, *_, last = CATEGORIES
    released = {"phap_luat", "khuyen_nong", "khuyen_cong", "khuyen_ngu", "khuyen_lam", "day_nghe"}
    released |= {"pcgd", "suc_khoe", "van_hoa", "ky_nang_song", "moi_truong", "ntm", "ngoai_ngu"}
    released |= {"chuyen_doi_so", "phong_chong_tnxh", "khuyen_hoc", "thong_tin_tu_van"}

    assert {"xmc", "khac"} | released <= CATEGORIES.keys()
    assert ("xmc", "khac") == (first, last)

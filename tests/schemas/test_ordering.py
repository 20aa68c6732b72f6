"""Columns sort as a Vietnamese reader expects: by the alphabet, people by their given name."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.fields import Count, Label, Text
from schemas.ordering import key, keys, person, words
from schemas.record import get
from schemas.vietnamese import alphabetical, sort_key

NAMES = ["Nguyễn Văn An", "Bùi Thị Ánh", "Đinh Công Bình", "Hà Thị Đào", "Lê Thị Đào", "Quách Dũng"]


def test_people_are_sorted_by_their_given_name_first():
    expected = [NAMES[0], NAMES[1], NAMES[2], NAMES[5], NAMES[3], NAMES[4]]

    assert expected == sorted(reversed(NAMES), key=person)


def test_texts_are_sorted_by_the_vietnamese_alphabet_and_numbers_by_their_value():
    expected = ["Dệt", "Đan", "Lớp 2", "Lớp 10", "Ơn", "Xóm"]

    assert expected == sorted(["Xóm", "Ơn", "Lớp 10", "Đan", "Lớp 2", "Dệt"], key=words)


@given(st.lists(st.text(max_size=8), max_size=8))
def test_the_keys_sort_as_the_places_do(texts):
    assert sorted(texts, key=alphabetical) == sorted(texts, key=words)
    assert sorted(texts, key=sort_key) == sorted(texts, key=person)


def test_choices_are_sorted_as_the_form_offers_them():
    by = keys(get("activity"))["category"]

    assert by("xmc") < by("pcgd") < by("khac") < by("a newer one")
    assert by(None) is None


def test_what_a_database_sorts_well_has_no_key():
    assert key(Count("Số", "Number")) is None
    assert key(Text("Chữ", "Text", Label("", ""))) is words
    assert words(None) is person(None) is None

"""Columns sort as a Vietnamese reader expects: by the alphabet, people by their given name."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.fields import Choice, Count, Label, Related, Text
from schemas.formatting.collation import collated
from schemas.formatting.vietnamese import alphabetical, sort_key
from schemas.record import fields, get, record_types
from schemas.tables.columns import projection
from schemas.tables.ordering import key, keys, person, recipe, through, words

NAMES = ["Nguyễn Văn An", "Bùi Thị Ánh", "Đinh Công Bình", "Hà Thị Đào", "Lê Thị Đào", "Quách Dũng"]


def test_people_are_sorted_by_their_given_name_first():
    expected = [NAMES[0], NAMES[1], NAMES[2], NAMES[5], NAMES[3], NAMES[4]]

    assert expected == sorted(reversed(NAMES), key=person)


def test_texts_are_sorted_by_the_vietnamese_alphabet_and_numbers_by_their_value():
    expected = ["Dệt", "Đan", "Lớp 2", "Lớp 10", "Ơn", "Xóm"]

    assert expected == sorted(["Xóm", "Ơn", "Lớp 10", "Đan", "Lớp 2", "Dệt"], key=words)


LETTERS = st.sampled_from("aăâAÁàáạơĐđz 0127٣é_-İßﬁ\u0300Ａ²\U0001f600")


@given(st.lists(st.text(max_size=8) | st.text(LETTERS, max_size=8), max_size=8))
def test_the_keys_sort_as_the_places_do(texts):
    assert sorted(texts, key=alphabetical) == sorted(texts, key=words)
    assert sorted(texts, key=sort_key) == sorted(texts, key=person)


def test_choices_are_sorted_as_the_form_offers_them():
    by = keys(get("activity"))["category"]

    assert by("xmc") < by("pcgd") < by("khac") < by("a newer one") < by("b, another")
    assert by(None) is None


def test_a_number_of_any_length_has_a_place():
    assert collated("7") < collated("9" * 30) < collated("1" + "0" * 30)
    assert collated("9" * 200) < collated("9" * 5000)
    assert collated("007") == collated("7")


def test_a_key_is_two_bytes_a_letter_and_not_seven():
    title = "Tập huấn kỹ thuật trồng nấm rơm cho hội viên xóm 12"

    assert len(collated(title)) <= 2 * len(title) + 4


def test_what_every_list_can_be_sorted_by_has_its_key_beside_it():
    for schema in record_types().values():
        its, others = projection(schema).keys, through(schema)
        for name in (*schema.list_fields, schema.title_field):
            field = fields(schema).get(name)

            assert (name in others) == isinstance(field, Related), (schema.record_type, name)
            is_words = isinstance(field, Text | Choice) and not isinstance(field, Related)
            assert (name in its) == is_words, (schema.record_type, name)


def test_another_record_is_sorted_by_the_title_and_the_day_that_it_is_called_by():
    assert ("activity", ("title", "held_from")) == through(get("evidence"))["activity_ref"]
    for schema in record_types().values():
        for other, columns in through(schema).values():
            named = fields(get(other))[columns[0]]
            assert not isinstance(named, Related), f"{other} is called after a third record"


def test_the_recipe_changes_with_what_the_keys_are_made_of(registry):
    class Toy(get("activity")):
        record_type = "toy_of_another_order"
        help = Label("Thử.", "A trial.")
        category = Choice("Loại", "Kind", {"b": Label("b", "b"), "a": Label("a", "a")}, help)

    assert recipe(get("activity")) == recipe(get("activity"))
    assert recipe(get("activity")) != recipe(Toy)


def test_what_a_database_sorts_well_has_no_key():
    assert key(Count("Số", "Number")) is None
    assert key(Text("Chữ", "Text", Label("", ""))) is words
    assert words(None) is person(None) is None

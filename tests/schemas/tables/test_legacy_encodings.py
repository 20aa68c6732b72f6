"""Text from before Unicode: converted by the public tables, recognised by what it says."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.tables.legacy_encodings import (
    MODERN,
    READINGS,
    TCVN3,
    VISCII,
    VNI,
    converted,
    from_tcvn3,
    from_vni,
    from_windows,
    reading_of,
)

SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SENTENCES = (
    "Tập huấn kỹ thuật trồng cam Cao Phong tại xóm Đồi, xã Mường Bi",
    "Lớp xoá mù chữ cho phụ nữ dân tộc Mường",
    "“Gia đình hiếu học” – 12 hộ ở xóm Bưng",
    "Nghề dệt thổ cẩm, khuyến nông, quyển sách, nguyện vọng, khuỷu tay",
)
KEYS = {
    "tcvn3": {v: chr(k) for k, v in TCVN3.items()},
    "vni": {v: k for k, v in VNI.items()},
    "viscii": {v: chr(k) for k, v in VISCII.items()},
}


def as_typed(text, name):
    """``text`` as a person had it in that font."""
    return "".join(KEYS[name].get(letter, letter) for letter in text)


@given(st.text(SMALL + "ĂÂÊÔƠƯĐ .,0123456789-", max_size=40))
def test_what_was_typed_in_tcvn3_says_the_same(text):
    assert text == from_tcvn3(as_typed(text, "tcvn3"))


@given(st.text(SMALL + SMALL.upper() + " .,0123456789-", max_size=40))
def test_what_was_typed_in_vni_says_the_same(text):
    assert text == from_vni(as_typed(text, "vni"))


def test_every_vietnamese_letter_has_a_place_in_both():
    letters = {letter for letter in SMALL if not letter.isascii()}

    assert letters <= set(TCVN3.values())
    assert letters <= set(VNI.values())


def test_the_places_of_tcvn3_are_those_of_the_standard():
    said = from_tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp - tù do - h¹nh phóc")

    assert "Cộng hoà xã hội chủ nghĩa Việt Nam, độc lập - tự do - hạnh phúc" == said


def test_the_pairs_of_vni_are_those_of_its_fonts():
    said = from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp - töï do - haïnh phuùc")

    assert "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập - tự do - hạnh phúc" == said


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_a_text_shows_in_which_font_it_was_typed(sentence, name):
    typed = as_typed(sentence, name)

    assert name == reading_of([typed])
    assert sentence == converted(typed, "unicode")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("usual", MODERN)
def test_what_is_unicode_already_stays(sentence, usual):
    apart = unicodedata.normalize("NFD", sentence)

    assert "unicode" == reading_of([sentence])
    assert sentence == converted(sentence, usual)
    assert sentence == converted(apart, "unicode")


def test_a_short_word_is_read_as_the_rest_of_its_register():
    assert "Nội" == converted("Néi", reading_of(["Hµ Néi", "T©n L¹c", "Néi"]))
    assert "Café" == converted("Café", reading_of(["Hà Nội", "Café", "Tân Lạc"]))


def test_one_foreign_word_is_no_reason_to_convert():
    assert "Malmö" == converted("Malmö", "unicode")
    assert "ö" == converted("ö", "unicode")
    assert "unicode" == reading_of(["Ü"])
    assert "tcvn3" == reading_of(["Hµ Néi"])


def test_bytes_of_the_vietnamese_windows_are_read_as_such():
    as_windows_does = "Sô\u0301 buô\u0309i ơ\u0309 xo\u0301m Đô\u0300i".encode("cp1258").decode(
        "latin-1"
    )

    assert "Số buổi ở xóm Đồi" == from_windows(as_windows_does)
    assert "đã" == from_windows("đã")


@given(st.text(max_size=30), st.sampled_from(sorted(READINGS)))
def test_no_text_whatever_breaks_a_reading(text, usual):
    assert converted(text, usual) == unicodedata.normalize("NFC", converted(text, usual))

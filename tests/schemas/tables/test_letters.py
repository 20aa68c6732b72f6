"""Letters that were damaged on their way."""

import pytest

from schemas.tables.doubts import Doubtful
from schemas.tables.letters import are_lost, checked, mended

TEXT = "Tập huấn trồng bưởi, xóm Đồi – đường “Ngã Ba”"


def wrongly(text, code):
    """As it comes out when its UTF-8 is read by that code page, its gaps as Latin-1 has them."""
    return "".join(_letter(byte, code) for byte in text.encode())


def _letter(byte, code):
    try:
        return bytes([byte]).decode(code)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("code", ["cp1252", "cp1258", "latin-1"])
def test_utf8_that_was_read_as_western_letters_is_undone(code):
    assert TEXT == mended(wrongly(TEXT, code))


def test_even_if_it_was_done_twice():
    assert TEXT == mended(wrongly(wrongly(TEXT, "cp1252"), "cp1252"))


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "“UBND XÃ” – XÃ… «cá», «cá»…",
        "XÃ\u00a0TÂY PHONG",
        "25°C, ½ ngày, 3 m², £5",
        "Café Âu Lạc",
    ],
)
def test_good_text_stays_as_it_is_and_is_not_doubted(text):
    assert text == mended(text)
    assert not isinstance(checked(text), Doubtful)


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("X\ufffdm Bưng", "letters_damaged"),
        ("Táº­p huấn", "letters_garbled"),
        ("XÃ³m", "letters_garbled"),
        ("ngưá»i", "letters_garbled"),
        ("Æ°u tiên", "letters_garbled"),
        ("T?p hu?n", "letters_lost"),
        ("b??i", "letters_lost"),
        ("45¹", "raised_figure"),
        ("1.250 ⁽²⁾", "raised_figure"),
        ("8,49123E+10", "digits_lost"),
        ("Tỏºưp huỏºƠn", "letters_garbled"),
        ("xã tµi liệu", "letters_garbled"),
        ("T·∫≠p", "letters_garbled"),
        ("#REF!", "error_cell"),
        (" #N/A ", "error_cell"),
        ("########", "error_cell"),
        ("Err:508", "error_cell"),
        ("9E+08", "digits_lost"),
    ],
)
def test_what_cannot_be_mended_for_certain_is_asked_about(cell, doubt):
    assert doubt == checked(cell).doubt


@pytest.mark.parametrize(
    "cell",
    [
        "Có ai hỏi gì không?",
        "Bao giờ?? Chưa rõ",
        "https://xa.gov.vn/a?b=c",
        "www.xa.gov.vn/x?y",
        "?",
        "Nguyễn Văn A¹",
        "đất 3 m²",
        "E+",
        "#1 của xã",
        "hội\u00adtrường",
        "20.8171234567",
        "1.5e-3 g",
    ],
)
def test_what_people_write_is_not_doubted(cell):
    assert not isinstance(checked(cell), Doubtful)
    assert not are_lost(cell)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("56.99999999999999", "57"),
        ("5000.000000000001", "5000"),
        ("5.6e-17", "0"),
        ("-5.6E-17", "0"),
        ("20.8171234567", "20.8171234567"),
        ("1.9999999", "2"),
        ("0912345678", "0912345678"),
    ],
)
def test_a_number_that_a_program_worked_out_beside_a_whole_one_is_that(cell, text):
    assert text == checked(cell)


def test_where_letters_are_lost_elsewhere_every_question_mark_may_be_one():
    assert are_lost("T?p hu?n,th?")
    assert "letters_lost" == checked("th?", are_lost=True).doubt
    assert not isinstance(checked("thử", are_lost=True), Doubtful)

"""Letters, names, numbers and days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.formatting.vietnamese import (
    alphabetical,
    day,
    fold,
    moment,
    number,
    one_decimal,
    parse_day,
    parse_number,
    sort_key,
    tidy,
    tidy_lines,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đẳng", "dang"),
        ("NGUYỄN  Thị Ưởng", "nguyen thi uong"),
        ("Hoà Bình", "hoa binh"),
        ("Hoa\u0300 Bi\u0300nh", "hoa binh"),
        ("Đà Bắc, Ðà Bắc", "da bac, da bac"),
        ("Straße", "strasse"),
    ],
)
def test_folding_takes_off_accents_capitals_and_the_bar_of_d(text, folded):
    assert folded == fold(text)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(text) == fold(fold(text))


@given(st.text(st.characters(exclude_categories=("C",))))
def test_what_is_found_in_a_text_is_found_however_it_is_typed(text):
    assert fold(text) == fold(tidy(text))


@given(st.text(), st.text())
def test_parts_fold_as_they_fold_within_the_whole(first, second):
    assert f"{fold(first)} {fold(second)}".strip() == fold(f"{first} {second}")


def test_names_go_by_the_given_name_then_by_the_family():
    names = ["Đinh Thị Ưởng", "Bùi Văn Đẳng", "Bùi Văn An", "Xa Thị Đằng", "Bùi An", "Hà Ân"]

    assert [
        "Bùi An",
        "Bùi Văn An",
        "Hà Ân",
        "Xa Thị Đằng",
        "Bùi Văn Đẳng",
        "Đinh Thị Ưởng",
    ] == sorted(names, key=sort_key)


def test_tones_count_in_their_order_after_the_letters():
    assert ["ma", "mà", "mả", "mã", "má", "mạ", "mai"] == sorted(
        ["mạ", "mai", "má", "mã", "mả", "mà", "ma"], key=alphabetical
    )


def test_every_letter_has_its_place():
    letters = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")

    assert letters == sorted(reversed(letters), key=alphabetical)


def test_numbers_in_names_count_by_their_value():
    assert ["Xóm 2", "Xóm 10", "Xóm Bưng"] == sorted(
        ["Xóm Bưng", "Xóm 10", "Xóm 2"], key=alphabetical
    )


@given(st.lists(st.text()), st.randoms())
def test_sorting_does_not_depend_on_the_order_before(names, random):
    jumbled = random.sample(names, len(names))
    keys = [sort_key(name) for name in sorted(jumbled, key=sort_key)]

    assert sorted(map(sort_key, names)) == keys


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250", 1250),
        ("1 250", 1250),
        ("1\u00a0250", 1250),
        ("1.250.000", 1250000),
        ("1,250,000", 1250000),
        ("1.250,5", 1250.5),
        ("4,5", 4.5),
        ("4.5", 4.5),
        ("4,0", 4),
        (" 35 ", 35),
        ("\uff13\uff15", 35),
        ("-3", -3),
        ("007", 7),
    ],
)
def test_numbers_are_read_as_they_are_typed(text, value):
    assert repr(value) == repr(parse_number(text))


@pytest.mark.parametrize(
    "text", ["", "x", "1.2.3", "1.25.000", "1,2,3", "1e3", "nan", "12 người", "9" * 16, "٣x"]
)
def test_what_is_no_number_is_not_guessed(text):
    with pytest.raises(ValueError, match="not a number"):
        parse_number(text)


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0,0"), (45.66, "45,7"), (100, "100,0"), (-1234.5, "-1.234,5")]
)
def test_a_share_has_one_decimal_and_points_between_thousands(value, written):
    assert written == one_decimal(value)


@given(st.integers(-999_999_999, 999_999_999))
def test_numbers_are_read_as_they_are_written(value):
    assert value == parse_number(number(value))
    assert value / 2 == parse_number(number(value / 2))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1234.5, "1.234,5"),
        (0, "0"),
        (86.25, "86,25"),
        (100.0, "100"),
        (None, ""),
        (-1250, "-1.250"),
    ],
)
def test_numbers_are_written_with_a_decimal_comma(value, written):
    assert written == number(value)


@pytest.mark.parametrize(
    "text",
    [
        "24/7/2012",
        "24/07/2012",
        " 24 / 7 / 2012 ",
        "24-7-2012",
        "24.7.2012",
        "24 7 2012",
        "24/7/12",
        "24072012",
        "2012-07-24",
        "24 tháng 7 năm 2012",
        "Ngày 24 tháng 07 năm 2012",
        "nga\u0300y 24 tha\u0301ng 7 na\u0306m 2012",
    ],
)
def test_days_are_read_as_they_are_typed(text):
    assert date(2012, 7, 24) == parse_day(text)


@pytest.mark.parametrize("text", ["", "hôm qua", "32/1/2012", "29/2/2011", "7/2012", "24/7/201"])
def test_what_is_no_day_is_not_guessed(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_day(text)


@given(st.dates(date(1000, 1, 1)))
def test_days_are_read_as_they_are_written(value):
    assert value == parse_day(day(value)) == parse_day(day(value.isoformat()))


def test_what_is_no_day_is_shown_as_it_is():
    assert "hôm qua" == day("hôm qua")
    assert "" == day(None)


def test_moments_are_told_by_the_clock_of_hanoi():
    assert "24/07/2012 14:05" == moment(1343113500000)
    assert "01/01/1970 07:00" == moment(0)
    assert "" == moment(None) == moment(10**20)


@given(st.text())
def test_tidying_twice_is_tidying_once(text):
    assert tidy(text) == tidy(tidy(text))
    assert tidy_lines(text) == tidy_lines(tidy_lines(text))


def test_tidying_composes_letters_and_takes_out_what_cannot_be_seen():
    assert "Hoà Bình" == tidy("  Hoa\u0300 \n\x00 Bình\u200b\ud800 ")
    assert "một\n\nhai" == tidy_lines("\n một \r\n\r\nhai  \n".replace(" m", "m"))


def test_a_name_with_an_endless_number_has_its_place_too():
    endless = "Lớp " + "9" * 5000

    assert ["Lớp 9", endless, "Lớp a"] == sorted(["Lớp a", endless, "Lớp 9"], key=alphabetical)

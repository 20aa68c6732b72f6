"""Which number a cell of a register can mean, and what a heading says it is counted in."""

from decimal import Decimal

import pytest

from schemas.importing.numbers import COMMA, POINT, amount, amounts_in, scale_in, written


@pytest.mark.parametrize(
    "text",
    [
        "25\n13",
        "12 15",
        "25+13",
        "12-15",
        "25/13",
        "~50",
        "≈50",
        "50?",
        ">50",
        "khoảng 30",
        "gần 30",
        "1.234.56",
        "12,5,3",
        "45²",
        "45①",
        "½",
        "1'250",
        "25 (13 nữ)",
        "45 nữ",
        "45ng",
        "2tr5",
        "1 triệu 500 nghìn",
        "0.500.000",
        "012.345",
        "12\t15",
        "1e3",
        "mười",
        "–",
        "9" * 16,
    ],
)
def test_what_is_not_one_number_for_certain_is_none(text):
    assert amount(text, False) is None
    assert amount(text, True) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45", 45),
        ("05", 5),
        ("-5", -5),
        ("1 250", 1250),
        ("1\u00a0250\u202f000", 1250000),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1.234,5", Decimal("1234.5")),
        ("1,234.5", Decimal("1234.5")),
        ("0.500", Decimal("0.5")),
        ("0,125", Decimal("0.125")),
        ("45.0", 45),
        ("12,25", Decimal("12.25")),
        ("1,2340", Decimal("1.234")),
        ("１２", 12),
    ],
)
def test_a_number_that_can_be_read_in_one_way_is_certain(text, value):
    assert value == amount(text, False).only


@pytest.mark.parametrize("text", ["1.234", "1,234", "61.500", "12 345,678"[3:]])
def test_a_single_group_of_three_can_be_thousands_or_decimals(text):
    found = amount(text, False)

    assert found.only is None
    assert {COMMA, POINT} == set(found.readings)


@pytest.mark.parametrize(
    ("text", "value", "times"),
    [
        ("1,5 triệu", Decimal("1.5"), 1_000_000),
        ("1.5tr", Decimal("1.5"), 1_000_000),
        ("2 tr.đ", 2, 1_000_000),
        ("500k", 500, 1000),
        ("500 nghìn đồng", 500, 1000),
        ("500 ngàn", 500, 1000),
        ("3 tỷ", 3, 1_000_000_000),
        ("1.500.000 VNĐ", 1500000, 1),
        ("1.500.000 vnd", 1500000, 1),
        ("1.500.000đ", 1500000, 1),
        ("1.500.000 ₫", 1500000, 1),
        ("VNĐ 1.500.000", 1500000, 1),
    ],
)
def test_money_says_itself_what_it_is_counted_in(text, value, times):
    found = amount(text, True)

    assert (value, times, True) == (found.only, found.times, found.has_unit)


def test_what_is_counted_has_a_noun_behind_it_and_money_has_none():
    assert 45 == amount("45 người", False).only
    assert amount("45 người", True) is None
    assert amount("45 đồng", False) is None
    assert Decimal("61.5") == amount("61,5%", False, True).only
    assert amount("61,5%", False) is None


def test_a_number_is_written_so_that_nobody_takes_it_for_another():
    assert ["1234567", "61,5", "1,2340", "45"] == [
        written(Decimal(text)) for text in ("1234567", "61.50", "1.234", "45.000")
    ]


def test_the_numbers_in_a_text_are_proposed():
    assert ["25", "13"] == amounts_in("25 và 13")
    assert ["30"] == amounts_in("khoảng 30 người")


@pytest.mark.parametrize(
    ("heading", "scale"),
    [
        ("Kinh phí (nghìn đồng)", 1000),
        ("Kinh phí (1.000đ)", 1000),
        ("ĐVT: nghìn đồng", 1000),
        ("Đơn vị tính: triệu đồng", 1_000_000),
        ("Số tiền (tr.đ)", 1_000_000),
        ("Kinh phí (đồng)", 1),
        ("Kinh phí", 0),
        ("Đơn vị phối hợp", 0),
    ],
)
def test_a_heading_says_what_its_column_is_counted_in(heading, scale):
    assert scale == scale_in(heading)

"""The checks that kinds of field bring with them."""

from datetime import date

import pytest
from marshmallow import ValidationError

from schemas.fields import checks


def complaint(check, value):
    try:
        check(value)
    except ValidationError as error:
        return [label.vi for label in error.messages]
    return []


def test_numbers_lie_within_their_bounds_and_these_are_reported():
    check = checks.within(0, 1250)

    assert [] == complaint(check, 0) == complaint(check, 1250)
    assert ["Không được nhỏ hơn 0."] == complaint(check, -1)
    assert ["Không được lớn hơn 1.250."] == complaint(check, 1251)


def test_days_lie_within_their_bounds_and_these_are_reported():
    check = checks.between(date(1990, 1, 1), date(2099, 12, 31))

    assert [] == complaint(check, date(2012, 7, 24))
    assert ["Ngày này sớm quá; sớm nhất là 01/01/1990."] == complaint(check, date(12, 7, 24))
    assert ["Ngày này muộn quá; muộn nhất là 31/12/2099."] == complaint(check, date(2100, 1, 1))


@pytest.mark.parametrize("value", [0, 0.5, 4, 4.5, 100])
def test_scores_go_in_steps(value):
    assert [] == complaint(checks.in_steps(0.5), value)


def test_what_is_between_two_steps_is_refused():
    said = ["Điểm chấm theo bước 0,5, ví dụ 4 hoặc 4,5."]

    assert said == complaint(checks.in_steps(0.5), 4.25)


def test_a_long_text_is_told_how_long_it_is():
    assert [] == complaint(checks.at_most(3), "abc")
    assert ["Dài quá: nhiều nhất 3 ký tự, đang có 4."] == complaint(checks.at_most(3), "abcd")


def test_an_empty_text_is_not_filled_in():
    assert ["Cần điền mục này."] == complaint(checks.filled, " ")


def test_only_codes_of_the_list_are_options():
    assert [] == complaint(checks.one_of({"a": "A"}), "a")
    assert ["Chọn một mục trong danh sách."] == complaint(checks.one_of({"a": "A"}), "b")

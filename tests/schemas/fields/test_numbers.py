"""The kinds of field that hold numbers."""

import pytest
from marshmallow import ValidationError

from schemas.fields import DecimalNumber, SchoolYear
from schemas.forms.text import understood, written

YEAR, SHARE = SchoolYear("Năm học", "School year"), DecimalNumber("Tỷ lệ", "Share")


@pytest.mark.parametrize("typed", ["2012–2013", "2012-2013", " 2012 - 2013 ", "2012"])
def test_a_school_year_is_typed_as_it_is_said(typed):
    assert 2012 == YEAR.deserialize(understood(YEAR, typed))
    assert "2012–2013" == written(YEAR, 2012)


@pytest.mark.parametrize("typed", ["2012-2014", "2013-2012", "12-13", "năm ngoái"])
def test_what_is_no_school_year_is_reported_to_be_none(typed):
    with pytest.raises(ValidationError):
        YEAR.deserialize(understood(YEAR, typed))


@pytest.mark.parametrize("value", [0.1, 0.3, 61.5, 70, 99.9])
def test_a_figure_has_one_decimal(value):
    assert value == SHARE.deserialize(value)


def test_two_decimals_are_too_many():
    with pytest.raises(ValidationError) as caught:
        SHARE.deserialize(61.55)

    assert "một chữ số" in caught.value.messages[0].vi

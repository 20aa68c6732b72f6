"""What a person is offered while filling in a field."""

from schemas.fields import Count, Day, Flag, Score, Text
from schemas.forms.inputs import inputmode, options, placeholder


def test_keys_and_hints_fit_the_kind():
    kinds = (Text, Count, Score, Day)

    assert ["text", "numeric", "decimal", "text"] == [inputmode(k("Mục", "Field")) for k in kinds]
    assert "dd/mm/yyyy" == placeholder(Day("Ngày", "Day")).en
    assert "" == placeholder(Text("Tên", "Name")).vi


def test_a_flag_offers_yes_and_no():
    assert (("1", "Có"), ("0", "Không")) == options(Flag("Có điện", "Power"), "vi")

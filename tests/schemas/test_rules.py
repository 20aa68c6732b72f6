"""Rules between the fields of one record."""

import pytest
from marshmallow import ValidationError

from schemas import registers
from schemas.fields import Choice, Consent, Count, Flag, Label, Money, PersonName, Text
from schemas.fields.adding import AS_WHOLE, CLOSING, FLOW, OPENING
from schemas.fields.personal import RECOGNITION
from schemas.record import AREA, RecordSchema, check
from schemas.records.fund_statement import FundStatement
from schemas.rules import Balance, Needed, Together
from schemas.rules import check as checked

OTHER = Label("Khác", "Other")


@pytest.fixture
def purse(registry):
    class Purse(RecordSchema):
        record_type = "purse"
        label = Label("Ví", "Purse")
        help = Label("Thử.", "A trial.")
        register = registers.FUND
        rules = (
            Together("all_count", ("young_count", "old_count")),
            Balance("closing", ("opening", "income"), ("expense",)),
            Needed("kind_other", "kind", ["khac"]),
            Needed("why", "is_lost", [True]),
        )

        title_field, list_fields = "kind_other", ("kind", "kind_other")
        series = (AREA,)

        all_count = Count("Tất cả", "All", help, adds=FLOW)
        young_count = Count("Trẻ", "Young", help, of="all_count", adds=AS_WHOLE)
        old_count = Count("Già", "Old", help, of="all_count", adds=AS_WHOLE)
        opening = Money("Đầu kỳ", "Opening", help, adds=OPENING)
        income = Money("Thu", "Income", help, adds=FLOW)
        expense = Money("Chi", "Expense", help, adds=FLOW)
        closing = Money("Cuối kỳ", "Closing", help, adds=CLOSING)
        kind = Choice("Loại", "Kind", {"xu": Label("Xu", "Coin"), "khac": OTHER}, help)
        kind_other = Text("Loại khác", "Other kind", help)
        is_lost = Flag("Mất", "Lost", help, adds=FLOW)
        why = Text("Vì sao", "Why", help)
        agreed_on = Consent("Đồng ý ngày", "Agreed on", help)
        holder = PersonName("Tên", "Name", help, personal=RECOGNITION.needing("agreed_on"))

    return Purse


MONEY = {"opening": 10, "income": 7, "expense": 5, "closing": 12}


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"all_count": 5, "young_count": 3, "old_count": 2}, []),
        ({"all_count": 5, "young_count": 3, "old_count": 3}, ["young_count"]),
        ({"all_count": 5, "young_count": 6, "old_count": 3}, ["young_count"]),
        ({"young_count": 3, "old_count": 3}, []),
        (MONEY, []),
        ({**MONEY, "closing": 13}, ["closing"]),
        ({"opening": 10, "income": 7, "closing": 99}, []),
        ({"kind": "xu"}, []),
        ({"kind": "khac"}, ["kind_other"]),
        ({"kind": "khac", "kind_other": "Vỏ ốc"}, []),
        ({"is_lost": False}, []),
        ({"is_lost": True}, ["why"]),
        ({"holder": "Bùi Thị Hoa"}, ["holder"]),
        ({"holder": "Bùi Thị Hoa", "agreed_on": "2012-10-02"}, []),
        ({"agreed_on": "2012-10-02"}, []),
    ],
)
def test_what_is_declared_of_the_fields_together_is_so(purse, values, wrong):
    assert wrong == sorted(said(purse, values))


def test_a_balance_that_is_wrong_says_what_it_must_be_and_why():
    found = said(FundStatement, {**FundStatement.example(), "closing_amount": 1})

    assert {
        "closing_amount": [
            Label(
                "“Số dư cuối kỳ” phải bằng 15.900.000: Số dư đầu kỳ + Tổng thu – Tổng chi.",
                "“Closing balance” must be 15.900.000: Opening balance + Income – Expense.",
            )
        ]
    } == found


def test_what_is_needed_names_the_answer_that_needs_it(purse):
    (label,) = said(purse, {"is_lost": True})["why"]

    assert "Cần điền mục này khi “Mất” là “Có”." == label.vi


def test_a_name_without_consent_is_asked_to_be_left_out(purse):
    (label,) = said(purse, {"holder": "Bùi Thị Hoa"})["holder"]

    assert "There is no day under “Agreed on”: without consent leave this empty." == label.en


def test_what_is_no_rule_is_named():
    with pytest.raises(TypeError, match="str"):
        checked("x", {}, {})


def said(schema, values):
    try:
        check(schema, values)
    except ValidationError as error:
        return error.messages
    return {}

"""The balance of a fund at the start and at the end of a period, and what moved between them."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Count, Day, Label, Money, Paragraph, Related
from ..fields.adding import CLOSING, FLOW, OPENING, Book
from ..record import AREA, RecordSchema
from ..rules import Balance, Together


class FundStatement(RecordSchema):
    record_type = "fund_statement"
    label = Label("Quyết toán quỹ", "Fund statement")
    help = Label(
        "Số dư đầu kỳ, thu, chi, số dư cuối kỳ; công khai mỗi năm.",
        "Opening balance, income, expense, closing balance; made public each year.",
    )
    register = registers.FUND
    clause = "III.2.4"
    natural_key = ("fund", "period_start", "period_end")
    title_field = "fund"
    day_field = "period_end"
    in_force = None  # the days are those of one event
    series = (AREA, "fund")
    entries_in = Book("fund_transaction", "fund", ("income_amount", "expense_amount"))
    list_fields = (
        "period_end",
        "fund",
        "opening_amount",
        "income_amount",
        "expense_amount",
        "closing_amount",
    )
    rules = (
        Balance("closing_amount", ("opening_amount", "income_amount"), ("expense_amount",)),
        Together("expense_amount", ("scholarship_amount", "reward_amount", "management_amount")),
    )

    fund = Related(
        "Quỹ", "Fund", Label("Gõ tên quỹ.", "The name of the fund."), to="fund", required=True
    )
    period_start = Day("Từ ngày", "From", Label("Ngày đầu kỳ.", "The first day."), required=True)
    period_end = Day(
        "Đến ngày",
        "Until",
        Label("Ngày cuối kỳ.", "The last day."),
        after="period_start",
        required=True,
    )
    opening_amount = Money(
        "Số dư đầu kỳ",
        "Opening balance",
        Label("Bằng số dư cuối kỳ trước.", "The closing balance of the period before."),
        required=True,
        adds=OPENING,
    )
    income_amount = Money(
        "Tổng thu", "Income", Label("Trong kỳ.", "In the period."), required=True, adds=FLOW
    )
    expense_amount = Money(
        "Tổng chi",
        "Expense",
        Label("Trong kỳ.", "In the period."),
        required=True,
        adds=FLOW,
    )
    closing_amount = Money(
        "Số dư cuối kỳ",
        "Closing balance",
        Label("Đầu kỳ cộng thu trừ chi.", "Opening plus income less expense."),
        required=True,
        adds=CLOSING,
    )
    scholarship_amount = Money(
        "Trong đó học bổng",
        "Of which scholarships",
        Label("Trong tổng chi.", "Of the expense."),
        adds=FLOW,
    )
    reward_amount = Money(
        "Trong đó khen thưởng",
        "Of which rewards",
        Label("Trong tổng chi.", "Of the expense."),
        adds=FLOW,
    )
    management_amount = Money(
        "Trong đó quản lý",
        "Of which management",
        Label("Trong tổng chi.", "Of the expense."),
        adds=FLOW,
    )
    donor_count = Count(
        "Số người, đơn vị ủng hộ",
        "Donors",
        Label("Mỗi nơi một lần.", "Each once."),
        adds=FLOW,
    )
    published_on = Day(
        "Công khai ngày",
        "Made public on",
        Label("Niêm yết, đọc loa, họp.", "Posted, read out or announced in a meeting."),
    )
    note = Paragraph(
        "Ghi chú",
        "Notes",
        Label("Chênh lệch, tồn tại.", "Differences and open points."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "fund": "9f4c1d2e-6b3a-5c8d-8e7f-0a1b2c3d4e5f",
            "period_start": "2012-01-01",
            "period_end": "2012-12-31",
            "opening_amount": 12_400_000,
            "income_amount": 31_000_000,
            "expense_amount": 27_500_000,
            "closing_amount": 15_900_000,
            "scholarship_amount": 17_000_000,
            "reward_amount": 9_000_000,
            "donor_count": 214,
        }

"""Entries of a fund's book. An entry is never changed: a mistake is reversed by another entry."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Consent, Day, Flag, Label, Money, Paragraph, Related, Text
from ..fields.adding import FLOW
from ..fields.personal import DONATIONS
from ..record import RecordSchema
from ..rules import Needed, Reversal

DIRECTIONS = {"thu": Label("Thu", "Income"), "chi": Label("Chi", "Expense")}
KINDS = {
    "ngan_sach": Label("Ngân sách", "State budget"),
    "hoi_vien": Label("Hội viên đóng góp", "Members"),
    "heo_dat": Label("Heo đất khuyến học, nuôi lợn tiết kiệm", "Savings pigs"),
    "doanh_nghiep": Label("Doanh nghiệp ủng hộ", "Companies"),
    "ca_nhan": Label("Cá nhân, gia đình ủng hộ", "Persons and families"),
    "hoc_bong": Label("Học bổng", "Scholarships"),
    "khen_thuong": Label("Khen thưởng", "Rewards"),
    "ho_tro": Label("Hỗ trợ khó khăn", "Help in hardship"),
    "quan_ly": Label("Chi quản lý", "Management"),
    "dao": Label("Bút toán đảo", "Reversal"),
    "khac": Label("Khác", "Other"),
}


class FundTransaction(RecordSchema):
    record_type = "fund_transaction"
    label = Label("Thu chi quỹ", "Fund entry")
    help = Label(
        "Sổ thu chi: không sửa, không xóa; ghi nhầm thì ghi bút toán đảo.",
        "The book: nothing is changed or deleted; a mistake is reversed.",
    )
    register = registers.FUND
    clause = "III.2.4"
    append_only = True
    title_field = "voucher"
    day_field = "booked_on"
    list_fields = ("booked_on", "voucher", "fund", "kind", "income_amount", "expense_amount")
    rules = (
        Needed("income_amount", "direction", ["thu"]),
        Needed("expense_amount", "direction", ["chi"]),
        Needed("reverses", "kind", ["dao"]),
    )
    reversal = Reversal(
        "reverses",
        keeps=("fund", "booked_on", "voucher", "is_in_kind"),
        says={"kind": "dao"},
        swaps=(("income_amount", "expense_amount"),),
        turns={"direction": {"thu": "chi", "chi": "thu"}},
    )

    fund = Related(
        "Quỹ", "Fund", Label("Gõ tên quỹ.", "The name of the fund."), to="fund", required=True
    )
    booked_on = Day("Ngày", "Day", Label("Ngày thu, chi.", "When it came or went."), required=True)
    voucher = Text(
        "Số phiếu",
        "Voucher",
        Label("Số phiếu thu, phiếu chi.", "Of the receipt or the payment."),
        required=True,
        length=40,
    )
    direction = Choice(
        "Thu hay chi",
        "Income or expense",
        DIRECTIONS,
        Label("Bút toán đảo ghi ngược lại.", "A reversal goes the other way."),
        required=True,
    )
    kind = Choice(
        "Nguồn, khoản",
        "Kind",
        KINDS,
        Label("Thu từ đâu, chi cho gì.", "From where, for what."),
        code_list="fund_kind",
        required=True,
    )
    income_amount = Money(
        "Số tiền thu", "Income", Label("Chỉ điền khi thu.", "Only of income."), adds=FLOW
    )
    expense_amount = Money(
        "Số tiền chi", "Expense", Label("Chỉ điền khi chi.", "Only of expense."), adds=FLOW
    )
    is_in_kind = Flag(
        "Hiện vật",
        "In kind",
        Label("Ghi giá trị ước tính.", "With its estimated value."),
        adds=FLOW,
    )
    consented_on = Consent(
        "Đồng ý công khai ngày",
        "Consent to be named",
        Label("Người ủng hộ đồng ý nêu tên.", "The donor agreed to be named."),
    )
    donor = Text(
        "Người ủng hộ",
        "Donor",
        Label("Tên người, đơn vị ủng hộ.", "Of the person or body."),
        personal=DONATIONS.needing("consented_on"),
        length=120,
    )
    reverses = Related(
        "Đảo bút toán",
        "Reverses",
        Label("Gõ số phiếu ghi nhầm.", "The voucher that was wrong."),
        to="fund_transaction",
    )
    note = Paragraph(
        "Diễn giải", "Description", Label("Thu, chi về việc gì.", "What it was about."), length=1000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "fund": "9f4c1d2e-6b3a-5c8d-8e7f-0a1b2c3d4e5f",
            "booked_on": "2012-10-02",
            "voucher": "PT 07",
            "direction": "thu",
            "kind": "doanh_nghiep",
            "income_amount": 5_000_000,
            "note": "Ngày Khuyến học Việt Nam",
        }

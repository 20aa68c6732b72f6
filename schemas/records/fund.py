"""Learning-promotion funds; what comes in and goes out is in records of their own."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Day, Flag, Label, PersonName, Text
from ..fields.adding import STOCK, Span
from ..fields.personal import POSTS
from ..record import RecordSchema

LEVELS = {
    "xa": Label("Hội cơ sở (xã)", "Grassroots (commune)"),
    "chi_hoi": Label("Chi hội, xóm", "Branch, village"),
    "truong": Label("Trường học", "School"),
    "dong_ho": Label("Dòng họ", "Clan"),
    "co_quan": Label("Cơ quan, doanh nghiệp", "Office or company"),
    "huyen": Label("Huyện Hội", "District association"),
    "tinh": Label("Tỉnh Hội", "Provincial association"),
}


class Fund(RecordSchema):
    record_type = "fund"
    label = Label("Quỹ khuyến học", "Fund")
    help = Label("Các quỹ khuyến học trên địa bàn.", "The learning-promotion funds of the commune.")
    register = registers.FUND
    clause = "III.2.4"
    title_field = "name"
    in_force = Span("founded_on", "closed_on")
    list_fields = ("name", "level", "founded_on", "is_licensed", "keeper")

    name = Text(
        "Tên quỹ",
        "Name",
        Label("Ví dụ: Quỹ khuyến học dòng họ Bùi.", "For example: fund of the clan Bùi."),
        required=True,
    )
    level = Choice(
        "Cấp",
        "Level",
        LEVELS,
        Label("Quỹ của ai.", "Whose it is."),
        code_list="fund_level",
        required=True,
    )
    founded_on = Day(
        "Ngày lập", "Founded on", Label("Ngày bắt đầu thu.", "When it first took money.")
    )
    closed_on = Day(
        "Ngày đóng",
        "Closed on",
        Label("Để trống nếu còn.", "Empty while it lasts."),
        after="founded_on",
    )
    is_licensed = Flag(
        "Được cấp phép là quỹ từ thiện",
        "Licensed as a charity",
        Label(
            "Theo nghị định về quỹ xã hội, quỹ từ thiện.",
            "By the decree on social and charity funds.",
        ),
        adds=STOCK,
    )
    keeper = PersonName(
        "Người giữ quỹ", "Keeper", Label("Họ và tên.", "Full name."), personal=POSTS
    )
    account = Text(
        "Nơi gửi tiền",
        "Where it is kept",
        Label("Ngân hàng, kho bạc, tiền mặt.", "Bank, treasury, cash."),
        length=120,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Quỹ khuyến học xã Tây Phong",
            "level": "xa",
            "founded_on": "2007-10-02",
            "is_licensed": False,
            "keeper": "Quách Thị Mận",
        }

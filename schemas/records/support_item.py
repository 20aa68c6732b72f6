"""Support that was given: rooms, time, money and equipment for the association and its boards."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Count, Day, Label, Money, Paragraph, Text
from ..fields.adding import FLOW
from ..record import RecordSchema

KINDS = {
    "phong": Label("Phòng, chỗ làm việc", "Room"),
    "thoi_gian": Label("Thời gian, giảm giờ dạy", "Time"),
    "kinh_phi": Label("Kinh phí", "Money"),
    "thiet_bi": Label("Thiết bị, phương tiện", "Equipment"),
    "khac": Label("Khác", "Other"),
}


class SupportItem(RecordSchema):
    record_type = "support_item"
    label = Label("Hỗ trợ điều kiện", "Support given")
    help = Label(
        "Điều kiện cơ quan, trường học dành cho ban khuyến học, chi hội, Hội.",
        "What offices and schools give to boards, branches and the association.",
    )
    register = registers.PREMISES
    clause = "III.1.5"
    title_field = "item"
    day_field = "given_on"
    list_fields = ("given_on", "item", "kind", "giver", "receiver", "value_amount")

    item = Text(
        "Hỗ trợ gì",
        "What",
        Label("Ví dụ: 01 máy tính để bàn.", "For example: one desktop computer."),
        required=True,
    )
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Để cộng theo loại.", "Totals are made by it."),
        code_list="support_kind",
        required=True,
    )
    giver = Text(
        "Bên hỗ trợ",
        "Given by",
        Label("Cơ quan, trường, đơn vị.", "Office, school or body."),
        required=True,
        length=120,
    )
    receiver = Text(
        "Bên nhận",
        "Received by",
        Label("Ban khuyến học, chi hội, Hội, trung tâm.", "Board, branch, association or centre."),
        required=True,
        length=120,
    )
    given_on = Day("Ngày", "On", Label("Ngày giao.", "When it was given."), required=True)
    is_planned = planned.field()
    item_count = Count(
        "Số lượng",
        "How many",
        Label(
            "Cái, bộ; không đếm được thì để trống.",
            "Pieces or sets; empty if it cannot be counted.",
        ),
        adds=FLOW,
    )
    value_amount = Money(
        "Giá trị",
        "Value",
        Label("Hiện vật thì ước tính.", "An estimate for things."),
        adds=FLOW,
    )
    note = Paragraph(
        "Ghi chú", "Notes", Label("Biên bản, điều kiện dùng.", "Papers, terms of use."), length=1000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "item": "01 máy tính để bàn",
            "kind": "thiet_bi",
            "giver": "Trường THCS Tây Phong",
            "receiver": "Ban khuyến học xã",
            "given_on": "2012-10-02",
            "item_count": 1,
            "value_amount": 7_500_000,
        }

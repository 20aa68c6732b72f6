"""Rooms, equipment and the like: what a centre has, in which state, since when."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Count, Day, Flag, Label, Money, Paragraph, Text
from ..fields.adding import STOCK, Span
from ..record import RecordSchema

KINDS = {
    "phong_hoc": Label("Phòng học, hội trường", "Classroom or hall"),
    "phong_lam_viec": Label("Phòng làm việc", "Office"),
    "tu_sach": Label("Tủ sách, thư viện", "Bookcase or library"),
    "may_tinh": Label("Máy tính, máy in", "Computer or printer"),
    "am_thanh": Label("Loa, đài, tivi, máy chiếu", "Sound, television, projector"),
    "ban_ghe": Label("Bàn ghế, bảng", "Furniture and boards"),
    "dat_thuc_hanh": Label("Đất, vườn thực hành", "Land or garden to practise"),
    "khac": Label("Khác", "Other"),
}
STATES = {
    "tot": Label("Dùng tốt", "Good"),
    "can_sua": Label("Cần sửa", "Needs repair"),
    "hong": Label("Không dùng được", "Out of use"),
}


class Facility(RecordSchema):
    record_type = "facility"
    label = Label("Cơ sở vật chất", "Facility")
    help = Label(
        "Phòng, thiết bị, tủ sách: mỗi thứ một dòng.",
        "Rooms, equipment, bookcases: one line for each.",
    )
    register = registers.PREMISES
    clause = "II.4"
    title_field = "name"
    in_force = Span("received_on", "given_up_on")
    list_fields = ("name", "kind", "item_count", "state", "is_borrowed")

    name = Text(
        "Tên",
        "Name",
        Label("Ví dụ: hội trường 60 chỗ.", "For example: hall with 60 seats."),
        required=True,
    )
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Để cộng theo loại.", "Totals are made by it."),
        code_list="facility_kind",
        required=True,
    )
    item_count = Count(
        "Số lượng",
        "How many",
        Label("Cái, bộ, phòng.", "Pieces, sets, rooms."),
        required=True,
        adds=STOCK,
    )
    working_count = Count(
        "Trong đó dùng được",
        "Of which usable",
        Label("Đếm khi kiểm kê.", "Counted at the inventory."),
        of="item_count",
        adds=STOCK,
    )
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Phần lớn ở tình trạng nào.", "In which state most are."),
    )
    is_borrowed = Flag(
        "Dùng nhờ",
        "Borrowed",
        Label("Của nhà văn hóa, trường học.", "Belongs to a culture house or school."),
        adds=STOCK,
    )
    value_amount = Money(
        "Giá trị", "Value", Label("Theo sổ tài sản.", "By the list of assets."), adds=STOCK
    )
    received_on = Day("Có từ ngày", "Since", Label("Ngày nhận.", "The day it came."))
    given_up_on = Day(
        "Đến ngày",
        "Until",
        Label("Ngày thanh lý, trả lại.", "When it was written off or given back."),
        after="received_on",
    )
    note = Paragraph(
        "Ghi chú",
        "Notes",
        Label("Ai cấp, cần gì thêm.", "Who gave it, what is lacking."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Tủ sách khuyến học",
            "kind": "tu_sach",
            "item_count": 2,
            "working_count": 2,
            "state": "tot",
            "is_borrowed": False,
            "received_on": "2010-10-02",
        }

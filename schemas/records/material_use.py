"""Which materials a centre has taught from."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Count, Day, Label, Paragraph, Related
from ..fields.adding import DISTINCT, FLOW
from ..record import RecordSchema

VERDICTS = {
    "hop": Label("Phù hợp", "Suitable"),
    "kho": Label("Khó hiểu", "Hard to understand"),
    "cu": Label("Đã cũ", "Out of date"),
    "thieu": Label("Thiếu bản in", "Too few copies"),
}


class MaterialUse(RecordSchema):
    record_type = "material_use"
    label = Label("Sử dụng tài liệu", "Use of a material")
    help = Label(
        "Đã dạy bằng tài liệu nào, trong hoạt động nào.",
        "Which material was taught from, in which activity.",
    )
    register = registers.MATERIALS
    clause = "II.4"
    title_field = "material"
    day_field = "used_on"
    list_fields = ("used_on", "material", "activity", "attendance_count", "verdict")

    material = Related(
        "Tài liệu",
        "Material",
        Label("Gõ tên tài liệu tỉnh đã gửi.", "The title of one that the province sent."),
        to="material",
        required=True,
        adds=DISTINCT,
    )
    activity = Related(
        "Hoạt động",
        "Activity",
        Label("Gõ tên hoạt động, nếu đã ghi.", "By its title, if it is entered."),
        to="activity",
    )
    used_on = Day(
        "Ngày dùng", "Used on", Label("Buổi đầu tiên.", "The first session."), required=True
    )
    is_planned = planned.field()
    attendance_count = Count(
        "Lượt người học",
        "Attendances",
        Label("Học bằng tài liệu này.", "Taught from it."),
        adds=FLOW,
    )
    copy_count = Count(
        "Số bản đã phát",
        "Copies given out",
        Label("Phát cho người học.", "To learners."),
        adds=FLOW,
    )
    verdict = Choice(
        "Nhận xét",
        "Verdict",
        VERDICTS,
        Label("Người dạy thấy thế nào.", "What the instructor thinks."),
        code_list="material_verdict",
    )
    note = Paragraph(
        "Góp ý",
        "Suggestions",
        Label("Cần thêm, bớt gì.", "What to add, what to leave out."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "material": "1f2e3d4c-5b6a-5978-8796-a5b4c3d2e1f0",
            "used_on": "2013-05-12",
            "attendance_count": 46,
            "copy_count": 30,
            "verdict": "hop",
        }

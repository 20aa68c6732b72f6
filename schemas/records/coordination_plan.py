"""The yearly programme of coordination between the department and the association."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Paragraph, SchoolYear, Text
from ..record import RecordSchema

STATES = {
    "du_thao": Label("Dự thảo", "Draft"),
    "da_ky": Label("Hai bên đã ký", "Signed by both"),
    "tong_ket": Label("Đã tổng kết", "Reviewed"),
}


class CoordinationPlan(RecordSchema):
    record_type = "coordination_plan"
    label = Label("Kế hoạch phối hợp", "Coordination plan")
    help = Label(
        "Chương trình phối hợp từng năm học giữa Sở và Tỉnh Hội.",
        "What department and association do together in a school year.",
    )
    register = registers.PLAN
    clause = "III.1.1"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # signed, and sent to all that take part
    natural_key = ("school_year",)
    title_field = "title"
    day_field = "signed_on"
    list_fields = ("school_year", "title", "number", "signed_on", "state")

    school_year = SchoolYear(
        "Năm học", "School year", Label("Ví dụ 2012–2013.", "For example 2012–2013."), required=True
    )
    title = Text(
        "Tên kế hoạch", "Title", Label("Như trong văn bản.", "As in the document."), required=True
    )
    number = Text("Số, ký hiệu", "Number", Label("Của văn bản.", "Of the document."), length=60)
    signed_on = Day("Ngày ký", "Signed on", Label("Hai bên cùng ký.", "By both."))
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Đến hôm nay.", "As of today."),
        code_list="plan_state",
        required=True,
    )
    focus = Paragraph(
        "Trọng tâm", "Focus", Label("Việc chính của năm.", "The main work of the year.")
    )
    association_focus = Paragraph(
        "Trọng tâm của Hội",
        "The association's focus",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
    )
    review = Paragraph(
        "Kiểm điểm của Sở",
        "The department's review",
        Label("Cuối năm học.", "At the end of the school year."),
    )
    association_review = Paragraph(
        "Kiểm điểm của Hội",
        "The association's review",
        Label("Cuối năm học.", "At the end of the school year."),
        owner=owners.ASSOCIATION,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "school_year": 2012,
            "title": "Chương trình phối hợp năm học 2012–2013",
            "number": "1392/KH-SGD&ĐT-HKH",
            "signed_on": "2012-07-24",
            "state": "da_ky",
        }

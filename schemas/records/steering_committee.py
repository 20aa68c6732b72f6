"""Steering committees of the learning society and of universal education."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Count, Day, Label, Paragraph, Text
from ..fields.adding import STOCK, Span
from ..record import RecordSchema

SUBJECTS = {
    "xhht": Label("Xây dựng xã hội học tập", "Learning society"),
    "pcgd": Label("Phổ cập giáo dục, xóa mù chữ", "Universal education, literacy"),
    "xhht_pcgd": Label(
        "Xã hội học tập và phổ cập giáo dục", "Learning society and universal education"
    ),
}


class SteeringCommittee(RecordSchema):
    record_type = "steering_committee"
    label = Label("Ban chỉ đạo", "Steering committee")
    help = Label(
        "Ban chỉ đạo xã hội học tập, phổ cập giáo dục của xã.",
        "The commune's committee for the learning society and universal education.",
    )
    register = registers.ASSOCIATION
    clause = "II.3"
    title_field = "decision_number"
    day_field = "formed_on"
    in_force = Span("formed_on", "ended_on")
    list_fields = ("formed_on", "decision_number", "subject", "member_count", "meeting_count")

    subject = Choice(
        "Về",
        "For",
        SUBJECTS,
        Label("Việc được giao.", "Its task."),
        code_list="committee_subject",
        required=True,
    )
    decision_number = Text(
        "Số quyết định",
        "Decision number",
        Label("Thành lập hoặc kiện toàn.", "That formed or re-formed it."),
        required=True,
        length=60,
    )
    formed_on = Day(
        "Từ ngày", "From", Label("Ngày quyết định.", "Day of the decision."), required=True
    )
    ended_on = Day(
        "Đến ngày",
        "Until",
        Label("Khi có quyết định mới.", "When a new decision came."),
        after="formed_on",
    )
    member_count = Count(
        "Số thành viên", "Members", Label("Cả trưởng ban.", "The head included."), adds=STOCK
    )
    association_member_count = Count(
        "Trong đó của Hội Khuyến học",
        "Of whom of the association",
        Label("Hội làm nòng cốt.", "The association is its core."),
        of="member_count",
        adds=STOCK,
    )
    meeting_count = Count(
        "Số lần họp trong năm",
        "Meetings this year",
        Label("Có biên bản.", "With minutes."),
        adds=STOCK,
    )
    conclusions = Paragraph(
        "Kết luận chính",
        "Main conclusions",
        Label("Việc đã quyết, ai làm.", "What was decided, and who does it."),
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "subject": "xhht_pcgd",
            "decision_number": "61/QĐ-UBND",
            "formed_on": "2012-08-15",
            "member_count": 15,
            "association_member_count": 3,
            "meeting_count": 4,
        }

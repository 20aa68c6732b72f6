"""Joint conferences of department and association, twice a year, and what they decided."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Count, Day, Label, Paragraph, Text
from ..fields.adding import FLOW
from ..record import RecordSchema

KINDS = {
    "so_ket": Label("Sơ kết 6 tháng", "Interim review"),
    "tong_ket": Label("Tổng kết năm", "Yearly review"),
    "chuyen_de": Label("Chuyên đề", "Thematic"),
    "giao_ban": Label("Giao ban", "Briefing"),
}


class Conference(RecordSchema):
    record_type = "conference"
    label = Label("Hội nghị", "Conference")
    help = Label(
        "Hội nghị sơ kết, tổng kết chung của Sở và Tỉnh Hội.",
        "Review conferences that department and association hold together.",
    )
    register = registers.PLAN
    clause = "IV.1.1"
    owner = owners.PROVINCE
    lives_in = areas.INTERNAL  # minutes of the two offices
    title_field = "title"
    day_field = "held_on"
    list_fields = ("held_on", "title", "kind", "venue", "attendee_count")

    title = Text(
        "Tên hội nghị",
        "Title",
        Label("Như trong giấy mời.", "As in the invitation."),
        required=True,
    )
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Bàn về việc gì.", "What it is for."),
        code_list="conference_kind",
        required=True,
    )
    held_on = Day("Ngày họp", "Held on", Label("Ngày đầu tiên.", "The first day."), required=True)
    venue = Text("Địa điểm", "Venue", Label("Nơi họp.", "Where."), length=120)
    attendee_count = Count(
        "Số người dự",
        "Attendees",
        Label("Của cả hai bên và khách.", "Of both sides, and guests."),
        adds=FLOW,
    )
    association_attendee_count = Count(
        "Trong đó của Hội",
        "Of whom of the association",
        Label("Các cấp Hội.", "Of all its levels."),
        of="attendee_count",
        adds=FLOW,
    )
    minutes = Paragraph(
        "Biên bản", "Minutes", Label("Nội dung chính đã bàn.", "What was discussed.")
    )
    conclusions = Paragraph(
        "Kết luận", "Conclusions", Label("Ai làm gì, hạn nào.", "Who does what by when.")
    )
    association_note = Paragraph(
        "Ghi thêm của Tỉnh Hội",
        "Added by the association",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Sơ kết phối hợp 6 tháng cuối năm 2012",
            "kind": "so_ket",
            "held_on": "2012-12-28",
            "venue": "Sở GD&ĐT Hòa Bình",
            "attendee_count": 62,
            "association_attendee_count": 30,
        }

"""Community development clubs of the villages, where most learning takes place."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Count, Day, Label, Paragraph, PersonName, Text, disaggregation
from ..fields.adding import STOCK, Span
from ..fields.personal import POSTS
from ..record import RecordSchema


class VillageClub(RecordSchema):
    record_type = "village_club"
    label = Label("Câu lạc bộ xóm", "Village club")
    help = Label(
        "Câu lạc bộ phát triển cộng đồng của xóm, bản, tổ.",
        "The community development club of a village.",
    )
    register = registers.PREMISES
    clause = "II.4"
    natural_key = ("village", "name")
    title_field = "name"
    in_force = Span("founded_on", "closed_on")
    list_fields = ("village", "name", "group_count", "member_count", "meeting_count")

    village = Text(
        "Xóm, bản, tổ",
        "Village",
        Label("Như trong sổ hộ khẩu của xã.", "As in the commune's books."),
        required=True,
        length=60,
    )
    name = Text(
        "Tên câu lạc bộ",
        "Name",
        Label("Không có tên riêng thì ghi tên xóm.", "The village's, if it has none of its own."),
        required=True,
        length=100,
    )
    founded_on = Day("Ngày thành lập", "Founded on", Label("Ngày ra mắt.", "When it began."))
    closed_on = Day(
        "Ngừng hoạt động",
        "Closed on",
        Label("Để trống nếu còn.", "Empty while it lasts."),
        after="founded_on",
    )
    leader = PersonName("Chủ nhiệm", "Leader", Label("Họ và tên.", "Full name."), personal=POSTS)
    group_count = Count(
        "Số nhóm",
        "Groups",
        Label("Nhóm sở thích, nhóm ngành nghề.", "By interest or trade."),
        adds=STOCK,
    )
    member_count = Count(
        "Số thành viên",
        "Members",
        Label("Người tham gia thường xuyên.", "Who come regularly."),
        adds=STOCK,
    )
    female_count = disaggregation.female("member_count")
    meeting_count = Count(
        "Số buổi sinh hoạt trong năm",
        "Meetings this year",
        Label("Cập nhật cuối năm.", "Brought up to date at the year's end."),
        adds=STOCK,
    )
    note = Paragraph(
        "Nội dung sinh hoạt",
        "What it does",
        Label("Học gì, làm gì.", "What is learnt and done."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "village": "Xóm Bưng",
            "name": "Câu lạc bộ phát triển cộng đồng xóm Bưng",
            "founded_on": "2008-05-01",
            "leader": "Bùi Văn Hạnh",
            "group_count": 3,
            "member_count": 42,
            "female_count": 25,
            "meeting_count": 11,
        }

"""What a centre did for an event."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Count, Day, Label, Money, Paragraph, Related
from ..fields.adding import FLOW
from ..record import RecordSchema


class EventResult(RecordSchema):
    record_type = "event_result"
    label = Label("Kết quả sự kiện", "Event result")
    help = Label(
        "Trung tâm đã làm gì trong tuần lễ, Ngày Khuyến học.",
        "What the centre did in the week or on the day.",
    )
    register = registers.EVENTS
    clause = "III.1.4"
    natural_key = ("event",)
    title_field = "event"
    day_field = "reported_on"
    list_fields = ("reported_on", "event", "activity_count", "participant_count", "spent_amount")

    event = Related(
        "Sự kiện",
        "Event",
        Label("Gõ tên sự kiện tỉnh đã gửi.", "The title of one that the province sent."),
        to="event",
        required=True,
    )
    reported_on = Day(
        "Ngày báo cáo",
        "Reported on",
        Label("Ngày ghi kết quả.", "When this was entered."),
        required=True,
    )
    is_planned = planned.field()
    venue_count = Count(
        "Số điểm tổ chức",
        "Venues",
        Label("Xóm, trường, xã.", "Villages, schools, commune."),
        adds=FLOW,
    )
    activity_count = Count(
        "Số hoạt động",
        "Activities",
        Label("Mít tinh, lớp, thi, văn nghệ.", "Meetings, classes, contests, arts."),
        adds=FLOW,
    )
    participant_count = Count(
        "Số người tham gia",
        "Participants",
        Label("Ước tính nếu không đếm được.", "By estimate if it was not counted."),
        required=True,
        adds=FLOW,
    )
    pupil_count = Count(
        "Trong đó học sinh",
        "Of whom pupils",
        Label("Chỉ đếm.", "Counted only."),
        of="participant_count",
        adds=FLOW,
    )
    slogan_count = Count(
        "Số khẩu hiệu, pa nô",
        "Slogans and panels",
        Label("Đã treo.", "That were put up."),
        adds=FLOW,
    )
    spent_amount = Money(
        "Kinh phí", "Spent", Label("Từ mọi nguồn.", "From all sources."), adds=FLOW
    )
    note = Paragraph(
        "Kết quả",
        "Result",
        Label("Nổi bật, khó khăn.", "What stood out, what was hard."),
        length=2000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "event": "c0d1e2f3-a4b5-5c6d-8e7f-9a0b1c2d3e4f",
            "reported_on": "2012-10-12",
            "venue_count": 9,
            "activity_count": 11,
            "participant_count": 840,
            "pupil_count": 310,
            "spent_amount": 4_200_000,
        }

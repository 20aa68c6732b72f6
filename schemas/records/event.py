"""Weeks, days and congresses that the province calls for; what centres did is in event results."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Money, Paragraph, Text, Year
from ..fields.adding import FLOW
from ..record import RecordSchema

KINDS = {
    "tuan_le": Label("Tuần lễ học tập suốt đời", "Lifelong learning week"),
    "thang": Label("Tháng Khuyến học", "Learning promotion month"),
    "ngay": Label("Ngày Khuyến học 2/10", "Learning promotion day, 2 October"),
    "dai_hoi": Label("Đại hội biểu dương", "Commendation congress"),
    "ky_niem": Label("Kỷ niệm", "Anniversary"),
    "khac": Label("Khác", "Other"),
}


class Event(RecordSchema):
    record_type = "event"
    label = Label("Sự kiện", "Event")
    help = Label(
        "Tuần lễ, Ngày Khuyến học, đại hội, kỷ niệm do tỉnh phát động.",
        "Weeks, days, congresses and anniversaries that the province calls for.",
    )
    register = registers.EVENTS
    clause = "III.1.4"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # centres take part, and report of it
    natural_key = ("kind", "year")
    title_field = "title"
    day_field = "starts_on"
    in_force = None  # the days are those of one event
    list_fields = ("year", "title", "kind", "starts_on", "ends_on", "report_due_on")

    title = Text(
        "Tên sự kiện", "Title", Label("Như trong kế hoạch.", "As in its plan."), required=True
    )
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Mỗi loại một lần trong năm.", "Each kind once a year."),
        code_list="event_kind",
        required=True,
    )
    year = Year("Năm", "Year", Label("Năm tổ chức.", "When it takes place."), required=True)
    theme = Text("Chủ đề", "Theme", Label("Chủ đề của năm.", "Of the year."))
    starts_on = Day("Từ ngày", "From", Label("Ngày đầu.", "The first day."), required=True)
    ends_on = Day("Đến ngày", "Until", Label("Ngày cuối.", "The last day."), after="starts_on")
    report_due_on = Day(
        "Hạn báo cáo",
        "Report due",
        Label("Trung tâm báo cáo trước hết ngày này.", "From the centres, by the end of that day."),
        after="starts_on",
    )
    planned_amount = Money(
        "Kinh phí dự kiến",
        "Funding planned",
        Label("Cấp tỉnh.", "Of the province."),
        adds=FLOW,
    )
    guidance = Paragraph(
        "Hướng dẫn", "Guidance", Label("Làm gì, báo cáo gì.", "What to do and to report.")
    )
    association_note = Paragraph(
        "Phần việc của Hội",
        "The association's part",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Đại hội biểu dương gia đình, dòng họ hiếu học 2008–2012",
            "kind": "dai_hoi",
            "year": 2012,
            "starts_on": "2012-10-02",
            "report_due_on": "2012-10-20",
        }

"""Reviews of directives over several years, with the reports that are due from below."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Count, Day, Label, Paragraph, Text
from ..fields.adding import FLOW
from ..record import RecordSchema


class ReviewCampaign(RecordSchema):
    record_type = "review_campaign"
    label = Label("Đợt sơ kết, tổng kết", "Review campaign")
    help = Label(
        "Sơ kết 5 năm Chỉ thị 11-CT/TW, Kế hoạch 25-KT/TU và các đợt khác.",
        "Five years of directive 11-CT/TW, of plan 25-KT/TU, and others.",
    )
    register = registers.PLAN
    clause = "II.2"
    owner = owners.PROVINCE
    lives_in = areas.INTERNAL  # asks for reports of districts, not of centres
    natural_key = ("code",)
    title_field = "title"
    day_field = "due_on"
    in_force = None  # the days are those of one event
    list_fields = ("code", "title", "period_start", "period_end", "due_on", "received_count")

    code = Text(
        "Mã",
        "Code",
        Label("Giữ nguyên mãi, ví dụ SK-CT11.", "Never changes, for example SK-CT11."),
        required=True,
        length=40,
    )
    title = Text(
        "Tên đợt",
        "Title",
        Label("Sơ kết, tổng kết văn bản nào.", "Which document is reviewed."),
        required=True,
    )
    period_start = Day(
        "Giai đoạn từ", "Period from", Label("Ngày đầu giai đoạn.", "Its first day.")
    )
    period_end = Day(
        "Giai đoạn đến",
        "Period until",
        Label("Ngày cuối giai đoạn.", "Its last day."),
        after="period_start",
    )
    due_on = Day(
        "Hạn nộp báo cáo",
        "Reports due",
        Label("Của cấp huyện.", "From the districts."),
        required=True,
    )
    expected_count = Count(
        "Số báo cáo phải nộp",
        "Reports expected",
        Label("Huyện, đơn vị trực thuộc.", "From districts and offices."),
        adds=FLOW,
    )
    received_count = Count(
        "Số báo cáo đã nhận",
        "Reports received",
        Label("Đến hôm nay.", "As of today."),
        of="expected_count",
        adds=FLOW,
    )
    conclusion = Paragraph(
        "Kết luận", "Conclusions", Label("Của hội nghị tổng kết.", "Of the review conference.")
    )
    association_conclusion = Paragraph(
        "Kết luận của Tỉnh Hội",
        "The association's conclusions",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "code": "SK-CT11",
            "title": "Sơ kết 5 năm thực hiện Chỉ thị 11-CT/TW",
            "period_start": "2007-04-13",
            "period_end": "2012-04-13",
            "due_on": "2012-09-30",
            "expected_count": 11,
            "received_count": 9,
        }

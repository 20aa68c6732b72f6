"""A district's report for a review campaign: due, sent, received."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Day, Label, Paragraph, Related, Text, UnitName
from ..record import RecordSchema


class ReviewReport(RecordSchema):
    record_type = "review_report"
    label = Label("Báo cáo sơ kết của huyện", "Review report")
    help = Label(
        "Báo cáo từng huyện gửi cho đợt sơ kết, tổng kết.",
        "What each district sent for a review campaign.",
    )
    register = registers.PLAN
    clause = "II.2"
    owner = owners.DISTRICT
    lives_in = areas.INTERNAL  # what a district and the province write to each other
    natural_key = ("campaign", "unit")
    title_field = "unit"
    day_field = "sent_on"
    list_fields = ("sent_on", "unit", "campaign", "number", "received_on")

    campaign = Related(
        "Đợt",
        "Campaign",
        Label("Gõ tên đợt sơ kết.", "The title of the campaign."),
        to="review_campaign",
        required=True,
    )
    unit = UnitName(
        "Huyện, thành phố", "District", Label("Nơi báo cáo.", "That reports."), required=True
    )
    number = Text("Số, ký hiệu", "Number", Label("Của báo cáo.", "Of the report."), length=60)
    sent_on = Day("Ngày gửi", "Sent on", Label("Ngày gửi tỉnh.", "To the province."), required=True)
    received_on = Day(
        "Ngày nhận", "Received on", Label("Sở điền.", "The department says."), owner=owners.PROVINCE
    )
    finding = Paragraph(
        "Kết quả chính",
        "Main findings",
        Label("Làm được, chưa được, vì sao.", "What was done and what not, and why."),
    )
    association_finding = Paragraph(
        "Kết quả phía huyện Hội",
        "The association's findings",
        Label("Huyện Hội ghi.", "Filled in by the district association."),
        owner=owners.DISTRICT_ASSOCIATION,
    )
    feedback = Paragraph(
        "Ý kiến của Sở",
        "Feedback",
        Label("Cần bổ sung gì.", "What is lacking."),
        owner=owners.PROVINCE,
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "campaign": "a1b2c3d4-e5f6-5a7b-8c9d-0e1f2a3b4c5d",
            "unit": "Huyện Cao Phong",
            "number": "71/BC-PGD",
            "sent_on": "2012-09-25",
            "received_on": "2012-09-27",
        }

"""The coordination plans of the districts, adapted from the province's."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Day, Label, Paragraph, SchoolYear, Text, UnitName
from ..record import RecordSchema


class LocalPlan(RecordSchema):
    record_type = "local_plan"
    label = Label("Kế hoạch của huyện", "Local plan")
    help = Label(
        "Phòng GD&ĐT và huyện Hội xây dựng theo kế hoạch của tỉnh.",
        "Made by education office and district association after the province's.",
    )
    register = registers.PLAN
    clause = "IV.2"
    owner = owners.DISTRICT
    lives_in = areas.PUBLISHED  # signed, and sent to the communes of the district
    natural_key = ("unit", "school_year")
    title_field = "title"
    day_field = "signed_on"
    list_fields = ("school_year", "unit", "title", "number", "signed_on")

    unit = UnitName(
        "Huyện, thành phố", "District", Label("Nơi lập kế hoạch.", "That made it."), required=True
    )
    school_year = SchoolYear(
        "Năm học", "School year", Label("Ví dụ 2012–2013.", "For example 2012–2013."), required=True
    )
    title = Text(
        "Tên kế hoạch", "Title", Label("Như trong văn bản.", "As in the document."), required=True
    )
    number = Text("Số, ký hiệu", "Number", Label("Của văn bản.", "Of the document."), length=60)
    signed_on = Day(
        "Phòng ký ngày", "Signed by the office on", Label("Trưởng phòng ký.", "By its head.")
    )
    association_signed_on = Day(
        "Huyện Hội ký ngày",
        "Signed by the association on",
        Label("Chủ tịch huyện Hội ký.", "By its president."),
        owner=owners.DISTRICT_ASSOCIATION,
    )
    priority = Paragraph(
        "Trọng tâm địa phương",
        "Local priorities",
        Label("Khác gì kế hoạch tỉnh.", "Where it differs from the province's."),
    )
    association_note = Paragraph(
        "Phần của huyện Hội",
        "The association's part",
        Label("Huyện Hội ghi.", "Filled in by the district association."),
        owner=owners.DISTRICT_ASSOCIATION,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "unit": "Huyện Cao Phong",
            "school_year": 2012,
            "title": "Kế hoạch phối hợp huyện Cao Phong 2012–2013",
            "number": "58/KH-PGD-HKH",
            "signed_on": "2012-08-20",
            "association_signed_on": "2012-08-20",
        }

"""A centre's plan of one year, with its target for each category of activity."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Count, Day, Label, Money, Paragraph, Year
from ..fields.adding import FLOW
from ..record import RecordSchema
from ..shared_codes import CATEGORIES


class AnnualPlan(RecordSchema):
    record_type = "annual_plan"
    label = Label("Kế hoạch năm", "Annual plan")
    help = Label(
        "Chỉ tiêu của trung tâm, mỗi năm và lĩnh vực một dòng.",
        "The centre's targets, one line for each year and category.",
    )
    register = registers.ACTIVITIES
    clause = "II.4"
    natural_key = ("year", "category")
    title_field = "category"
    list_fields = ("year", "category", "target_activity_count", "target_attendance_count")

    year = Year("Năm", "Year", Label("Năm của kế hoạch.", "The year it is for."), required=True)
    category = Choice(
        "Lĩnh vực",
        "Category",
        CATEGORIES,
        Label("Mỗi lĩnh vực một dòng.", "One line for each category."),
        code_list="activity_category",
        required=True,
    )
    target_activity_count = Count(
        "Số lớp, chuyên đề dự kiến",
        "Classes and sessions planned",
        Label("Cả năm.", "In the whole year."),
        required=True,
        adds=FLOW,
    )
    target_attendance_count = Count(
        "Lượt người học dự kiến",
        "Attendances planned",
        Label("Cả năm.", "In the whole year."),
        adds=FLOW,
    )
    planned_amount = Money(
        "Kinh phí dự kiến",
        "Funding planned",
        Label("Từ mọi nguồn.", "From all sources."),
        adds=FLOW,
    )
    approved_on = Day(
        "Ngày duyệt",
        "Approved on",
        Label("Ngày UBND xã phê duyệt.", "When the commune approved it."),
    )
    note = Paragraph(
        "Nội dung, thời gian",
        "Contents and time",
        Label("Dạy gì, tháng nào, ai dạy.", "What, in which month, by whom."),
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "year": 2013,
            "category": "khuyen_nong",
            "target_activity_count": 12,
            "target_attendance_count": 720,
            "planned_amount": 9_000_000,
            "approved_on": "2012-12-28",
        }

"""Surveys of what people in the commune want to learn."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Count, Day, Label, Paragraph, Text, disaggregation
from ..fields.adding import FLOW
from ..record import RecordSchema
from ..shared_codes import CATEGORIES

METHODS = {
    "phieu": Label("Phiếu hỏi", "Questionnaire"),
    "hop_xom": Label("Họp xóm, bản, tổ", "Village meeting"),
    "phong_van": Label("Hỏi trực tiếp từng hộ", "Visits to households"),
    "doan_the": Label("Qua các đoàn thể", "Through mass organisations"),
    "khac": Label("Cách khác", "Another way"),
}
ASKED = "asked_count"


class NeedsSurvey(RecordSchema):
    record_type = "needs_survey"
    label = Label("Khảo sát nhu cầu", "Needs survey")
    help = Label(
        "Hỏi người dân muốn học gì, làm căn cứ cho kế hoạch năm.",
        "What people want to learn; the ground of the yearly plan.",
    )
    register = registers.ACTIVITIES
    clause = "II.4"
    title_field = "title"
    day_field = "held_on"
    list_fields = ("held_on", "title", "method", ASKED, "wanting_count", "first_need")

    title = Text(
        "Tên đợt khảo sát",
        "Title",
        Label("Ví dụ: khảo sát đầu năm 2013.", "For example: survey of early 2013."),
        required=True,
    )
    held_on = Day(
        "Ngày khảo sát", "Held on", Label("Ngày kết thúc đợt.", "The day it ended."), required=True
    )
    is_planned = planned.field()
    method = Choice(
        "Cách làm",
        "Method",
        METHODS,
        Label("Cách hỏi chính.", "How most were asked."),
        required=True,
    )
    asked_count = Count(
        "Số người được hỏi",
        "Asked",
        Label("Mỗi người một lần.", "Each person once."),
        required=True,
        adds=FLOW,
    )
    female_count = disaggregation.female(ASKED)
    ethnic_minority_count = disaggregation.ethnic_minority(ASKED)
    wanting_count = Count(
        "Số người muốn học",
        "Wish to learn",
        Label("Nêu ít nhất một nhu cầu.", "Named at least one wish."),
        of=ASKED,
        adds=FLOW,
    )
    first_need = Choice(
        "Nhu cầu nhiều nhất",
        "Most wanted",
        CATEGORIES,
        Label("Lĩnh vực nhiều người chọn nhất.", "The category that most chose."),
        code_list="activity_category",
    )
    second_need = Choice(
        "Nhu cầu thứ hai",
        "Second most wanted",
        CATEGORIES,
        Label("Lĩnh vực đứng thứ hai.", "The category in second place."),
        code_list="activity_category",
    )
    finding = Paragraph(
        "Kết quả",
        "Findings",
        Label("Ai muốn học gì, lúc nào.", "Who wants to learn what, and when."),
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Khảo sát nhu cầu học tập đầu năm 2013",
            "held_on": "2012-12-15",
            "method": "hop_xom",
            "asked_count": 180,
            "female_count": 96,
            "wanting_count": 141,
            "first_need": "khuyen_nong",
            "second_need": "day_nghe",
        }

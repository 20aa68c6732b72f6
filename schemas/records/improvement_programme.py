"""Programmes to raise the quality of the centres; their tasks are records of their own."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Day, Label, Money, Paragraph, Text
from ..fields.adding import FLOW, Span
from ..record import RecordSchema


class ImprovementProgramme(RecordSchema):
    record_type = "improvement_programme"
    label = Label("Chương trình nâng chất lượng", "Improvement programme")
    help = Label(
        "Chương trình củng cố và nâng cao chất lượng trung tâm.",
        "To strengthen the centres and make them better.",
    )
    register = registers.EVALUATION
    clause = "II.4"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # it is about the centres
    natural_key = ("code",)
    title_field = "title"
    day_field = "started_on"
    in_force = Span("started_on", "ended_on")
    list_fields = ("code", "title", "started_on", "ended_on", "planned_amount")

    code = Text(
        "Mã",
        "Code",
        Label("Giữ nguyên mãi, ví dụ NCCL-2013.", "Never changes, for example NCCL-2013."),
        required=True,
        length=40,
    )
    title = Text(
        "Tên chương trình",
        "Title",
        Label("Như trong văn bản.", "As in the document."),
        required=True,
    )
    started_on = Day("Từ ngày", "From", Label("Ngày bắt đầu.", "The first day."), required=True)
    ended_on = Day(
        "Đến ngày", "Until", Label("Ngày kết thúc.", "The last day."), after="started_on"
    )
    objective = Paragraph(
        "Mục tiêu",
        "Objectives",
        Label("Đến cuối chương trình phải đạt gì.", "What it must have reached at its end."),
    )
    planned_amount = Money(
        "Kinh phí dự kiến",
        "Funding planned",
        Label("Từ mọi nguồn.", "From all sources."),
        adds=FLOW,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "code": "NCCL-2013",
            "title": "Chương trình nâng cao chất lượng TTHTCĐ 2013–2015",
            "started_on": "2013-01-01",
            "ended_on": "2015-12-31",
            "planned_amount": 600_000_000,
        }

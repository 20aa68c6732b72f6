"""How far an item of the coordination plan has got; each side judges for itself."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Paragraph, Related
from ..record import RecordSchema
from .improvement_task import STATES


class ItemResult(RecordSchema):
    record_type = "item_result"
    label = Label("Kết quả phối hợp", "Result of an item")
    help = Label(
        "Kết quả từng nội dung, mỗi kỳ sơ kết; hai bên cùng đánh giá.",
        "The result of each item at each review; judged by both sides.",
    )
    register = registers.PLAN
    clause = "III.1.1"
    owner = owners.PROVINCE
    lives_in = areas.INTERNAL  # the two offices judge each other's part
    natural_key = ("item", "reviewed_on")
    title_field = "item"
    day_field = "reviewed_on"
    list_fields = ("reviewed_on", "item", "state", "association_state")

    item = Related(
        "Nội dung",
        "Item",
        Label("Gõ nội dung phối hợp.", "By its title."),
        to="coordination_item",
        required=True,
    )
    reviewed_on = Day(
        "Ngày đánh giá",
        "Reviewed on",
        Label("Ngày sơ kết, tổng kết.", "Day of the review."),
        required=True,
    )
    state = Choice(
        "Sở đánh giá",
        "The department's judgement",
        STATES,
        Label("Đã làm đến đâu.", "How far it has got."),
        code_list="task_state",
    )
    result = Paragraph(
        "Kết quả, minh chứng",
        "Result and evidence",
        Label("Sở ghi.", "Filled in by the department."),
        length=2000,
    )
    association_state = Choice(
        "Hội đánh giá",
        "The association's judgement",
        STATES,
        Label("Đã làm đến đâu.", "How far it has got."),
        code_list="task_state",
        owner=owners.ASSOCIATION,
    )
    association_result = Paragraph(
        "Kết quả phía Hội",
        "The association's result",
        Label("Hội ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
        length=2000,
    )
    proposal = Paragraph(
        "Đề xuất", "Proposal", Label("Cho kỳ sau.", "For the next period."), length=1000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "item": "6d0c1b2a-3f4e-5d6c-8b7a-9e8f7a6b5c4d",
            "reviewed_on": "2012-12-28",
            "state": "mot_phan",
            "association_state": "mot_phan",
            "result": "Đã dự thảo bộ tiêu chí, lấy ý kiến 11 huyện, thành phố",
        }

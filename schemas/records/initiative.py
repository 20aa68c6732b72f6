"""Initiatives from the base for the learning society, and what became of them."""

from __future__ import annotations

from typing import Any

from .. import owners, registers
from ..fields import Choice, Day, Label, Paragraph, Text
from ..record import RecordSchema

STATES = {
    "de_xuat": Label("Mới đề xuất", "Proposed"),
    "lam_thu": Label("Đang làm thử", "On trial"),
    "ap_dung": Label("Đã áp dụng", "In use"),
    "dung": Label("Đã dừng", "Stopped"),
}


class Initiative(RecordSchema):
    record_type = "initiative"
    label = Label("Sáng kiến", "Initiative")
    help = Label(
        "Sáng kiến từ cơ sở; cấp trên cho ý kiến và phổ biến.",
        "Ideas from the base; the levels above answer and spread them.",
    )
    register = registers.ASSOCIATION
    clause = "II.3"
    title_field = "title"
    day_field = "proposed_on"
    in_force = None  # the days are those of one event
    list_fields = ("proposed_on", "title", "proposer_body", "state", "answered_on")

    title = Text("Sáng kiến", "Initiative", Label("Một câu.", "In one sentence."), required=True)
    proposed_on = Day(
        "Ngày đề xuất",
        "Proposed on",
        Label("Ngày nêu ra.", "When it was put forward."),
        required=True,
    )
    proposer_body = Text(
        "Nơi đề xuất",
        "Proposed by",
        Label("Xóm, trường, chi hội.", "Village, school or branch."),
        length=120,
    )
    description = Paragraph(
        "Nội dung",
        "Description",
        Label("Làm gì, lợi gì, cần gì.", "What, what for, what it takes."),
    )
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Đến hôm nay.", "As of today."),
        code_list="initiative_state",
        required=True,
    )
    answer = Paragraph(
        "Ý kiến cấp trên",
        "Answer from above",
        Label("Nên làm thế nào.", "How to go on."),
        owner=owners.ASSOCIATION,
        length=2000,
    )
    answered_on = Day(
        "Ngày trả lời",
        "Answered on",
        Label("Ngày cho ý kiến.", "When the answer was given."),
        owner=owners.ASSOCIATION,
        after="proposed_on",
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Tiếng kẻng khuyến học 19 giờ ở các xóm",
            "proposed_on": "2012-09-12",
            "proposer_body": "Chi hội xóm Bưng",
            "state": "ap_dung",
        }

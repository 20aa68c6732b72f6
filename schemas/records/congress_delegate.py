"""Delegates to a commendation congress, put forward by the base."""

from __future__ import annotations

from typing import Any

from .. import owners, registers
from ..fields import Choice, Consent, Day, Flag, Label, Related, Text
from ..fields.adding import FLOW
from ..fields.personal import RECOGNITION
from ..record import RecordSchema
from .exemplar import KINDS


class CongressDelegate(RecordSchema):
    record_type = "congress_delegate"
    label = Label("Đại biểu dự đại hội", "Congress delegate")
    help = Label(
        "Đại biểu gia đình, dòng họ, cộng đồng được đề cử.",
        "Families, clans and communities that are put forward.",
    )
    register = registers.EVENTS
    clause = "III.1.4"
    title_field = "number"
    day_field = "proposed_on"
    list_fields = ("proposed_on", "number", "category", "event", "is_accepted")

    event = Related(
        "Đại hội",
        "Congress",
        Label("Gõ tên sự kiện.", "The title of the event."),
        to="event",
        required=True,
    )
    number = Text(
        "Số trong danh sách",
        "Number in the list",
        Label("Danh sách đề cử của xã.", "Of the commune's list."),
        required=True,
        length=40,
    )
    category = Choice(
        "Đại diện cho",
        "For",
        KINDS,
        Label("Thuộc nhóm nào.", "Which group."),
        code_list="exemplar_kind",
        required=True,
    )
    consented_on = Consent(
        "Đồng ý nêu tên ngày",
        "Consent to be named",
        Label("Người được đề cử đồng ý.", "Of the person put forward."),
    )
    delegate = Text(
        "Họ và tên",
        "Name",
        Label("Người đi dự.", "Who will go."),
        personal=RECOGNITION.needing("consented_on"),
        length=100,
    )
    proposed_on = Day(
        "Ngày đề cử",
        "Proposed on",
        Label("Ngày gửi danh sách.", "When the list was sent."),
        required=True,
    )
    achievement = Text("Thành tích", "Achievement", Label("Một câu.", "In one sentence."))
    is_accepted = Flag(
        "Được mời",
        "Invited",
        Label("Tỉnh Hội quyết định.", "The association decides."),
        owner=owners.ASSOCIATION,
        adds=FLOW,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "event": "c0d1e2f3-a4b5-5c6d-8e7f-9a0b1c2d3e4f",
            "number": "03",
            "category": "dong_ho",
            "proposed_on": "2012-09-10",
            "achievement": "12 năm liền không có con em bỏ học",
        }

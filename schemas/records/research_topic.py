"""Research topics on the learning society, and where their results were put to use."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Money, Paragraph, Text
from ..fields.adding import FLOW, Span
from ..fields.personal import POSTS
from ..record import RecordSchema

LEVELS = {
    "bo": Label("Cấp Bộ", "Ministry"),
    "tinh": Label("Cấp tỉnh", "Province"),
    "nganh": Label("Cấp ngành", "Department"),
    "co_so": Label("Cấp cơ sở", "Base"),
}
STATES = {
    "de_xuat": Label("Đề xuất", "Proposed"),
    "thuc_hien": Label("Đang thực hiện", "Under way"),
    "nghiem_thu": Label("Đã nghiệm thu", "Accepted"),
    "ung_dung": Label("Đang ứng dụng", "Put to use"),
}


class ResearchTopic(RecordSchema):
    record_type = "research_topic"
    label = Label("Đề tài nghiên cứu", "Research topic")
    help = Label(
        "Đề tài khoa học có Hội tham gia, nơi áp dụng.",
        "Research that the association takes part in, and where it is used.",
    )
    register = registers.DOCUMENTS
    clause = "III.1.3"
    owner = owners.PROVINCE
    lives_in = areas.INTERNAL  # names of persons, and budgets
    title_field = "title"
    day_field = "started_on"
    in_force = Span("started_on", "ended_on")
    list_fields = ("started_on", "title", "level", "state", "budget_amount")

    title = Text(
        "Tên đề tài",
        "Title",
        Label("Như trong quyết định.", "As in the decision."),
        required=True,
        length=300,
    )
    level = Choice(
        "Cấp",
        "Level",
        LEVELS,
        Label("Cấp quản lý.", "Who manages it."),
        code_list="research_level",
        required=True,
    )
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Đến hôm nay.", "As of today."),
        code_list="research_state",
        required=True,
    )
    members = Text(
        "Chủ nhiệm, thành viên",
        "Led and done by",
        Label("Người chịu trách nhiệm khoa học.", "Who answers for it."),
        personal=POSTS,
    )
    started_on = Day("Từ ngày", "From", Label("Ngày bắt đầu.", "The first day."), required=True)
    ended_on = Day(
        "Đến ngày", "Until", Label("Ngày kết thúc.", "The last day."), after="started_on"
    )
    budget_amount = Money("Kinh phí", "Budget", Label("Được duyệt.", "As approved."), adds=FLOW)
    result = Paragraph("Kết quả", "Result", Label("Tóm tắt.", "In short."))
    applied_at = Paragraph(
        "Nơi ứng dụng",
        "Put to use at",
        Label("Trung tâm, huyện.", "Centres, districts."),
        length=1000,
    )
    association_part = Paragraph(
        "Phần tham gia của Hội",
        "The association's part",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Giải pháp xây dựng xã hội học tập ở vùng lòng hồ Sông Đà",
            "level": "tinh",
            "state": "thuc_hien",
            "started_on": "2012-09-01",
            "budget_amount": 180_000_000,
        }

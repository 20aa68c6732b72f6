"""Recommendations of the association, and the replies to them."""

from __future__ import annotations

from typing import Any

from .. import owners, registers
from ..fields import Choice, Day, Label, Paragraph, Text
from ..record import RecordSchema
from ..rules import Needed

ADDRESSEES = {
    "dang_uy": Label("Cấp ủy Đảng", "Party committee"),
    "chinh_quyen": Label("Chính quyền", "People's Committee"),
    "giao_duc": Label("Ngành giáo dục", "Education department"),
    "hoi": Label("Hội cấp trên", "Association above"),
}
STATES = {
    "da_nhan": Label("Đã nhận", "Received"),
    "dong_y": Label("Đồng ý", "Agreed"),
    "mot_phan": Label("Đồng ý một phần", "Agreed in part"),
    "khong": Label("Chưa đồng ý", "Not agreed"),
}


class Recommendation(RecordSchema):
    record_type = "recommendation"
    label = Label("Kiến nghị", "Recommendation")
    help = Label(
        "Tư vấn, kiến nghị của Hội; nơi nhận trả lời ở đây.",
        "Advice and proposals, with their replies.",
    )
    register = registers.OBSTACLES
    clause = "III.2.1"
    title_field = "title"
    day_field = "made_on"
    in_force = None  # the days are those of one event
    list_fields = ("made_on", "title", "addressee", "state", "replied_on")
    rules = (Needed("reply", "state", ["khong"]),)

    title = Text(
        "Kiến nghị", "Recommendation", Label("Một câu.", "In one sentence."), required=True
    )
    addressee = Choice(
        "Gửi",
        "To",
        ADDRESSEES,
        Label("Gửi cấp nào.", "Whom it is for."),
        code_list="addressee",
        required=True,
    )
    made_on = Day(
        "Ngày kiến nghị", "Made on", Label("Ngày gửi.", "When it was sent."), required=True
    )
    body = Paragraph("Nội dung", "Text", Label("Đề nghị làm gì.", "What is proposed."))
    basis = Paragraph(
        "Căn cứ", "Basis", Label("Vì sao, số liệu nào.", "Why, by which figures."), length=2000
    )
    district_view = Paragraph(
        "Ý kiến của huyện Hội",
        "The district association's view",
        Label("Huyện Hội ghi.", "Filled in by the district association."),
        owner=owners.DISTRICT_ASSOCIATION,
        length=1000,
    )
    state = Choice(
        "Trả lời",
        "Answer",
        STATES,
        Label("Sở điền.", "The department says."),
        code_list="recommendation_state",
        owner=owners.PROVINCE,
    )
    reply = Paragraph(
        "Nội dung trả lời",
        "Reply",
        Label("Làm gì, hoặc vì sao không.", "What will be done, or why not."),
        owner=owners.PROVINCE,
        length=2000,
    )
    replied_on = Day(
        "Ngày trả lời",
        "Replied on",
        Label("Ngày ký trả lời.", "When it was signed."),
        owner=owners.PROVINCE,
        after="made_on",
    )
    association_reply = Paragraph(
        "Trả lời của Tỉnh Hội",
        "The association's reply",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
        length=2000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Bố trí phòng học riêng cho trung tâm khi xây nhà văn hóa xã",
            "addressee": "chinh_quyen",
            "made_on": "2012-11-20",
            "basis": "Trung tâm đang dùng nhờ hội trường, 86 buổi/năm",
        }

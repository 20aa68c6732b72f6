"""News and documents of the association on the web site of the department."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Paragraph, Text
from ..record import RecordSchema
from ..rules import Needed

STATES = {
    "da_gui": Label("Đã gửi đăng", "Submitted"),
    "da_dang": Label("Đã đăng", "Published"),
    "tra_lai": Label("Trả lại", "Sent back"),
}


class Publication(RecordSchema):
    record_type = "publication"
    label = Label("Đăng trên trang ngành", "Publication")
    help = Label(
        "Tin, bài, văn bản của Hội trên trang tin của ngành giáo dục.",
        "News and documents of the association on the department's site.",
    )
    register = registers.COMMUNICATION
    clause = "III.1.2"
    owner = owners.ASSOCIATION
    lives_in = areas.INTERNAL  # before it is out; then it is on the web site
    title_field = "title"
    day_field = "sent_on"
    in_force = None  # the days are those of one event
    list_fields = ("sent_on", "title", "author_body", "state", "published_on")

    title = Text("Tên bài", "Title", Label("Như sẽ đăng.", "As it will appear."), required=True)
    author_body = Text(
        "Nơi viết",
        "Written by",
        Label("Ban, Hội, trung tâm.", "Board, association or centre."),
        length=120,
    )
    body = Paragraph("Nội dung", "Text", Label("Cả bài hoặc tóm tắt.", "In full, or a summary."))
    sent_on = Day(
        "Ngày gửi",
        "Sent on",
        Label("Ngày gửi cho Sở.", "When it went to the department."),
        required=True,
    )
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Sở điền.", "The department says."),
        owner=owners.PROVINCE,
    )
    published_on = Day(
        "Ngày đăng",
        "Published on",
        Label("Sở điền khi đã đăng.", "The department says when it is up."),
        owner=owners.PROVINCE,
        after="sent_on",
    )
    address = Text(
        "Địa chỉ trang",
        "Address",
        Label("Đường dẫn đến bài.", "The link to it."),
        owner=owners.PROVINCE,
        length=300,
    )
    rules = (Needed("published_on", "state", ["da_dang"]),)

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Đại hội biểu dương gia đình hiếu học 2008–2012",
            "author_body": "Văn phòng Tỉnh Hội",
            "sent_on": "2012-10-03",
            "state": "da_dang",
            "published_on": "2012-10-05",
        }

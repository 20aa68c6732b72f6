"""Documents and instructions that go down to the centres."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Flag, Label, Paragraph, Text
from ..fields.adding import FLOW
from ..record import RecordSchema

KINDS = {
    "cong_van": Label("Công văn", "Official letter"),
    "ke_hoach": Label("Kế hoạch", "Plan"),
    "huong_dan": Label("Hướng dẫn", "Guidance"),
    "quyet_dinh": Label("Quyết định", "Decision"),
    "thong_bao": Label("Thông báo", "Notice"),
    "giay_moi": Label("Giấy mời", "Invitation"),
    "khac": Label("Khác", "Other"),
}


class Directive(RecordSchema):
    record_type = "directive"
    label = Label("Văn bản chỉ đạo", "Directive")
    help = Label(
        "Văn bản của Sở, Tỉnh Hội gửi trung tâm; trung tâm báo đã nhận, đã làm.",
        "Documents for the centres, who say that they received and did them.",
    )
    register = registers.DOCUMENTS
    clause = "III.1.2"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # it is for the centres
    natural_key = ("number", "issued_on")
    title_field = "abstract"
    day_field = "issued_on"
    in_force = None  # the days are those of one event
    list_fields = ("issued_on", "number", "kind", "abstract", "due_on")

    number = Text(
        "Số, ký hiệu",
        "Number",
        Label("Ví dụ 1392/KH-SGD&ĐT-HKH.", "For example 1392/KH-SGD&ĐT-HKH."),
        required=True,
        length=60,
    )
    issued_on = Day(
        "Ngày ban hành", "Issued on", Label("Ngày ký.", "When it was signed."), required=True
    )
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Loại văn bản.", "Of document."),
        code_list="document_kind",
        required=True,
    )
    abstract = Text(
        "Trích yếu", "Subject", Label("Về việc gì.", "What it is about."), required=True, length=300
    )
    issued_by = Text(
        "Cơ quan ban hành",
        "Issued by",
        Label("Sở, Tỉnh Hội hoặc cả hai.", "Department, association or both."),
        required=True,
        length=120,
    )
    body = Paragraph(
        "Nội dung cần làm",
        "What to do",
        Label("Việc trung tâm phải làm.", "What the centres must do."),
    )
    must_act = Flag(
        "Phải thực hiện",
        "Must be carried out",
        Label("Không chỉ để biết.", "Not only to be known."),
        adds=FLOW,
    )
    due_on = Day(
        "Hạn",
        "Due",
        Label("Phải xong trước hết ngày này.", "To be done by the end of that day."),
        after="issued_on",
    )
    file_name = Text(
        "Tên tệp", "File", Label("Tệp gửi kèm, nếu có.", "That goes with it, if any."), length=120
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "number": "1392/KH-SGD&ĐT-HKH",
            "issued_on": "2012-07-24",
            "kind": "ke_hoach",
            "abstract": "Phối hợp công tác giai đoạn 2012–2016",
            "issued_by": "Sở GD&ĐT và Hội Khuyến học tỉnh",
            "must_act": True,
        }

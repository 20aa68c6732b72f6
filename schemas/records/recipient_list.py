"""Lists of recipients that stand at the foot of documents."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Label, Paragraph, Text
from ..record import RecordSchema

USES = {
    "ke_hoach": Label("Kế hoạch", "Plans"),
    "bao_cao": Label("Báo cáo", "Reports"),
    "cong_van": Label("Công văn", "Letters"),
    "tat_ca": Label("Mọi văn bản", "All documents"),
}


class RecipientList(RecordSchema):
    record_type = "recipient_list"
    label = Label("Nơi nhận", "Recipients")
    help = Label("Danh sách nơi nhận dùng cho văn bản.", "Lists of recipients, for documents.")
    register = registers.DOCUMENTS
    owner = owners.PROVINCE
    lives_in = areas.INTERNAL  # only the offices' documents end with it
    natural_key = ("name",)
    title_field = "name"
    list_fields = ("name", "use", "filing_line")

    name = Text(
        "Tên danh sách",
        "Name",
        Label("Ví dụ: nơi nhận kế hoạch phối hợp.", "For example: for coordination plans."),
        required=True,
        length=120,
    )
    use = Choice("Dùng cho", "For", USES, Label("Loại văn bản.", "Which documents."), required=True)
    recipients = Paragraph(
        "Nơi nhận",
        "Recipients",
        Label("Mỗi nơi một dòng, theo thứ tự.", "One a line, in order."),
        required=True,
    )
    filing_line = Text(
        "Dòng lưu",
        "Filing line",
        Label(
            "Ví dụ: Lưu: VP Sở GD&ĐT; VP Tỉnh Hội.", "For example: Lưu: VP Sở GD&ĐT; VP Tỉnh Hội."
        ),
        required=True,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Nơi nhận kế hoạch phối hợp",
            "use": "ke_hoach",
            "recipients": "TW HKH VN;\nTT Tỉnh ủy;\nUBND tỉnh;\nPhòng GD&ĐT các huyện, thành phố;",
            "filing_line": "Lưu: VP Sở GD&ĐT; VP Tỉnh Hội.",
        }

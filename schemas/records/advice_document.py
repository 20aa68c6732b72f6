"""Documents by which the two offices advise the Party, the People's Committee and others."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Paragraph, Text
from ..record import RecordSchema

KINDS = {
    "to_trinh": Label("Tờ trình", "Submission"),
    "cong_van": Label("Công văn", "Official letter"),
    "bao_cao": Label("Báo cáo", "Report"),
    "du_thao": Label("Dự thảo văn bản", "Draft document"),
    "khac": Label("Khác", "Other"),
}
OUTCOMES = {
    "cho": Label("Chờ ý kiến", "Awaited"),
    "ban_hanh": Label("Đã ban hành", "Issued"),
    "mot_phan": Label("Chấp thuận một phần", "Accepted in part"),
    "khong": Label("Không chấp thuận", "Not accepted"),
}


class AdviceDocument(RecordSchema):
    record_type = "advice_document"
    label = Label("Văn bản tham mưu", "Advice document")
    help = Label(
        "Văn bản tham mưu với Tỉnh ủy, UBND và các ngành, kết quả.",
        "Advice to Party, People's Committee and sectors, and its outcome.",
    )
    register = registers.DOCUMENTS
    clause = "II.2"
    owner = owners.PROVINCE
    lives_in = areas.INTERNAL  # drafts, and answers of bodies above
    natural_key = ("number", "issued_on")
    title_field = "abstract"
    day_field = "issued_on"
    list_fields = ("issued_on", "number", "kind", "abstract", "addressee", "outcome")

    number = Text(
        "Số, ký hiệu", "Number", Label("Của văn bản.", "Of the document."), required=True, length=60
    )
    issued_on = Day("Ngày", "Day", Label("Ngày ký.", "When it was signed."), required=True)
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Loại văn bản.", "Of document."),
        code_list="advice_kind",
        required=True,
    )
    abstract = Text(
        "Trích yếu", "Subject", Label("Về việc gì.", "What it is about."), required=True, length=300
    )
    addressee = Text(
        "Kính gửi",
        "To",
        Label("Tỉnh ủy, UBND, Sở, ngành.", "Party, People's Committee, department."),
        required=True,
        length=120,
    )
    body = Paragraph("Nội dung", "Contents", Label("Tóm tắt.", "In short."))
    reply = Paragraph(
        "Ý kiến trả lời", "Reply", Label("Nơi nhận trả lời gì.", "What was answered."), length=2000
    )
    outcome = Choice(
        "Kết quả",
        "Outcome",
        OUTCOMES,
        Label("Đến hôm nay.", "As of today."),
        code_list="advice_outcome",
    )
    resulting_document = Text(
        "Văn bản được ban hành",
        "Resulting document",
        Label("Số, ngày.", "Its number and day."),
        length=120,
    )
    association_note = Paragraph(
        "Phần của Tỉnh Hội",
        "The association's part",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "number": "87/TTr-SGD&ĐT",
            "issued_on": "2012-08-10",
            "kind": "to_trinh",
            "abstract": "Kiện toàn Ban chỉ đạo xây dựng xã hội học tập và phổ cập giáo dục",
            "addressee": "UBND tỉnh Hòa Bình",
            "outcome": "ban_hanh",
        }

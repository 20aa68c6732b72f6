"""Exemplary people and bodies, put forward to be praised; named in public only with consent."""

from __future__ import annotations

from typing import Any

from .. import owners, registers
from ..fields import Choice, Consent, Day, Label, Paragraph, Text
from ..fields.personal import RECOGNITION
from ..record import RecordSchema

KINDS = {
    "ca_nhan": Label("Cá nhân", "Person"),
    "gia_dinh": Label("Gia đình", "Family"),
    "dong_ho": Label("Dòng họ", "Clan"),
    "xom": Label("Xóm, bản, tổ", "Village"),
    "don_vi": Label("Cơ quan, trường, đơn vị", "Office, school or unit"),
}
FIELDS = {
    "giao_duc": Label("Giáo dục", "Education"),
    "khuyen_hoc": Label("Khuyến học, khuyến tài", "Learning promotion"),
    "xhht": Label("Xây dựng xã hội học tập", "Learning society"),
    "tu_hoc": Label("Tự học, vượt khó", "Self-study, overcoming hardship"),
}


class Exemplar(RecordSchema):
    record_type = "exemplar"
    label = Label("Điển hình", "Exemplar")
    help = Label(
        "Người tốt, việc tốt đề nghị biểu dương; Hội cấp trên quyết định.",
        "Put forward to be praised; the association above decides.",
    )
    register = registers.COMMUNICATION
    clause = "II.1"
    title_field = "achievement_title"
    day_field = "proposed_on"
    in_force = None  # the days are those of one event
    list_fields = ("proposed_on", "achievement_title", "kind", "field_of_work", "decided_on")

    achievement_title = Text(
        "Thành tích, một câu",
        "Achievement in a sentence",
        Label("Không ghi tên người ở đây.", "No person's name here."),
        required=True,
    )
    kind = Choice(
        "Ai",
        "Who",
        KINDS,
        Label("Người hay tập thể.", "A person or a body."),
        code_list="exemplar_kind",
        required=True,
    )
    field_of_work = Choice(
        "Lĩnh vực",
        "Field",
        FIELDS,
        Label("Về việc gì.", "For what."),
        code_list="exemplar_field",
        required=True,
    )
    proposed_on = Day(
        "Ngày đề nghị",
        "Proposed on",
        Label("Ngày gửi đề nghị.", "When it was put forward."),
        required=True,
    )
    proposer_body = Text(
        "Nơi đề nghị",
        "Proposed by",
        Label("Chi hội, xóm, trường.", "Branch, village or school."),
        length=120,
    )
    consented_on = Consent(
        "Đồng ý nêu tên ngày",
        "Consent to be named",
        Label(
            "Trẻ em: cha mẹ đồng ý; từ 7 tuổi cả trẻ.",
            "Of children by the parents; from 7 by the child too.",
        ),
    )
    who = Text(
        "Tên",
        "Name",
        Label("Người hoặc tập thể.", "Of the person or body."),
        personal=RECOGNITION.needing("consented_on"),
        length=120,
    )
    achievement = Paragraph(
        "Thành tích cụ thể",
        "Achievement in detail",
        Label("Việc đã làm, kết quả.", "What was done, with what result."),
    )
    district_view = Paragraph(
        "Ý kiến của huyện Hội",
        "The district's view",
        Label("Huyện Hội ghi.", "Filled in by the district association."),
        owner=owners.DISTRICT_ASSOCIATION,
        length=1000,
    )
    decision = Text(
        "Hình thức biểu dương",
        "Form of praise",
        Label("Giấy khen, bằng khen, dự đại hội.", "Certificate, diploma, congress."),
        owner=owners.ASSOCIATION,
        length=120,
    )
    decided_on = Day(
        "Ngày quyết định",
        "Decided on",
        Label("Ngày ký.", "When it was signed."),
        owner=owners.ASSOCIATION,
        after="proposed_on",
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "achievement_title": "Dòng họ 12 năm liền không có con em bỏ học",
            "kind": "dong_ho",
            "field_of_work": "khuyen_hoc",
            "proposed_on": "2012-08-30",
            "proposer_body": "Chi hội xóm Bưng",
            "consented_on": "2012-08-28",
            "who": "Dòng họ Bùi, xóm Bưng",
        }

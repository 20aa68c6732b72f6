"""Teaching materials compiled with the sectors, sent down to be taught at the centres."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Count, Day, Label, Paragraph, Text, Year
from ..fields.adding import FLOW, Span
from ..record import RecordSchema
from ..shared_codes import CATEGORIES

LANGUAGES = {
    "viet": Label("Tiếng Việt", "Vietnamese"),
    "muong": Label("Tiếng Mường", "Mường"),
    "thai": Label("Tiếng Thái", "Thái"),
    "mong": Label("Tiếng Mông", "Mông"),
    "dao": Label("Tiếng Dao", "Dao"),
    "khac": Label("Khác", "Other"),
}


class Material(RecordSchema):
    record_type = "material"
    label = Label("Tài liệu", "Material")
    help = Label(
        "Tài liệu khuyến nông, khuyến công, nông thôn mới… để dạy ở trung tâm.",
        "On farming, crafts, new rural development: to be taught at the centres.",
    )
    register = registers.MATERIALS
    clause = "II.4"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # centres teach from it
    natural_key = ("code",)
    title_field = "title"
    day_field = "issued_on"
    in_force = Span("issued_on", "withdrawn_on")
    list_fields = ("code", "title", "topic", "language", "issued_on", "copy_count")

    code = Text(
        "Mã",
        "Code",
        Label("Giữ nguyên mãi, ví dụ TL-2013-07.", "Never changes, for example TL-2013-07."),
        required=True,
        length=40,
    )
    title = Text("Tên tài liệu", "Title", Label("Như trên bìa.", "As on the cover."), required=True)
    topic = Choice(
        "Chủ đề",
        "Topic",
        CATEGORIES,
        Label("Lĩnh vực chính.", "The main category."),
        code_list="activity_category",
        required=True,
    )
    language = Choice(
        "Tiếng",
        "Language",
        LANGUAGES,
        Label("Viết bằng tiếng gì.", "In which language."),
        code_list="language",
    )
    sector = Text(
        "Ngành phối hợp",
        "Sector partner",
        Label("Sở, ngành cùng biên soạn.", "Department that compiled it with us."),
        length=120,
    )
    authors = Text(
        "Nhóm biên soạn", "Compiled by", Label("Tên nhóm hoặc đơn vị.", "The group or office.")
    )
    year = Year("Năm", "Year", Label("Năm biên soạn.", "When it was compiled."))
    approved_by = Text(
        "Người, cơ quan duyệt",
        "Approved by",
        Label("Ví dụ: Hội đồng thẩm định Sở.", "For example: the department's board."),
        length=120,
    )
    issued_on = Day(
        "Ngày ban hành",
        "Issued on",
        Label("Từ ngày này được dùng.", "In use from that day."),
        required=True,
    )
    withdrawn_on = Day(
        "Ngày thôi dùng",
        "Withdrawn on",
        Label("Để trống nếu còn dùng.", "Empty while in use."),
        after="issued_on",
    )
    copy_count = Count("Số bản in", "Copies", Label("Đã in.", "That were printed."), adds=FLOW)
    file_name = Text(
        "Tên tệp", "File", Label("Tệp gửi kèm, nếu có.", "That goes with it, if any."), length=120
    )
    file_digest = Text(
        "Mã kiểm tra tệp",
        "Digest of the file",
        Label("SHA-256, để biết tệp đúng.", "SHA-256, to know the right file by."),
        length=64,
    )
    summary = Paragraph(
        "Tóm tắt", "Summary", Label("Dạy gì, cho ai.", "What it teaches, and whom."), length=2000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "code": "TL-2013-07",
            "title": "Trồng cam Cao Phong theo VietGAP",
            "topic": "khuyen_nong",
            "language": "viet",
            "sector": "Trung tâm Khuyến nông tỉnh",
            "year": 2013,
            "issued_on": "2013-04-01",
            "copy_count": 420,
        }

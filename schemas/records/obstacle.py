"""Obstacles: raised below, dealt with above, closed when they are out of the way."""

from __future__ import annotations

from typing import Any

from .. import owners, registers
from ..fields import Choice, Day, Flag, Label, Paragraph, Text
from ..fields.adding import FLOW
from ..record import RecordSchema

KINDS = {
    "kinh_phi": Label("Kinh phí", "Money"),
    "nhan_su": Label("Nhân sự, phụ cấp", "Staff and allowances"),
    "co_so": Label("Cơ sở vật chất", "Premises and equipment"),
    "tai_lieu": Label("Tài liệu, chương trình", "Materials and programmes"),
    "phoi_hop": Label("Phối hợp", "Coordination"),
    "phan_mem": Label("Máy tính, phần mềm, mạng", "Computer, program, network"),
    "khac": Label("Khác", "Other"),
}
STATES = {
    "tiep_nhan": Label("Đã tiếp nhận", "Received"),
    "dang_xu_ly": Label("Đang xử lý", "Being dealt with"),
    "da_xong": Label("Đã giải quyết", "Resolved"),
    "khong_the": Label("Không giải quyết được", "Cannot be resolved"),
}


class Obstacle(RecordSchema):
    record_type = "obstacle"
    label = Label("Vướng mắc", "Obstacle")
    help = Label(
        "Trung tâm nêu khó khăn; cấp trên xử lý và trả lời ở đây.",
        "Raised by the centre; dealt with and answered here by the levels above.",
    )
    register = registers.OBSTACLES
    clause = "IV.1.1"
    title_field = "title"
    day_field = "raised_on"
    in_force = None  # the days are those of one event
    list_fields = ("raised_on", "title", "kind", "state", "due_on", "closed_on")

    title = Text("Vướng mắc", "Obstacle", Label("Một câu.", "In one sentence."), required=True)
    kind = Choice(
        "Về việc",
        "About",
        KINDS,
        Label("Để chuyển đúng nơi.", "So that it goes to the right place."),
        code_list="obstacle_kind",
        required=True,
    )
    raised_on = Day("Ngày nêu", "Raised on", Label("Ngày gửi.", "When it was sent."), required=True)
    clause_ref = Text(
        "Điều khoản",
        "Clause",
        Label("Của kế hoạch phối hợp, nếu biết.", "Of the coordination plan, if known."),
        length=20,
    )
    description = Paragraph(
        "Cụ thể", "In detail", Label("Vì sao, từ khi nào.", "Why, and since when.")
    )
    wish = Paragraph(
        "Đề nghị",
        "What is asked for",
        Label("Cấp trên nên làm gì.", "What the levels above should do."),
        length=1000,
    )
    is_settled = Flag(
        "Trung tâm thấy đã ổn",
        "The centre finds it settled",
        Label(
            "Trung tâm điền sau khi được trả lời.", "Filled in by the centre once it is answered."
        ),
        adds=FLOW,
    )
    district_note = Paragraph(
        "Ý kiến của Phòng",
        "The education office's note",
        Label("Phòng GD&ĐT ghi.", "Filled in by the district office."),
        owner=owners.DISTRICT,
        length=1000,
    )
    handler = Text(
        "Đơn vị xử lý",
        "Handled by",
        Label("Phòng, ban của Sở, Hội.", "The office in charge."),
        owner=owners.PROVINCE,
        length=120,
    )
    due_on = Day(
        "Hạn xử lý",
        "Due",
        Label("Trả lời trước hết ngày này.", "Answered by the end of that day."),
        owner=owners.PROVINCE,
        after="raised_on",
    )
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Đến hôm nay.", "As of today."),
        code_list="obstacle_state",
        owner=owners.PROVINCE,
    )
    decision = Paragraph(
        "Quyết định, trả lời",
        "Decision",
        Label("Sẽ làm thế nào.", "What will be done."),
        owner=owners.PROVINCE,
        length=2000,
    )
    closed_on = Day(
        "Ngày xong",
        "Closed on",
        Label("Khi đã giải quyết.", "When it was out of the way."),
        owner=owners.PROVINCE,
        after="raised_on",
    )
    association_note = Paragraph(
        "Ý kiến của Tỉnh Hội",
        "The association's note",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Chưa có kinh phí phụ cấp cho phó giám đốc",
            "kind": "nhan_su",
            "raised_on": "2012-11-05",
            "clause_ref": "II.4",
            "wish": "Đề nghị tỉnh có hướng dẫn mức chi",
            "handler": "Phòng Kế hoạch – Tài chính",
            "due_on": "2012-12-05",
            "state": "dang_xu_ly",
        }

"""Who holds which post at the centre, from when to when; one person can hold several."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Day, Flag, Label, Money, Related, Text
from ..fields.adding import STOCK, Span
from ..fields.personal import POSTS
from ..record import RecordSchema

ROLES = {
    "giam_doc": Label("Giám đốc", "Director"),
    "pho_giam_doc": Label("Phó giám đốc", "Deputy director"),
    "ke_toan": Label("Kế toán", "Accountant"),
    "thu_quy": Label("Thủ quỹ", "Treasurer"),
    "gv_biet_phai": Label("Giáo viên biệt phái", "Seconded teacher"),
    "thu_ky": Label("Thư ký, văn thư", "Secretary"),
    "khac": Label("Khác", "Other"),
}


class RoleAssignment(RecordSchema):
    record_type = "role_assignment"
    label = Label("Phân công", "Role assignment")
    help = Label(
        "Ai giữ việc gì ở trung tâm, từ ngày nào đến ngày nào.",
        "Who does what at the centre, from when to when.",
    )
    register = registers.PEOPLE
    clause = "II.4"
    title_field = "role"
    day_field = "started_on"
    in_force = Span("started_on", "ended_on")
    list_fields = ("started_on", "role", "person", "ended_on", "is_concurrent")

    person = Related(
        "Người được phân công",
        "Person",
        Label("Gõ tên cán bộ đã có trong sổ.", "The name of a staff member in the register."),
        to="staff_member",
        personal=POSTS,
        required=True,
    )
    role = Choice(
        "Nhiệm vụ",
        "Role",
        ROLES,
        Label("Ở trung tâm.", "At the centre."),
        code_list="centre_role",
        required=True,
    )
    started_on = Day("Từ ngày", "From", Label("Ngày nhận việc.", "The first day."), required=True)
    ended_on = Day(
        "Đến ngày",
        "Until",
        Label("Để trống nếu còn làm.", "Empty while it lasts."),
        after="started_on",
    )
    is_concurrent = Flag(
        "Kiêm nhiệm",
        "Part-time beside another post",
        Label("Đồng thời giữ việc khác.", "Holds another post too."),
        adds=STOCK,
    )
    decision_number = Text(
        "Số quyết định",
        "Decision number",
        Label("Quyết định phân công.", "The decision of appointment."),
        length=60,
    )
    monthly_amount = Money(
        "Phụ cấp một tháng",
        "Allowance a month",
        Label("Không có thì ghi 0.", "0 if none."),
        adds=STOCK,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "person": "2b1c7e0a-5f0d-5c39-9d3e-7f1e2a4b6c80",
            "role": "pho_giam_doc",
            "started_on": "2011-07-01",
            "is_concurrent": True,
            "decision_number": "112/QĐ-UBND",
            "monthly_amount": 260_000,
        }

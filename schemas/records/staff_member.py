"""People who run the centre. What they do there, from when to when, are role assignments."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Day, Label, Paragraph, PersonName, Text
from ..fields.adding import Span
from ..fields.personal import CONTACT, POSTS
from ..record import RecordSchema

SEXES = {"nu": Label("Nữ", "Female"), "nam": Label("Nam", "Male")}
QUALIFICATIONS = {
    "thpt": Label("Trung học phổ thông trở xuống", "Upper secondary or less"),
    "trung_cap": Label("Trung cấp", "Vocational diploma"),
    "cao_dang": Label("Cao đẳng", "College"),
    "dai_hoc": Label("Đại học", "University degree"),
    "sau_dai_hoc": Label("Sau đại học", "Postgraduate degree"),
}


class StaffMember(RecordSchema):
    record_type = "staff_member"
    label = Label("Cán bộ trung tâm", "Staff member")
    help = Label(
        "Ban giám đốc, kế toán, thủ quỹ, giáo viên biệt phái.",
        "Directors, accountant, treasurer, seconded teachers.",
    )
    register = registers.PEOPLE
    clause = "II.4"
    title_field = "name"
    in_force = Span("joined_on", "left_on")
    list_fields = ("name", "main_post", "sex", "qualification", "phone")

    name = PersonName(
        "Họ và tên",
        "Full name",
        Label("Như trong quyết định.", "As in the decision."),
        personal=POSTS,
        required=True,
    )
    sex = Choice(
        "Giới tính",
        "Sex",
        SEXES,
        Label("Để đếm nữ, nam.", "To count women and men."),
        personal=POSTS,
    )
    main_post = Text(
        "Công việc chính",
        "Main post",
        Label(
            "Ví dụ: Phó Chủ tịch UBND xã; hiệu trưởng.",
            "For example: vice chair of the commune; head of school.",
        ),
        personal=POSTS,
        length=100,
    )
    qualification = Choice(
        "Trình độ",
        "Qualification",
        QUALIFICATIONS,
        Label("Bằng cao nhất.", "The highest degree."),
        personal=POSTS,
    )
    phone = Text(
        "Điện thoại",
        "Telephone",
        Label("Số để liên hệ công việc.", "For the work."),
        personal=CONTACT,
        length=40,
    )
    joined_on = Day("Làm việc từ", "Works here from", Label("Ngày bắt đầu.", "The first day."))
    left_on = Day(
        "Làm việc đến",
        "Works here until",
        Label("Để trống nếu còn làm.", "Empty while they work here."),
        after="joined_on",
    )
    note = Paragraph(
        "Ghi chú", "Notes", Label("Đã tập huấn gì.", "What training they had."), length=1000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Bùi Văn Đẳng",
            "sex": "nam",
            "main_post": "Phó Chủ tịch UBND xã",
            "qualification": "dai_hoc",
            "phone": "0218 3844 123",
        }

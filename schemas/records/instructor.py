"""Speakers, facilitators and collaborators who teach at the centre."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Count, Day, Flag, Label, PersonName, Text
from ..fields.adding import STOCK, Span
from ..fields.personal import CONTACT, TEACHING
from ..record import RecordSchema
from ..shared_codes import BODIES, CATEGORIES

KINDS = {
    "bao_cao_vien": Label("Báo cáo viên", "Speaker"),
    "huong_dan_vien": Label("Hướng dẫn viên", "Facilitator"),
    "cong_tac_vien": Label("Cộng tác viên", "Collaborator"),
    "giao_vien": Label("Giáo viên dạy lớp", "Class teacher"),
}


class Instructor(RecordSchema):
    record_type = "instructor"
    label = Label("Báo cáo viên, cộng tác viên", "Instructor")
    help = Label(
        "Người có thể mời dạy; hội viên Hội Khuyến học thì đánh dấu.",
        "Who can be invited to teach; members of the association are marked.",
    )
    register = registers.PEOPLE
    clause = "III.2.3"
    title_field = "name"
    in_force = Span("joined_on", "left_on")
    list_fields = ("name", "kind", "organisation", "subject", "is_association_member")

    name = PersonName(
        "Họ và tên",
        "Full name",
        Label("Viết đủ họ tên.", "In full."),
        personal=TEACHING,
        required=True,
    )
    kind = Choice(
        "Tham gia với tư cách",
        "Kind",
        KINDS,
        Label("Việc chính ở trung tâm.", "What they mostly do."),
        required=True,
    )
    organisation = Choice(
        "Thuộc",
        "From",
        BODIES,
        Label("Nơi công tác.", "Where they work."),
        code_list="body",
        personal=TEACHING,
    )
    subject = Choice(
        "Dạy được",
        "Can teach",
        CATEGORIES,
        Label("Lĩnh vực chính.", "The main category."),
        code_list="activity_category",
    )
    is_association_member = Flag(
        "Hội viên Hội Khuyến học",
        "Member of the association",
        Label("Kế hoạch III.2.3 cần đếm.", "Counted for III.2.3 of the plan."),
        personal=TEACHING,
        adds=STOCK,
    )
    session_count = Count(
        "Số buổi đã dạy trong năm",
        "Sessions this year",
        Label("Cập nhật cuối năm.", "Brought up to date at the year's end."),
        adds=STOCK,
    )
    phone = Text(
        "Điện thoại",
        "Telephone",
        Label("Số để mời dạy.", "To invite them."),
        personal=CONTACT,
        length=40,
    )
    joined_on = Day("Cộng tác từ", "With us since", Label("Ngày đầu tiên.", "The first day."))
    left_on = Day(
        "Thôi cộng tác",
        "Until",
        Label("Để trống nếu còn.", "Empty while it lasts."),
        after="joined_on",
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Quách Thị Mận",
            "kind": "bao_cao_vien",
            "organisation": "khuyen_nong",
            "subject": "khuyen_nong",
            "is_association_member": True,
            "session_count": 6,
            "joined_on": "2010-03-01",
        }

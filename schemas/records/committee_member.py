"""Members of a steering committee, from when to when."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Day, Label, PersonName, Related, Text
from ..fields.adding import Span
from ..fields.personal import POSTS
from ..record import RecordSchema

ROLES = {
    "truong_ban": Label("Trưởng ban", "Head"),
    "pho_ban": Label("Phó trưởng ban", "Deputy head"),
    "thuong_truc": Label("Ủy viên thường trực", "Standing member"),
    "uy_vien": Label("Ủy viên", "Member"),
    "thu_ky": Label("Thư ký", "Secretary"),
}


class CommitteeMember(RecordSchema):
    record_type = "committee_member"
    label = Label("Thành viên ban chỉ đạo", "Committee member")
    help = Label(
        "Ai trong ban chỉ đạo, phụ trách gì.", "Who sits on the committee, in charge of what."
    )
    register = registers.ASSOCIATION
    clause = "II.3"
    title_field = "name"
    in_force = Span("from_day", "to_day")
    list_fields = ("name", "role", "committee", "post", "from_day", "to_day")

    committee = Related(
        "Ban chỉ đạo",
        "Committee",
        Label("Gõ số quyết định của ban.", "By the number of its decision."),
        to="steering_committee",
        required=True,
    )
    name = PersonName(
        "Họ và tên",
        "Full name",
        Label("Như trong quyết định.", "As in the decision."),
        personal=POSTS,
        required=True,
    )
    role = Choice(
        "Nhiệm vụ",
        "Role",
        ROLES,
        Label("Trong ban.", "On the committee."),
        code_list="committee_role",
        required=True,
    )
    post = Text(
        "Chức vụ, cơ quan",
        "Post and office",
        Label("Ví dụ: hiệu trưởng trường tiểu học.", "For example: head of the primary school."),
        personal=POSTS,
        length=120,
    )
    from_day = Day("Từ ngày", "From", Label("Ngày tham gia.", "The first day."))
    to_day = Day(
        "Đến ngày", "Until", Label("Để trống nếu còn.", "Empty while it lasts."), after="from_day"
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "committee": "5d2f8b36-1c4e-5a7b-9f0d-6e8c2a1b3d4f",
            "name": "Nguyễn Thị Ưởng",
            "role": "thuong_truc",
            "post": "Chủ tịch Hội Khuyến học xã",
            "from_day": "2012-08-15",
        }

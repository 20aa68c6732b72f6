"""Literacy classes: who set out to read and write, and how many finished."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Count, Day, Flag, Label, Text, disaggregation
from ..fields.adding import FLOW, Rate
from ..record import RecordSchema

STAGES = {
    "muc_1": Label("Xóa mù chữ mức 1", "Literacy, level 1"),
    "muc_2": Label("Xóa mù chữ mức 2", "Literacy, level 2"),
    "sau_xmc": Label("Giáo dục tiếp tục sau biết chữ", "Post-literacy"),
    "bo_tuc": Label("Bổ túc tiểu học, trung học cơ sở", "Supplementary education"),
}
ENROLLED, FINISHED = "enrolled_count", "completed_count"


class LiteracyClass(RecordSchema):
    record_type = "literacy_class"
    label = Label("Lớp xóa mù chữ", "Literacy class")
    help = Label(
        "Mỗi lớp một bản ghi, cập nhật đến khi kết thúc.",
        "One record for each class, kept up to date until it ends.",
    )
    register = registers.ACTIVITIES
    clause = "II.3"
    title_field = "name"
    day_field = "opened_on"
    in_force = None  # the days are those of one event
    rates = {
        "completed_rate": Rate(
            Label("Tỷ lệ hoàn thành (%)", "% completed"), "completed_count", "enrolled_count"
        ),
    }
    list_fields = ("opened_on", "name", "stage", ENROLLED, "female_count", FINISHED)

    name = Text(
        "Tên lớp", "Name", Label("Gọi lớp theo xóm và mức.", "By village and level."), required=True
    )
    stage = Choice(
        "Mức",
        "Level",
        STAGES,
        Label("Chương trình lớp đang học.", "The programme that is taught."),
        code_list="literacy_stage",
        required=True,
    )
    village = Text(
        "Xóm, bản, tổ", "Village", Label("Nơi mở lớp.", "Where it takes place."), length=60
    )
    opened_on = Day(
        "Ngày khai giảng",
        "Opened on",
        Label("Buổi học đầu tiên.", "The first session."),
        required=True,
    )
    is_planned = planned.field()
    closed_on = Day(
        "Ngày bế giảng",
        "Closed on",
        Label("Để trống khi lớp còn học.", "Empty while it goes on."),
        after="opened_on",
    )
    enrolled_count = Count(
        "Số học viên",
        "Learners",
        Label("Có tên khi khai giảng.", "On the list at the start."),
        required=True,
        adds=FLOW,
    )
    female_count = disaggregation.female(ENROLLED)
    ethnic_minority_count = disaggregation.ethnic_minority(ENROLLED)
    age_15_35_count = Count(
        "Trong đó 15–35 tuổi",
        "Of whom aged 15–35",
        Label("Độ tuổi ưu tiên.", "The age that comes first."),
        of=ENROLLED,
        adds=FLOW,
    )
    completed_count = Count(
        "Số người hoàn thành",
        "Completed",
        Label("Được công nhận biết chữ.", "Recognised as literate."),
        of=ENROLLED,
        adds=FLOW,
    )
    left_count = Count(
        "Số người bỏ học",
        "Left early",
        Label("Nghỉ hẳn trước khi hết lớp.", "Gave up before the end."),
        of=ENROLLED,
        sensitive=True,
        adds=FLOW,
    )
    session_count = Count(
        "Số buổi đã học", "Sessions held", Label("Đến nay.", "Until now."), adds=FLOW
    )
    is_remote = Flag(
        "Vùng đặc biệt khó khăn",
        "Remote area",
        Label("Xã, xóm khu vực III.", "A commune or village of area III."),
        adds=FLOW,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "name": "Lớp xóa mù chữ xóm Mừng",
            "stage": "muc_1",
            "village": "Xóm Mừng",
            "opened_on": "2012-09-10",
            "enrolled_count": 22,
            "female_count": 17,
            "ethnic_minority_count": 22,
            "is_remote": True,
        }

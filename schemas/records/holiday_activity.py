"""What pupils do in the holidays, at Tết and in summer, in the clusters where they live."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Count, Day, Label, Paragraph, Text, disaggregation
from ..fields.adding import FLOW
from ..record import RecordSchema

HOLIDAYS = {
    "he": Label("Nghỉ hè", "Summer"),
    "tet": Label("Nghỉ Tết", "Tết"),
    "le": Label("Nghỉ lễ", "Public holiday"),
    "cuoi_tuan": Label("Cuối tuần", "Weekend"),
}


class HolidayActivity(RecordSchema):
    record_type = "holiday_activity"
    label = Label("Sinh hoạt hè, lễ, Tết", "Holiday activity")
    help = Label(
        "Quản lý học sinh ngày nghỉ ở cụm dân cư.",
        "Looking after pupils on their days off, where they live.",
    )
    register = registers.PUPILS
    clause = "III.2.6"
    title_field = "title"
    day_field = "started_on"
    in_force = None  # the days are those of one event
    list_fields = ("started_on", "title", "holiday", "village", "pupil_count", "session_count")

    title = Text(
        "Nội dung",
        "Title",
        Label("Ôn tập, bơi, đọc sách, lao động.", "Lessons, swimming, reading, work."),
        required=True,
    )
    holiday = Choice(
        "Dịp nghỉ",
        "Holiday",
        HOLIDAYS,
        Label("Vào lúc nào.", "Which."),
        code_list="holiday",
        required=True,
    )
    village = Text("Cụm, xóm", "Village", Label("Nơi sinh hoạt.", "Where."), length=60)
    school = Text(
        "Trường phối hợp",
        "School",
        Label("Trường cử giáo viên.", "That sends teachers."),
        length=120,
    )
    started_on = Day("Từ ngày", "From", Label("Buổi đầu.", "The first session."), required=True)
    is_planned = planned.field()
    ended_on = Day(
        "Đến ngày", "Until", Label("Buổi cuối.", "The last session."), after="started_on"
    )
    session_count = Count(
        "Số buổi", "Sessions", Label("Đã tổ chức.", "That took place."), adds=FLOW
    )
    pupil_count = Count(
        "Số học sinh",
        "Pupils",
        Label("Tham gia thường xuyên.", "Who came regularly."),
        required=True,
        adds=FLOW,
    )
    female_count = disaggregation.female("pupil_count")
    teacher_count = Count(
        "Số giáo viên", "Teachers", Label("Tham gia.", "Who took part."), adds=FLOW
    )
    partner_body = Text(
        "Đơn vị phối hợp",
        "Partner body",
        Label("Đoàn Thanh niên, Hội Cựu giáo chức…", "Youth union, former teachers…"),
        length=120,
    )
    note = Paragraph(
        "Kết quả",
        "Result",
        Label("Được gì, cần gì.", "What came of it, what is lacking."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Đọc sách và học bơi",
            "holiday": "he",
            "village": "Xóm Bưng",
            "started_on": "2012-06-10",
            "ended_on": "2012-08-05",
            "session_count": 16,
            "pupil_count": 38,
            "female_count": 17,
            "teacher_count": 2,
        }

"""Pupils at risk of leaving school, and what was done for them: counts only, never names."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Count, Day, Flag, Label, Paragraph, SchoolYear, Text
from ..fields.adding import FLOW, STOCK, Rate, Whole
from ..record import AREA, RecordSchema
from .scholarship import SCHOOL_LEVELS

PERIODS = {
    "dau_nam": Label("Đầu năm học", "Start of the year"),
    "hoc_ky_1": Label("Học kỳ 1", "First term"),
    "sau_tet": Label("Sau Tết", "After Tết"),
    "hoc_ky_2": Label("Học kỳ 2", "Second term"),
    "ca_nam": Label("Cả năm học", "Whole year"),
}


class RetentionCount(RecordSchema):
    record_type = "retention_count"
    label = Label("Vận động học sinh", "Keeping pupils at school")
    help = Label(
        "Học sinh có nguy cơ bỏ học, lưu ban và việc vận động: chỉ đếm, không ghi tên.",
        "Pupils at risk and what was done: counted only, no names.",
    )
    register = registers.PUPILS
    clause = "III.2.5"
    natural_key = ("school_year", "period", "school")
    title_field = "school"
    day_field = "counted_on"
    series = (AREA, "school")
    counted_whole = Whole("period", "ca_nam", ("school_year",))
    rates = {
        "returned_rate": Rate(
            Label("Tỷ lệ trở lại trường (%)", "% returned"), "returned_count", "dropped_count"
        ),
    }
    list_fields = (
        "counted_on",
        "school",
        "period",
        "at_risk_count",
        "dropped_count",
        "returned_count",
    )

    school_year = SchoolYear(
        "Năm học", "School year", Label("Ví dụ 2012–2013.", "For example 2012–2013."), required=True
    )
    period = Choice(
        "Thời điểm",
        "Period",
        PERIODS,
        Label("Đếm cho thời gian nào.", "Which part of the year."),
        code_list="school_period",
        required=True,
    )
    school = Text(
        "Trường", "School", Label("Tên đầy đủ.", "Its full name."), required=True, length=120
    )
    school_level = Choice(
        "Cấp học",
        "School level",
        SCHOOL_LEVELS,
        Label("Của trường.", "Of the school."),
        code_list="school_level",
    )
    is_remote = Flag(
        "Vùng đặc biệt khó khăn",
        "Remote area",
        Label("Xã, xóm khu vực III.", "A commune or village of area III."),
        adds=STOCK,
    )
    counted_on = Day(
        "Ngày đếm",
        "Counted on",
        Label("Theo sổ của trường.", "By the school's books."),
        required=True,
    )
    pupil_count = Count("Số học sinh", "Pupils", Label("Của trường.", "Of the school."), adds=STOCK)
    at_risk_count = Count(
        "Có nguy cơ bỏ học",
        "At risk",
        Label("Nghỉ nhiều, gia đình khó khăn.", "Often absent, hardship at home."),
        of="pupil_count",
        sensitive=True,
        adds=STOCK,
    )
    dropped_count = Count(
        "Đã bỏ học",
        "Dropped out",
        Label("Trong thời gian này.", "In this time."),
        sensitive=True,
        adds=FLOW,
    )
    returned_count = Count(
        "Trở lại trường",
        "Returned",
        Label("Sau khi được vận động.", "After they were visited."),
        of="dropped_count",
        sensitive=True,
        adds=FLOW,
    )
    repeated_count = Count(
        "Lưu ban",
        "Repeat the year",
        Label("Ở lại lớp.", "Kept down."),
        of="pupil_count",
        sensitive=True,
        adds=FLOW,
    )
    visit_count = Count(
        "Số lần đến nhà",
        "Home visits",
        Label("Của Hội, giáo viên, đoàn thể.", "By association, teachers and others."),
        adds=FLOW,
    )
    helped_count = Count(
        "Được giúp đỡ",
        "Helped",
        Label("Sách vở, quần áo, đỡ đầu.", "Books, clothes, a sponsor."),
        sensitive=True,
        adds=FLOW,
    )
    note = Paragraph(
        "Cách làm",
        "What was done",
        Label("Không ghi tên, hoàn cảnh từng em.", "No child's name or circumstances."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "school_year": 2012,
            "period": "sau_tet",
            "school": "Trường THCS Tây Phong",
            "school_level": "thcs",
            "is_remote": True,
            "counted_on": "2013-02-28",
            "pupil_count": 214,
            "at_risk_count": 11,
            "dropped_count": 4,
            "returned_count": 3,
            "visit_count": 16,
            "helped_count": 9,
        }

"""Scholarships: how many, how much, for whom in counts; a name only with consent."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import (
    Choice,
    Consent,
    Count,
    Day,
    Label,
    Money,
    Paragraph,
    PersonName,
    Text,
    disaggregation,
)
from ..fields.adding import FLOW
from ..fields.personal import RECOGNITION
from ..record import RecordSchema

BENEFICIARIES = {
    "poor_pupil": Label("Học sinh nghèo vượt khó", "Poor pupil overcoming hardship"),
    "ethnic_pupil": Label("Học sinh vùng đặc biệt khó khăn", "Pupil of a remote area"),
    "disabled_pupil": Label("Học sinh khuyết tật", "Disabled pupil"),
    "orphan": Label("Học sinh mồ côi", "Orphan"),
    "student": Label("Sinh viên", "Student"),
    "adult": Label("Người lớn đi học", "Adult learner"),
    "khac": Label("Khác", "Other"),
}
SCHOOL_LEVELS = {
    "mam_non": Label("Mầm non", "Preschool"),
    "tieu_hoc": Label("Tiểu học", "Primary"),
    "thcs": Label("Trung học cơ sở", "Lower secondary"),
    "thpt": Label("Trung học phổ thông", "Upper secondary"),
    "sau_thpt": Label("Trung cấp, cao đẳng, đại học", "Vocational, college, university"),
    "nguoi_lon": Label("Người lớn", "Adults"),
}
ALL = "recipient_count"


class Scholarship(RecordSchema):
    record_type = "scholarship"
    label = Label("Học bổng", "Scholarship")
    help = Label(
        "Mỗi đợt trao một bản ghi: số suất, số tiền, đối tượng.",
        "One record each time some are given: how many, how much, to whom.",
    )
    register = registers.FUND
    clause = "III.2.4"
    title_field = "title"
    day_field = "given_on"
    list_fields = ("given_on", "title", "beneficiary_type", ALL, "total_amount")

    title = Text(
        "Tên đợt, tên học bổng",
        "Title",
        Label("Không ghi tên trẻ ở đây.", "No child's name here."),
        required=True,
    )
    given_on = Day(
        "Ngày trao", "Given on", Label("Ngày trao.", "When they were given."), required=True
    )
    is_planned = planned.field()
    beneficiary_type = Choice(
        "Đối tượng",
        "Beneficiaries",
        BENEFICIARIES,
        Label("Trao cho ai.", "To whom."),
        code_list="beneficiary_type",
        required=True,
    )
    school_level = Choice(
        "Cấp học",
        "School level",
        SCHOOL_LEVELS,
        Label("Của người nhận.", "Of those who received."),
        code_list="school_level",
    )
    recipient_count = Count(
        "Số suất",
        "Scholarships",
        Label("Mỗi người một suất.", "One each."),
        required=True,
        adds=FLOW,
    )
    female_count = disaggregation.female(ALL)
    ethnic_minority_count = disaggregation.ethnic_minority(ALL)
    total_amount = Money(
        "Tổng số tiền",
        "In all",
        Label("Của cả đợt; hiện vật thì ước tính.", "Of all of them; things by estimate."),
        required=True,
        adds=FLOW,
    )
    source = Text(
        "Nguồn", "Source", Label("Quỹ hoặc người tặng.", "The fund or the donor."), length=120
    )
    consented_on = Consent(
        "Ngày đồng ý nêu tên",
        "Consent to be named",
        Label(
            "Cha mẹ hoặc người giám hộ đồng ý; trẻ từ 7 tuổi cũng đồng ý.",
            "By the parents or guardian; from the age of 7 by the child too.",
        ),
    )
    recipient = PersonName(
        "Người nhận",
        "Recipient",
        Label(
            "Chỉ khi trao một suất; có thể viết tắt tên.", "Only if it was one; initials will do."
        ),
        personal=RECOGNITION.needing("consented_on"),
    )
    note = Paragraph(
        "Ghi chú",
        "Notes",
        Label(
            "Không ghi hoàn cảnh riêng của từng em.",
            "Nothing about a single child's circumstances.",
        ),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Học bổng vượt khó năm học 2012–2013",
            "given_on": "2012-09-05",
            "beneficiary_type": "poor_pupil",
            "school_level": "thcs",
            "recipient_count": 28,
            "female_count": 15,
            "total_amount": 17_000_000,
            "source": "Quỹ khuyến học xã",
        }

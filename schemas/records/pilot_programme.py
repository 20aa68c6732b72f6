"""Model centres: what was tried where, what it was like before and after, and who took it over."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Count, Day, Label, Money, Paragraph, Text
from ..fields.adding import FLOW, STOCK, Span
from ..record import RecordSchema

STATES = {
    "chuan_bi": Label("Đang chuẩn bị", "In preparation"),
    "thuc_hien": Label("Đang thực hiện", "Under way"),
    "tong_ket": Label("Đã tổng kết", "Reviewed"),
    "nhan_rong": Label("Đang nhân rộng", "Being extended"),
}


class PilotProgramme(RecordSchema):
    record_type = "pilot_programme"
    label = Label("Mô hình điểm", "Pilot programme")
    help = Label(
        "Trung tâm được chỉ đạo điểm: trước, sau và nơi nhân rộng.",
        "Model centres: before, after, and where it was repeated.",
    )
    register = registers.EVALUATION
    clause = "II.4"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # other centres learn from it
    title_field = "model"
    day_field = "started_on"
    in_force = Span("started_on", "ended_on")
    list_fields = ("started_on", "centre_name", "model", "state", "replicated_count")

    model = Text("Mô hình", "Model", Label("Tên gọi ngắn.", "A short name."), required=True)
    centre_name = Text(
        "Trung tâm",
        "Centre",
        Label("Nơi làm điểm.", "Where it is tried."),
        required=True,
        length=120,
    )
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Đang ở bước nào.", "How far it has got."),
        required=True,
    )
    started_on = Day("Từ ngày", "From", Label("Ngày bắt đầu.", "The first day."), required=True)
    ended_on = Day(
        "Đến ngày", "Until", Label("Ngày tổng kết.", "The day of the review."), after="started_on"
    )
    support_amount = Money(
        "Kinh phí hỗ trợ",
        "Support",
        Label("Từ tỉnh và các nguồn.", "From the province and elsewhere."),
        adds=FLOW,
    )
    attendance_before_count = Count(
        "Lượt học/năm trước khi làm điểm",
        "Attendances a year before",
        Label("Năm liền trước.", "In the year before."),
        adds=STOCK,
    )
    attendance_after_count = Count(
        "Lượt học/năm sau khi làm điểm",
        "Attendances a year after",
        Label("Năm tổng kết.", "In the year of the review."),
        adds=STOCK,
    )
    lesson = Paragraph(
        "Bài học", "Lessons", Label("Điều gì nên làm, không nên làm.", "What to do and what not.")
    )
    replicated_count = Count(
        "Số trung tâm nhân rộng",
        "Centres that took it over",
        Label("Đã làm theo.", "Who do likewise."),
        adds=STOCK,
    )
    replicated_to = Paragraph(
        "Nơi nhân rộng",
        "Repeated at",
        Label("Tên các trung tâm.", "Names of the centres."),
        length=2000,
    )
    association_note = Paragraph(
        "Ý kiến của Tỉnh Hội",
        "The association's view",
        Label("Hội Khuyến học tỉnh góp ý.", "What the association adds."),
        owner=owners.ASSOCIATION,
        length=2000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "model": "Trung tâm gắn với nhà văn hóa xã",
            "centre_name": "TTHTCĐ xã Tây Phong",
            "state": "nhan_rong",
            "started_on": "2012-09-01",
            "ended_on": "2013-12-31",
            "support_amount": 30_000_000,
            "attendance_before_count": 2100,
            "attendance_after_count": 3900,
            "replicated_count": 4,
        }

"""Periods of reports, with the days on which they are due; set by the province."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Flag, Label, Paragraph, Text
from ..fields.adding import FLOW
from ..record import RecordSchema

KINDS = {
    "thang": Label("Tháng", "Month"),
    "quy": Label("Quý", "Quarter"),
    "sau_thang": Label("6 tháng", "Half-year"),
    "nam": Label("Năm", "Calendar year"),
    "nam_hoc": Label("Năm học", "School year"),
    "chuyen_de": Label("Chuyên đề", "Thematic"),
}


class ReportPeriod(RecordSchema):
    record_type = "report_period"
    label = Label("Kỳ báo cáo", "Report period")
    help = Label(
        "Kỳ báo cáo và hạn nộp của từng cấp.",
        "Periods of reports, and when each level must send them.",
    )
    register = registers.PLAN
    clause = "IV.1.1"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # centres report by it
    natural_key = ("kind", "starts_on", "ends_on")
    title_field = "title"
    day_field = "ends_on"
    in_force = None  # the days are those of one event
    list_fields = ("title", "kind", "starts_on", "ends_on", "centre_due_on", "is_closed")

    title = Text(
        "Tên kỳ",
        "Title",
        Label("Ví dụ: 6 tháng đầu năm 2013.", "For example: first half of 2013."),
        required=True,
    )
    kind = Choice(
        "Loại kỳ",
        "Kind",
        KINDS,
        Label("Dài bao lâu.", "How long it is."),
        code_list="period_kind",
        required=True,
    )
    starts_on = Day("Từ ngày", "From", Label("Ngày đầu kỳ.", "The first day."), required=True)
    ends_on = Day(
        "Đến ngày",
        "Until",
        Label("Ngày cuối kỳ.", "The last day."),
        after="starts_on",
        required=True,
    )
    centre_due_on = Day(
        "Hạn của trung tâm",
        "Due from centres",
        Label("Nộp trước hết ngày này.", "By the end of that day."),
        after="starts_on",
    )
    district_due_on = Day(
        "Hạn của huyện",
        "Due from districts",
        Label("Nộp trước hết ngày này.", "By the end of that day."),
        after="starts_on",
    )
    province_due_on = Day(
        "Hạn của tỉnh",
        "Due from the province",
        Label("Nộp cấp trên trước hết ngày này.", "To the level above, by the end of that day."),
        after="starts_on",
    )
    is_closed = Flag(
        "Đã khóa sổ",
        "Closed",
        Label(
            "Số liệu sửa sau ngày khóa tính vào kỳ sau.",
            "What is mended later counts in the next period.",
        ),
        adds=FLOW,
    )
    note = Paragraph(
        "Hướng dẫn", "Guidance", Label("Báo cáo những gì.", "What to report."), length=2000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "6 tháng cuối năm 2012",
            "kind": "sau_thang",
            "starts_on": "2012-07-01",
            "ends_on": "2012-12-31",
            "centre_due_on": "2012-12-10",
            "district_due_on": "2012-12-15",
            "is_closed": False,
        }

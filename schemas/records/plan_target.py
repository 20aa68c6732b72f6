"""Targets of the plan to 2020: an indicator, where it began, where it is to be each year."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, DecimalNumber, Label, Paragraph, Text, Year
from ..fields.adding import LEVEL
from ..record import AREA, RecordSchema

UNITS = {
    "phan_tram": Label("%", "%"),
    "trung_tam": Label("trung tâm", "centres"),
    "nguoi": Label("người", "persons"),
    "gia_dinh": Label("gia đình", "families"),
    "trieu_dong": Label("triệu đồng", "million đồng"),
    "khac": Label("khác", "other"),
}


class PlanTarget(RecordSchema):
    record_type = "plan_target"
    label = Label("Chỉ tiêu", "Target")
    help = Label(
        "Chỉ tiêu từng năm đến 2020 và số đạt được.",
        "Targets for each year to 2020, and what was reached.",
    )
    register = registers.PLAN
    clause = "II.2"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # centres plan by it
    natural_key = ("indicator", "year")
    title_field = "indicator"
    series = (AREA, "indicator")
    list_fields = ("year", "indicator", "measure", "baseline", "target", "reached")

    indicator = Text(
        "Chỉ tiêu",
        "Indicator",
        Label("Giữ nguyên tên qua các năm.", "The same name in all years."),
        required=True,
    )
    year = Year("Năm", "Year", Label("Năm của chỉ tiêu.", "The year it is for."), required=True)
    measure = Choice(
        "Đơn vị tính",
        "Unit",
        UNITS,
        Label("Đếm bằng gì.", "In what it is counted."),
        code_list="measure",
        required=True,
    )
    baseline = DecimalNumber(
        "Số ban đầu",
        "Baseline",
        Label("Năm bắt đầu kế hoạch.", "Where the plan began."),
        adds=LEVEL,
    )
    target = DecimalNumber(
        "Phải đạt",
        "Target",
        Label("Đến hết năm.", "By the end of the year."),
        required=True,
        adds=LEVEL,
    )
    reached = DecimalNumber(
        "Đã đạt",
        "Reached",
        Label("Điền khi tổng kết năm.", "Filled in when the year is reviewed."),
        adds=LEVEL,
    )
    basis = Paragraph(
        "Căn cứ", "Basis", Label("Văn bản nào đặt ra.", "The document that sets it."), length=1000
    )
    association_note = Paragraph(
        "Ý kiến của Tỉnh Hội",
        "The association's view",
        Label("Hội Khuyến học tỉnh ghi.", "Filled in by the association."),
        owner=owners.ASSOCIATION,
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "indicator": "Trung tâm xếp loại khá trở lên",
            "year": 2013,
            "measure": "phan_tram",
            "baseline": 61.5,
            "target": 70,
        }

"""Who was awarded a learning title: a family, a clan, a village or a unit, by its own name."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Consent, Day, Label, Paragraph, Text, Year
from ..fields.personal import RECOGNITION
from ..record import RecordSchema
from .title_count import SCHEMES, SCHEMES_VALID, TITLES, TITLES_VALID


class TitleAward(RecordSchema):
    record_type = "title_award"
    label = Label("Công nhận danh hiệu", "Title award")
    help = Label(
        "Gia đình, dòng họ, xóm, đơn vị tiêu biểu được công nhận.",
        "Families, clans, villages and units that were recognised.",
    )
    register = registers.TITLES
    clause = "II.5"
    title_field = "reference"
    day_field = "recognised_on"
    list_fields = ("recognised_on", "title", "reference", "village", "decision_number")

    year = Year("Năm", "Year", Label("Năm xét.", "The year it is for."), required=True)
    scheme = Choice(
        "Bộ danh hiệu",
        "Scheme",
        SCHEMES,
        Label("Trước 2014 là hiếu học.", "Before 2014: studious."),
        code_list="title_scheme",
        valid=SCHEMES_VALID,
        required=True,
    )
    title = Choice(
        "Danh hiệu",
        "Title",
        TITLES,
        Label("Được công nhận là gì.", "As what."),
        code_list="title",
        valid=TITLES_VALID,
        required=True,
    )
    reference = Text(
        "Số trong danh sách",
        "Number in the list",
        Label("Số thứ tự trong danh sách kèm quyết định.", "In the list with the decision."),
        required=True,
        length=40,
    )
    consented_on = Consent(
        "Đồng ý ghi tên ngày",
        "Consent to be named",
        Label("Gia đình đồng ý cho ghi tên.", "The family agreed to be named."),
    )
    holder = Text(
        "Tên gia đình, tập thể",
        "Name of the holder",
        Label("Chủ hộ, trưởng họ, xóm, đơn vị.", "Head of household or clan, village, unit."),
        personal=RECOGNITION.needing("consented_on"),
        length=120,
    )
    village = Text("Xóm, bản, tổ", "Village", Label("Nơi ở.", "Where they live."), length=60)
    recognised_on = Day(
        "Ngày công nhận",
        "Recognised on",
        Label("Ngày quyết định.", "Day of the decision."),
        required=True,
    )
    is_planned = planned.field()
    decision_number = Text(
        "Số quyết định",
        "Decision number",
        Label("Của UBND xã hoặc Hội.", "Of the commune or the association."),
        length=60,
    )
    achievement = Paragraph(
        "Thành tích", "Achievement", Label("Vì sao được công nhận.", "Why."), length=1000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "year": 2012,
            "scheme": "hieu_hoc",
            "title": "title_clan",
            "reference": "12/2012",
            "consented_on": "2012-11-30",
            "holder": "Dòng họ Bùi, xóm Bưng",
            "recognised_on": "2012-12-20",
            "decision_number": "45/QĐ-UBND",
        }

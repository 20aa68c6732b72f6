"""Who takes part in the yearly evaluation of the centres, and for which organisation."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, PersonName, Text, UnitName, Year
from ..fields.personal import POSTS
from ..record import RecordSchema

ORGANISATIONS = {
    "giao_duc": Label("Ngành giáo dục", "Education"),
    "hoi_khuyen_hoc": Label("Hội Khuyến học", "Learning Promotion Association"),
    "uy_ban": Label("Ủy ban nhân dân", "People's Committee"),
    "khac": Label("Khác", "Other"),
}


class Evaluator(RecordSchema):
    record_type = "evaluator"
    label = Label("Người thẩm định", "Evaluator")
    help = Label(
        "Thành viên đoàn đánh giá trung tâm, của ngành và của Hội.",
        "Members of the evaluating team, of the department and of the association.",
    )
    register = registers.EVALUATION
    clause = "III.2.3"
    owner = owners.DISTRICT
    lives_in = areas.INTERNAL  # names of persons
    title_field = "name"
    list_fields = ("year", "unit", "name", "organisation", "post")

    year = Year(
        "Năm đánh giá",
        "Year",
        Label("Năm được đánh giá.", "The year that is evaluated."),
        required=True,
    )
    unit = UnitName(
        "Huyện, thành phố",
        "District",
        Label("Nơi đoàn làm việc.", "Where the team works."),
        required=True,
    )
    name = PersonName(
        "Họ và tên",
        "Full name",
        Label("Viết đủ họ tên.", "In full."),
        personal=POSTS,
        required=True,
    )
    organisation = Choice(
        "Đại diện cho",
        "For",
        ORGANISATIONS,
        Label("Cơ quan cử đi.", "Who sent them."),
        required=True,
    )
    post = Text(
        "Chức vụ", "Post", Label("Ở cơ quan.", "At their office."), personal=POSTS, length=100
    )
    appointed_on = Day("Ngày cử", "Appointed on", Label("Ngày quyết định.", "Day of the decision."))

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "year": 2012,
            "unit": "Huyện Cao Phong",
            "name": "Nguyễn Thị Ưởng",
            "organisation": "hoi_khuyen_hoc",
            "post": "Phó Chủ tịch Huyện Hội",
            "appointed_on": "2012-11-20",
        }

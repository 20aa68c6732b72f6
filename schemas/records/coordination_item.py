"""The items of a coordination plan: by which clause, who does what by when."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Paragraph, Related, Text
from ..record import RecordSchema

RESPONSIBLE = {
    "so": Label("Sở Giáo dục và Đào tạo", "Department"),
    "hoi": Label("Hội Khuyến học tỉnh", "Association"),
    "ca_hai": Label("Cả hai", "Both"),
}


class CoordinationItem(RecordSchema):
    record_type = "coordination_item"
    label = Label("Nội dung phối hợp", "Coordination item")
    help = Label(
        "Từng việc trong kế hoạch phối hợp, theo điều khoản.",
        "Each piece of work of the coordination plan, by clause.",
    )
    register = registers.PLAN
    clause = "III.1.1"
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # centres do the work
    natural_key = ("plan_ref", "number")
    title_field = "title"
    day_field = "due_on"
    list_fields = ("number", "clause_ref", "title", "responsible", "due_on")

    plan_ref = Related(
        "Kế hoạch",
        "Plan",
        Label("Gõ tên kế hoạch.", "The title of the plan."),
        to="coordination_plan",
        required=True,
    )
    number = Text(
        "Số thứ tự",
        "Number",
        Label("Trong kế hoạch, ví dụ 4.2.", "In the plan, for example 4.2."),
        required=True,
        length=20,
    )
    clause_ref = Text(
        "Điều khoản",
        "Clause",
        Label("Của kế hoạch 2012–2016, ví dụ II.4.", "Of the plan of 2012–2016, for example II.4."),
        length=20,
    )
    title = Text(
        "Nội dung",
        "Item",
        Label("Một việc, một dòng.", "One piece of work a line."),
        required=True,
        length=300,
    )
    responsible = Choice(
        "Bên chủ trì",
        "Responsible",
        RESPONSIBLE,
        Label("Ai làm chính.", "Who leads."),
        required=True,
    )
    partners = Text(
        "Đơn vị phối hợp", "With", Label("Ban, ngành khác.", "Other offices."), length=200
    )
    due_on = Day(
        "Hạn", "Due", Label("Phải xong trước hết ngày này.", "To be done by the end of that day.")
    )
    target = Paragraph(
        "Chỉ tiêu, sản phẩm",
        "Target",
        Label("Thế nào là xong.", "What it means to be done."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "plan_ref": "4b8d2f6e-9a1c-5d3b-8f7e-6c5d4e3f2a1b",
            "number": "4.2",
            "clause_ref": "II.4",
            "title": "Xây dựng tiêu chí và đánh giá trung tâm học tập cộng đồng",
            "responsible": "ca_hai",
            "due_on": "2012-12-31",
        }

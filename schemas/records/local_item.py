"""The items of a district's plan, each with the item of the province that it carries out."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Paragraph, Related, Text, UnitName
from ..record import RecordSchema
from ..rules import Needed
from .improvement_task import STATES


class LocalItem(RecordSchema):
    record_type = "local_item"
    label = Label("Nội dung của huyện", "Local item")
    help = Label(
        "Từng việc của kế hoạch huyện, ứng với việc nào của tỉnh.",
        "Each piece of work of a district's plan, and the province's it answers to.",
    )
    register = registers.PLAN
    clause = "IV.2"
    owner = owners.DISTRICT
    lives_in = areas.PUBLISHED  # centres of the district do the work
    natural_key = ("plan_ref", "number")
    title_field = "title"
    day_field = "due_on"
    list_fields = ("unit", "number", "title", "parent_item", "due_on", "state")
    rules = (Needed("done_on", "state", ["xong"]),)

    unit = UnitName(
        "Huyện, thành phố", "District", Label("Nơi làm.", "That does it."), required=True
    )
    plan_ref = Related(
        "Kế hoạch",
        "Plan",
        Label("Gõ tên kế hoạch huyện.", "The title of the district's plan."),
        to="local_plan",
        required=True,
    )
    number = Text(
        "Số thứ tự",
        "Number",
        Label("Trong kế hoạch huyện.", "In the district's plan."),
        required=True,
        length=20,
    )
    title = Text(
        "Nội dung",
        "Item",
        Label("Một việc, một dòng.", "One piece of work a line."),
        required=True,
        length=300,
    )
    parent_item = Related(
        "Ứng với nội dung của tỉnh",
        "Item of the province",
        Label("Gõ nội dung phối hợp của tỉnh.", "By its title."),
        to="coordination_item",
    )
    adaptation = Paragraph(
        "Điều chỉnh cho phù hợp",
        "How it was adapted",
        Label("Khác gì, vì sao.", "What differs, and why."),
        length=2000,
    )
    target = Text("Chỉ tiêu", "Target", Label("Thế nào là xong.", "What it means to be done."))
    due_on = Day(
        "Hạn", "Due", Label("Phải xong trước hết ngày này.", "To be done by the end of that day.")
    )
    state = Choice(
        "Tình trạng",
        "State",
        STATES,
        Label("Đến hôm nay.", "As of today."),
        code_list="task_state",
        required=True,
    )
    done_on = Day("Xong ngày", "Done on", Label("Khi đã xong.", "Once it is done."))
    association_note = Paragraph(
        "Huyện Hội đánh giá",
        "The association's judgement",
        Label("Huyện Hội ghi.", "Filled in by the district association."),
        owner=owners.DISTRICT_ASSOCIATION,
        length=2000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "unit": "Huyện Cao Phong",
            "plan_ref": "8e7d6c5b-4a39-5281-9706-f5e4d3c2b1a0",
            "number": "3",
            "title": "Tổ chức đánh giá 13 trung tâm",
            "due_on": "2012-12-15",
            "state": "dang_lam",
        }

"""The tasks of an improvement programme: who does what by when, and how far it has got."""

from __future__ import annotations

from typing import Any

from .. import areas, owners, registers
from ..fields import Choice, Day, Label, Money, Paragraph, Related, Text
from ..fields.adding import FLOW
from ..record import RecordSchema
from ..rules import Needed

STATES = {
    "chua_lam": Label("Chưa làm", "Not begun"),
    "dang_lam": Label("Đang làm", "Under way"),
    "xong": Label("Đã xong", "Done"),
    "mot_phan": Label("Xong một phần", "Done in part"),
    "bo": Label("Không làm nữa", "Dropped"),
}


class ImprovementTask(RecordSchema):
    record_type = "improvement_task"
    label = Label("Nhiệm vụ nâng chất lượng", "Improvement task")
    help = Label(
        "Việc của chương trình: ai làm, hạn nào, đến đâu.",
        "The work of a programme: who, by when, how far.",
    )
    register = registers.EVALUATION
    clause = "II.4"
    owner = owners.PROVINCE
    lives_in = areas.INTERNAL  # how far an office has got, and what it costs
    title_field = "title"
    day_field = "due_on"
    in_force = None  # the days are those of one event
    list_fields = ("due_on", "title", "responsible", "state", "spent_amount")
    rules = (Needed("done_on", "state", ["xong"]),)

    programme = Related(
        "Chương trình",
        "Programme",
        Label("Gõ tên chương trình.", "The name of the programme."),
        to="improvement_programme",
        required=True,
    )
    title = Text(
        "Nhiệm vụ", "Task", Label("Một việc, một dòng.", "One task a line."), required=True
    )
    responsible = Text(
        "Đơn vị làm",
        "Who",
        Label("Cơ quan chịu trách nhiệm.", "The office in charge."),
        required=True,
        length=120,
    )
    starts_on = Day("Bắt đầu", "Begins", Label("Ngày dự kiến.", "The day planned."))
    due_on = Day(
        "Hạn",
        "Due",
        Label("Phải xong trước hết ngày này.", "To be done by the end of that day."),
        after="starts_on",
        required=True,
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
    spent_amount = Money("Đã chi", "Spent", Label("Đến hôm nay.", "Until today."), adds=FLOW)
    association_result = Paragraph(
        "Phần việc của Hội",
        "The association's part",
        Label("Hội Khuyến học tỉnh đã làm gì.", "What the association did of it."),
        owner=owners.ASSOCIATION,
        length=2000,
    )
    result = Paragraph("Kết quả", "Result", Label("Làm được gì.", "What came of it."), length=2000)

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "programme": "7a3e9c14-0b1d-5e6f-8a2b-3c4d5e6f7a8b",
            "title": "Tập huấn phó giám đốc 210 trung tâm",
            "responsible": "Phòng Giáo dục thường xuyên",
            "due_on": "2013-06-30",
            "state": "dang_lam",
        }

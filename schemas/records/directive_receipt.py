"""What a centre did with a directive: received, opened, done."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Day, Label, Paragraph, Related
from ..record import RecordSchema


class DirectiveReceipt(RecordSchema):
    record_type = "directive_receipt"
    label = Label("Thực hiện văn bản", "Directive received")
    help = Label(
        "Trung tâm đã nhận, đã xem, đã làm văn bản nào.",
        "Which directives the centre has received, read and carried out.",
    )
    register = registers.DOCUMENTS
    clause = "III.1.2"
    natural_key = ("directive",)
    title_field = "directive"
    day_field = "received_on"
    in_force = None  # the days are those of one event
    list_fields = ("received_on", "directive", "opened_on", "done_on")

    directive = Related(
        "Văn bản",
        "Directive",
        Label("Gõ trích yếu.", "By its subject."),
        to="directive",
        required=True,
    )
    received_on = Day(
        "Ngày nhận",
        "Received on",
        Label("Ngày đến trung tâm.", "When it came to the centre."),
        required=True,
    )
    opened_on = Day(
        "Ngày xem",
        "Read on",
        Label("Ngày lãnh đạo xem.", "When the director read it."),
        after="received_on",
    )
    done_on = Day(
        "Ngày làm xong",
        "Done on",
        Label("Để trống khi chưa xong.", "Empty until it is done."),
        after="received_on",
    )
    result = Paragraph("Kết quả", "Result", Label("Đã làm gì.", "What was done."), length=2000)

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "directive": "3c9a7b10-8d2e-5f41-9b6c-0d1e2f3a4b5c",
            "received_on": "2012-08-01",
            "opened_on": "2012-08-02",
        }

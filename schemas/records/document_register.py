"""The registers of document numbers: incoming and outgoing, numbered from 1 each year."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Count, Day, Label, Text, Year
from ..fields.adding import MARK
from ..record import RecordSchema

BOOKS = {
    "di": Label("Văn bản đi", "Outgoing"),
    "den": Label("Văn bản đến", "Incoming"),
}


class DocumentRegister(RecordSchema):
    record_type = "document_register"
    label = Label("Sổ văn bản", "Document register")
    help = Label(
        "Sổ công văn đi, đến của trung tâm; mỗi năm đánh số lại từ 01.",
        "The centre's incoming and outgoing papers; numbered from 01 each year.",
    )
    register = registers.DOCUMENTS
    clause = "IV.1.2"
    natural_key = ("book", "year", "number")
    title_field = "abstract"
    day_field = "booked_on"
    list_fields = ("booked_on", "book", "number", "symbol", "abstract", "counterpart")

    book = Choice("Sổ", "Book", BOOKS, Label("Đi hay đến.", "Outgoing or incoming."), required=True)
    year = Year("Năm", "Year", Label("Năm của sổ.", "Of the book."), required=True)
    number = Count(
        "Số thứ tự",
        "Number",
        Label("Tiếp theo số trước trong sổ.", "The next in the book."),
        required=True,
        adds=MARK,
    )
    symbol = Text(
        "Số, ký hiệu trên văn bản",
        "Number on the paper",
        Label("Ví dụ 05/BC-TTHTCĐ.", "For example 05/BC-TTHTCĐ."),
        length=60,
    )
    booked_on = Day(
        "Ngày vào sổ",
        "Booked on",
        Label("Ngày đi, ngày đến.", "When it came or went."),
        required=True,
    )
    abstract = Text(
        "Trích yếu", "Subject", Label("Về việc gì.", "What it is about."), required=True, length=300
    )
    counterpart = Text(
        "Nơi gửi, nơi nhận", "From or to", Label("Cơ quan, đơn vị.", "Office or body."), length=120
    )
    kept_at = Text(
        "Nơi lưu", "Kept at", Label("Cặp, tủ nào.", "Which folder or cupboard."), length=60
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "book": "di",
            "year": 2012,
            "number": 5,
            "symbol": "05/BC-TTHTCĐ",
            "booked_on": "2012-12-10",
            "abstract": "Báo cáo 6 tháng cuối năm 2012",
            "counterpart": "Phòng GD&ĐT huyện Cao Phong",
        }

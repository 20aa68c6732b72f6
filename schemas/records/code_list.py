"""Codes that the province adds to a list of choices, renames, or offers no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marshmallow import ValidationError, validates_schema

from .. import areas, owners, registers
from ..codes import CODE
from ..context import Option
from ..fields import Choice, Day, Label, Paragraph, Text
from ..fields.adding import Span
from ..record import RecordSchema, Values, fields, record_types

COLUMNS = ("list_name", "code", "label_vi", "label_en", "valid_from", "valid_to")
LIST = Label("{field} ({table})", "{field} ({table})")
NOT_A_CODE = Label(
    "Mã chỉ gồm chữ thường không dấu, chữ số và gạch dưới, ví dụ nuoi_ong.",
    "A code has only small letters without accents, digits and _, for example nuoi_ong.",
)
NO_SUCH_LIST = Label(
    "Không có danh sách này; hãy chọn một trong các tên được gợi ý.",
    "There is no such list; choose one of the names that are suggested.",
)


def lists() -> dict[str, Label]:
    """Every list that can be added to, with the field that people know it by."""
    labels: dict[str, Label] = {}
    for schema in record_types().values():
        for field in fields(schema).values():
            if isinstance(field, Choice) and field.codes.name not in ("", *labels):
                named = LIST.filled(field=field.label, table=schema.label)
                labels[field.codes.name] = named
    return dict(sorted(labels.items()))


class CodeList(RecordSchema):
    record_type = "code_list"
    label = Label("Mã danh mục", "Code")
    help = Label(
        "Thêm mục vào danh sách chọn, đổi tên, hoặc thôi dùng một mục.",
        "Adds to a list of choices, renames a choice, or offers it no more.",
    )
    register = registers.DOCUMENTS
    owner = owners.PROVINCE
    lives_in = areas.PUBLISHED  # centres choose from the lists
    natural_key = ("list_name", "code")
    title_field = "label_vi"
    in_force = Span("valid_from", "valid_to")
    list_fields = ("list_name", "code", "label_vi", "valid_from", "valid_to")

    list_name = Text(
        "Danh sách",
        "List",
        Label(
            "Tên danh sách, ví dụ activity_category.", "Its name, for example activity_category."
        ),
        required=True,
        length=60,
        suggested=lists,
    )
    code = Text(
        "Mã",
        "Code",
        Label(
            "Không đổi, không dùng lại cho nghĩa khác.", "Never changes, never means anything else."
        ),
        required=True,
        length=40,
    )
    label_vi = Text(
        "Tên tiếng Việt",
        "Name in Vietnamese",
        Label("Như người dùng thấy.", "As people see it."),
        required=True,
        length=120,
    )
    label_en = Text(
        "Tên tiếng Anh",
        "Name in English",
        Label("Để trống thì dùng tên tiếng Việt.", "If empty, the Vietnamese name is used."),
        length=120,
    )
    valid_from = Day(
        "Dùng từ ngày", "Offered from", Label("Để trống: luôn dùng.", "Empty: always was.")
    )
    valid_to = Day(
        "Dùng đến ngày",
        "Offered until",
        Label("Để trống: còn dùng.", "Empty: still is."),
        after="valid_from",
    )
    note = Paragraph(
        "Căn cứ", "Basis", Label("Vì sao thêm, bỏ.", "Why it was added or retired."), length=1000
    )

    @validates_schema
    def code_is_one(self, data: dict[str, Any], **_: Any) -> None:
        if not CODE.fullmatch(data["code"]):
            raise ValidationError([NOT_A_CODE], "code")

    @validates_schema
    def list_is_one(self, data: dict[str, Any], **_: Any) -> None:
        if data["list_name"] not in lists():
            raise ValidationError([NO_SUCH_LIST], "list_name")

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "list_name": "activity_category",
            "code": "nuoi_ong",
            "label_vi": "Nuôi ong lấy mật",
            "label_en": "Bee-keeping",
            "valid_from": "2013-01-01",
        }


def options(records: Iterable[Values], list_name: str) -> dict[str, Option]:
    """What those records say of the codes of one list; what is no code is passed over."""
    options = {}
    for values in records:
        code, name = values.get("code"), values.get("label_vi")
        if values.get("list_name") != list_name or not isinstance(name, str):
            continue
        if isinstance(code, str) and CODE.fullmatch(code):
            label = Label(name, str(values.get("label_en") or name))
            span = (str(values.get("valid_from") or ""), str(values.get("valid_to") or ""))
            options[code] = Option(label, *span, bool(values.get("_deleted")))
    return options

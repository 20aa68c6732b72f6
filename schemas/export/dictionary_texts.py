"""What the data dictionary says beside the labels of the fields, in both languages."""

from __future__ import annotations

from ..formatting.label import Label

TEXTS: dict[str, Label] = {
    "dictionary.title": Label("Từ điển dữ liệu", "Data dictionary"),
    "dictionary.lead": Label(
        "Mọi loại bản ghi và mọi mục của nó, đúng như chương trình đang dùng: {types} loại, "
        "{fields} mục.",
        "Every record type and every field of it, as the program has them: {types} "
        "{types:type|types}, {fields} {fields:field|fields}.",
    ),
    "dictionary.download": Label("Tải về (CSV)", "Download (CSV)"),
    "dictionary.type": Label("Loại bản ghi", "Record type"),
    "dictionary.type_label": Label("Tên loại", "Name of the type"),
    "dictionary.direction": Label("Chiều", "Direction"),
    "dictionary.field": Label("Mã mục", "Field"),
    "dictionary.label": Label("Tên mục", "Label"),
    "dictionary.kind": Label("Kiểu", "Kind"),
    "dictionary.required": Label("Bắt buộc", "Required"),
    "dictionary.owner": Label("Ai điền", "Owner"),
    "dictionary.values": Label("Giá trị", "Values"),
    "dictionary.rule": Label("Quy tắc", "Rule"),
    "dictionary.adds": Label("Cộng thế nào", "How it adds up"),
    "dictionary.records": Label("Số bản ghi: {way}", "Number of records: {way}"),
    "dictionary.help": Label("Giải thích", "Help"),
    "dictionary.names": Label("Là tên của một bản ghi {table}", "Names a record of {table}"),
    "dictionary.part_of": Label("Không lớn hơn “{whole}”", "Not more than “{whole}”"),
    "dictionary.after": Label("Không trước “{whole}”", "Not before “{whole}”"),
    "dictionary.sensitive": Label(
        "Ít hơn 5 thì không đưa ra ngoài", "Fewer than five are handed on to nobody"
    ),
    "dictionary.derived": Label("Tính ra, không điền", "Worked out, not filled in"),
    "dictionary.personal": Label("Dữ liệu cá nhân", "Personal"),
}

"""What the page says on which personal data that are due are erased."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "admin.retention": Label("Đến hạn xóa", "Due to be erased"),
    "admin.retention_lead": Label(
        "Dữ liệu cá nhân đã giữ đủ số năm ghi ở từng mục, tính từ lần sửa cuối của bản ghi. Đánh "
        "dấu những dòng không còn cần; người vẫn đang giữ việc ấy thì đừng đánh dấu.",
        "Personal data kept for the years that each field states, counted from the last change of "
        "the record. Tick what is no longer needed; leave who is still in office.",
    ),
    "admin.retention_record": Label("Bản ghi", "Record"),
    "admin.retention_fields": Label("Mục bị xóa", "Fields to erase"),
    "admin.retention_last": Label("Sửa lần cuối", "Last changed"),
    "admin.retention_years": Label("{years} năm", "{years} {years:year|years}"),
    "admin.retention_offices": Label("Các cơ quan", "The offices"),
    "admin.retention_deleted": Label("đã xóa", "deleted"),
    "admin.retention_open": Label("xem", "look"),
    "admin.retention_more": Label(
        "Còn {count} bản ghi nữa, hiện ra sau khi xóa những dòng này.",
        "{count} more {count:record is|records are} shown when these have been dealt with.",
    ),
    "admin.retention_what": Label(
        "Xóa ở máy chủ và, trong lần đồng bộ tới, ở trung tâm. Số liệu của bản ghi vẫn còn; bản "
        "ghi mà bỏ họ tên thì không còn gì (ví dụ một người trong sổ nhân sự) bị xóa cả. Nhật ký, "
        "bản sao lưu và tệp xuất toàn bộ còn giữ những gì đã viết.",
        "They are erased at the server and, with the next sync, at the centre. The figures of a "
        "record stay; a record that is nothing without the name (such as a member of staff) is "
        "deleted. The log, backups and archives keep what was written.",
    ),
    "admin.retention_all": Label("Đánh dấu tất cả", "Tick all"),
    "admin.retention_nothing": Label(
        "Chưa đánh dấu dòng nào còn đến hạn; chưa xóa gì.",
        "Nothing that is due was ticked; nothing was erased.",
    ),
    "admin.retention_erase": Label("Xóa những mục đã đánh dấu", "Erase what is ticked"),
    "admin.retention_none": Label(
        "Không có dữ liệu cá nhân nào đến hạn xóa.", "No personal data are due to be erased."
    ),
    "admin.retention_done": Label(
        "Đã xóa dữ liệu cá nhân ở {count} bản ghi.",
        "Personal data were erased in {count} {count:record|records}.",
    ),
}

"""What both applications say of records that name another which is not there."""

from __future__ import annotations

from ..formatting.label import Label

TEXTS: dict[str, Label] = {
    "references.title": Label("Tham chiếu không tìm thấy", "References not found"),
    "references.lead": Label(
        "Những bản ghi này nhắc tới bản ghi không có ở đây hoặc đã bị xóa. Dữ liệu vẫn giữ nguyên: "
        "chờ đồng bộ, khôi phục bản bị xóa, hoặc sửa để chọn bản khác.",
        "These records name a record that is not here or was deleted. Nothing is lost: wait for a "
        "sync, restore what was deleted, or edit the record to name another.",
    ),
    "references.cut": Label(
        "Chỉ liệt kê {count} mục đầu.", "Only the first {count} {count:record|records} are listed."
    ),
    "references.named": Label(
        "{count} bản ghi khác đang nhắc tới bản ghi này ({types}). Xóa thì ở đó sẽ hiện “đã xóa”.",
        "{count} other {count:record names|records name} this one ({types}). If it is deleted, "
        "that is shown there.",
    ),
    "references.ask": Label(
        "Chưa xóa. {count} bản ghi khác đang nhắc tới bản ghi này ({types}); xóa thì ở đó sẽ hiện "
        "“đã xóa”. Nếu vẫn muốn, bấm «Vẫn xóa».",
        "Not deleted yet. {count} other {count:record names|records name} this one ({types}); if "
        "it is deleted, that is shown there. If you still want to, press “Delete all the same”.",
    ),
    "references.sure": Label("Vẫn xóa", "Delete all the same"),
}

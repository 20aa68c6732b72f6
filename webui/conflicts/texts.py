"""Sentences of the pages of conflicts and parked changes that both applications show.

What only one of them says is in its own ``web/conflicts/texts.py``.
"""

from __future__ import annotations

from schemas.formatting.label import Label

_LIST = {
    "attention.closed": Label("Đã xem", "Dealt with"),
    "attention.all": Label("Tất cả", "All"),
    "attention.conflict": Label("Ghi khác nhau: {field}", "Written differently: {field}"),
    "attention.deletion": Label("Người xóa, người sửa", "One deleted, one edited"),
    "attention.parked": Label("Tỉnh đã nhận, chưa tính", "Received, not counted"),
    "attention.look": Label("Xem và quyết định", "See and decide"),
    "attention.empty": Label("để trống", "left empty"),
    "attention.erased": Label("(đã xóa, không hiện lại)", "(erased, not shown again)"),
    "attention.open": Label("Mở bản ghi", "Open the record"),
    "attention.gone": Label("Không mở được bản ghi ở đây.", "The record cannot be opened here."),
    "attention.record_deleted": Label("Bản ghi này đang bị xóa.", "The record is deleted now."),
    "attention.undo": Label("Mở lại", "Open again"),
    "attention.opened_again": Label("Đã mở lại.", "Opened again."),
}
_WHO = {
    "attention.someone": Label("không rõ ai", "somebody"),
    "attention.claimed": Label("Ghi lúc {moment}", "Written {moment}"),
    "attention.corrected": Label(
        "Đồng hồ máy ấy sai; đúng ra là {moment}",
        "That computer's clock was wrong; it really was {moment}",
    ),
    "attention.received": Label("Tỉnh nhận lúc {moment}", "The province received it {moment}"),
}
_CONFLICT = {
    "attention.choose": Label("“{field}”: giá trị nào đúng?", "“{field}”: which one is right?"),
    "attention.choose_help": Label(
        "Những người này ghi khác nhau vì không thấy bản của nhau. Không có gì bị mất: hãy chọn "
        "một giá trị, sau này vẫn mở lại được.",
        "These people wrote different things because they did not see each other's. Nothing is "
        "lost: choose one; you can open this again later.",
    ),
    "attention.choose_deletion": Label(
        "Xóa hay giữ bản ghi này?", "Delete this record or keep it?"
    ),
    "attention.choose_deletion_help": Label(
        "Một người xóa bản ghi trong khi người khác sửa, vì không thấy nhau. Nội dung đã sửa "
        "vẫn còn, dù chọn thế nào.",
        "One person deleted the record while another edited it, as they did not see each other. "
        "What was edited is kept, whatever you choose.",
    ),
    "attention.deleted": Label("Xóa bản ghi", "Delete the record"),
    "attention.restored": Label("Giữ bản ghi", "Keep the record"),
    "attention.edited": Label("Sửa bản ghi", "Edit the record"),
    "attention.in_use": Label("đang dùng", "in use"),
    "attention.new": Label("mới đến", "new"),
    "attention.keep": Label("Giữ giá trị đang dùng", "Keep what is in use"),
    "attention.use": Label("Dùng giá trị này", "Use this one"),
    "attention.keep_deleted": Label("Giữ là đã xóa", "Leave it deleted"),
    "attention.restore": Label("Khôi phục bản ghi", "Bring the record back"),
    "attention.keep_living": Label("Giữ lại bản ghi", "Keep the record"),
    "attention.delete": Label("Xóa bản ghi này", "Delete this record"),
    "attention.decided_by": Label("{author} đã quyết định, {moment}", "{author} decided, {moment}"),
    "attention.came_since": Label(
        "Trong lúc bạn quyết định, có giá trị mới đến. Hãy xem lại.",
        "While you were deciding, another value arrived. Please look again.",
    ),
    "attention.choose_one": Label(
        "Chưa lưu gì. Hãy bấm một trong các nút bên dưới.",
        "Nothing was saved. Press one of the buttons below.",
    ),
    "attention.form_old": Label(
        "Trang này đã cũ nên chưa lưu gì. Dưới đây là nội dung hiện nay; hãy quyết định lại.",
        "The page was out of date, so nothing was saved. It shows the current content now; "
        "please decide again.",
    ),
}
_PARKED = {
    "attention.not_counted": Label(
        "Thay đổi này tỉnh đã nhận nhưng chưa tính vào bản ghi",
        "The province has this change but does not count it in the record",
    ),
    "attention.reason": Label("Lý do: {reason}", "Why: {reason}"),
    "attention.field": Label("Mục", "Field"),
    "attention.was_written": Label("Nội dung đã gửi", "What was sent"),
    "attention.current": Label("Đang có trong bản ghi", "In the record now"),
    "attention.whole": Label(
        "Tải toàn bộ nội dung (trang này chỉ có phần đầu)",
        "Download all of it (this page has only the beginning)",
    ),
    "attention.too_late": Label(
        "Người khác vừa xử lý mục này rồi; bạn chưa ghi gì thêm.",
        "Somebody else has just dealt with this; nothing more was written.",
    ),
    "attention.how.sent again": Label(
        "Trung tâm đã gửi lại ({author}), {moment}", "The centre sent it again ({author}), {moment}"
    ),
    "attention.how.set aside": Label(
        "Trung tâm đã bỏ qua ({author}), {moment}", "The centre set it aside ({author}), {moment}"
    ),
    "attention.how.released": Label(
        "Tỉnh đã nhận nội dung này ({author}), {moment}",
        "The province took it over ({author}), {moment}",
    ),
    "attention.how.declined": Label(
        "Tỉnh không nhận ({author}), {moment}", "The province declined ({author}), {moment}"
    ),
    "attention.how.other": Label("{author} đã trả lời, {moment}", "{author} answered, {moment}"),
    "attention.why": Label("Tỉnh viết: {why}", "The province wrote: {why}"),
}
TEXTS: dict[str, Label] = {**_LIST, **_WHO, **_CONFLICT, **_PARKED}

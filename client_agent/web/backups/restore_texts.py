"""Sentences of the pages on which people go back to a copy of the work."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "restore.title": Label("Khôi phục từ bản sao", "Go back to a copy"),
    "restore.lead": Label(
        "Chọn bản sao muốn trở lại. Dữ liệu đang dùng được giữ sang một bên trước, nên luôn trở "
        "lại như cũ được. Những gì tỉnh đã nhận không mất: lần đồng bộ sau sẽ lấy về.",
        "Choose the copy to go back to. What is in use is kept aside first, so there is always a "
        "way back. What the province has is not lost: the next sync brings it.",
    ),
    "restore.here": Label("Trên máy này", "On this computer"),
    "restore.elsewhere": Label("Ở nơi thứ hai", "At the second place"),
    "restore.before": Label(
        "Dữ liệu trước những lần khôi phục", "What was in use before copies were restored"
    ),
    "restore.none": Label("Không có bản sao nào ở đây.", "There is no copy here."),
    "restore.records": Label("{count} bản ghi", "{count} {count:record|records}"),
    "restore.state.sound": Label("đọc tốt", "reads well"),
    "restore.state.damaged": Label("hỏng, không dùng được", "damaged, cannot be used"),
    "restore.state.locked": Label("mã hóa bằng khóa khác", "encrypted with another key"),
    "restore.choose": Label("Chọn", "Choose"),
    "restore.what": Label("Điều gì sẽ xảy ra", "What will happen"),
    "restore.now": Label(
        "Dữ liệu đang dùng có {count} bản ghi; bản sao có {of_copy}.",
        "What is in use has {count} {count:record|records}; the copy has {of_copy}.",
    ),
    "restore.step_aside": Label(
        "Dữ liệu đang dùng được giữ nguyên sang một bên; trang này có nút để trở lại.",
        "What is in use is kept aside as it is; this page has a button to go back to it.",
    ),
    "restore.step_anew": Label(
        "Chương trình tự khởi động lại trong vài giây. Mất điện giữa chừng thì dữ liệu hoặc như "
        "cũ, hoặc đã khôi phục xong, không bao giờ dở dang.",
        "The program restarts within seconds. If the power fails meanwhile, the work is as it "
        "was or restored, never half.",
    ),
    "restore.step_people": Label(
        "Tên, mã PIN của cán bộ và các bản nháp giữ như hiện nay.",
        "Names, PINs and drafts stay as they are now.",
    ),
    "restore.step_sync": Label(
        "Lần đồng bộ tới lấy về mọi thứ tỉnh đã nhận, kể cả những gì nhập sau bản sao này.",
        "The next sync brings all that the province has, also what was entered after this copy.",
    ),
    "restore.step_waiting": Label(
        "{count} thay đổi chưa gửi về tỉnh; nếu nhập sau bản sao này thì sẽ không còn trong dữ "
        "liệu đang dùng. Nên đồng bộ hoặc ghi ra USB trước.",
        "Changes not sent to the province yet: {count}. Those entered after this copy will no "
        "longer be in use. Better sync, or write them to a stick, first.",
    ),
    "restore.go": Label("Khôi phục từ bản sao này", "Go back to this copy"),
    "restore.under_way": Label(
        "Đang khôi phục… trang này tự cập nhật.", "Going back… this page follows."
    ),
    "restore.restart": Label(
        "Hãy tắt chương trình rồi mở lại trong vòng một giờ; khi mở, bản sao được khôi phục.",
        "Stop the program and start it again within an hour; the copy is then restored.",
    ),
    "restore.done": Label(
        "Đã trở lại bản sao lúc {made} (lúc {at}, {who}).",
        "Back to the copy of {made} (at {at}, {who}).",
    ),
    "restore.undo": Label("Trở lại như trước khi khôi phục", "Go back to what was in use before"),
    "restore.failed": Label("Chưa khôi phục được", "The copy was not restored"),
    "restore.gone": Label(
        "Không còn thấy bản sao đó. Nếu nằm trên USB, hãy cắm USB rồi thử lại.",
        "That copy is no longer there. If it is on a stick, plug it in and try again.",
    ),
    "restore.way": Label("Khôi phục từ một bản sao", "Go back to a copy"),
}

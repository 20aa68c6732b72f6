"""What the page says on which the recovery sheet is made and noted as printed."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "admin.recovery": Label("Khôi phục", "Recovery"),
    "admin.recovery_lead": Label(
        "Mất máy chủ thì cần hai thứ: một bản sao lưu và tờ khôi phục. Bản sao lưu được mã hóa, "
        "chỉ các từ trên tờ giấy đó mở được; máy chủ không giữ các từ ấy.",
        "If the server is lost, two things are needed: a backup and the recovery sheet. Backups "
        "are encrypted, and only the words on that paper open them; the server does not keep them.",
    ),
    "admin.recovery_none": Label(
        "Chưa có tờ khôi phục, nên chưa sao lưu được: mất máy chủ là mất hết. Hãy lập và in ngay.",
        "There is no recovery sheet yet, so no backup can be made: if the server is lost, all is. "
        "Make it and print it now.",
    ),
    "admin.recovery_unprinted": Label(
        "Tờ khôi phục số {number} lập ngày {made} chưa được báo là đã in và cất. Không có tờ giấy "
        "đó thì không bản sao lưu nào mở được.",
        "The recovery sheet No. {number}, made on {made}, is not known to be printed and put away. "
        "Without that paper no backup can be opened.",
    ),
    "admin.recovery_stands": Label(
        "Tờ khôi phục số {number}: lập ngày {made}, đã in và cất ngày {printed}.",
        "Recovery sheet No. {number}: made on {made}, printed and put away on {printed}.",
    ),
    "admin.recovery_open": Label("Xem trang Khôi phục", "Open the page Recovery"),
    "admin.recovery_backup": Label(
        "Bản sao lưu gần nhất: {moment}, tại {path}.", "Newest backup: {moment}, at {path}."
    ),
    "admin.recovery_plain": Label(
        "Bản này không mã hóa và không có khóa bí mật (“--plain”): một mình nó không dựng lại được "
        "máy chủ ở máy khác. Hãy chạy: khuyenhoc-server backup TỆP.",
        "It is not encrypted and holds no secret keys (“--plain”): it cannot bring the server back "
        "on another machine by itself. Run: khuyenhoc-server backup FILE.",
    ),
    "admin.recovery_no_backup": Label(
        "Không thấy bản sao lưu nào. Hãy chạy mỗi ngày: khuyenhoc-server backup TỆP.",
        "No backup was found. Run every day: khuyenhoc-server backup FILE.",
    ),
    "admin.recovery_make": Label("Lập tờ khôi phục để in", "Make a sheet to print"),
    "admin.recovery_again": Label(
        "Lập tờ mới (mất tờ cũ, hoặc có người lạ đã xem)",
        "Make another (the sheet was lost, or a stranger saw it)",
    ),
    "admin.recovery_once": Label(
        "Tờ này chỉ hiện một lần, ngay sau khi bấm: hãy in hai tờ (Ctrl+P), cất ở hai nơi, rồi trở "
        "lại đây báo là đã in.",
        "The sheet is shown once, right after you press: print two (Ctrl+P), put them away in two "
        "places, then come back here and say so.",
    ),
    "admin.recovery_older": Label(
        "Giữ tờ cũ chừng nào còn giữ bản sao lưu làm trước tờ mới; tờ mới không mở được chúng.",
        "Keep the old sheet as long as you keep backups made before the new one; the new one does "
        "not open them.",
    ),
    "admin.recovery_sure": Label(
        "Tôi hiểu: các bản sao lưu cũ vẫn cần tờ cũ.",
        "I understand: the backups made so far still need the old sheet.",
    ),
    "admin.recovery_printed": Label("Đã in và cất", "It was printed and put away"),
    "admin.recovery_noted": Label(
        "Đã ghi: tờ khôi phục số {number} đã in và cất.",
        "Noted: the recovery sheet No. {number} was printed and put away.",
    ),
}

"""Sentences of a page that goes on though the program behind it was stopped."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "alive.stopped": Label(
        "Chương trình Khuyến Học trên máy này đang không chạy.",
        "The Khuyến Học program on this computer is not running.",
    ),
    "alive.stopped_help": Label(
        "Dữ liệu đã lưu vẫn an toàn. Hãy mở lại chương trình; trang này tự nhận ra và dùng tiếp "
        "được ngay.",
        "What is saved is safe. Start the program again; this page notices by itself and goes on.",
    ),
    "alive.typed": Label(
        "Những gì bạn nhập ở trang này chưa được lưu nhưng vẫn còn nguyên. Đừng đóng trang; hãy mở "
        "lại chương trình rồi dùng tiếp.",
        "What you typed on this page is not saved yet, but is still here. Do not close the page; "
        "start the program again and go on.",
    ),
    "alive.waits": Label(
        "Những gì bạn nhập ở trang này chưa được lưu nhưng vẫn còn nguyên. Đừng đóng trang; hãy mở "
        "lại chương trình: trang này tự lưu, đúng một lần.",
        "What you typed on this page is not saved yet, but is still here. Do not close the page; "
        "start the program again: this page saves by itself, exactly once.",
    ),
    "alive.back": Label("Chương trình đã chạy lại.", "The program runs again."),
    "alive.expired": Label(
        "Phiên làm việc đã hết hạn nên chưa lưu. Những gì bạn nhập vẫn còn nguyên ở trang này.",
        "The session had expired, so this was not saved. What you typed is still on this page.",
    ),
    "alive.log_in": Label("Đăng nhập ở thẻ mới", "Log in, in a new tab"),
    "alive.log_in_help": Label(
        "rồi quay lại trang này: trang tự lưu tiếp.",
        "then come back to this page: it saves by itself.",
    ),
    "sent.already": Label(
        "Đã lưu trên máy này từ lần gửi trước; không ghi hai lần.",
        "Saved on this computer when it was first sent; it was not written twice.",
    ),
}

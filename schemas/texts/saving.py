"""What a form says that asks before it saves, at the centre and at the offices."""

from __future__ import annotations

from ..formatting.label import Label

ASKED = {
    "asked.title": Label("Chưa lưu: xin xem lại", "Not saved yet: please look again"),
    "asked.help": Label(
        "Nếu gõ nhầm, hãy sửa ở dưới rồi lưu; mọi điều đã nhập vẫn còn nguyên. Nếu đúng, bấm nút "
        "này:",
        "If it is mistyped, mend it below and save; all that you typed is still there. If it is "
        "right, press this:",
    ),
    "asked.yes": Label("Đúng như vậy, lưu", "It is right, save"),
}

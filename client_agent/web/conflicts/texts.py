"""Sentences about conflicts and parked changes that only the centre's pages show."""

from __future__ import annotations

from schemas.formatting.label import Label
from webui.conflicts.texts import TEXTS as SHARED

_LIST = {
    "attention.title": Label("Cần bạn xem", "Needs you"),
    "attention.lead": Label(
        "Không có gì bị mất. Mở từng mục để quyết định; việc này không cần mạng.",
        "Nothing is lost. Open each one to decide; this needs no network.",
    ),
    "attention.none": Label("Không có gì cần bạn xem.", "Nothing needs you."),
    "attention.none_of_kind": Label(
        "Không có gì cần bạn xem ở loại này.", "Nothing of this kind needs you."
    ),
    "attention.none_help": Label(
        "Khi hai người ghi khác nhau vào cùng một mục, hoặc tỉnh chưa tính một thay đổi, việc đó "
        "hiện ra ở đây.",
        "When two people write different values into one field, or the province does not count a "
        "change, it appears here.",
    ),
    "attention.back": Label("Mục cần xem", "What needs you"),
    "attention.aside": Label(
        "{count} thay đổi được giữ riêng vì máy chủ của tỉnh không còn giữ chúng (có thể đã "
        "được khôi phục từ bản sao lưu). Chúng không mất; hãy báo cho tỉnh.",
        "Changes set aside: {count}, because the province's server no longer holds them (it "
        "may have been restored from a backup). They are not lost; please tell the province.",
    ),
}
_WHO = {
    "attention.this_computer": Label("máy này", "this computer"),
    "attention.other_computer": Label("máy khác ({name})", "another computer ({name})"),
    "attention.at_province": Label("tại tỉnh", "at the province"),
}
_ONE = {
    "attention.not_yours": Label(
        "Mục này không do trung tâm điền; huyện hoặc tỉnh sẽ quyết định. Bạn chỉ xem.",
        "The centre does not fill in this field; the district or the province decides. "
        "You can only look.",
    ),
    "attention.decided": Label("Đã quyết định.", "Decided."),
    "attention.send_again": Label("Sửa và gửi lại", "Edit and send again"),
    "attention.send_again_help": Label(
        "Mở biểu mẫu đã điền sẵn nội dung này (trừ mục không do trung tâm điền). Lưu là gửi "
        "như thay đổi mới.",
        "Opens the form filled with this (but for fields that are not the centre's). Saving "
        "sends it as a new change.",
    ),
    "attention.set_aside": Label("Bỏ qua", "Set aside"),
    "attention.set_aside_help": Label(
        "Không làm gì thêm. Nội dung vẫn được giữ ở mục «Đã xem».",
        "Nothing more is done. The content is kept under “Dealt with”.",
    ),
    "attention.ask_province": Label(
        "Mục không do trung tâm điền: tỉnh có thể nhận giúp. Hãy báo cho tỉnh nếu nội dung đúng.",
        "Not for the centre to fill in: the province can take it over. Tell it if this is right.",
    ),
    "attention.sending_again": Label(
        "Biểu mẫu đã điền sẵn nội dung mà tỉnh chưa tính. Xem lại, sửa nếu cần, rồi bấm «Lưu».",
        "The form holds what the province did not count. Check it, edit it if need be, and press "
        "“Save”.",
    ),
}
TEXTS: dict[str, Label] = {**SHARED, **_LIST, **_WHO, **_ONE}

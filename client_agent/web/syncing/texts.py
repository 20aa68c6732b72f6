"""Sentences of the pages about sync, the USB stick and what needs a person."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "sync.title": Label("Đồng bộ với tỉnh", "Sync with the province"),
    "sync.saved_here": Label("Đã lưu ở đây", "Saved here"),
    "sync.saved_here_help": Label(
        "Thay đổi đã lưu trên máy này.", "Changes saved on this computer."
    ),
    "sync.waiting": Label("Đang chờ gửi", "Waiting"),
    "sync.waiting_help": Label(
        "An toàn trên máy, chưa rời máy.", "Safe on this computer, not sent yet."
    ),
    "sync.on_stick": Label("Trên USB", "On the stick"),
    "sync.on_stick_help": Label(
        "Đã ghi ra USB, chưa có biên nhận.", "Written to the stick, no receipt yet."
    ),
    "sync.confirmed": Label("Tỉnh đã nhận", "The province has it"),
    "sync.confirmed_help": Label("Có biên nhận có chữ ký.", "With a signed receipt."),
    "sync.needs_you": Label("Cần bạn xem", "Needs you"),
    "sync.needs_you_help": Label(
        "Trùng nhau hoặc chưa được tính.", "Contradictions, or not counted yet."
    ),
    "sync.now": Label("Đồng bộ ngay", "Sync now"),
    "sync.running": Label("Đang đồng bộ… trang này tự cập nhật.", "Syncing… this page follows."),
    "sync.receipt": Label("Biên nhận gần nhất", "Last receipt"),
    "sync.receipt_text": Label(
        "Tỉnh xác nhận đã có {confirmed} trong {saved} thay đổi của máy này.",
        "The province confirms {confirmed} of the {saved} {saved:change|changes} made on this "
        "computer.",
    ),
    "sync.receipt_at": Label("Lúc {moment}", "At {moment}"),
    "sync.receipt_words": Label(
        "Hai từ đối chiếu qua điện thoại: {words}", "Check words for the telephone: {words}"
    ),
    "sync.over_http": Label(
        "Máy này liên lạc với tỉnh bằng địa chỉ http ({server}). Dữ liệu được niêm phong trước khi "
        "gửi nên người khác không đọc được, nhưng người trên đường truyền biết máy nào gửi và khi "
        "nào. Mỗi ngày máy tự thử https và tự chuyển sang khi tỉnh có; bạn không cần làm gì.",
        "This computer reaches the province at an http address ({server}). The work is sealed "
        "before it is sent, so nobody else can read it, but who is on the way sees which computer "
        "sends and when. Every day it tries https, and changes over by itself once the province "
        "has it; you need not do anything.",
    ),
    "sync.no_receipt": Label("Chưa có biên nhận nào của tỉnh.", "No receipt of the province yet."),
    "sync.last_attempt": Label("Lần thử gần nhất", "Last attempt"),
    "sync.never": Label("Chưa thử lần nào.", "Not tried yet."),
    "sync.went_well": Label("Đã trao đổi xong với tỉnh.", "Exchanged with the province."),
    "sync.next_attempt": Label("Lần thử tới", "Next attempt"),
    "sync.not_planned": Label("Chưa định giờ.", "Not planned yet."),
    "sync.soon": Label("Ngay bây giờ", "Right now"),
    "sync.clock": Label("Đồng hồ máy này có thể sai", "This computer's clock may be wrong"),
    "sync.by_stick": Label("Gửi bằng USB khi không có mạng", "By USB stick, without a network"),
}

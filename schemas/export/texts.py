"""What the pages say while a long file is made, in both languages."""

from __future__ import annotations

from ..formatting.label import Label

TEXTS: dict[str, Label] = {
    "export.title": Label("Tải về: {table}", "Download: {table}"),
    "export.lost": Label("Tệp không còn", "The file is gone"),
    "export.running": Label(
        "Đang ghi tệp: {done} trong {total} dòng",
        "Writing the file: {done} of {total} {total:row|rows}",
    ),
    "export.running_help": Label(
        "Bạn có thể sang trang khác, tệp vẫn được ghi tiếp. Trang này tự xem lại, và khi tệp xong "
        "thì tải về.",
        "You can go to another page, the file is written all the same. This page looks again by "
        "itself, and fetches the file when it is done.",
    ),
    "export.look_again": Label("Xem lại", "Look again"),
    "export.stop": Label("Dừng, không tải nữa", "Stop, do not download"),
    "export.done": Label("Tệp đã xong: {total} dòng", "The file is done: {total} {total:row|rows}"),
    "export.done_help": Label(
        "Tệp được giữ {minutes} phút. Nếu trình duyệt chưa tự tải, hãy bấm nút dưới đây.",
        "The file is kept for {minutes} min. If the browser does not fetch it, press this.",
    ),
    "export.fetch": Label("Tải tệp {name}", "Fetch {name}"),
    "export.stopped": Label(
        "Đã dừng. Không có tệp nào được tạo, dữ liệu vẫn nguyên.",
        "Stopped. No file was made, and nothing was changed.",
    ),
    "export.failed": Label(
        "Không ghi được tệp. Dữ liệu vẫn nguyên. Có thể ổ đĩa đã đầy; hãy dọn bớt rồi thử lại.",
        "The file could not be written. Nothing was changed. The disk may be full; make room, and "
        "try again.",
    ),
    "export.gone": Label(
        "Tệp này không còn: tệp chỉ được giữ {minutes} phút, và mất khi chương trình khởi động "
        "lại. Dữ liệu vẫn nguyên; hãy mở danh sách và tải lại.",
        "This file is not there any more: files are kept for {minutes} min, and lost when the "
        "program starts again. Nothing was changed; open the list and download it once more.",
    ),
    "export.again": Label("Làm lại", "Try again"),
    "export.back": Label("Về danh sách", "Back to the list"),
}

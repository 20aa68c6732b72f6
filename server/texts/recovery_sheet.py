"""The text of the printed recovery sheet: Vietnamese first, English second."""

from __future__ import annotations

from schemas.formatting.label import Label

TITLE = Label("TỜ KHÔI PHỤC DỮ LIỆU", "Recovery sheet")
NUMBER = Label("Số", "No.")
MADE = Label("Lập ngày", "Made on")
SECRET = Label(
    "BÍ MẬT – ai có tờ này và một bản sao lưu thì đọc được mọi dữ liệu và ký được thay tỉnh.",
    "SECRET – who has this sheet and a backup can read all data and sign as the province.",
)
LINE = Label("Dòng", "Line")
PARTS = (
    (
        Label("Tờ này để làm gì", "What it is for"),
        Label(
            "Bản sao lưu của máy chủ được mã hóa; chỉ các từ trên tờ này mở được. Máy chủ không "
            "giữ các từ này và không in lại được tờ này.",
            "Backups of the server are encrypted; only the words on this sheet open them. The "
            "server does not keep the words and cannot print this sheet again.",
        ),
    ),
    (
        Label("Cất ở đâu", "Where to keep it"),
        Label(
            "In hai tờ, cất trong hai két ở hai nơi, xa máy chủ và xa các bản sao lưu. Không chụp "
            "ảnh, không gửi qua mạng, không lưu trên máy tính. In xong thì xóa tệp.",
            "Print two, keep them in two safes in two places, away from the server and from the "
            "backups. Take no photograph, do not send it, keep it on no computer. Delete the file "
            "once it is printed.",
        ),
    ),
    (
        Label("Khi mất máy chủ", "When the server is lost"),
        Label(
            "Trên máy mới, cài chương trình rồi chạy lệnh dưới đây. Gõ từng dòng khi được hỏi, có "
            "dấu hay không dấu, hoa hay thường đều được; gõ sai dòng nào thì dòng ấy được báo. Sau "
            "đó các trung tâm tự gửi lại những gì bản sao lưu chưa có.",
            "On a new machine, install the program and run the command below. Type each line when "
            "asked, with or without accents, in capitals or not; a line that is wrong is named. "
            "The centres then send by themselves what the backup lacked.",
        ),
    ),
    (
        Label("Nếu mất tờ này, hoặc có người lạ đã xem", "If it is lost, or a stranger saw it"),
        Label(
            "Lập tờ mới bằng lệnh “khuyenhoc-server recovery-sheet --new”, sao lưu lại ngay, rồi "
            "hủy các bản sao lưu cũ. Giữ tờ cũ chừng nào còn giữ bản sao lưu làm trước tờ mới.",
            "Make another with “khuyenhoc-server recovery-sheet --new”, make a backup at once, and "
            "destroy the backups before it. Keep an old sheet as long as a backup from its time is "
            "kept.",
        ),
    ),
)
COMMAND = "khuyenhoc-server --folder THƯ_MỤC restore BẢN_SAO_LƯU"
SIGNED = (
    Label("Người in", "Printed by"),
    Label("Người giữ", "Kept by"),
    Label("Nơi cất", "Place"),
    Label("Ngày", "Date"),
)

"""Sentences of the pages about copies, room on the disk and a damaged database."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "copies.title": Label("Bản sao dữ liệu", "Copies of the work"),
    "copies.lead": Label(
        "Khi có dữ liệu mới, máy tự sao lưu mỗi giờ một lần và giữ bản sao {days} ngày. Mỗi bản "
        "sao được đọc lại và kiểm tra rồi mới được tính.",
        "When there is new work, a copy is made every hour and kept for {days} days. A copy "
        "counts only after it was read back and checked.",
    ),
    "copies.here": Label("Trên máy này", "On this computer"),
    "copies.elsewhere": Label("Trên ổ đĩa khác", "On another drive"),
    "copies.last": Label("Bản sao tốt gần nhất: {moment}", "Last good copy: {moment}"),
    "copies.never": Label("Chưa có bản sao nào.", "No copy yet."),
    "copies.now": Label("Sao lưu ngay", "Make a copy now"),
    "copies.made": Label("Đã sao lưu và kiểm tra lại.", "A copy was made and checked."),
    "copies.size": Label("{size} MB", "{size} MB"),
    "copies.more": Label("Xem các bản sao", "See the copies"),
    "copies.late": Label("Chưa sao lưu được", "No copy could be made"),
    "place.none": Label(
        "Chưa chọn nơi thứ hai. Nếu ổ đĩa của máy hỏng, các bản sao trên máy cũng mất theo. Hãy "
        "cắm một USB hoặc ổ đĩa ngoài rồi chọn ở dưới.",
        "No second place is chosen. If this computer's disk fails, the copies on it are lost too. "
        "Plug in a stick or an external drive and choose it below.",
    ),
    "place.choose": Label("Chọn nơi giữ bản sao thứ hai", "Choose where second copies go"),
    "place.help": Label(
        "Từ đó, mỗi bản sao được chép thêm sang đó và đọc lại. USB rút ra thì lần cắm sau tự chép.",
        "From then on each copy goes there, too, and is read back. If a stick is pulled out, that "
        "is made up for when it is plugged in again.",
    ),
    "place.sticks": Label("USB đang cắm", "Sticks that are plugged in"),
    "place.no_sticks": Label("Không thấy USB nào đang cắm.", "No stick is plugged in."),
    "place.other": Label("Hoặc thư mục khác", "Or another folder"),
    "place.hint": Label("Ví dụ D:\\KhuyenHoc", "For example D:\\KhuyenHoc"),
    "place.go": Label("Dùng nơi này và sao lưu ngay", "Use this place and copy now"),
    "place.chosen": Label(
        "Từ nay bản sao được chép thêm sang đó; bản đầu tiên đã chép và kiểm tra xong.",
        "Copies go there, too, from now on; the first was made and checked.",
    ),
    "place.same_disk": Label(
        "Thư mục đó nằm cùng ổ đĩa với dữ liệu: nếu ổ hỏng thì mất cả hai. Nên dùng USB hoặc ổ đĩa "
        "khác.",
        "That folder is on the same disk as the work: if the disk fails, both are lost. A stick "
        "or another drive is better.",
    ),
    "place.give_up": Label("Thôi không dùng nơi này", "Stop using this place"),
    "place.given_up": Label(
        "Không chép sang đó nữa. Các bản sao đã có ở đó vẫn còn.",
        "No more copies go there. Those that were made are still there.",
    ),
    "place.overdue": Label("Đã lâu chưa có bản sao thứ hai", "No second copy for a long time"),
    "recovery.title": Label("Khôi phục dữ liệu", "Recovery"),
    "recovery.damaged": Label(
        "Tệp dữ liệu trên máy này bị hỏng", "The database on this computer is damaged"
    ),
    "recovery.damaged_help": Label(
        "Đừng tắt máy và đừng xóa gì. Bấm nút dưới đây: tệp hỏng được giữ nguyên sang một bên, và "
        "dữ liệu được dựng lại từ bản sao, từ những gì còn đọc được, rồi từ tỉnh. Việc này mất "
        "vài giây.",
        "Do not switch off and do not delete anything. Press the button below: the damaged file is "
        "kept aside as it is, and the work is rebuilt from the copy, from what can still be read, "
        "and then from the province. It takes some seconds.",
    ),
    "recovery.go": Label("Khôi phục ngay", "Recover now"),
    "recovery.way": Label("Khôi phục dữ liệu", "Recover the work"),
    "recovery.under_way": Label(
        "Đang kiểm tra và dựng lại… trang này tự cập nhật.",
        "Checking and rebuilding… this page follows.",
    ),
    "recovery.restart": Label(
        "Hãy tắt chương trình rồi mở lại; khi mở, chương trình tự kiểm tra và dựng lại dữ liệu.",
        "Stop the program and start it again; it then checks and rebuilds the work by itself.",
    ),
    "recovery.done": Label("Dữ liệu đã được dựng lại", "The work was rebuilt"),
    "recovery.when": Label("Lúc {moment}", "At {moment}"),
    "recovery.todo": Label(
        "Dữ liệu vừa được dựng lại sau khi tệp bị hỏng: hãy đọc đã lấy lại được gì.",
        "The work was rebuilt after damage: please read what came back.",
    ),
    "recovery.read": Label("Tôi đã đọc", "I have read this"),
    "recovery.none": Label(
        "Tệp dữ liệu trên máy này chưa lần nào bị hỏng.",
        "The database on this computer has never been damaged.",
    ),
    "recovery.check": Label(
        "Nghi ngờ có gì không ổn? Nút này kiểm tra toàn bộ tệp dữ liệu, và chỉ dựng lại nếu hỏng.",
        "Does something look wrong? This button checks the whole database, and rebuilds it only "
        "if it is damaged.",
    ),
    "recovery.check_go": Label("Kiểm tra toàn bộ", "Check everything"),
    "space.title": Label("Ổ đĩa sắp đầy", "The disk is filling up"),
    "space.reserve_opened": Label(
        "Ổ đĩa đã đầy, nên chương trình vừa mở phần dự phòng. Hãy bấm Lưu lần nữa; lần này sẽ có "
        "chỗ. Sau đó xóa bớt tệp không cần.",
        "The disk is full, so the reserve was opened just now. Press Save again; this time there "
        "is room. Then delete files you do not need.",
    ),
}

"""Sentences for a page that cannot be shown, and for faults of the server's own disk."""

from __future__ import annotations

from schemas.formatting.label import Label

FAULTS = {
    "fault.title": Label("Chưa thực hiện được", "This did not work"),
    "fault.home": Label("Về trang chủ", "Go to the first page"),
    "fault.support": Label("Mã để báo hỗ trợ:", "Code for support:"),
    "fault.form": Label(
        "Trang này đã mở quá lâu hoặc phiên đăng nhập đã hết. Chưa có gì được lưu. "
        "Hãy tải lại trang và làm lại.",
        "This page is out of date, or your session has ended. Nothing was saved. "
        "Reload the page and do it again.",
    ),
    "fault.device_damaged": Label(
        "Trên đĩa của máy chủ, dòng của máy {name} không còn như lúc ghi, nên không biết máy đó "
        "được xem những gì: tạm thời chỉ máy đó không được trả lời. Dữ liệu trên máy đó vẫn an "
        "toàn. Hãy cho ngừng máy ấy rồi ghi danh lại, hoặc khôi phục máy chủ từ bản sao lưu.",
        "On the server's disk the row of the machine {name} was damaged, so what it may see is "
        "unknown. Only that machine gets no answer for now. The work on it is safe. Retire it and "
        "enrol it again, or restore the server from a backup.",
    ),
    "fault.setting_damaged": Label(
        "Trên đĩa của máy chủ, cài đặt “{name}” của tỉnh không còn như lúc ghi; đã lấy lại từ bản "
        "thứ hai, không có gì bị mất. Đĩa có thể sắp hỏng: hãy sao lưu sang ổ khác.",
        "On the server's disk the province's setting “{name}” was damaged. It was restored from "
        "its second copy; nothing is lost. The disk may be failing: make a backup on another disk.",
    ),
    "fault.put_back": Label(
        "Dữ liệu của máy chủ đã bị đưa về một bản cũ mà không dùng lệnh restore. Máy chủ đã mang "
        "tên mới; các trung tâm sẽ gửi lại những gì thiếu. Hãy xem ai đã khôi phục máy chủ này.",
        "The server's data went back to an older state, and the command restore was not used. The "
        "server has taken a new name; the centres send again what is missing. Find out who "
        "replaced the data.",
    ),
    "fault.unproved": Label(
        "Máy {name} nêu một chỗ trong sổ của tỉnh mà máy chủ chưa từng tới. Chỉ máy đó đọc lại từ "
        "đầu (lần thứ {times}); các máy khác và dữ liệu không bị ảnh hưởng. Nếu lặp lại, hãy xem "
        "lại máy đó; nếu nhiều máy cùng như vậy, hãy xem ai đã khôi phục máy chủ.",
        "The machine {name} named a place in the province's log that the server never reached. "
        "Only that machine reads everything again (time {times}); other machines and the data are "
        "not affected. If it happens again, inspect that machine. If it happens to many machines, "
        "find out who replaced the server's data.",
    ),
    "fault.400": Label(
        "Máy chủ không hiểu yêu cầu này. Chưa có gì được lưu. Hãy quay lại và thử lại.",
        "The server did not understand the request. Nothing was saved. Go back and try again.",
    ),
    "fault.401": Label(
        "Cần có mã truy cập còn hiệu lực. Hãy hỏi quản trị của tỉnh.",
        "A valid token is needed. Ask the province's administrator.",
    ),
    "fault.409": Label(
        "Con trỏ không phải của máy chủ này, hoặc máy chủ đã được khôi phục; hãy đọc lại từ đầu, "
        "không kèm con trỏ.",
        "The cursor is from another server, or the server was restored since. Read again from the "
        "beginning, without a cursor.",
    ),
    "fault.422": Label(
        "Tham số gửi lên chưa đúng; xem “errors”.",
        "A parameter is not valid; see “errors”.",
    ),
    "fault.403": Label(
        "Tài khoản của bạn không được xem trang này. Nếu cần, hãy hỏi quản trị của tỉnh.",
        "Your account may not see this page. If you need it, ask the province's administrator.",
    ),
    "fault.no_intake": Label(
        "Ở đây tài khoản của bạn không nhập sổ này từ tệp: sổ do nơi khác ghi, hoặc được chấm trên "
        "trang riêng, như phiếu đánh giá. Không có gì được ghi.",
        "Your account cannot import this register from a file: others fill it in, or it has pages "
        "of its own, as evaluations have. Nothing was saved.",
    ),
    "fault.404": Label(
        "Không có trang này, hoặc trang nằm ngoài đơn vị của bạn.",
        "There is no such page, or it is outside your units.",
    ),
    "fault.405": Label(
        "Địa chỉ này không dùng theo cách đó.", "This address is not used that way."
    ),
    "fault.413": Label(
        "Nội dung gửi lên quá lớn. Chưa có gì được lưu.",
        "What was sent is too large. Nothing was saved.",
    ),
    "fault.429": Label(
        "Bạn đã thử quá nhiều lần. Hãy đợi một lát rồi thử lại.",
        "Too many attempts. Wait a while, then try again.",
    ),
    "fault.500": Label(
        "Máy chủ gặp lỗi ngoài dự kiến; dữ liệu đã lưu trước đó vẫn an toàn. "
        "Hãy thử lại; nếu vẫn lỗi, gọi quản trị và đọc mã dưới đây.",
        "The server met an unexpected fault; what was saved before is safe. Try again. If it "
        "happens again, call the administrator and read out the code below.",
    ),
    "fault.store": Label(
        "Máy chủ tạm thời chưa dùng được cơ sở dữ liệu (đang bận, đầy đĩa hoặc hỏng tệp). "
        "Dữ liệu đã lưu trước đó vẫn an toàn. Hãy thử lại sau ít phút và báo quản trị.",
        "The server cannot use its database just now (busy, disk full or file damaged). "
        "What was saved before is safe. Try again in some minutes, and tell the administrator.",
    ),
    "fault.other": Label(
        "Yêu cầu này chưa thực hiện được. Chưa có gì được lưu.",
        "This could not be done. Nothing was saved.",
    ),
}

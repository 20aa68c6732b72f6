"""Sentences about people, their files and their clock."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "error.wrong-pin": Label(
        "Mã PIN không đúng. Không có gì bị mất. Hãy nhập lại; nếu quên, một cán bộ khác của trung "
        "tâm đặt mã PIN mới giúp bạn ở mục Cán bộ.",
        "The PIN is wrong. Nothing is lost. Type it again; if you forgot it, another member of "
        "staff can set a new one for you under Staff.",
    ),
    "error.pin-throttled": Label(
        "Nhập sai PIN quá nhiều lần. Không có gì bị mất. Hãy đợi {wait} rồi thử lại.",
        "Too many wrong PINs. Nothing is lost. Wait {wait}, then try again.",
    ),
    "error.pin-too-short": Label(
        "Mã PIN cần ít nhất 4 chữ số. Chưa có gì thay đổi. Hãy chọn mã PIN dài hơn.",
        "A PIN needs at least 4 digits. Nothing was changed. Choose a longer one.",
    ),
    "error.name-taken": Label(
        "Tên này trống, đã có người dùng hoặc từng là tên của người khác. Chưa có gì thay đổi. Hãy "
        "nhập tên khác, ví dụ thêm tên thôn.",
        "The name is empty, already used, or was somebody else's before. Nothing was changed. Type "
        "another, for example with the village.",
    ),
    "error.last-person": Label(
        "{detail} là người duy nhất còn đăng nhập được vào máy này, nên chưa thể cho nghỉ. Chưa có "
        "gì thay đổi. Hãy thêm một cán bộ khác trước.",
        "{detail} is the only person who can still log in to this computer, and cannot be retired. "
        "Nothing was changed. Add another member of staff first.",
    ),
    # -- files -------------------------------------------------------------------------------
    "error.bundle-damaged": Label(
        "Tệp này bị hỏng, bị cắt, không phải tệp đồng bộ, hoặc dành cho máy khác. "
        "Không có gì được nhập vào; dữ liệu trên máy vẫn an toàn. Hãy chép lại tệp từ nơi gửi.",
        "The file is damaged, incomplete, not a sync file, or for another computer. Nothing "
        "of it was imported; the work on this computer is safe. Copy the file again "
        "from where it came.",
    ),
    "error.bundle-ours": Label(
        "Đây là tệp mà máy này đã xuất ra để gửi cho tỉnh, không phải tệp tỉnh trả về. Không có gì "
        "thay đổi; dữ liệu trên máy vẫn an toàn. Hãy đưa tệp này cho tỉnh, rồi nhập tệp "
        "tỉnh trả về.",
        "This is the file that this computer made for the province, not the province's answer. "
        "Nothing was changed; the work on this computer is safe. Give this file to the province, "
        "then import the file that comes back.",
    ),
    "error.bundle-foreign": Label(
        "Tệp này không dành cho máy này hoặc không do tỉnh ký. Không có gì được nhập vào; dữ liệu "
        "trên máy vẫn an toàn. Hãy xem lại có đúng tệp mà tỉnh trả về cho trung tâm này không.",
        "The file is not for this computer, or the province did not sign it. Nothing of it was "
        "imported; the work on this computer is safe. Check that it is the file that the "
        "province returned to this centre.",
    ),
    "error.file-unwritable": Label(
        "Không ghi được tệp ({detail}). Dữ liệu trên máy vẫn an toàn. Hãy xem USB còn chỗ trống và "
        "không bị khóa ghi, rồi thử lại.",
        "The file could not be written ({detail}). The work on this computer is safe. Check that "
        "the stick has room and is not write-protected, then try again.",
    ),
    # -- states ------------------------------------------------------------------------------
    "clock.minutes": Label("{count} phút", "{count} {count:minute|minutes}"),
    "clock.hours": Label("{count} giờ", "{count} {count:hour|hours}"),
    "clock.days": Label("{count} ngày", "{count} {count:day|days}"),
    "clock.ahead": Label(
        "Đồng hồ máy này chạy nhanh hơn của tỉnh khoảng {lead}. Dữ liệu vẫn an toàn. Hãy "
        "chỉnh lại ngày giờ của máy.",
        "This computer's clock is about {lead} ahead of the province's. The work is "
        "safe. Set the computer's date and time.",
    ),
    "clock.behind": Label(
        "Đồng hồ máy này chạy chậm hơn của tỉnh khoảng {lead}. Dữ liệu vẫn an toàn. "
        "Hãy chỉnh lại ngày giờ của máy.",
        "This computer's clock is about {lead} behind the province's. The work is "
        "safe. Set the computer's date and time.",
    ),
}

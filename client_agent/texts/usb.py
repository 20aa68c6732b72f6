"""Sentences about files that travel on a USB stick, for the commands and the pages."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "error.stick-full": Label(
        "USB không đủ chỗ trống ({detail}). Không có tệp nào được ghi dở; dữ liệu trên máy vẫn an "
        "toàn. Hãy xóa bớt tệp trên USB hoặc dùng USB khác, rồi ghi lại.",
        "The stick has no room left ({detail}). No half-written file was left; the work on this "
        "computer is safe. Delete files on the stick or take another one, then write again.",
    ),
    "error.stick-read-only": Label(
        "USB không cho ghi ({detail}). Không có gì thay đổi; dữ liệu trên máy vẫn an toàn. Hãy gạt "
        "chốt khóa ghi trên USB, hoặc dùng USB khác, rồi ghi lại.",
        "The stick cannot be written ({detail}). Nothing was changed; the work on this computer "
        "is safe. Release its write lock or take another stick, then write again.",
    ),
    "error.stick-gone": Label(
        "Không thấy USB hoặc thư mục, hoặc USB bị rút giữa chừng ({detail}). Không có gì được tính "
        "là đã ghi; dữ liệu trên máy vẫn an toàn. Hãy cắm lại USB và thử lại.",
        "The stick or folder is not there, or was pulled out too early ({detail}). Nothing counts "
        "as written; the work on this computer is safe. Plug the stick in and try again.",
    ),
    "error.no-answer": Label(
        "Chưa có tệp trả lời nào của tỉnh cho máy này ({detail}). Không có gì thay đổi. Hãy đưa "
        "USB cho tỉnh, rồi nhập lại; tệp trả lời có tên kết thúc bằng “-tra-loi.khb” hoặc "
        "“-tra-loi.zip”.",
        "There is no answer from the province for this computer ({detail}). Nothing was changed. "
        "Take the stick to the province first; the name of its answer ends in “-tra-loi.khb” or "
        "“-tra-loi.zip”.",
    ),
    # -- what was written --------------------------------------------------------------------
    "export.done": Label(
        "Đã ghi toàn bộ {count} thay đổi mà tỉnh chưa xác nhận vào {file} ({size}) và đọc lại "
        "đúng. Hãy đưa USB cho tỉnh, rồi nhập tệp tỉnh trả về.",
        "{file} ({size}) contains {count} {count:change|changes}, all that the province has not "
        "confirmed, and was read back. Take the stick to the province, then import the file that "
        "comes back.",
    ),
    "export.parts": Label(
        "Dữ liệu được chia thành {count} tệp; hãy mang đi đủ cả {count} tệp.",
        "The data was split into {count} {count:file|files}; take all {count} with you.",
    ),
    # -- what came back ----------------------------------------------------------------------
    "import.done": Label(
        "Đã nhập {answers} tệp trả lời của tỉnh: tỉnh xác nhận thêm {sent} thay đổi của trung "
        "tâm; nhận về {received} thay đổi của nơi khác.",
        "Imported {answers} {answers:answer|answers} from the province: it confirms {sent} more "
        "{sent:change|changes} of this centre; {received} {received:change|changes} of others "
        "came.",
    ),
    "import.settled": Label(
        "Tỉnh và máy này có dữ liệu giống hệt nhau; đã đối chiếu.",
        "The province and this computer have the same work; this was checked.",
    ),
    "import.old": Label(
        "Tệp này trả lời một lần gửi cũ và không có gì mới. Không có gì bị mất.",
        "This file answers an older file and brought nothing new. Nothing was lost.",
    ),
    "import.waiting": Label(
        "Còn {count} thay đổi tỉnh chưa xác nhận: hãy ghi ra USB lần nữa, hoặc đồng bộ qua mạng.",
        "{count} {count:change is|changes are} not confirmed yet: write to the stick once more, "
        "or sync over a network.",
    ),
    "import.missing": Label(
        "Thiếu phần {missing} trong {parts} phần của tệp trả lời. Những phần đã có đều an toàn. "
        "Hãy tìm phần còn thiếu, để chung một thư mục với các phần kia rồi nhập lại.",
        "Part {missing} of the answer's {parts} is missing. What the others brought is safe. Find "
        "it, put all parts into one folder and import them again.",
    ),
    "import.damaged": Label(
        "Không đọc được {names}: tệp hỏng hoặc không do tỉnh ký; đã bỏ qua. Hãy chép lại tệp.",
        "{names} cannot be read: damaged, or not signed by the province; skipped. Copy it again.",
    ),
    "import.cut_off": Label(
        "Trong đó có quá nhiều tệp: chỉ xem {count} tệp đầu. Nếu thiếu tệp trả lời, hãy chọn đúng "
        "thư mục hoặc đúng tệp.",
        "There are too many files in it: only the first {count} were checked. If an answer is "
        "missing, choose its folder or the file itself.",
    ),
    "import.differs": Label(
        "Dữ liệu của máy này còn khác với của tỉnh. Không có gì bị mất. Hãy đồng bộ qua mạng một "
        "lần để máy tự sửa, và báo cho tỉnh.",
        "The records of this computer still differ from the province's. Nothing is lost. Sync over "
        "a network once, which repairs it, and tell the province.",
    ),
}

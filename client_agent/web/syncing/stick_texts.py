"""Sentences of the page about the USB stick."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "stick.title": Label("Gửi bằng USB", "By USB stick"),
    "stick.lead": Label(
        "Ba bước: ghi dữ liệu ra USB; mang USB lên tỉnh hoặc huyện; mang USB về và nhập tệp "
        "trả lời.",
        "Three steps: write the work to the stick; carry the stick to the province or district; "
        "bring it back and import the answer.",
    ),
    "stick.export": Label("1. Ghi ra USB", "1. Write to the stick"),
    "stick.export_help": Label(
        "Mọi thay đổi đi trong một lần. Chỉ tỉnh mở được tệp. Ghi lại bao nhiêu lần cũng không "
        "bị tính hai lần.",
        "All changes travel in one go. Only the province can open the file. Doing this again "
        "counts nothing twice.",
    ),
    "stick.export_count": Label(
        "{count} thay đổi tỉnh chưa xác nhận.", "Changes not confirmed yet: {count}."
    ),
    "stick.where": Label("USB nào?", "Which stick?"),
    "stick.none_found": Label(
        "Chưa thấy USB nào. Hãy cắm USB rồi tải lại trang này, hoặc ghi tên thư mục.",
        "No stick was found. Plug one in and reload this page, or type a folder's name.",
    ),
    "stick.other": Label("Thư mục khác", "Another folder"),
    "stick.other_hint": Label("ví dụ: E:\\ hoặc /media/usb", "for example: E:\\ or /media/usb"),
    "stick.write_go": Label("Ghi ra USB", "Write to the stick"),
    "stick.export_go": Label("Tải tệp về máy", "Download the file instead"),
    "stick.carry": Label("2. Mang USB đi", "2. Carry the stick"),
    "stick.carry_help": Label(
        "Mang USB lên tỉnh hoặc huyện, hoặc nhờ người đi; nhiều trung tâm có thể dùng chung một "
        "USB. Tỉnh ghi tệp trả lời vào chính USB đó. Mất USB cũng không lộ và không mất dữ liệu.",
        "Take or send the stick to the province or district; several centres may share one. The "
        "answer is written to the same stick. If it is lost, nothing is lost or disclosed.",
    ),
    "stick.import": Label("3. Nhập trả lời của tỉnh", "3. Import the province's answer"),
    "stick.import_help": Label(
        "Máy tự tìm các tệp trả lời dành cho mình trên cả USB, kể cả tệp ZIP và trong thư mục con.",
        "The answers for this computer are found by themselves, anywhere on the stick and in ZIPs.",
    ),
    "stick.read_go": Label("Tìm và nhập từ USB", "Find and import"),
    "stick.file": Label(
        "Hoặc chọn tệp trả lời (.khb hoặc .zip)", "Or choose the answer's files (.khb or .zip)"
    ),
    "stick.import_go": Label("Nhập các tệp đã chọn", "Import these files"),
    "stick.no_file": Label("Hãy chọn một tệp.", "Please choose a file."),
    "stick.no_place": Label(
        "Hãy chọn USB hoặc ghi tên thư mục.", "Please choose a stick or type a folder's name."
    ),
    "stick.imported": Label(
        "Tỉnh đã nhận {confirmed} trong {saved} thay đổi.",
        "The province has {confirmed} of {saved} {saved:change|changes}.",
    ),
}

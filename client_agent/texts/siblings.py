"""Sentences about the other machines of the centre."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "sibling.handed": Label(
        "Đã ghi toàn bộ dữ liệu của máy này ra {file} ({size}) và đọc lại đúng. Chỉ máy {name} mở "
        "được. Trên máy đó, chọn “Nhập từ máy khác” hoặc chạy: khuyenhoc-agent take-over TỆP",
        "Wrote all of this computer's work to {file} ({size}) and read it back. Only {name} can "
        "open it. There, choose “Import from the other computer”, or run: "
        "khuyenhoc-agent take-over FILE",
    ),
    "sibling.taken": Label(
        "Đã nhập từ máy {name}: {count} thay đổi mới. Việc nào tỉnh chưa xác nhận, máy này cũng "
        "sẽ gửi; máy nào gửi trước thì tính, không tính hai lần. Nếu đang chờ tệp trả lời của "
        "tỉnh, hãy xuất lại tệp cho tỉnh.",
        "Imported from {name}: {count} new {count:change|changes}. What the province has not "
        "confirmed is now sent from this computer too; the one that sends first counts, and "
        "nothing counts twice. If an answer from the province is still on its way, export for the "
        "province again.",
    ),
    "sibling.left": Label(
        "Trong tệp của máy {name} còn {count} mục chỉ tỉnh mới được ghi (chỉ đạo, danh sách máy, "
        "kết quả tỉnh hoặc huyện xác nhận …). Máy này chưa nhận các mục đó từ tệp: lần đồng bộ tới "
        "sẽ nhận thẳng từ tỉnh. Việc của trung tâm không thiếu gì và không phải làm gì thêm.",
        "The file of {name} also contains {count} {count:item|items} that only the province may "
        "write (directives, the list of computers, what the province or the district confirmed "
        "…). This computer did not take them from the file: the next sync brings them directly "
        "from the province. None of the centre's own work is missing, and there is nothing to do.",
    ),
    "sibling.none": Label(
        "Máy này chưa biết máy nào khác của trung tâm. Hãy đồng bộ với tỉnh một lần sau khi máy "
        "kia đã ghi danh.",
        "This computer does not know any other computer of the centre. Sync with the province once "
        "after the other one is enrolled.",
    ),
    "sibling.line": Label("{device}  {label}  {state}", "{device}  {label}  {state}"),
    "sibling.active": Label("đang dùng", "in use"),
    "sibling.retired": Label("đã ngừng", "retired"),
    "sibling.lost": Label("báo mất", "lost"),
    "error.sibling-unknown": Label(
        "Máy này chưa biết máy kia ({detail}) thuộc cùng trung tâm. Chưa nhập và chưa ghi gì; dữ "
        "liệu của cả hai máy vẫn an toàn. Hãy đồng bộ máy này với tỉnh một lần (mạng hoặc USB), "
        "rồi làm lại.",
        "This computer does not know yet that the other one ({detail}) belongs to the same centre. "
        "Nothing was imported or written; the work on both is safe. Sync this computer with the "
        "province once, by network or stick, then try again.",
    ),
    "error.sibling-ended": Label(
        "Tỉnh đã ngừng hoặc báo mất máy {detail}, nên không trao đổi với máy đó được. Dữ liệu trên "
        "máy này vẫn an toàn. Những gì máy đó còn giữ: hãy gửi lên tỉnh để người của tỉnh xem.",
        "The province has retired {detail} or reported it lost, so nothing is exchanged with it. "
        "The work on this computer is safe. If that computer still has work, send it to the "
        "province, where somebody will look at it.",
    ),
}

"""Sentences of the page on which files from sticks are taken in."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "bundles.title": Label("Nhận tệp từ USB", "Files from sticks"),
    "bundles.lead": Label(
        "Trung tâm không có mạng gửi dữ liệu bằng USB. Chọn các tệp tên kết thúc bằng “-gui.khb”, "
        "của một hay nhiều trung tâm. Nhận một tệp bao nhiêu lần cũng không bị tính hai lần.",
        "Centres without a network send their work on a stick. Choose the files whose names end "
        "in “-gui.khb”, of one centre or many. Taking a file in twice counts nothing twice.",
    ),
    "bundles.file": Label("Tệp của các trung tâm", "The centres' files"),
    "bundles.limit": Label(
        "Tối đa {size} MB một lần. Nhiều hơn thì dùng lệnh: khuyenhoc-server import-bundle THƯ_MỤC",
        "At most {size} MB at a time. For more, use: khuyenhoc-server import-bundle FOLDER",
    ),
    "bundles.go": Label("Nhận các tệp", "Take them in"),
    "bundles.no_file": Label("Hãy chọn ít nhất một tệp.", "Please choose a file."),
    "bundles.after": Label(
        "Sau khi nhận, tải các tệp trả lời và chép vào đúng USB. Trung tâm nhập tệp trả lời thì "
        "biết tỉnh đã nhận đủ, và có luôn những gì tỉnh gửi xuống.",
        "Then download the answers and copy them to the sticks. When a centre imports its answer, "
        "it knows that the province has everything, and gets what the province sends.",
    ),
    "bundles.done": Label("Kết quả nhận tệp", "What the files brought"),
    "bundles.summary": Label(
        "{files} tệp: {new} thay đổi mới, {failed} tệp chưa nhận được.",
        "{files} {files:file|files}: {new} new {new:change|changes}, {failed} not taken in.",
    ),
    "bundles.download": Label(
        "Tải {count} tệp trả lời (ZIP)", "Download {count} {count:answer|answers} (ZIP)"
    ),
    "bundles.more": Label("Nhận tệp khác", "Take in more"),
    "bundles.made": Label("Xuất lúc", "Exported"),
    "bundles.changes": Label("Thay đổi", "Changes"),
    "bundles.new": Label("Mới", "New"),
    "bundles.parked": Label("Để riêng", "Parked"),
    "bundles.conflicts": Label("Mâu thuẫn", "Conflicts"),
    "bundles.clock": Label("Đồng hồ", "Clock"),
    "bundles.refused": Label("Chưa nhận được", "Not taken in"),
    "bundles.taken": Label("Đã nhận", "Taken in"),
}

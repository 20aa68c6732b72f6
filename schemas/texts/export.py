"""What pages and paper say about what leaves the program: long files, prints, the dictionary."""

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
    "print.form": Label("Phiếu ghi: {table}", "Form: {table}"),
    "print.list": Label("Danh sách: {table}", "List: {table}"),
    "print.do_form": Label("In phiếu trống", "Print a blank form"),
    "print.do_list": Label("In danh sách", "Print the list"),
    "print.back": Label("Quay lại", "Back"),
    "print.how": Label("Bấm Ctrl+P để in trên giấy A4.", "Press Ctrl+P to print on A4."),
    "print.pages": Label(
        "Số trang do trình duyệt in (Chrome, Edge, Cốc Cốc từ bản 131); nếu không thấy, hãy chọn "
        "“Đầu trang và chân trang” trong hộp thoại in.",
        "The browser prints the numbers of pages (Chrome, Edge from version 131); if there are "
        "none, tick “Headers and footers” in the print dialogue.",
    ),
    "print.nation": Label("Cộng hòa xã hội chủ nghĩa Việt Nam", "Socialist Republic of Viet Nam"),
    "print.motto": Label("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "print.day": Label("……………………, ngày …… tháng …… năm ………", "……………………, …… / …… / ………"),
    "print.made_by": Label("Người lập", "Drawn up by"),
    "print.signature": Label("(Ký, ghi rõ họ tên)", "(signature, full name)"),
    "print.confirmed": Label("Xác nhận của lãnh đạo", "Confirmed by"),
    "print.seal": Label("(Ký, đóng dấu)", "(signature, seal)"),
    "print.number": Label("STT", "No."),
    "print.code": Label("Mã", "Code"),
    "print.criterion": Label("Tiêu chí", "Criterion"),
    "print.most": Label("Điểm tối đa", "Maximum"),
    "print.score": Label("Điểm chấm", "Score"),
    "print.reason": Label("Lý do, minh chứng", "Reason, evidence"),
    "print.do_record": Label("In bản ghi này", "Print this record"),
    "print.do_sheet": Label("In phiếu đã chấm", "Print the filled sheet"),
    "print.evaluation": Label("Phiếu đánh giá, xếp loại năm {year}", "Evaluation sheet for {year}"),
    "print.by_set": Label("Theo: {title}", "By: {title}"),
    "print.own_score": Label("Tự chấm", "Own score"),
    "print.verified_score": Label("Thẩm định", "Verified"),
    "print.verified_reason": Label("Lý do của người thẩm định", "The verifier's reason"),
    "print.total": Label("Tổng điểm", "Total"),
    "print.rank": Label("Xếp loại", "Rank"),
    "print.stage": Label("Tình trạng", "State"),
    "print.centre_signs": Label("Đại diện trung tâm", "For the centre"),
    "print.verifier_signs": Label("Người thẩm định", "Verified by"),
    "print.sum": Label("Cộng", "Sum"),
    "print.sum_of": Label("Cộng {shown} bản ghi đã in", "Sum of the {shown} printed"),
    "print.in_all": Label(
        "Tổng hợp (số đếm, số dư không cộng dồn)",
        "In all (counts and balances are not added up over time)",
    ),
    "print.to_come": Label("(dự kiến)", "(planned)"),
    "print.not_summed": Label(
        "Dự kiến, chưa diễn ra nên không cộng: {count} bản ghi.",
        "Planned, not yet taken place and in no sum: {count} {count:record|records}.",
    ),
    "print.cut": Label(
        "Chỉ in {shown} trong {total} bản ghi; hãy lọc bớt để in phần còn lại.",
        "Only {shown} of {total} {total:record|records} are printed; narrow the list to print the "
        "others.",
    ),
    "print.period": Label("Từ {first} đến {last}", "From {first} to {last}"),
    "dictionary.title": Label("Từ điển dữ liệu", "Data dictionary"),
    "dictionary.lead": Label(
        "Mọi loại bản ghi và mọi mục của nó, đúng như chương trình đang dùng: {types} loại, "
        "{fields} mục.",
        "Every record type and every field of it, as the program has them: {types} "
        "{types:type|types}, {fields} {fields:field|fields}.",
    ),
    "dictionary.download": Label("Tải về (CSV)", "Download (CSV)"),
    "dictionary.type": Label("Loại bản ghi", "Record type"),
    "dictionary.type_label": Label("Tên loại", "Name of the type"),
    "dictionary.direction": Label("Chiều", "Direction"),
    "dictionary.field": Label("Mã mục", "Field"),
    "dictionary.label": Label("Tên mục", "Label"),
    "dictionary.kind": Label("Kiểu", "Kind"),
    "dictionary.required": Label("Bắt buộc", "Required"),
    "dictionary.owner": Label("Ai điền", "Owner"),
    "dictionary.values": Label("Giá trị", "Values"),
    "dictionary.rule": Label("Quy tắc", "Rule"),
    "dictionary.adds": Label("Cộng thế nào", "How it adds up"),
    "dictionary.records": Label("Số bản ghi: {way}", "Number of records: {way}"),
    "dictionary.help": Label("Giải thích", "Help"),
    "dictionary.names": Label("Là tên của một bản ghi {table}", "Names a record of {table}"),
    "dictionary.part_of": Label("Không lớn hơn “{whole}”", "Not more than “{whole}”"),
    "dictionary.after": Label("Không trước “{whole}”", "Not before “{whole}”"),
    "dictionary.sensitive": Label(
        "Ít hơn 5 thì không đưa ra ngoài", "Fewer than five are handed on to nobody"
    ),
    "dictionary.derived": Label("Tính ra, không điền", "Worked out, not filled in"),
    "dictionary.personal": Label("Dữ liệu cá nhân", "Personal"),
}

"""What stands on paper beside the records themselves, in both languages."""

from __future__ import annotations

from ..formatting.label import Label

TEXTS: dict[str, Label] = {
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
        "Planned, not held yet and in no sum: {count} {count:record|records}.",
    ),
    "print.cut": Label(
        "Chỉ in {shown} trong {total} bản ghi; hãy lọc bớt để in phần còn lại.",
        "Only {shown} of {total} {total:record|records} are printed; narrow the list to print the "
        "others.",
    ),
    "print.period": Label("Từ {first} đến {last}", "From {first} to {last}"),
}

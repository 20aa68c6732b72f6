"""What stands on paper beside the records themselves, in both languages."""

from __future__ import annotations

from .label import Label

TEXTS: dict[str, Label] = {
    "print.form": Label("Phiếu ghi: {table}", "Form: {table}"),
    "print.list": Label("Danh sách: {table}", "List: {table}"),
    "print.do_form": Label("In phiếu trống", "Print a blank form"),
    "print.do_list": Label("In danh sách", "Print the list"),
    "print.back": Label("Quay lại", "Back"),
    "print.how": Label("Bấm Ctrl+P để in trên giấy A4.", "Press Ctrl+P to print on A4."),
    "print.day": Label("Ngày …… tháng …… năm ………", "Date: …… / …… / ………"),
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
    "print.cut": Label(
        "Chỉ in {shown} trong {total} bản ghi; hãy lọc bớt để in phần còn lại.",
        "Only {shown} of {total} {total:record|records} are printed; narrow the list to print the "
        "others.",
    ),
    "print.period": Label("Từ {first} đến {last}", "From {first} to {last}"),
}

"""Sentences about what waits for somebody at the centre."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "task.period": Label("Nộp báo cáo: {title}", "Report to hand in: {title}"),
    "task.period_press": Label("Đã nộp", "Handed in"),
    "task.period_done": Label(
        "Đã ghi nhận: báo cáo kỳ này đã nộp.", "Noted: the report of this period was handed in."
    ),
    "task.due": Label("Hạn {day}: còn {days} ngày", "Due {day}: {days} {days:day|days} left"),
    "task.today": Label("Hạn {day}: hôm nay là ngày cuối", "Due {day}: today is the last day"),
    "task.late": Label("Hạn {day}: đã quá {days} ngày", "Due {day}: {days} {days:day|days} late"),
    "task.returned": Label(
        "Phiếu tự đánh giá năm {year} bị trả lại", "The evaluation sheet of {year} was returned"
    ),
    "task.returned_why": Label(
        "Lý do: {reason}. Sửa rồi ký lại.", "Why: {reason}. Mend it and sign again."
    ),
    "task.directive": Label("Văn bản chưa xem: {title}", "Directive not opened: {title}"),
    "task.directive_of": Label("Số {number} ngày {day}", "No. {number} of {day}"),
    "task.more_directives": Label(
        "Còn {count} văn bản chưa xem", "{count} more {count:directive|directives} not opened"
    ),
    "task.carry_out": Label("Văn bản cần thực hiện: {title}", "To be carried out: {title}"),
    "task.held": Label("Đã diễn ra chưa? {title}", "Did it take place? {title}"),
    "task.held_note": Label(
        "Dự kiến ngày {day}, chưa tính vào số liệu. Không diễn ra thì mở ra để sửa ngày hoặc xóa.",
        "Planned for {day} and not counted yet. If it did not take place, open it to change its "
        "day or to delete it.",
    ),
    "task.not_yet": Label(
        "Ngày của bản ghi này chưa tới; khi ngày đó đã qua, Trang chính sẽ hỏi lại.",
        "Its day is still to come; once it is over, the first page asks again.",
    ),
    "task.answered": Label(
        "Vướng mắc đã được trả lời: {title}", "An obstacle was answered: {title}"
    ),
}

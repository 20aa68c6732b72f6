"""Sentences of the lists and forms of records."""

from __future__ import annotations

from schemas.formatting.label import Label
from schemas.texts.saving import ASKED

TEXTS: dict[str, Label] = {
    "list.new": Label("Thêm mới", "Add new"),
    "list.count": Label("{count} bản ghi", "{count} in all"),
    "list.search": Label("Tìm", "Search"),
    "list.search_help": Label("Gõ không dấu cũng được", "Accents are not needed"),
    "list.all": Label("Tất cả", "All"),
    "list.from": Label("Từ ngày", "From"),
    "list.to": Label("Đến ngày", "To"),
    "list.filter": Label("Lọc", "Filter"),
    "list.clear": Label("Bỏ lọc", "Clear"),
    "list.csv": Label("Tải bảng (CSV)", "Download (CSV)"),
    "list.xlsx": Label("Tải bảng (Excel)", "Download (Excel)"),
    "list.deleted": Label("Đã xóa", "Deleted"),
    "list.deleted_title": Label("{label}: đã xóa", "{label}: deleted"),
    "list.living": Label("Quay lại danh sách", "Back to the list"),
    "list.none": Label("Chưa có bản ghi nào.", "There is nothing here yet."),
    "list.none_help": Label(
        "Bấm «Thêm mới» để nhập bản ghi đầu tiên. Không cần mạng.",
        "Press “Add new” to enter the first one. No network is needed.",
    ),
    "list.none_published": Label(
        "Tỉnh chưa gửi xuống. Dữ liệu sẽ đến trong lần đồng bộ tới.",
        "The province has not sent any. They will come with the next sync.",
    ),
    "list.none_found": Label("Không tìm thấy bản ghi nào như vậy.", "Nothing like that was found."),
    "list.none_deleted": Label("Không có bản ghi nào đã xóa.", "Nothing has been deleted."),
    "list.sort": Label("Sắp xếp theo {label}", "Sort by {label}"),
    "list.sent": Label("Gửi tỉnh", "Sent"),
    "list.bad_day": Label(
        "Không hiểu ngày «{text}». Hãy nhập như 24/07/2012.",
        "The date “{text}” is not understood. Please enter it as 24/07/2012.",
    ),
    "record.new": Label("{label}: thêm mới", "{label}: new"),
    "record.copy_of": Label("{label}: chép từ bản khác", "{label}: copied from another"),
    "record.edit": Label("{label}: sửa", "{label}: edit"),
    "record.do_edit": Label("Sửa", "Edit"),
    "record.do_copy": Label("Chép thành bản mới", "Copy to a new one"),
    "record.do_delete": Label("Xóa", "Delete"),
    "record.do_restore": Label("Khôi phục", "Restore"),
    "record.save": Label("Lưu", "Save"),
    "record.save_draft": Label("Lưu nháp", "Keep as draft"),
    "record.another": Label("Thêm bản khác", "Add another"),
    "record.saved": Label(
        "Đã lưu trên máy này. Sẽ gửi về tỉnh khi có mạng.",
        "Saved on this computer. It goes to the province when there is a network.",
    ),
    "record.erased": Label("(đã xóa, không hiện lại)", "(erased, not shown again)"),
    "record.consent": Label("Rút lại sự đồng ý", "Take the consent back"),
    "record.consent_why": Label(
        "Người được nêu ở đây (của trẻ em: cha mẹ) không đồng ý nữa? Bấm nút này thì bị xóa ở "
        "máy này và ở tỉnh: {fields}; không còn trong danh sách, tệp tải về, bản in, chương "
        "trình khác. Số liệu của bản ghi vẫn còn. Nhật ký và các bản sao lưu cũ còn giữ những gì"
        " đã viết, nhưng lịch sử ở dưới không hiện lại.",
        "The person named here (of a child, its parents) no longer agrees? This button erases on"
        " this computer and at the province: {fields}; from lists, files, paper and for other "
        "programs. The figures of the record stay. The log and earlier copies keep what was "
        "written, but the history below no longer shows it.",
    ),
    "record.consent_gone": Label(
        "Đã xóa: {fields}. Tỉnh xóa theo trong lần đồng bộ tới; hãy hủy tệp đã tải, giấy đã in.",
        "Erased: {fields}. The province follows with the next sync; destroy files that were "
        "downloaded and paper that was printed.",
    ),
    "record.unchanged": Label(
        "Không có gì thay đổi so với bản đã lưu.", "Nothing differs from what was saved."
    ),
    "record.overtaken": Label("Trong lúc bạn sửa, {parts}.", "While you were editing, {parts}."),
    "record.overtaken_part": Label(
        "«{field}» đã được lưu là {was} ({author}, {at}); bạn vừa thay bằng {now}",
        "“{field}” was saved as {was} ({author}, {at}); you have just replaced it by {now}",
    ),
    "record.look_again": Label("Xem lại", "Look again"),
    "record.far_off": Label("Ngày xa?", "Far day?"),
    "record.deleted": Label("Đã xóa «{title}».", "“{title}” was deleted."),
    "record.undo": Label("Hoàn tác", "Undo"),
    "record.restored": Label("Đã khôi phục.", "Restored."),
    "record.is_deleted": Label(
        "Bản ghi này đã bị xóa. Khôi phục để sửa hoặc tính vào báo cáo.",
        "This record is deleted. Restore it to edit it or to have it counted.",
    ),
    "record.fixed": Label(
        "Đã ghi thì không sửa, không xóa. Ghi nhầm thì ghi thêm một bút toán đảo.",
        "What is entered is not changed or deleted. Reverse a mistake by a further entry.",
    ),
    "record.do_reverse": Label("Ghi bút toán đảo", "Reverse it"),
    "record.untitled": Label("(chưa có tên)", "(untitled)"),
    "record.history": Label("Ai đã sửa, khi nào", "Who changed what, and when"),
    "record.history_made": Label("Tạo mới", "Created"),
    "record.history_changed": Label("Sửa: {fields}", "Changed: {fields}"),
    "record.history_deleted": Label("Xóa", "Deleted"),
    "record.history_restored": Label("Khôi phục", "Restored"),
    "record.province": Label("Tỉnh", "Province"),
    "record.waiting": Label("Chờ gửi", "Waiting"),
    "record.received": Label("Tỉnh đã nhận", "The province has it"),
    "record.needs_you": Label("Cần bạn xem", "Needs you"),
    "record.needs_you_text": Label(
        "Có người ghi khác bạn ở bản ghi này, hoặc tỉnh chưa tính một thay đổi.",
        "Somebody wrote something else in this record, or the province does not count a change.",
    ),
    "record.wrong": Label(
        "Chưa lưu được: có {count} chỗ cần sửa.", "Not saved yet. To mend: {count}."
    ),
    "record.not_given": Label("chưa nhập", "not given"),
    **ASKED,
    "planned.chip": Label("Dự kiến", "Planned"),
    "planned.note": Label(
        "Dự kiến: chưa diễn ra nên chưa tính vào số liệu.",
        "Planned: it has not taken place yet and is in no figure.",
    ),
    "planned.press": Label("Đã diễn ra", "It took place"),
    "planned.done": Label(
        "Đã ghi nhận là đã diễn ra; từ nay tính vào số liệu. Hãy xem lại số người, kinh phí.",
        "Noted that it took place; it counts from now on. Look at its counts and amounts again.",
    ),
    "twin.title": Label("Có thể bị trùng", "This may be entered twice"),
    "twin.text": Label(
        "Bản ghi đã được lưu, nhưng giống bản ghi khác (cùng tên, cùng ngày). "
        "Nếu nhập trùng, hãy xóa một bản.",
        "The record is saved, but looks like another one (same title, same day). "
        "If it was entered twice, delete one of them.",
    ),
    "draft.waiting": Label(
        "Bạn có bản nháp chưa lưu từ {moment}", "You have a draft from {moment} that is not saved"
    ),
    "draft.waiting_help": Label(
        "Bản nháp chỉ ở trên máy này và chưa được tính vào báo cáo.",
        "A draft is on this computer only and is not counted in any report.",
    ),
    "draft.holds": Label("Trong bản nháp:", "The draft holds:"),
    "draft.continue": Label("Tiếp tục nhập", "Go on typing"),
    "draft.drop": Label("Bỏ bản nháp", "Discard the draft"),
    "draft.another": Label("Giữ nháp, nhập bản khác", "Keep it and enter another"),
    "draft.dropped": Label("Đã bỏ bản nháp.", "The draft was discarded."),
    "draft.kept": Label("Đã giữ bản nháp lúc {moment}", "Draft kept at {moment}"),
    "draft.continued": Label(
        "Đây là bản nháp, chưa được lưu. Bấm «Lưu» khi nhập xong.",
        "This is a draft and not saved yet. Press “Save” when you have finished.",
    ),
    "draft.lost": Label(
        "Chưa giữ được bản nháp, đừng đóng trang này.",
        "The draft could not be kept; do not close this page.",
    ),
    "draft.typing": Label("Đang nhập…", "Typing…"),
}

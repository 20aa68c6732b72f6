"""What the pages of conflicts and parked changes say, in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label

_LIST = {
    "attention.title": Label("Cần xem lại", "Needs attention"),
    "attention.lead": Label(
        "Không có gì bị mất: mọi giá trị đều được giữ. Mở từng mục để quyết định; trung tâm "
        "cũng quyết định được các mục do mình điền.",
        "Nothing is lost: every value is kept. Open each one to decide; a centre can decide "
        "about the fields that it fills in, too.",
    ),
    "attention.damaged": Label("Bản ghi có thay đổi bị hỏng trên đĩa", "Damaged on the disk"),
    "attention.damaged_lead": Label(
        "Đĩa của máy chủ bị lỗi nên không còn đọc đúng được một thay đổi của các bản ghi này. Bản "
        "ghi vẫn hiện như cũ; các trung tâm vẫn đồng bộ mọi thứ khác, và máy nào còn giữ sẽ tự gửi "
        "lại. Nếu vài ngày sau vẫn còn, hãy nhờ người quản trị lấy lại từ bản sao lưu.",
        "The server's disk failed, so a change of these records can no longer be read as written. "
        "The records are shown as before; the centres sync everything else, and any machine that "
        "has the change sends it again by itself. If one is still listed after some days, ask the "
        "administrator to take it from a backup.",
    ),
    "attention.conflicts": Label("Xung đột đang mở", "Open conflicts"),
    "attention.parked": Label("Thay đổi chưa hợp nhất", "Parked changes"),
    "attention.closed": Label("Đã xử lý", "Dealt with"),
    "attention.kind": Label("Loại bản ghi", "Record type"),
    "attention.none": Label("Không có gì cần xem lại", "Nothing needs attention"),
    "attention.none_do": Label(
        "Khi hai người ghi khác nhau vào cùng một mục, hoặc một máy gửi thay đổi không thuộc "
        "quyền của mình, việc đó hiện ra ở đây.",
        "When two people write different values into one field, or a device sends a change "
        "that is not its to make, it appears here.",
    ),
    "attention.conflict": Label(
        "“{field}” của “{title}” được ghi khác nhau",
        "“{field}” of “{title}” was written differently",
    ),
    "attention.deletion": Label(
        "Người xóa, người sửa “{title}”", "One deleted, one edited “{title}”"
    ),
    "attention.parked_one": Label(
        "{who} gửi thay đổi của “{title}” mà chưa được hợp nhất",
        "{who} sent a change of “{title}” that was not merged",
    ),
    "attention.look": Label("Xem và quyết định", "See and decide"),
    "attention.stands": Label("đang dùng trong báo cáo", "used in reports"),
    "attention.new": Label("mới đến", "new"),
    "attention.deletes": Label("xóa bản ghi", "delete the record"),
    "attention.keeps": Label("giữ bản ghi", "keep the record"),
    "attention.edits": Label("sửa bản ghi", "edit the record"),
    "attention.somebody": Label("Ai đó", "Somebody"),
    "attention.why": Label("Lý do:", "Why:"),
    "attention.open": Label("Mở bản ghi", "Open the record"),
    "attention.is_deleted": Label("bản ghi đang bị xóa", "the record is deleted now"),
}
_ONE = {
    "attention.choose": Label("“{field}”: giá trị nào đúng?", "“{field}”: which one is right?"),
    "attention.choose_help": Label(
        "Những người này ghi khác nhau vì không thấy bản của nhau. Chọn một giá trị; sau này "
        "vẫn mở lại được. Quyết định sẽ về trung tâm trong lần đồng bộ tới.",
        "These people wrote different things because they did not see each other's. Choose one; "
        "it can be opened again later. The decision reaches the centre with its next sync.",
    ),
    "attention.choose_deletion": Label(
        "Xóa hay giữ bản ghi này?", "Delete this record or keep it?"
    ),
    "attention.choose_deletion_help": Label(
        "Một người xóa bản ghi trong khi người khác sửa, vì không thấy nhau. Nội dung đã sửa "
        "vẫn còn, dù chọn thế nào.",
        "One person deleted the record while another edited it, as they did not see each other. "
        "What was edited is kept, whatever you choose.",
    ),
    "attention.keep": Label("Giữ giá trị đang dùng", "Keep what is in use"),
    "attention.use": Label("Dùng giá trị này", "Use this one"),
    "attention.keep_deleted": Label("Giữ là đã xóa", "Leave it deleted"),
    "attention.restore": Label("Khôi phục bản ghi", "Bring the record back"),
    "attention.keep_living": Label("Giữ lại bản ghi", "Keep the record"),
    "attention.delete": Label("Xóa bản ghi này", "Delete this record"),
    "attention.not_yours": Label(
        "Tài khoản của bạn chỉ xem mục này; người khác quyết định.",
        "Your account may only look at this; somebody else decides.",
    ),
    "attention.claimed": Label("Theo máy: {moment}", "By its clock: {moment}"),
    "attention.corrected": Label("đúng ra: {moment}", "really: {moment}"),
    "attention.received": Label("Tỉnh nhận: {moment}", "Received: {moment}"),
    "attention.decided": Label(
        "Đã quyết định. Trung tâm sẽ thấy trong lần đồng bộ tới.",
        "Decided. The centre sees it with its next sync.",
    ),
    "attention.decided_by": Label("{who} đã quyết định, {moment}", "{who} decided, {moment}"),
    "attention.came_since": Label(
        "Trong lúc bạn quyết định, có giá trị mới đến. Hãy xem lại.",
        "While you were deciding, another value arrived. Please look again.",
    ),
    "attention.choose_one": Label(
        "Chưa lưu gì. Hãy bấm một trong các nút bên dưới.",
        "Nothing was saved. Press one of the buttons below.",
    ),
    "attention.form_old": Label(
        "Trang này đã cũ nên chưa lưu gì. Dưới đây là nội dung hiện nay; hãy quyết định lại.",
        "The page was out of date, so nothing was saved. This is how things stand; decide again.",
    ),
    "attention.undo": Label("Mở lại", "Open again"),
    "attention.opened_again": Label("Đã mở lại.", "Opened again."),
}
_PARKED = {
    "attention.not_merged": Label(
        "Thay đổi này đã đến tỉnh nhưng chưa được tính",
        "This change has arrived but is not counted",
    ),
    "attention.field": Label("Mục", "Field"),
    "attention.sent": Label("Nội dung đã gửi", "What was sent"),
    "attention.now": Label("Đang có trong bản ghi", "In the record now"),
    "attention.release": Label("Nhận nội dung này", "Take this over"),
    "attention.release_help": Label(
        "Ghi nội dung này vào bản ghi như thay đổi của bạn, kèm tên người gửi; trung tâm sẽ thấy.",
        "Writes this into the record as your change, with the sender's name; the centre sees it.",
    ),
    "attention.decline": Label("Không nhận", "Do not take it over"),
    "attention.decline_why": Label(
        "Lý do (trung tâm sẽ đọc)", "The reason (the centre will read it)"
    ),
    "attention.say_why": Label(
        "Chưa lưu gì. Hãy viết lý do, nhiều nhất 500 chữ cái, để trung tâm biết.",
        "Nothing was saved. Write the reason, at most 500 letters, so that the centre knows.",
    ),
    "attention.only_province": Label(
        "Tài khoản của tỉnh quyết định nhận hay không.",
        "An account of the province decides whether to take it over.",
    ),
    "attention.whole": Label(
        "Tải toàn bộ nội dung (trang này chỉ có phần đầu)",
        "Download all of it (this page has only the beginning)",
    ),
    "attention.cannot": Label(
        "Nội dung loại này không nhận thay được: nó không thuộc một trung tâm trong phạm vi "
        "của bạn, hoặc do tỉnh ban hành.",
        "This cannot be taken over: it is of no centre in your scope, or it is for the province "
        "itself to publish.",
    ),
    "attention.released": Label(
        "Đã nhận. Nội dung đã được ghi và sẽ về trung tâm trong lần đồng bộ tới.",
        "Taken over. It is written, and reaches the centre with its next sync.",
    ),
    "attention.declined": Label(
        "Đã ghi là không nhận. Trung tâm sẽ đọc được lý do.",
        "Not taken over. The centre can read why.",
    ),
    "attention.too_late": Label(
        "Người khác vừa xử lý mục này rồi; bạn chưa ghi gì thêm.",
        "Somebody else has just dealt with this; nothing more was written.",
    ),
    "attention.how.sent again": Label(
        "Trung tâm đã gửi lại ({who}), {moment}", "The centre sent it again ({who}), {moment}"
    ),
    "attention.how.set aside": Label(
        "Trung tâm đã bỏ qua ({who}), {moment}", "The centre set it aside ({who}), {moment}"
    ),
    "attention.how.released": Label("{who} đã nhận, {moment}", "{who} took it over, {moment}"),
    "attention.how.declined": Label("{who} không nhận, {moment}", "{who} declined, {moment}"),
    "attention.how.other": Label("{who} đã trả lời, {moment}", "{who} answered, {moment}"),
}
TEXTS: dict[str, Label] = {**_LIST, **_ONE, **_PARKED}

"""Sentences about what needs a person: conflicts, and changes that are not counted."""

from __future__ import annotations

from schemas.formatting.label import Label

_LIST = {
    "attention.title": Label("Cần bạn xem", "Needs you"),
    "attention.lead": Label(
        "Không có gì bị mất. Mở từng mục để quyết định; việc này không cần mạng.",
        "Nothing is lost. Open each one to decide; this needs no network.",
    ),
    "attention.none": Label("Không có gì cần bạn xem.", "Nothing needs you."),
    "attention.none_of_kind": Label(
        "Không có gì cần bạn xem ở loại này.", "Nothing of this kind needs you."
    ),
    "attention.closed_ones": Label("Đã xem", "Dealt with"),
    "attention.all": Label("Tất cả", "All"),
    "attention.conflict": Label("Ghi khác nhau: {field}", "Written differently: {field}"),
    "attention.deletion": Label("Người xóa, người sửa", "One deleted, one edited"),
    "attention.parked": Label("Tỉnh đã nhận, chưa tính", "Received, not counted"),
    "attention.look": Label("Xem và quyết định", "See and decide"),
    "attention.back": Label("Mục cần xem", "What needs you"),
    "attention.aside": Label(
        "{count} thay đổi được giữ riêng vì máy chủ của tỉnh không còn giữ chúng (có thể đã "
        "được khôi phục từ bản sao lưu). Chúng không mất; hãy báo cho tỉnh.",
        "Changes set aside: {count}, because the province's server no longer holds them (it "
        "may have been restored from a backup). They are not lost; please tell the province.",
    ),
    "attention.undo": Label("Mở lại", "Open again"),
    "attention.opened_again": Label("Đã mở lại.", "Opened again."),
    "attention.open": Label("Mở bản ghi", "Open the record"),
    "attention.gone": Label("Bản ghi không có trên máy này.", "The record is not here."),
    "attention.record_deleted": Label("Bản ghi này đang bị xóa.", "The record is deleted now."),
}
_WHO = {
    "attention.someone": Label("không rõ ai", "somebody"),
    "attention.this_computer": Label("máy này", "this computer"),
    "attention.other_computer": Label("máy khác ({name})", "another computer ({name})"),
    "attention.at_province": Label("tại tỉnh", "at the province"),
    "attention.claimed": Label("Ghi lúc {moment}", "Written {moment}"),
    "attention.corrected": Label(
        "Đồng hồ máy ấy sai; đúng ra là {moment}",
        "That computer's clock was wrong; it really was {moment}",
    ),
    "attention.received": Label("Tỉnh nhận lúc {moment}", "The province received it {moment}"),
}
_CONFLICT = {
    "attention.choose": Label("«{field}»: giá trị nào đúng?", "“{field}”: which one is right?"),
    "attention.choose_help": Label(
        "Những người này ghi khác nhau vì không thấy bản của nhau. Không có gì bị mất: hãy chọn "
        "một giá trị, sau này vẫn mở lại được.",
        "These people wrote different things because they did not see each other's. Nothing is "
        "lost: choose one; you can open this again later.",
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
    "attention.deleted": Label("Xóa bản ghi", "Delete the record"),
    "attention.restored": Label("Giữ bản ghi", "Keep the record"),
    "attention.valid": Label("đang dùng", "in use"),
    "attention.new": Label("mới đến", "new"),
    "attention.keep": Label("Giữ giá trị đang dùng", "Keep what is in use"),
    "attention.use": Label("Dùng giá trị này", "Use this one"),
    "attention.keep_deleted": Label("Giữ là đã xóa", "Leave it deleted"),
    "attention.restore": Label("Khôi phục bản ghi", "Bring the record back"),
    "attention.keep_living": Label("Giữ lại bản ghi", "Keep the record"),
    "attention.delete": Label("Xóa bản ghi này", "Delete this record"),
    "attention.not_yours": Label(
        "Mục này không do trung tâm điền; huyện hoặc tỉnh sẽ quyết định. Bạn chỉ xem.",
        "The centre does not fill in this field; the district or the province decides. "
        "You can only look.",
    ),
    "attention.decided_by": Label("{author} đã quyết định, {moment}", "{author} decided, {moment}"),
    "attention.came_since": Label(
        "Trong lúc bạn quyết định, có giá trị mới đến. Hãy xem lại.",
        "While you were deciding, another value arrived. Please look again.",
    ),
    "attention.choose_one": Label(
        "Chưa lưu gì. Hãy bấm một trong các nút bên dưới.",
        "Nothing was saved. Press one of the buttons below.",
    ),
}
_PARKED = {
    "attention.not_counted": Label(
        "Thay đổi này tỉnh đã nhận nhưng chưa tính vào bản ghi",
        "The province has this change but does not count it in the record",
    ),
    "attention.reason": Label("Vì {reason}.", "Because {reason}."),
    "attention.field": Label("Mục", "Field"),
    "attention.was_written": Label("Nội dung đã gửi", "What was sent"),
    "attention.stands": Label("Đang có trong bản ghi", "In the record now"),
    "attention.whole": Label(
        "Tải toàn bộ nội dung (trang này chỉ có phần đầu)",
        "Download all of it (this page has only the beginning)",
    ),
    "attention.send_again": Label("Sửa và gửi lại", "Edit and send again"),
    "attention.send_again_help": Label(
        "Mở biểu mẫu đã điền sẵn nội dung này (trừ mục không do trung tâm điền). Lưu là gửi "
        "như thay đổi mới.",
        "Opens the form filled with this (but for fields that are not the centre's). Saving "
        "sends it as a new change.",
    ),
    "attention.set_aside": Label("Bỏ qua", "Set aside"),
    "attention.set_aside_help": Label(
        "Không làm gì thêm. Nội dung vẫn được giữ ở mục «Đã xem».",
        "Nothing more is done. The content is kept under “Dealt with”.",
    ),
    "attention.ask_province": Label(
        "Mục không do trung tâm điền: tỉnh có thể nhận giúp. Hãy báo cho tỉnh nếu nội dung đúng.",
        "Not for the centre to fill in: the province can take it over. Tell it if this is right.",
    ),
    "attention.sending_again": Label(
        "Biểu mẫu đã điền sẵn nội dung mà tỉnh chưa tính. Xem lại, sửa nếu cần, rồi bấm «Lưu».",
        "The form holds what the province did not count. Check it, edit it if need be, and press "
        "“Save”.",
    ),
    "attention.how.sent again": Label(
        "{author} đã gửi lại, {moment}", "{author} sent it again, {moment}"
    ),
    "attention.how.set aside": Label(
        "{author} đã bỏ qua, {moment}", "{author} set it aside, {moment}"
    ),
    "attention.how.released": Label(
        "Tỉnh đã nhận nội dung này ({author}), {moment}",
        "The province took it over ({author}), {moment}",
    ),
    "attention.how.declined": Label(
        "Tỉnh không nhận ({author}), {moment}", "The province declined ({author}), {moment}"
    ),
    "attention.how.other": Label("{author} đã trả lời, {moment}", "{author} answered, {moment}"),
    "attention.why": Label("Tỉnh viết: {why}", "The province wrote: {why}"),
    "reason.device not active": Label(
        "máy đã gửi không còn được dùng", "the computer that sent it is no longer in use"
    ),
    "reason.out of bounds": Label(
        "dài hoặc lớn hơn mức một bản ghi chứa được, hoặc dấu thời gian không dùng được; nội dung "
        "vẫn được giữ nguyên: hãy chia nhỏ rồi nhập lại, hoặc báo tỉnh",
        "longer or larger than a record may be, or its timestamp is of no use; all of it is kept: "
        "enter it again in parts, or tell the province",
    ),
    "reason.no type of record": Label(
        "không rõ đây là bản ghi loại nào; hãy báo tỉnh",
        "it does not say what kind of record this is; tell the province",
    ),
    "reason.timestamp in use": Label(
        "một máy khác đã gửi thay đổi mang đúng dấu thời gian này; hãy báo tỉnh",
        "another computer had sent a change with this very timestamp; tell the province",
    ),
    "reason.outside the scope": Label(
        "bản ghi thuộc trung tâm khác", "the record belongs to another centre"
    ),
    "reason.outside the home area": Label(
        "bản ghi thuộc trung tâm khác", "the record belongs to another centre"
    ),
    "reason.only the server opens these": Label(
        "chỉ tỉnh được ghi loại này", "only the province writes this kind"
    ),
    "reason.published by the province": Label(
        "nội dung này do tỉnh ban hành", "only the province publishes this"
    ),
    "reason.internal to the offices": Label(
        "loại bản ghi này các cơ quan giữ nội bộ", "the offices keep such records for themselves"
    ),
    "reason.owned by the province": Label(
        "có mục do tỉnh điền, không phải trung tâm", "a field in it is for the province to fill in"
    ),
    "reason.owned by the district": Label(
        "có mục do huyện điền, không phải trung tâm", "a field in it is for the district to fill in"
    ),
    "reason.owned by the association": Label(
        "có mục do Tỉnh Hội điền, không phải trung tâm",
        "a field in it is for the provincial association to fill in",
    ),
    "reason.owned by the district association": Label(
        "có mục do huyện Hội điền, không phải trung tâm",
        "a field in it is for the district association to fill in",
    ),
    "reason.entries are never changed": Label(
        "bút toán đã ghi thì không sửa, không xóa", "an entry is never changed or deleted"
    ),
    "reason.other": Label("tỉnh cần xem lại", "the province has to look at it"),
}
TEXTS: dict[str, Label] = {**_LIST, **_WHO, **_CONFLICT, **_PARKED}

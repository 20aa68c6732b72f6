"""What the pages of single records, devices and open questions say, in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label
from schemas.texts.saving import ASKED

_RECORDS = {
    "records.count": Label("{count} bản ghi", "{count} {count:record|records}"),
    "records.empty": Label("Không có bản ghi nào", "No records"),
    "records.empty_do": Label(
        "Hãy bỏ bớt điều kiện lọc hoặc chọn kỳ khác. Trung tâm chưa đồng bộ thì chưa có gì ở đây.",
        "Take out a filter or choose another period. Centres that have not synced show nothing.",
    ),
    "records.empty_published": Label(
        "Hãy bỏ bớt điều kiện lọc hoặc chọn kỳ khác. Ở đây là những gì cấp trên ban hành cho mọi "
        "trung tâm.",
        "Take out a filter or choose another period. Here is what is issued to every centre.",
    ),
    "records.empty_internal": Label(
        "Hãy bỏ bớt điều kiện lọc hoặc chọn kỳ khác. Ở đây là những gì các cơ quan giữ nội bộ; "
        "không gửi xuống trung tâm nào.",
        "Take out a filter or choose another period. Here is what the offices keep for "
        "themselves; no centre is sent it.",
    ),
    "planned.beside": Label(
        "Dự kiến (chưa diễn ra, không nằm trong số liệu): {count}.",
        "Planned (not yet taken place, in no figure): {count}.",
    ),
    "planned.among": Label(
        "Trong đó dự kiến (chưa diễn ra, không nằm trong số liệu): {count}.",
        "Of these planned (not yet taken place, in no figure): {count}.",
    ),
    "planned.chip": Label("Dự kiến", "Planned"),
    "planned.see": Label("Xem", "See them"),
    "planned.these": Label(
        "Đây là những việc dự kiến: chưa diễn ra nên không nằm trong số liệu.",
        "These are planned: they have not taken place yet and are in no figure.",
    ),
    "planned.back": Label("Về những gì đã diễn ra", "Back to what took place"),
    "planned.note": Label(
        "Dự kiến: chưa diễn ra, hoặc trung tâm chưa xác nhận là đã diễn ra; không nằm trong số "
        "liệu.",
        "Planned: not yet taken place, or not confirmed by the centre; in no figure.",
    ),
    **ASKED,
    "records.page": Label("Trang {number} trên {last}", "Page {number} of {last}"),
    "records.next": Label("Trang sau", "Next page"),
    "records.previous": Label("Trang trước", "Previous page"),
    "record.twins": Label(
        "Có thể bị nhập trùng với:", "It may have been entered twice, the other time as:"
    ),
    "record.add": Label("Thêm mới", "Add new"),
    "record.edit": Label("Sửa", "Edit"),
    "record.answer": Label("Trả lời, bổ sung", "Answer or add"),
    "record.copy": Label("Chép thành bản mới", "Copy to a new one"),
    "record.delete": Label("Xóa", "Delete"),
    "record.restore": Label("Khôi phục", "Restore"),
    "record.save": Label("Lưu", "Save"),
    "record.cancel": Label("Thôi", "Cancel"),
    "record.saved": Label(
        "Đã lưu. Các trung tâm nhận được trong lần đồng bộ tới.",
        "Saved. The centres have it with their next sync.",
    ),
    "record.saved_internal": Label(
        "Đã lưu. Bản ghi này lưu hành nội bộ, không gửi xuống trung tâm.",
        "Saved. It is internal to the offices; no centre is sent it.",
    ),
    "record.erased": Label("(đã xóa, không hiện lại)", "(erased, not shown again)"),
    "record.consent": Label("Rút lại sự đồng ý", "Take the consent back"),
    "record.consent_why": Label(
        "Người được nêu (của trẻ em: cha mẹ) báo không đồng ý nữa? Bấm nút này thì các mục dưới "
        "đây bị xóa ở máy chủ và ở trung tâm: không còn trong danh sách, tệp tải về, bản in, "
        "chương trình khác. Số liệu vẫn còn. Nhật ký, bản sao lưu và tệp xuất toàn bộ còn giữ "
        "những gì đã viết, nhưng lịch sử không hiện lại.",
        "The person named (of a child, its parents) no longer agrees? This button erases the "
        "fields below at the server and at the centre: from lists, files, paper and for other "
        "programs. The figures stay. The log, backups and archives keep what was written, but "
        "the history no longer shows it.",
    ),
    "record.consent_gone": Label(
        "Đã xóa. Trung tâm xóa theo trong lần đồng bộ tới; tệp đã tải, giấy đã in thì hãy hủy.",
        "Erased. The centre follows with its next sync; destroy files and paper made before.",
    ),
    "record.unchanged": Label("Không có gì thay đổi.", "Nothing was changed."),
    "record.is_there": Label(
        "Đã có bản ghi này; đây là bản đó, hãy sửa tiếp.",
        "There is such a record already; this is it, go on from here.",
    ),
    "record.not_own_unit": Label(
        "Bạn chỉ ghi cho đơn vị của mình: {unit}.", "You write for your own unit: {unit}."
    ),
    "record.form_old": Label(
        "Trang này mở đã lâu, chưa lưu gì. Hãy xem lại rồi lưu.",
        "This page was out of date, and nothing was saved. Look again, then save.",
    ),
    "record.newer": Label("Mục của phiên bản mới hơn", "From a newer version"),
    "record.deletion": Label("Xóa", "Deletion"),
    "record.deleted": Label("đã xóa", "deleted"),
    "record.restored": Label("đã khôi phục", "restored"),
    "record.is_deleted": Label(
        "Bản ghi này đã bị xóa; không được tính vào số liệu.",
        "This record was deleted; no figure counts it.",
    ),
    "record.entered": Label(
        "{who} nhập lúc {claimed} (theo đồng hồ của máy) · {received}",
        "Entered by {who} on {claimed} (by the machine's clock) · {received}",
    ),
    "record.arrived": Label("tỉnh nhận lúc {moment}", "received at the province on {moment}"),
    "record.claimed": Label("Theo đồng hồ của máy", "By the machine's clock"),
    "record.corrected": Label("Giờ đã hiệu chỉnh", "Corrected time"),
    "record.received": Label("Tỉnh nhận lúc", "Received at the province"),
    "record.at_server": Label("nhập trên máy chủ", "entered at the server"),
    "record.device": Label("Thiết bị", "Device"),
    "record.unknown": Label("không rõ", "not known"),
    "record.fields": Label("{count} mục", "{count} {count:field|fields}"),
    "record.doubtful": Label("Đồng hồ của máy lệch", "The machine's clock was off"),
    "record.writings": Label("Các lần ghi", "Who wrote, and when"),
    "record.history": Label("Lịch sử từng mục", "History of each field"),
    "record.history_none": Label(
        "Chưa mục nào được sửa sau khi nhập.", "No field was changed after it was entered."
    ),
    "record.stands": Label("đang dùng", "in use"),
    "record.held": Label("chưa hợp nhất", "not merged"),
    "record.empty": Label("để trống", "left empty"),
    "record.conflict": Label(
        "Hai người đã ghi hai giá trị khác nhau mà chưa biết của nhau:",
        "Two people wrote two values without knowing of each other:",
    ),
    "record.no_set": Label(
        "Không tìm thấy bộ tiêu chí này trong các bộ tỉnh đã ban hành.",
        "This criteria set is not among those that the province has published.",
    ),
    "sheet.criterion": Label("Tiêu chí", "Criterion"),
    "sheet.most": Label("Tối đa", "Max"),
    "sheet.self": Label("Tự chấm", "Self"),
    "sheet.verified": Label("Thẩm định", "Verified"),
    "sheet.reason": Label("Lý do, minh chứng", "Reason, evidence"),
    "sheet.rank": Label("Xếp loại", "Rank"),
}
_DEVICES = {
    "devices.title": Label("Thiết bị của các trung tâm", "The centres' devices"),
    "devices.lead": Label(
        "Im lặng là dấu hiệu: trung tâm lâu không liên lạc nằm trên đầu.",
        "Silence is a sign: those not heard of for longest come first.",
    ),
    "devices.summary": Label(
        "{active} máy đang dùng · {quiet} trung tâm im lặng quá 14 ngày · "
        "{waiting} thay đổi chờ gửi (theo lần cuối nghe)",
        "{active} {active:machine|machines} in use · {quiet} {quiet:centre|centres} silent for "
        "more than 14 days · {waiting} {waiting:change|changes} waiting (as last heard)",
    ),
    "devices.empty": Label("Chưa có thiết bị nào", "No devices yet"),
    "devices.clock": Label("Đồng hồ", "Clock"),
    "devices.waiting": Label("Chờ gửi", "Waiting"),
    "devices.receipt": Label("Biên nhận", "Receipt"),
    "devices.receipt_of": Label(
        "{count} thay đổi, {moment}", "{count} {count:change|changes}, {moment}"
    ),
    "devices.misread": Label("Báo khác dữ liệu: không đọc được", "Reported difference: unreadable"),
    "devices.differed": Label("đã khác {moment}", "differed {moment}"),
    "devices.differed_how": Label(
        "{count} bản ghi, đã tự sửa; {times} lần",
        "{count} {count:record|records}, mended; {times} {times:time|times}",
    ),
    "devices.restarted": Label("đọc lại từ đầu {moment}", "read all again {moment}"),
    "devices.restarted_how": Label(
        "máy nêu một chỗ mà máy chủ chưa từng tới; {times} lần. Dữ liệu không bị ảnh hưởng; nếu "
        "lặp lại, hãy xem lại máy này",
        "it named a place that the server never reached; {times} {times:time|times}. No data was "
        "touched; if it happens again, look at this machine",
    ),
    "devices.odd": Label("gửi điều máy lành không gửi", "sends what no sound machine does"),
    "devices.odd_how": Label(
        "{count} thay đổi, đã giữ lại ở mục “Cần xử lý” và không lẫn vào dữ liệu. Máy có thể hỏng, "
        "nhiễm mã độc hoặc đã lọt vào tay người khác: hãy gọi trung tâm, cần thì báo mất máy",
        "{count} {count:change|changes}, kept under “Needs attention”, in nobody's records. "
        "The machine may be damaged, infected or in other hands: call the centre, and report it "
        "lost if need be",
    ),
    "devices.quiet": Label("im lặng", "silent"),
    "devices.never": Label("chưa liên lạc", "never heard"),
    "devices.agrees": Label("đúng giờ", "right"),
    "devices.ahead": Label("nhanh {span}", "{span} ahead"),
    "devices.behind": Label("chậm {span}", "{span} behind"),
    "device.active": Label("đang dùng", "active"),
    "device.retired": Label("đã ngừng", "retired"),
    "device.lost": Label("đã mất", "lost"),
    "device.damaged": Label(
        "dòng của máy bị hỏng trên đĩa máy chủ, máy không được trả lời; hãy ghi danh lại",
        "its row is damaged on the server's disk, so it is not answered; enrol it again",
    ),
    "device.none": Label("chưa ghi danh máy nào", "no machine enrolled"),
    "span.days": Label("{count} ngày", "{count} {count:day|days}"),
    "span.hours": Label("{count} giờ", "{count} {count:hour|hours}"),
    "span.minutes": Label("{count} phút", "{count} {count:minute|minutes}"),
}
TEXTS: dict[str, Label] = {**_RECORDS, **_DEVICES}

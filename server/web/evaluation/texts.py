"""What the pages for verifying evaluations say, in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "verify.title": Label("Thẩm định năm {year}: {centre}", "Verification of {year}: {centre}"),
    "verify.open": Label("Thẩm định", "Verify"),
    "verify.see": Label("Xem phiếu và lịch sử", "See the sheet and its history"),
    "verify.lead": Label(
        "Chấm từng tiêu chí; khác điểm tự chấm thì ghi lý do. Trung tâm thấy cả hai điểm và lý do "
        "sau lần đồng bộ tới.",
        "Score each criterion; where you differ from the centre, say why. The centre sees both "
        "scores and the reasons after its next sync.",
    ),
    "verify.team": Label("Đoàn thẩm định", "Who evaluates"),
    "verify.note_lead": Label(
        "Điểm do Phòng Giáo dục ghi; Hội Khuyến học ghi ý kiến ở cuối trang.",
        "The education office enters the scores; the association adds its view below.",
    ),
    "verify.not_signed": Label(
        "Trung tâm chưa ký tự đánh giá nên chưa thẩm định được.",
        "The centre has not signed its self-assessment, so it cannot be verified yet.",
    ),
    "verify.is_returned": Label(
        "Đã trả lại, đang chờ trung tâm sửa và ký lại.",
        "Returned; waiting for the centre to mend it and to sign again.",
    ),
    "verify.is_verified": Label(
        "Đã thẩm định xong: điểm không sửa nữa, trừ khi mở lại.",
        "Verified: scores are changed no more, unless it is reopened.",
    ),
    "verify.is_recognised": Label(
        "Đã công nhận theo {decision}, ngày {day}.", "Recognised by {decision} of {day}."
    ),
    "verify.changed": Label(
        "Trung tâm vừa ký lại hoặc phiếu vừa được người khác xử lý. Chưa lưu gì; điều bạn đã nhập "
        "vẫn còn bên dưới. Hãy xem lại điểm tự chấm rồi lưu.",
        "The centre has just signed again, or somebody else dealt with the sheet. Nothing was "
        "saved, and what you typed is still below. Look at the centre's scores again, then save.",
    ),
    "verify.wrong": Label(
        "Chưa lưu: còn {count} chỗ cần sửa. Mọi điều đã nhập vẫn còn bên dưới.",
        "Not saved: {count} to mend. All that you typed is still below.",
    ),
    "verify.previous": Label("Trung tâm trước", "Previous centre"),
    "verify.next": Label("Trung tâm sau", "Next centre"),
    "verify.place": Label(
        "Phiếu {place} trên {many} của danh sách.", "Sheet {place} of {many} in the list."
    ),
    "verify.last": Label("Đây là phiếu cuối.", "This is the last."),
    "verify.to_list": Label("Về danh sách", "Back to the list"),
    "verify.who": Label(
        "Họ tên và chức vụ, không phải tên tài khoản; ghi một lần, lần sau có sẵn.",
        "Name and post, not the name of the account; given once, it is offered from then on.",
    ),
    "verify.reopen_why": Label(
        "Mở lại phiếu đã công nhận thì cần lý do. Quyết định cũ được giữ là không còn hiệu lực; "
        "trung tâm đọc được lý do.",
        "To reopen a recognised sheet a reason is needed. Its decision is kept as superseded, and "
        "the centre reads the reason.",
    ),
    "verify.why": Label("Lý do khi khác điểm tự chấm", "Reason, where it differs"),
    "verify.own": Label("Trung tâm ghi", "The centre says"),
    "verify.fill": Label("Lấy điểm tự chấm vào ô trống", "Take the centre's scores where empty"),
    "verify.add_up": Label("Tính lại", "Add up"),
    "verify.finish": Label("Kết thúc thẩm định", "Finish the verification"),
    "verify.return": Label("Trả lại trung tâm", "Return to the centre"),
    "verify.recognise": Label("Ghi quyết định công nhận", "Enter the decision"),
    "verify.reopen": Label("Mở lại để sửa", "Reopen to change"),
    "verify.in_charge": Label("Hiện thẩm định: {body}", "Verified at present by: {body}"),
    "verify.state": Label("Tình trạng", "State"),
    "verify.stage_count": Label("{stage}: {count}", "{stage}: {count}"),
    "verify.done.save": Label(
        "Đã lưu điểm thẩm định. Trung tâm thấy sau lần đồng bộ tới.",
        "The verified scores are saved. The centre sees them after its next sync.",
    ),
    "verify.done.finish": Label(
        "Đã thẩm định xong. Trung tâm thấy kết quả sau lần đồng bộ tới.",
        "Verified. The centre sees the result after its next sync.",
    ),
    "verify.done.return": Label(
        "Đã trả lại. Trung tâm thấy lý do sau lần đồng bộ tới, sửa rồi ký lại.",
        "Returned. The centre sees why after its next sync, mends it and signs again.",
    ),
    "verify.done.recognise": Label("Đã ghi quyết định công nhận.", "The decision is entered."),
    "verify.done.note": Label("Đã ghi ý kiến của Hội.", "The association's view is entered."),
    "verify.done.reopen": Label(
        "Đã mở lại; điểm cũ vẫn còn trong lịch sử.",
        "Reopened; the earlier scores stay in its history.",
    ),
}

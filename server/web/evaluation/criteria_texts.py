"""What the editor of criteria sets says, in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label

FAULTS = {
    "taken": Label(
        "Mã này đã có bộ khác mang; mã không bao giờ dùng lại. Hãy đặt mã khác.",
        "Another set has this code, and codes are never used again. Choose another one.",
    ),
    "used": Label(
        "Bộ này đã dùng để chấm nên giữ nguyên mã, điểm và mức xếp loại: chỉ sửa được lời văn và "
        "năm cuối. Muốn chấm khác đi, hãy chép thành bộ mới.",
        "This set is used for scoring, so its codes, points and ranks stay: only wording and the "
        "last year can be changed. To score otherwise, make a copy and change that.",
    ),
    "scored": Label(
        "Đã có phiếu năm {year} chấm theo bộ này; năm cuối không được sớm hơn.",
        "There are sheets of {year} scored by this set; its last year cannot be earlier.",
    ),
}
TEXTS: dict[str, Label] = {
    "criteria.title": Label("Các bộ tiêu chí", "Criteria sets"),
    "criteria.open": Label("Soạn và sửa", "Write and change"),
    "criteria.lead": Label(
        "Bộ tiêu chí xuống các trung tâm trong lần đồng bộ tới, không cần cài lại chương trình.",
        "A criteria set goes down to the centres with their next sync; no new program is needed.",
    ),
    "criteria.none": Label("Chưa có bộ tiêu chí nào", "No criteria set yet"),
    "criteria.none_do": Label(
        "Tỉnh soạn bộ tiêu chí ở đây; chưa có bộ nào thì trung tâm chưa tự chấm được.",
        "The province writes them here; without one no centre can evaluate itself.",
    ),
    "criteria.new": Label("Soạn bộ mới (trống)", "Write a new set (empty)"),
    "criteria.copy": Label("Chép thành bộ mới", "Copy into a new set"),
    "criteria.editor": Label("Soạn bộ tiêu chí", "Writing a criteria set"),
    "criteria.years": Label("Áp dụng", "In force"),
    "criteria.from": Label("từ {first}", "from {first}"),
    "criteria.span": Label("{first}–{last}", "{first}–{last}"),
    "criteria.size": Label("Tiêu chí", "Criteria"),
    "criteria.most": Label("Điểm", "Points"),
    "criteria.sheets": Label("Phiếu đã chấm", "Sheets scored by it"),
    "criteria.used_years": Label("{count} phiếu năm {year}", "{count} of {year}"),
    "criteria.begun": Label("đang áp dụng", "in force"),
    "criteria.free": Label("chưa dùng", "not used yet"),
    "criteria.overlap": Label(
        "Từ năm {first} đến {last} có hai bộ: {used} và {other}. Trung tâm chấm theo {used}. "
        "Để khỏi nhầm, hãy đặt năm cuối cho {other}.",
        "From {first} to {last} there are two sets: {used} and {other}. Centres go by {used}. "
        "To leave no doubt, give {other} a last year.",
    ),
    "criteria.overlap_open": Label(
        "Từ năm {first} có hai bộ: {used} và {other}. Trung tâm chấm theo {used}. "
        "Để khỏi nhầm, hãy đặt năm cuối cho {other}.",
        "From {first} on there are two sets: {used} and {other}. Centres go by {used}. "
        "To leave no doubt, give {other} a last year.",
    ),
    "criteria.is_used": FAULTS["used"],
    "criteria.is_draft": Label(
        "Bản đang soạn: trung tâm chưa chấm theo bộ này. Xong thì đổi «Tình trạng».",
        "A draft: no centre is evaluated by it. When it is finished, change its status.",
    ),
    "criteria.group": Label("Nhóm {number}", "Group {number}"),
    "criteria.part.code": Label("Mã", "Code"),
    "criteria.part.name": Label("Tên", "Name"),
    "criteria.part.name_en": Label("Tên tiếng Anh", "Name in English"),
    "criteria.part.max": Label("Tối đa", "Max"),
    "criteria.part.guidance": Label("Cách chấm", "How to score"),
    "criteria.part.guidance_en": Label("Cách chấm, tiếng Anh", "How to score, in English"),
    "criteria.sum": Label("Cộng các tiêu chí: {sum}", "The criteria come to {sum}"),
    "criteria.total": Label("Tổng của cả bộ: {sum} điểm", "Points of the whole set: {sum}"),
    "criteria.add_item": Label("Thêm tiêu chí", "Add a criterion"),
    "criteria.add_group": Label("Thêm nhóm", "Add a group"),
    "criteria.do.remove": Label("Bỏ {what}", "Remove {what}"),
    "criteria.do.up": Label("Đưa {what} lên", "Move {what} up"),
    "criteria.do.down": Label("Đưa {what} xuống", "Move {what} down"),
    "criteria.marks": Label("Mức xếp loại: từ bao nhiêu điểm", "Ranks: from how many points"),
    "criteria.marks_help": Label(
        "Để trống mức không dùng; mức cuối cùng từ 0 điểm.",
        "Leave a rank empty that is not used; the last one begins at 0.",
    ),
    "criteria.check": Label("Tính lại và kiểm tra", "Add up and check"),
    "criteria.sound": Label(
        "Đã kiểm tra, không có lỗi; chưa lưu. Bấm «Lưu» để lưu.",
        "Checked: nothing is wrong. It is not saved yet; press “Save”.",
    ),
    "criteria.wrong": Label(
        "Chưa lưu: còn {count} chỗ cần sửa. Mọi điều đã nhập vẫn còn bên dưới.",
        "Not saved: {count} to mend. All that you typed is still below.",
    ),
}

"""What the pages say of who verifies evaluations, and of the persons behind accounts."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "admin.verifiers": Label("Ai thẩm định", "Who verifies"),
    "admin.verifiers_lead": Label(
        "Cơ quan thẩm định đánh giá năm của trung tâm, theo ngày. Hôm nay: {body}. Từ 01/07/2025 "
        "không còn huyện nên Sở thẩm định, trừ khi ghi khác ở đây. Điểm và tên đã ghi trước đó "
        "không đổi.",
        "Which body verifies the yearly evaluations, by date. Today: {body}. Since 01/07/2025 "
        "there are no districts, so the Department does, unless something else is set here. "
        "Scores and names that were entered before stay.",
    ),
    "admin.verifiers_since": Label("Từ ngày", "From"),
    "admin.verifiers_body": Label("Cơ quan thẩm định", "Body"),
    "admin.verifiers_set": Label("Ai ghi, khi nào", "Set by, when"),
    "admin.verifiers_always": Label("từ đầu", "from the beginning"),
    "admin.verifiers_usual": Label("có sẵn", "as it came"),
    "admin.verifiers_add": Label("Ghi cơ quan thẩm định từ một ngày", "Set a body from a day on"),
    "admin.verifiers_save": Label("Ghi", "Set"),
    "admin.verifiers_take_back": Label("Bỏ", "Take back"),
    "admin.verifiers_commune": Label(
        "Chọn cấp xã thì tạo tài khoản “Phòng GD&ĐT” với đơn vị là xã đó ở trang Tài khoản.",
        "For commune offices, make accounts of a “District education office” with the commune as "
        "their unit on the Users page.",
    ),
    "admin.verifiers_wrong_day": Label(
        "Hãy ghi ngày, ví dụ 01/07/2025.", "Give a day, such as 01/07/2025."
    ),
    "admin.verifiers_wrong_body": Label("Hãy chọn cơ quan.", "Choose a body."),
    "admin.verifiers_done": Label("Đã ghi: từ {day}, {body}.", "Set: from {day}, {body}."),
    "admin.verifiers_gone": Label("Đã bỏ mục từ {day}.", "What was set from {day} is taken back."),
    "admin.communes": Label("Cấp xã", "Communes"),
    "admin.person": Label("Người dùng tài khoản này", "The person behind this account"),
    "admin.person_label": Label("Họ tên, chức vụ", "Name and post"),
    "admin.person_help": Label(
        "Ghi sẵn dưới phiếu mà tài khoản này thẩm định. Ví dụ: Hà Thị Mai, Phó Trưởng phòng.",
        "Stands ready under what this account verifies. Such as: Hà Thị Mai, Deputy Head.",
    ),
    "admin.person_save": Label("Lưu họ tên", "Save the name"),
    "admin.person_named": Label(
        "Đã lưu họ tên, chức vụ của tài khoản {name}.",
        "The name and post behind account {name} are saved.",
    ),
}

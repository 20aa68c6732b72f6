"""Sentences about conflicts and parked changes that only the province's pages show."""

from __future__ import annotations

from schemas.formatting.label import Label
from webui.conflicts.texts import TEXTS as SHARED

_LIST = {
    "attention.title": Label("Cần xem lại", "Needs attention"),
    "attention.lead": Label(
        "Không có gì bị mất: mọi giá trị đều được giữ. Mở từng mục để quyết định; trung tâm "
        "cũng quyết định được các mục do mình điền.",
        "Nothing is lost: every value is kept. Open each one to decide; a centre can also decide "
        "about the fields that it fills in.",
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
    "attention.kind": Label("Loại bản ghi", "Record type"),
    "attention.none": Label("Không có gì cần xem lại", "Nothing needs attention"),
    "attention.none_of_kind": Label(
        "Không có gì cần xem lại ở loại này.", "Nothing of this kind needs attention."
    ),
    "attention.none_help": Label(
        "Khi hai người ghi khác nhau vào cùng một mục, hoặc một máy gửi thay đổi không thuộc "
        "quyền của mình, việc đó hiện ra ở đây.",
        "When two people write different values into one field, or a device sends a change "
        "that it may not make, it appears here.",
    ),
}
_ONE = {
    "attention.not_yours": Label(
        "Tài khoản của bạn chỉ xem mục này; người khác quyết định.",
        "Your account may only look at this; somebody else decides.",
    ),
    "attention.decided": Label(
        "Đã quyết định. Trung tâm sẽ thấy trong lần đồng bộ tới.",
        "Decided. The centre sees it with its next sync.",
    ),
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
    "attention.cannot": Label(
        "Nội dung loại này không nhận thay được: nó không thuộc một trung tâm trong phạm vi "
        "của bạn, hoặc do tỉnh ban hành.",
        "This cannot be taken over: it is of no centre in your scope, or only the province "
        "publishes it.",
    ),
    "attention.released": Label(
        "Đã nhận. Nội dung đã được ghi và sẽ về trung tâm trong lần đồng bộ tới.",
        "Taken over. It is written, and reaches the centre with its next sync.",
    ),
    "attention.declined": Label(
        "Đã ghi là không nhận. Trung tâm sẽ đọc được lý do.",
        "Not taken over. The centre can read why.",
    ),
}
TEXTS: dict[str, Label] = {**SHARED, **_LIST, **_ONE}

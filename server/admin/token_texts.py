"""What the pages say on which tokens for other programs are made and revoked."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "admin.tokens": Label("Mã truy cập", "Tokens"),
    "admin.tokens_lead": Label(
        "Chương trình khác đọc dữ liệu bằng mã truy cập: chỉ đọc, trong phạm vi ghi ở đây.",
        "Other programs read our records with a token: they only read, and only what is said here.",
    ),
    "admin.dictionary": Label("Từ điển dữ liệu", "Data dictionary"),
    "admin.token_for": Label("Cho chương trình", "For which program"),
    "admin.token_for_help": Label(
        "Tên để nhận ra sau này, ví dụ “CSDL ngành của Sở”.",
        "A name to know it by, for example “The department's database”.",
    ),
    "admin.token_reads": Label("Được đọc", "May read"),
    "admin.token_used": Label("Dùng gần nhất", "Last used"),
    "admin.token_unit": Label("Trung tâm thuộc", "Centres of"),
    "admin.token_everywhere": Label("Toàn tỉnh", "The whole province"),
    "admin.token_types": Label("Loại bản ghi", "Record types"),
    "admin.token_types_help": Label(
        "Không chọn loại nào nghĩa là mọi loại, trừ loại lưu hành nội bộ (*): loại đó chỉ đọc được "
        "khi chọn đích danh và cho toàn tỉnh.",
        "None chosen means every type but those internal to the offices (*), which are read only "
        "if they are chosen, and for the whole province.",
    ),
    "admin.token_all_types": Label(
        "mọi loại bản ghi, trừ loại nội bộ", "every record type but internal ones"
    ),
    "admin.token_personal": Label(
        "Được đọc cả dữ liệu cá nhân (họ tên, điện thoại, số ít hơn 5 của nhóm nhạy cảm). Chỉ chọn "
        "khi có căn cứ pháp lý.",
        "May read personal data, too (names, telephones, sensitive counts below five). Only where "
        "the law allows it.",
    ),
    "admin.token_personal_short": Label("cả dữ liệu cá nhân", "personal data, too"),
    "admin.token_days": Label(
        "Hiệu lực bao nhiêu ngày (0: mãi)", "Good for how many days (0: ever)"
    ),
    "admin.token_good": Label("Còn hiệu lực đến {until}", "Good until {until}"),
    "admin.token_for_ever": Label("Còn hiệu lực", "Good until it is revoked"),
    "admin.token_expired": Label("Hết hạn", "Expired"),
    "admin.token_is_revoked": Label("Đã thu hồi", "Revoked"),
    "admin.token_revoke": Label("Thu hồi", "Revoke"),
    "admin.token_revoked": Label("Đã thu hồi mã của {name}.", "The token of {name} was revoked."),
    "admin.token_make": Label("Cấp mã truy cập", "Make a token"),
    "admin.token_wrong": Label(
        "Chưa cấp được: cần một tên chưa dùng, một đơn vị có thật và số ngày từ 0 đến 3.650.",
        "No token was made: it takes a name not in use, a unit that there is, and 0 to 3,650 days.",
    ),
    "admin.token_title": Label("Mã truy cập cho {name}", "Token for {name}"),
    "admin.token_once": Label(
        "Hãy chép mã này ngay: nó chỉ hiện trên trang này, máy chủ chỉ giữ dấu vết của nó và "
        "không xem lại được. Ai có mã thì đọc được dữ liệu; nếu lộ, hãy thu hồi.",
        "Copy it now: it is shown on this page only, the server keeps no more than its digest. "
        "Whoever has it can read the records; if it gets out, revoke it.",
    ),
    "admin.back_to_tokens": Label("Về danh sách mã", "Back to the tokens"),
}

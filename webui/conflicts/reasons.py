"""Why the server did not merge a change, for people at the centre and at the province.

The codes are stored and travel (``schemas.permissions``, ``sync.review``); a code without a
sentence comes from a newer version.
"""

from __future__ import annotations

from schemas.formatting.label import Label

REASONS = {
    "device not active": Label(
        "Máy gửi đã ngừng sử dụng.", "The device that sent it is no longer in use."
    ),
    "outside the scope": Label(
        "Máy gửi không được ghi vào đơn vị này.", "The device may not write records of this unit."
    ),
    "outside the home area": Label(
        "Máy gửi chỉ được ghi vào dữ liệu của trung tâm mình.",
        "A device writes only into its own centre's records.",
    ),
    "only the server opens these": Label(
        "Loại bản ghi này chỉ máy chủ của tỉnh tạo.",
        "Only the province's server makes records of this kind.",
    ),
    "out of bounds": Label(
        "Dài hoặc lớn hơn mức một bản ghi chứa được, hoặc dấu thời gian không dùng được. Toàn bộ "
        "nội dung vẫn được giữ. Nếu là bài dài, trung tâm chia nhỏ và nhập lại; nếu không, trung "
        "tâm báo tỉnh và tỉnh xem lại máy gửi.",
        "Longer or larger than a record may be, or with a timestamp that cannot be used. All of it "
        "is kept. If it is a long text, the centre enters it in parts; if not, the centre tells "
        "the province, and the province checks the device that sent it.",
    ),
    "no type of record": Label(
        "Không rõ đây là bản ghi loại nào. Máy chạy đúng không bao giờ gửi như vậy: trung tâm báo "
        "tỉnh và tỉnh xem lại máy gửi.",
        "It does not say what kind of record this is. A device that works never sends this: the "
        "centre tells the province, and the province checks the device.",
    ),
    "timestamp in use": Label(
        "Trước đó đã có một thay đổi khác mang đúng dấu thời gian này. Máy chạy đúng không bao giờ "
        "gửi như vậy: trung tâm báo tỉnh và tỉnh xem lại hai máy đã gửi.",
        "Another change with the same timestamp came before. A device that works never sends "
        "this: the centre tells the province, and the province checks both devices.",
    ),
    "published by the province": Label(
        "Nội dung này do tỉnh ban hành.", "Only the province publishes this."
    ),
    "internal to the offices": Label(
        "Loại bản ghi này các cơ quan giữ nội bộ, trung tâm không ghi.",
        "The offices keep such records internally; centres do not write them.",
    ),
    "owned by the province": Label("Mục này do tỉnh nhập.", "The province fills in this field."),
    "owned by the district": Label("Mục này do huyện nhập.", "The district fills in this field."),
    "owned by the association": Label(
        "Mục này do Tỉnh Hội nhập.", "The provincial association fills in this field."
    ),
    "owned by the district association": Label(
        "Mục này do huyện Hội nhập.", "The district association fills in this field."
    ),
    "entries are never changed": Label(
        "Bút toán đã ghi thì không sửa, không xóa; hãy ghi bút toán đảo.",
        "An entry is never changed or deleted; reverse it by another.",
    ),
}
OTHER = Label("Tỉnh cần xem lại (mã «{code}»).", "The province has to check it (code “{code}”).")


def reason(code: str) -> Label:
    """The sentence for a code; for one of a newer version, the code itself in a sentence."""
    return REASONS[code] if code in REASONS else OTHER.filled(code=code)

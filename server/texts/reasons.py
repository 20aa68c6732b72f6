"""Why a change was parked: the sentence for each reason that the log keeps."""

from __future__ import annotations

from schemas.formatting.label import Label

REASONS = {
    "device not active": Label("Máy gửi đã ngừng sử dụng.", "The device that sent it was retired."),
    "outside the scope": Label(
        "Máy gửi không được ghi vào đơn vị này.", "The device has no part in this area."
    ),
    "only the server opens these": Label(
        "Loại bản ghi này chỉ máy chủ tạo.", "Only the server makes records of this kind."
    ),
    "out of bounds": Label(
        "Dài hoặc lớn hơn mức một bản ghi chứa được, hoặc dấu thời gian không dùng được. Toàn bộ "
        "nội dung vẫn được giữ trong sổ của máy chủ. Nếu là bài dài, trung tâm chia nhỏ và nhập "
        "lại; nếu không, hãy xem lại máy gửi.",
        "Longer or larger than a record may be, or its timestamp is of no use. All of it is kept "
        "in the server's log. If it is a long text, the centre enters it in parts; if not, look at "
        "the machine that sent it.",
    ),
    "no type of record": Label(
        "Không rõ đây là bản ghi loại nào. Máy chạy đúng không bao giờ gửi như vậy: hãy xem lại "
        "máy gửi.",
        "It does not say what kind of record this is. No computer that works as it should sends "
        "such a thing: look at the one that sent it.",
    ),
    "timestamp in use": Label(
        "Trước đó đã có một thay đổi khác mang đúng dấu thời gian này. Máy chạy đúng không bao giờ "
        "gửi như vậy: hãy xem lại máy gửi thay đổi này và máy gửi thay đổi kia.",
        "Another change with this very timestamp came before. No computer that works as it should "
        "sends such a pair: look at the one that sent this, and at the one that sent the other.",
    ),
    "outside the home area": Label(
        "Máy gửi chỉ được ghi vào dữ liệu của trung tâm mình.",
        "A device writes only into its own centre's records.",
    ),
    "published by the province": Label(
        "Nội dung này do tỉnh ban hành.", "Only the province publishes this."
    ),
    "internal to the offices": Label(
        "Loại bản ghi này các cơ quan giữ nội bộ, trung tâm không ghi.",
        "The offices keep such records among themselves; centres write none.",
    ),
    "owned by the province": Label("Mục này do tỉnh nhập.", "The province fills in this field."),
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
    "owned by the district": Label("Mục này do huyện nhập.", "The district fills in this field."),
}

"""Sentences of the pages about sync, the USB stick and what needs a person."""

from __future__ import annotations

from schemas.label import Label

TEXTS: dict[str, Label] = {
    "sync.title": Label("Đồng bộ với tỉnh", "Sync with the province"),
    "sync.saved_here": Label("Đã lưu ở đây", "Saved here"),
    "sync.saved_here_help": Label(
        "Thay đổi đã lưu trên máy này.", "Changes saved on this computer."
    ),
    "sync.waiting": Label("Đang chờ gửi", "Waiting"),
    "sync.waiting_help": Label(
        "An toàn trên máy, chưa rời máy.", "Safe on this computer, not sent yet."
    ),
    "sync.on_stick": Label("Trên USB", "On the stick"),
    "sync.on_stick_help": Label(
        "Đã ghi ra USB, chưa có biên nhận.", "Written to the stick, no receipt yet."
    ),
    "sync.confirmed": Label("Tỉnh đã nhận", "The province has it"),
    "sync.confirmed_help": Label("Có biên nhận có chữ ký.", "With a signed receipt."),
    "sync.needs_you": Label("Cần bạn xem", "Needs you"),
    "sync.needs_you_help": Label(
        "Trùng nhau hoặc chưa được tính.", "Contradictions, or not counted yet."
    ),
    "sync.now": Label("Đồng bộ ngay", "Sync now"),
    "sync.running": Label("Đang đồng bộ… trang này tự cập nhật.", "Syncing… this page follows."),
    "sync.receipt": Label("Biên nhận gần nhất", "Last receipt"),
    "sync.receipt_text": Label(
        "Tỉnh xác nhận đã có {confirmed} trong {saved} thay đổi của máy này.",
        "The province confirms {confirmed} of the {saved} changes made on this computer.",
    ),
    "sync.receipt_at": Label("Lúc {moment}", "At {moment}"),
    "sync.receipt_words": Label(
        "Hai từ đối chiếu qua điện thoại: {words}", "Check words for the telephone: {words}"
    ),
    "sync.no_receipt": Label("Chưa có biên nhận nào của tỉnh.", "No receipt of the province yet."),
    "sync.last_attempt": Label("Lần thử gần nhất", "Last attempt"),
    "sync.never": Label("Chưa thử lần nào.", "Not tried yet."),
    "sync.went_well": Label("Đã trao đổi xong với tỉnh.", "Exchanged with the province."),
    "sync.next_attempt": Label("Lần thử tới", "Next attempt"),
    "sync.not_planned": Label("Chưa định giờ.", "Not planned yet."),
    "sync.soon": Label("Ngay bây giờ", "Right now"),
    "sync.clock": Label("Đồng hồ máy này có thể sai", "This computer's clock may be wrong"),
    "sync.by_stick": Label("Gửi bằng USB khi không có mạng", "By USB stick, without a network"),
    "stick.title": Label("Gửi bằng USB", "By USB stick"),
    "stick.lead": Label(
        "Ba bước: tải tệp gửi đi và chép vào USB; mang USB đến nơi có mạng hoặc lên tỉnh; "
        "mang tệp trả lời về nhập vào đây.",
        "Three steps: download the file and copy it to the stick; carry the stick to the "
        "province; bring the answer back and import it here.",
    ),
    "stick.export": Label("1. Tải tệp gửi đi", "1. Download the file to send"),
    "stick.export_help": Label(
        "Tệp được niêm phong, chỉ tỉnh mở được. Làm lại bao nhiêu lần cũng không bị tính hai lần.",
        "The file is sealed; only the province can open it. Doing this again counts nothing twice.",
    ),
    "stick.export_go": Label("Tải tệp cho tỉnh", "Download the file"),
    "stick.export_count": Label("{count} thay đổi đang chờ gửi.", "Changes waiting: {count}."),
    "stick.carry": Label("2. Mang USB đi", "2. Carry the stick"),
    "stick.carry_help": Label(
        "Chép tệp vào USB rồi mang lên tỉnh, hoặc nhờ người đi. Tỉnh ghi tệp trả lời vào chính "
        "USB đó. Mất USB cũng không lộ và không mất dữ liệu.",
        "Copy the file to the stick and take or send it to the province, which writes its answer "
        "to the same stick. If the stick is lost, nothing is lost or disclosed.",
    ),
    "stick.import": Label("3. Nhập tệp trả lời của tỉnh", "3. Import the province's answer"),
    "stick.import_help": Label(
        "Chọn tệp trả lời trên USB.", "Choose the answer file on the stick."
    ),
    "stick.file": Label("Tệp trả lời", "Answer file"),
    "stick.import_go": Label("Nhập tệp", "Import"),
    "stick.no_file": Label("Hãy chọn một tệp.", "Please choose a file."),
    "stick.imported": Label(
        "Đã nhập tệp trả lời. Tỉnh đã nhận {confirmed} trong {saved} thay đổi.",
        "The answer was imported. The province has {confirmed} of {saved} changes.",
    ),
    "attention.title": Label("Cần bạn xem", "Needs you"),
    "attention.lead": Label(
        "Không có gì bị mất. Đây là những chỗ mà hai người đã ghi khác nhau, hoặc tỉnh đã nhận "
        "nhưng chưa tính. Muốn chọn giá trị khác, hãy mở bản ghi, sửa và lưu.",
        "Nothing is lost. These are places where two people wrote different things, or which "
        "the province has but does not count yet. To choose another value, open the record, "
        "edit and save.",
    ),
    "attention.none": Label("Không có gì cần bạn xem.", "Nothing needs you."),
    "attention.conflicts": Label("Ghi khác nhau", "Written differently"),
    "attention.conflict": Label(
        "Ô «{field}» được ghi khác nhau mà người này không thấy bản của người kia:",
        "The field “{field}” was written by people who did not see each other's version:",
    ),
    "attention.deletion": Label(
        "Có người xóa bản ghi này trong khi người khác đang sửa:",
        "Somebody deleted this record while somebody else edited it:",
    ),
    "attention.deleted": Label("xóa bản ghi", "deleted the record"),
    "attention.edited": Label("sửa bản ghi", "edited the record"),
    "attention.valid": Label("đang dùng", "in use"),
    "attention.who": Label("{author}, {moment}", "{author}, {moment}"),
    "attention.someone": Label("một máy khác", "another computer"),
    "attention.parked": Label("Tỉnh đã nhận, chưa tính", "Received, not counted"),
    "attention.parked_one": Label("{author} đã ghi:", "{author} wrote:"),
    "attention.aside": Label(
        "{count} thay đổi được giữ riêng vì máy chủ của tỉnh không còn giữ chúng (có thể đã "
        "được khôi phục từ bản sao lưu). Chúng không mất; hãy báo cho tỉnh.",
        "Changes set aside: {count}, because the province's server no longer holds them (it "
        "may have been restored from a backup). They are not lost; please tell the province.",
    ),
    "attention.reason": Label("Lý do: {reason}", "Reason: {reason}"),
    "attention.open": Label("Mở bản ghi", "Open the record"),
    "attention.gone": Label("Bản ghi không có trên máy này", "The record is not on this computer"),
    "reason.device not active": Label(
        "máy đã bị ngừng dùng hoặc báo mất", "the computer was retired or reported lost"
    ),
    "reason.outside the scope": Label(
        "bản ghi thuộc trung tâm khác", "the record belongs to another centre"
    ),
    "reason.only the server opens these": Label(
        "chỉ tỉnh được ghi mục này", "only the province writes this"
    ),
    "reason.other": Label("tỉnh cần xem lại", "the province has to look at it"),
}

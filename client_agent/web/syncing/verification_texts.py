"""Sentences of the receipt on paper, and of the page that looks at everything."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "receipt.title": Label("Biên nhận của tỉnh", "The province's receipt"),
    "receipt.see": Label("Xem và in biên nhận", "See and print the receipt"),
    "receipt.print": Label(
        "Nhấn Ctrl+P để in; biên nhận vừa một trang A4.",
        "Press Ctrl+P to print; the receipt fits one sheet of A4.",
    ),
    "receipt.centre": Label("Trung tâm", "Centre"),
    "receipt.unit": Label("Đơn vị", "Unit"),
    "receipt.machine": Label("Máy", "Computer"),
    "receipt.when": Label("Lúc (đồng hồ của tỉnh)", "At (by the province's clock)"),
    "receipt.confirmed": Label("Tỉnh xác nhận đã có", "The province confirms that it has"),
    "receipt.of": Label(
        "{head} trong {saved} thay đổi của máy này",
        "{head} of the {saved} {saved:change|changes} made here",
    ),
    "receipt.records": Label("Bản ghi của trung tâm", "Records of the centre"),
    "receipt.left": Label("Còn chờ", "Still waiting"),
    "receipt.nothing_left": Label("Không còn gì chờ gửi.", "Nothing is waiting."),
    "receipt.waiting": Label(
        "{waiting} thay đổi chờ gửi, {on_stick} thay đổi trên USB",
        "{waiting} {waiting:change|changes} waiting, {on_stick} on the stick",
    ),
    "receipt.words": Label("Hai từ đối chiếu", "Check words"),
    "receipt.words_help": Label(
        "Đọc hai từ này qua điện thoại. Trang Thiết bị của tỉnh có đúng hai từ ấy, cùng giờ, thì "
        "tổng kiểm tra của hai bên bằng nhau vào lúc đó.",
        "Read these two words out over the telephone. If the province's Devices page shows the "
        "same two with the same time, the checksums of both ends were equal then.",
    ),
    "receipt.digest": Label("Tổng kiểm tra đầy đủ", "The whole checksum"),
    "receipt.signed": Label(
        "Xác nhận có chữ ký điện tử của tỉnh đã được kiểm tra và lưu trên máy này.",
        "The province's signed confirmation was checked and is kept on this computer.",
    ),
    "receipt.unsigned": Label(
        "Biên nhận đã được kiểm tra khi nhận; bản có chữ ký chỉ được lưu khi đồng bộ qua mạng.",
        "The receipt was checked when it came; the signed original is kept only of a sync over "
        "the network.",
    ),
    "receipt.printed": Label("In lúc {moment} (đồng hồ máy này)", "Printed {moment} (this clock)"),
    "receipt.person": Label("Người đối chiếu (ký, ghi họ tên)", "Compared by (name, signature)"),
    "verify.title": Label("Kiểm tra dữ liệu", "Check the work"),
    "verify.lead": Label(
        "Dựng lại mọi bản ghi từ nhật ký để đối chiếu, rồi đồng bộ và so với tỉnh. Nút này không "
        "tự sửa gì trên máy, ngoài những gì một lần đồng bộ vẫn làm.",
        "Rebuilds every record from the log and compares, then syncs and compares with the "
        "province. It mends nothing here by itself, but for what every sync does.",
    ),
    "verify.go": Label("Kiểm tra", "Check"),
    "verify.again": Label("Kiểm tra lại", "Check again"),
    "verify.under_way": Label(
        "Đang kiểm tra: {done} trên {all} bản ghi… trang này tự cập nhật.",
        "Checking: {done} of {all} {all:record|records}… this page follows.",
    ),
    "verify.verdict": Label("Kết quả lúc {moment}", "The result of {moment}"),
    "verify.mend": Label("Dựng lại từ nhật ký", "Rebuild from the log"),
    "verify.mend_help": Label(
        "Nút này dựng lại những chỗ trên từ nhật ký. Không có gì bị xóa khỏi nhật ký.",
        "This rebuilds what is listed above from the log. Nothing is deleted from the log.",
    ),
    "verify.differed": Label("Lần cuối khác với tỉnh", "Last time it differed from the province"),
    "verify.differed_at": Label(
        "{moment}: {count} bản ghi. Đã tự sửa và báo cho tỉnh. Nhận thêm {lacked}, gửi lại "
        "{again}, để riêng {aside} thay đổi.",
        "{moment}: {count} {count:record|records}. Mended, and the province was notified. {lacked} "
        "{lacked:change was|changes were} fetched, {again} sent again, {aside} set aside.",
    ),
    "verify.diagnosis": Label("Tải tệp cho người phát triển", "Download the developers' file"),
    "verify.diagnosis_help": Label(
        "Tệp chỉ có tên trường, giờ và mã băm, không có nội dung ai đã nhập.",
        "The file holds names of fields, times and hashes, nothing that anybody typed.",
    ),
}

"""What is said of the secret file, the keys, and the recovery sheet."""

from __future__ import annotations

from schemas.label import Label

TEXTS: dict[str, Label] = {
    "cli.secrets_missing": Label(
        "Không thấy tệp khóa bí mật {detail}, nên máy chủ không ký và không mở được gì. Dữ liệu "
        "không bị đụng tới. Hãy chép lại tệp đó, chỉ chỗ của nó bằng --secrets, hoặc khôi phục từ "
        "bản sao lưu và tờ khôi phục bằng “restore”.",
        "The secret file {detail} is not there, so the server can sign and open nothing. The data "
        "was not touched. Bring the file back, say where it lies with --secrets, or restore from "
        "a backup and the recovery sheet with “restore”.",
    ),
    "cli.secrets_exposed": Label(
        "Tài khoản khác của máy này đọc được tệp khóa bí mật {detail}. Chưa có gì thay đổi. Hãy "
        "chạy: chmod 600 {detail}. Nếu có thể đã có người đọc, hãy thay khóa bằng “keys --renew”.",
        "Other accounts of this computer may read the secret file {detail}. Nothing was changed. "
        "Run: chmod 600 {detail}. If somebody may have read it, renew the keys: “keys --renew”.",
    ),
    "cli.secrets_damaged": Label(
        "Tệp khóa bí mật bị hỏng, hoặc không phải tệp đó ({detail}). Dữ liệu không bị đụng tới. "
        "Hãy chép lại tệp đúng, hoặc khôi phục từ bản sao lưu và tờ khôi phục bằng “restore”.",
        "The secret file is damaged, or it is another file ({detail}). The data was not touched. "
        "Bring the right file, or restore from a backup and the recovery sheet with “restore”.",
    ),
    "cli.secrets_foreign": Label(
        "Tệp khóa bí mật không phải của cơ sở dữ liệu này ({detail}). Không có gì bị đụng tới. Hãy "
        "chỉ đúng tệp bằng --secrets.",
        "The secret file does not belong to this database ({detail}). Nothing was touched. Name "
        "the right file with --secrets.",
    ),
}

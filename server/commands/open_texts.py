"""What the commands say that let others read what is recorded: archives, copies, tokens."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "cli.exported": Label(
        "Đã xuất {changes} thay đổi, {records} bản ghi ra {path} ({size}). Tệp này có dữ liệu cá "
        "nhân: hãy cất kỹ. Đọc lại bằng “init --from”.",
        "{changes} {changes:change|changes}, {records} {records:record|records} were written to "
        "{path} ({size}). The file holds personal data: keep it safe. “init --from” reads it back.",
    ),
    "cli.refounded": Label(
        "Đã dựng lại {title} từ {path}: mọi bản ghi giống hệt. Máy của các trung tâm phải ghi danh "
        "lại, và cần tạo lại tài khoản.",
        "{title} was made anew from {path}: every record is the same. The centres' machines must "
        "be enrolled again, and accounts be made.",
    ),
    "cli.bad_archive": Label(
        "Tệp này không phải tệp xuất của chương trình, hoặc đã hỏng; chưa tạo gì: {detail}",
        "This file is no archive of ours, or it is damaged; nothing was made: {detail}",
    ),
    "cli.open_copy": Label(
        "Đã ghi {path}. Xem bằng: datasette {path} -m {metadata}",
        "{path} was written. Look at it with: datasette {path} -m {metadata}",
    ),
    "cli.token_made": Label(
        "Trên đây là mã truy cập cho {name}; không thể xem lại mã này.",
        "This is the token for {name}; it cannot be shown again.",
    ),
    "cli.token.good": Label("còn hiệu lực", "good"),
    "cli.token.expired": Label("hết hạn", "expired"),
    "cli.token.revoked": Label("đã thu hồi", "revoked"),
    "cli.token_revoked": Label("Đã thu hồi mã truy cập {name}.", "The token {name} was revoked."),
    "cli.token_taken": Label(
        "Đã có mã truy cập tên “{detail}” còn hiệu lực. Hãy đặt tên khác hoặc thu hồi mã cũ.",
        "There is a token “{detail}” that is still good. Take another name, or revoke that.",
    ),
    "cli.no_token": Label(
        "Không có mã truy cập tên “{detail}”. Xem danh sách bằng “tokens”.",
        "There is no token “{detail}”. See the list with “tokens”.",
    ),
}

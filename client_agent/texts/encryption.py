"""Sentences about encrypting the work on the disk."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "error.store-locked": Label(
        "Dữ liệu trên máy này được mã hoá và máy không có khoá mở. Không có gì bị mất "
        "hay bị sửa. Nếu khoá nằm trên USB, hãy cắm USB rồi thử lại. Nếu không, hãy lấy tờ giấy "
        "ghi các từ khôi phục trong két, rồi chạy: khuyenhoc-agent unlock",
        "The work on this computer is encrypted, and its key is not here. Nothing is lost or "
        "changed. If the key is on a stick, plug it in and try again. Otherwise take the sheet "
        "with the recovery words from the safe, and run: khuyenhoc-agent unlock",
    ),
    "error.cipher-missing": Label(
        "Chưa cài phần mã hoá ({detail}). Dữ liệu vẫn an toàn và không có gì bị sửa. Hãy cài bằng: "
        "pip install --require-hashes -r requirements/agent-cipher.lock",
        "The encryption library is not installed ({detail}). The work is safe, and nothing was "
        "changed. Install it: pip install --require-hashes -r requirements/agent-cipher.lock",
    ),
    "error.word-unknown": Label(
        "Từ “{detail}” không phải là một từ khôi phục. Dữ liệu vẫn an toàn, không có gì bị "
        "sửa. Hãy xem lại tờ giấy rồi gõ lại; có dấu hay không dấu đều được.",
        "“{detail}” is not one of the recovery words. The work is safe; nothing was changed. "
        "Look at the sheet and type them again, with accents or without.",
    ),
    "error.key-wrong": Label(
        "Các từ này không mở được dữ liệu ở đây. Dữ liệu vẫn an toàn, không hỏng, không có "
        "gì bị sửa. Hãy kiểm tra đủ 18 từ, đúng thứ tự, và đúng tờ giấy của máy này.",
        "These words do not open the work here. The work is not damaged, and nothing "
        "was changed. Check that all 18 words are there, in order, from this computer's sheet.",
    ),
    "error.key-place-unsafe": Label(
        "Không để khoá ở {detail}: ai lấy được dữ liệu sẽ lấy được cả khoá. Dữ liệu vẫn an "
        "toàn, không có gì bị sửa. Hãy sửa key_file trong settings.ini thành một chỗ khác, ví dụ "
        "trên USB.",
        "The key must not be kept at {detail}: whoever has the work would have the key too. "
        "Nothing was changed. Set key_file in settings.ini to another place, on a stick for "
        "example.",
    ),
    "cipher.sheet": Label(
        "Từ khôi phục. Hãy chép 18 từ này ra giấy, ghi tên máy và ngày, cất vào két của cơ quan; "
        "đừng giữ cùng máy. Không có khoá và không có tờ giấy này thì không ai mở được dữ liệu, kể "
        "cả tỉnh.",
        "Recovery words. Write these 18 words on paper with the name of this computer and the "
        "date, and keep it in the office safe, not with the computer. Without the key and without "
        "this sheet nobody can open the work, not even the province.",
    ),
    "cipher.kept_windows": Label(
        "Windows giữ khoá cho tài khoản này. Tài khoản phải có mật khẩu; không có mật khẩu thì ai "
        "lấy được máy cũng mở được.",
        "Windows keeps the key for this account. The account must have a password; without one, "
        "whoever has the computer can open the work.",
    ),
    "cipher.kept_file": Label(
        "Khoá nằm trong tệp {file}. Tệp này mở được dữ liệu: nếu nó ở trên chính ổ đĩa này thì chỉ "
        "bảo vệ các bản sao và tệp bị chép đi, không bảo vệ khi mất cả máy. Hãy mã hoá cả ổ đĩa, "
        "hoặc để tệp trên USB (key_file trong settings.ini).",
        "The key is in the file {file}, which opens the work. On this same disk it protects copies "
        "and files that somebody takes away, but not a stolen computer. Encrypt the whole disk "
        "too, or keep the file on a stick (key_file in settings.ini).",
    ),
    "cipher.written": Label(
        "Đã chép đủ 18 từ ra giấy chưa? Tiếp tục mã hoá?",
        "Are all 18 words on paper? Continue and encrypt?",
    ),
    "cipher.sure": Label(
        "Sau lệnh này, ai có ổ đĩa cũng đọc được dữ liệu. Tiếp tục?",
        "After this, whoever has the disk can read the work. Continue?",
    ),
    "cipher.not_encrypted": Label(
        "Chưa mã hoá gì; dữ liệu vẫn như trước. Khi đã chép xong, hãy chạy lại lệnh này: các từ "
        "vẫn là những từ ở trên.",
        "Nothing was encrypted; the work is as it was. Run this again when the words are on paper: "
        "the words above stay the same.",
    ),
    "cipher.still_encrypted": Label(
        "Không có gì thay đổi: dữ liệu vẫn được mã hoá.",
        "Nothing was changed: the work is still encrypted.",
    ),
    "cipher.words": Label("18 từ khôi phục", "The 18 recovery words"),
    "cipher.left": Label(
        "Còn đọc được, chưa mã hoá: {file}. Nếu là tệp hỏng được giữ riêng và tỉnh đã đồng ý, hãy "
        "chạy lại với --drop-damaged; nếu là bản sao hỏng, hãy xóa đi.",
        "Still readable, not encrypted: {file}. If it is a damaged file that was set aside and the "
        "province agrees, run this again with --drop-damaged; if it is a damaged copy, delete it.",
    ),
    "cipher.drive": Label(
        "Ổ đĩa sao lưu không cắm ({place}): các bản sao cũ trên đó vẫn đọc được. Hãy cắm vào rồi "
        "chạy lại lệnh này.",
        "The drive for the second copies is not there ({place}): old copies on it can still be "
        "read. Plug it in and run this command again.",
    ),
    "cipher.done": Label(
        "Xong: dữ liệu, khoá của máy và các bản sao đã được mã hoá. Tệp cũ đã bị ghi đè; trên ổ "
        "SSD hay USB, dấu vết cũ có thể còn cho đến khi ổ tự xóa.",
        "Done: the work, this computer's key and the copies are encrypted. The old files were "
        "overwritten; on an SSD or a stick, traces may remain until the drive erases them itself.",
    ),
    "cipher.off": Label(
        "Dữ liệu trên máy này không được mã hoá. Bản sao cũ trên ổ đĩa không cắm vẫn cần tờ "
        "từ khôi phục.",
        "The work on this computer is not encrypted. Old copies on a drive that is not plugged in "
        "still need the sheet with the recovery words.",
    ),
    "cipher.unlocked": Label(
        "Đã mở được dữ liệu; từ nay máy này giữ khoá. Hãy cất tờ giấy lại vào két.",
        "The work opens, and this computer keeps the key from now on. Put the sheet back in the "
        "safe.",
    ),
    "cipher.state.on": Label("Mã hoá trên ổ đĩa: có", "Encrypted on the disk: yes"),
    "cipher.state.off": Label("Mã hoá trên ổ đĩa: không", "Encrypted on the disk: no"),
    "cipher.state.partly": Label(
        "Mã hoá trên ổ đĩa: chưa xong; hãy tắt chương trình rồi chạy khuyenhoc-agent encrypt",
        "Encrypted on the disk: not all of it; stop the program and run khuyenhoc-agent encrypt",
    ),
    "cipher.state.wanted": Label(
        "Mã hoá trên ổ đĩa: settings.ini yêu cầu nhưng chưa làm; hãy tắt chương trình rồi chạy "
        "khuyenhoc-agent encrypt",
        "Encrypted on the disk: settings.ini asks for it, and it is not done; stop the program and "
        "run khuyenhoc-agent encrypt",
    ),
}

"""Sentences about the secret file, the keys, and the recovery sheet."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "cli.secrets_missing": Label(
        "Không thấy tệp khóa bí mật {detail}, nên máy chủ không ký và không mở được gì. Dữ liệu "
        "không bị đụng tới. Hãy chép lại tệp đó, chỉ chỗ của nó bằng --secrets, hoặc khôi phục từ "
        "bản sao lưu và tờ khôi phục bằng “restore”.",
        "The secret file {detail} is missing, so the server can neither sign nor open anything. "
        "The data was not touched. Bring the file back, name its place with --secrets, or restore "
        "from a backup and the recovery sheet with “restore”.",
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
    "sheet.none": Label(
        "Chưa có tờ khôi phục, nên chưa sao lưu được: mất máy này là mất hết. Hãy chạy: "
        "khuyenhoc-server recovery-sheet TỆP.html, in ra và cất kỹ.",
        "There is no recovery sheet yet, so no backup can be made. If this machine is lost, "
        "everything is lost. Run: khuyenhoc-server recovery-sheet FILE.html, print it and put it "
        "away.",
    ),
    "sheet.unprinted": Label(
        "Tờ khôi phục số {number} lập ngày {made} chưa được ai báo là đã in và cất. Không có tờ "
        "giấy đó thì không bản sao lưu nào mở được. In và cất xong, hãy chạy: khuyenhoc-server "
        "recovery-sheet --printed. Không còn tệp để in: lập tờ khác.",
        "Nobody has confirmed that the recovery sheet No. {number}, made on {made}, was printed "
        "and put away. Without that paper no backup can be opened. Once it is, run: "
        "khuyenhoc-server recovery-sheet --printed. If the file is gone, make another sheet.",
    ),
    "sheet.printed": Label(
        "Tờ khôi phục số {number} lập ngày {made}, đã in ngày {printed}. Mất tờ ấy thì lập tờ "
        "mới: khuyenhoc-server recovery-sheet --new TỆP.html",
        "The recovery sheet No. {number} was made on {made} and printed on {printed}. If it is "
        "lost, make another: khuyenhoc-server recovery-sheet --new FILE.html",
    ),
    "sheet.exists": Label(
        "Đã có tờ khôi phục số {detail}. Không có gì thay đổi. Mất tờ ấy, hoặc có người lạ đã xem, "
        "thì thêm --new; giữ tờ cũ chừng nào còn giữ bản sao lưu làm trước tờ mới.",
        "There is a recovery sheet already: No. {detail}. Nothing was changed. If it was lost, or "
        "a stranger saw it, add --new; keep the old one as long as a backup from its time is kept.",
    ),
    "sheet.made": Label(
        "Đã lập tờ khôi phục số {number}: {path}. Hãy mở tệp bằng trình duyệt, in hai tờ, cất ở "
        "hai nơi, rồi chạy: khuyenhoc-server recovery-sheet --printed {path} (lệnh này xóa tệp). "
        "Sau đó hãy sao lưu ngay.",
        "The recovery sheet No. {number} was made: {path}. Open it in a browser, print two, keep "
        "them in two places, then run: khuyenhoc-server recovery-sheet --printed {path} (which "
        "deletes the file). Then make a backup at once.",
    ),
    "sheet.copied": Label(
        "Đó là bốn dòng của tờ khôi phục số {number}; không xem lại được. Hãy chép ra giấy, xóa "
        "màn hình, rồi gõ thử lại: khuyenhoc-server recovery-sheet --check",
        "Those are the four lines of the recovery sheet No. {number}; they cannot be shown again. "
        "Copy them to paper, clear the screen, and try them: khuyenhoc-server recovery-sheet "
        "--check",
    ),
    "sheet.noted": Label(
        "Đã ghi: tờ khôi phục số {number} đã in và cất.",
        "Noted: the recovery sheet No. {number} was printed and put away.",
    ),
    "sheet.not_deleted": Label(
        "{path} không phải tệp của tờ khôi phục số {number} nên không bị xóa.",
        "{path} is not the file of the recovery sheet No. {number}, so it was not deleted.",
    ),
    "sheet.checked": Label(
        "Đúng là tờ khôi phục số {number}: tờ này mở được các bản sao lưu làm từ nay.",
        "It is the recovery sheet No. {number}: it opens the backups made from now on.",
    ),
    "sheet.type": Label(
        "Hãy gõ các từ trên tờ khôi phục số {number}, từng dòng; có dấu hay không đều được.",
        "Type the words of the recovery sheet No. {number}, line by line; with or without accents.",
    ),
    "sheet.line": Label("Dòng {number}", "Line {number}"),
    "sheet.line_wrong": Label(
        "Dòng {detail} gõ chưa đúng như trên tờ khôi phục. Không có gì bị đụng tới. Hãy xem kỹ lại "
        "sáu từ của dòng ấy và gõ lại.",
        "Line {detail} is not as printed on the recovery sheet. Nothing was touched. Look at the "
        "six words of that line again, and type them once more.",
    ),
    "sheet.other": Label(
        "Tờ khôi phục vừa gõ là tờ khác: cần tờ số {detail}. Không có gì bị đụng tới.",
        "The words are of another recovery sheet: No. {detail} is needed. Nothing was touched.",
    ),
    "keys.columns": Label(
        "Các cột: thế hệ khóa, mã của khóa ký, ngày tạo, ngày có trong bản sao lưu, ngày bỏ. Ba từ "
        "kiểm tra của khóa mới nhất: {words}.",
        "The columns: generation, id of the signing key, day made, day of the first backup with "
        "it, day dropped. The three check words of the newest key: {words}.",
    ),
    "keys.not_backed_up": Label(
        "Khóa thế hệ {generation} chưa có trong bản sao lưu nào nên chưa trao cho máy nào. Hãy "
        "chạy “backup”.",
        "The keys of generation {generation} are in no backup yet, so no machine is given them. "
        "Run “backup”.",
    ),
    "keys.behind": Label(
        "{count} máy chưa cho biết đã nhận khóa mới nhất; máy tự nhận ở lần đồng bộ tới, hoặc qua "
        "USB, và cho biết ở lần sau nữa.",
        "{count} {count:machine has|machines have} not confirmed yet that the newest keys "
        "arrived; each receives them at its next sync, or by stick, and confirms them at the one "
        "after.",
    ),
    "keys.renewed": Label(
        "Đã tạo khóa thế hệ {generation} trong {path}. Hãy chạy “backup” ngay: sau đó máy của các "
        "trung tâm tự nhận khóa mới khi đồng bộ hoặc qua USB. Có nhiều máy chủ ứng dụng thì chép "
        "tệp ấy sang từng máy. Khóa cũ vẫn dùng được cho tới “keys --forget”.",
        "The keys of generation {generation} were made in {path}. Run “backup” now: after that "
        "the centres’ machines receive the new keys by themselves, when they sync or by stick. "
        "With several application servers, copy that file to each. The older keys stay valid "
        "until “keys --forget”.",
    ),
    "keys.forgotten": Label(
        "Đã bỏ khóa thế hệ {generations}. Hãy sao lưu lại.",
        "The keys of generation {generations} were dropped. Make a backup.",
    ),
    "keys.left": Label(
        "{count} máy kể trên (mã, tên, trung tâm, thế hệ khóa, lần liên lạc cuối) vẫn cần khóa cũ "
        "nên khóa đó được giữ. Hãy cho chúng đồng bộ, hoặc “retire” máy không dùng nữa.",
        "The {count} {count:machine|machines} above (name, label, centre, generation, last heard) "
        "still need older keys, which are kept. Let them sync, or “retire” what is not in use.",
    ),
    "keys.nothing": Label("Không có khóa cũ nào để bỏ.", "There are no older keys to let go."),
    "keys.too_many": Label(
        "Đã dùng hết số thế hệ khóa (256). Chưa có gì thay đổi. Hãy báo cho người viết phần mềm.",
        "All 256 generations of keys are used up. Nothing was changed. Tell the developers.",
    ),
}

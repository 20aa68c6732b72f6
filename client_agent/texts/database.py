"""Sentences about copies, a rebuilt database, and room on the disk."""

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "folder.open_to_others": Label(
        "Tài khoản khác trên máy này có thể đọc {count} tệp hoặc thư mục, trong đó có {path}, và "
        "chương trình không đổi được quyền. Dữ liệu không mất. Hãy nhờ chủ thư mục hoặc người "
        "quản trị máy chạy: chmod -R go-rwx {folder}",
        "Other accounts of this computer may read {count} {count:file or folder|files or folders}, "
        "among them {path}, and the program may not change that. No work is lost. Ask the "
        "folder's owner or an administrator to run: chmod -R go-rwx {folder}",
    ),
    "error.drive-missing": Label(
        "Không thấy ổ đĩa để sao lưu ({detail}). Dữ liệu vẫn an toàn trên máy này và bản sao trên "
        "máy vẫn được tạo. Hãy cắm ổ đĩa, hoặc chọn nơi khác ở trang Bản sao dữ liệu.",
        "The drive for the second copies is not there ({detail}). The work is safe on this "
        "computer, and copies are still made on it. Plug the drive in, or choose another place on "
        "the page of copies.",
    ),
    # -- the place of the second copies ------------------------------------------------------
    "error.place-unfit": Label(
        "Không giữ bản sao ở đó được ({detail}). Chưa có gì thay đổi. Hãy chọn nơi khác.",
        "Copies cannot be kept there ({detail}). Nothing was changed; the work is safe. Choose "
        "another place.",
    ),
    "error.place-unfit-none": Label(
        "Chưa chọn USB hay thư mục nào. Chưa có gì thay đổi. Hãy chọn một USB, hoặc ghi đường dẫn "
        "của một thư mục.",
        "No stick or folder was chosen. Nothing was changed; the work is safe. Choose a stick, or "
        "type the path of a folder.",
    ),
    "error.place-unfit-relative": Label(
        "Cần đường dẫn đầy đủ, ví dụ D:\\KhuyenHoc, không phải “{detail}”. Chưa có gì thay đổi. "
        "Hãy ghi cả tên ổ đĩa.",
        "A full path is needed, such as D:\\KhuyenHoc, not “{detail}”. Nothing was changed; the "
        "work is safe. Type the drive as well.",
    ),
    "error.place-unfit-inside": Label(
        "Đó chính là thư mục của dữ liệu ({detail}): nếu thư mục mất thì bản sao cũng mất. Chưa có "
        "gì thay đổi. Hãy chọn USB hoặc ổ đĩa khác.",
        "That is the folder of the work itself ({detail}): if it is lost, so are the copies. "
        "Nothing was changed; the work is safe. Choose a stick or another drive.",
    ),
    "error.place-unfit-no-network": Label(
        "Máy này không mở được đường dẫn mạng đó ({detail}). Chưa có gì thay đổi. Hãy mở thử thư "
        "mục mạng trên máy, hoặc chọn USB.",
        "This computer cannot open that network path ({detail}). Nothing was changed; the work is "
        "safe. Try to open the network folder, or choose a stick.",
    ),
    "error.place-unfit-missing": Label(
        "Không thấy ổ đĩa hay thư mục đó ({detail}). Chưa có gì thay đổi. Hãy cắm USB rồi thử lại, "
        "hoặc xem lại đường dẫn.",
        "That drive or folder is not there ({detail}). Nothing was changed; the work is safe. Plug "
        "the stick in and try again, or look at the path again.",
    ),
    "error.place-unfit-no-folder": Label(
        "Đó là một tệp, không phải thư mục ({detail}). Chưa có gì thay đổi. Hãy chọn một thư mục.",
        "That is a file, not a folder ({detail}). Nothing was changed; the work is safe. Choose a "
        "folder.",
    ),
    # -- going back to a copy -----------------------------------------------------------------
    "error.copy-unfit": Label(
        "Không khôi phục được từ bản sao này ({detail}). Dữ liệu đang dùng vẫn an toàn và như cũ. "
        "Hãy chọn bản sao khác.",
        "This copy cannot be restored ({detail}). The work in use is safe and as it was. Choose "
        "another copy.",
    ),
    "error.copy-unfit-gone": Label(
        "Không còn thấy bản sao đó ({detail}). Dữ liệu đang dùng vẫn an toàn và như cũ. Nếu bản "
        "sao nằm trên USB, hãy cắm USB rồi thử lại.",
        "That copy is no longer there ({detail}). The work in use is safe and as it was. If it "
        "is on a stick, plug it in and try again.",
    ),
    "error.copy-unfit-damaged": Label(
        "Bản sao này bị hỏng nên không dùng được ({detail}). Dữ liệu đang dùng vẫn an toàn và như "
        "cũ. Hãy chọn bản sao khác.",
        "This copy is damaged and cannot be used ({detail}). The work in use is safe and as it "
        "was. Choose another copy.",
    ),
    "error.copy-unfit-other-key": Label(
        "Bản sao này được mã hóa bằng khóa khác nên máy này không mở được. Dữ liệu đang dùng vẫn "
        "an toàn và như cũ. Hãy nhập 18 từ khôi phục của khóa đó trước, hoặc chọn bản sao khác.",
        "This copy is encrypted with another key, which this computer does not have. The work in "
        "use is safe and as it was. Bring the 18 recovery words of that key first, or choose "
        "another copy.",
    ),
    "error.copy-unfit-other-centre": Label(
        "Bản sao này là của trung tâm khác. Dữ liệu đang dùng vẫn an toàn và như cũ. Hãy chọn bản "
        "sao của trung tâm mình.",
        "This copy belongs to another centre. The work in use is safe and as it was. Choose a "
        "copy of your own centre.",
    ),
    "error.copy-unfit-late": Label(
        "Yêu cầu khôi phục lúc {detail} đã quá một giờ nên không làm nữa. Dữ liệu đang dùng vẫn an "
        "toàn và như cũ. Nếu vẫn muốn, hãy chọn lại bản sao.",
        "The restore was requested at {detail}, more than an hour ago, so it was not done. The "
        "work in use is safe and as it was. If you still want it, choose the copy again.",
    ),
    "error.copy-unfit-no-room": Label(
        "Ổ đĩa không đủ chỗ để giữ dữ liệu hiện có sang một bên. Dữ liệu đang dùng vẫn an toàn và "
        "như cũ. Hãy xóa bớt tệp không cần rồi thử lại.",
        "The disk has no room to keep the current work aside. The work in use is safe and as it "
        "was. Delete files you do not need, then try again.",
    ),
    # -- what was done to a damaged database -------------------------------------------------
    "recovered.damaged": Label(
        "Tệp dữ liệu trên máy này đã bị hỏng (thường do mất điện hoặc lỗi ổ đĩa).",
        "The database on this computer was damaged (usually by a power cut or a failing disk).",
    ),
    "recovered.cut": Label(
        "Phần cuối của tệp dữ liệu đã bị hỏng (thường do mất điện).",
        "The end of the database was damaged (usually by a power cut).",
    ),
    "recovered.empty": Label("Tệp dữ liệu đã bị xóa trắng.", "The database had been emptied."),
    "recovered.missing": Label(
        "Tệp dữ liệu không còn trong thư mục.", "The database was no longer in its folder."
    ),
    "recovered.lost": Label(
        "Tệp dữ liệu thiếu phần cuối: tệp “-wal” bên cạnh đã mất hoặc bị cắt, hoặc một tệp cũ đã "
        "được đặt vào chỗ của nó.",
        "The end of the database is missing: the “-wal” file beside it was lost or cut, or an "
        "older file was put in its place.",
    ),
    "recovered.all_saves": Label(
        "Mọi lần lưu mà máy đã báo là xong đều đã trở lại.",
        "Everything that this computer had shown as saved is back.",
    ),
    "recovered.saves_lost": Label(
        "{count} lần lưu mà máy đã báo là xong chưa trở lại{numbers}: làm sau {since}, đến "
        "{until}. Những gì đã lưu trước đó vẫn an toàn. Hãy đồng bộ với tỉnh, hoặc nhập tệp của "
        "máy khác cùng trung tâm, rồi xem lại trang này: còn thiếu lần nào thì nhập lại lần đó.",
        "{count} {count:save that was|saves that were} shown as saved {count:is|are} not back yet"
        "{numbers}: made after {since}, up to {until}. What was saved before is safe. Sync with "
        "the province, or import the file of another computer of the centre, and look at this "
        "page again: what is still missing must be entered again.",
    ),
    "recovered.saves_came": Label(
        "{count} lần lưu bị thiếu đã trở lại đủ.",
        "The {count} {count:save|saves} that {count:was|were} missing {count:is|are} back.",
    ),
    "recovered.numbers": Label(" (số {numbers})", " (numbers {numbers})"),
    "recovered.behind": Label(
        "Tệp dữ liệu cũ hơn bản sao mới nhất.",
        "The database was older than the newest copy.",
    ),
    "recovered.itself": Label(
        "Đã giữ lại {kept} thay đổi còn đọc được trong chính tệp đó.",
        "Changes that could still be read in the file itself: {kept}.",
    ),
    "recovered.copy": Label(
        "Đã lấy lại {kept} thay đổi từ bản sao lúc {made}.",
        "Changes brought back from the copy of {made}: {kept}.",
    ),
    "recovered.nothing": Label(
        "Không có bản sao nào dùng được.", "There was no copy that could be used."
    ),
    "recovered.back": Label(
        "Đã đọc thêm được {back} thay đổi từ tệp hỏng và các bản sao khác.",
        "Further changes read from the damaged file and other copies: {back}.",
    ),
    "recovered.aside": Label(
        "Tệp hỏng được giữ nguyên trong thư mục {aside}; đừng xóa cho đến khi tỉnh đồng ý.",
        "The damaged file is kept as it was in the folder {aside}; do not delete it before the "
        "province agrees.",
    ),
    "recovered.next": Label(
        "Bạn có thể làm việc tiếp ngay. Lần đồng bộ tới sẽ lấy về mọi thứ tỉnh đã nhận và gửi "
        "những gì tỉnh chưa có. Sau đó hãy xem lại những gì đã nhập từ lúc {since}.",
        "You can go on working now. The next sync brings everything that the province has, and "
        "sends what it lacks. Then look through what was entered since {since}.",
    ),
    "recovered.long_ago": Label("lần đồng bộ cuối", "the last sync"),
    "history.when": Label("{moment}: {what}", "{moment}: {what}"),
    "history.machine": Label(
        "Dữ liệu của máy này đã bị đưa về một bản cũ, hoặc ổ đĩa đã được sao sang máy khác. "
        "Không có gì tỉnh đã nhận bị mất: những gì thiếu đã lấy về, những gì tỉnh chưa có đã gửi. "
        "Nếu có máy khác đang dùng bản sao của ổ đĩa này, hãy xin tỉnh mã để ghi danh riêng máy "
        "đó.",
        "The work on this machine was restored to an older state, or its disk was copied to "
        "another machine. Nothing that the province has is lost: what was missing here came back, "
        "and what the province lacked was sent. If another machine uses a copy of this disk, ask "
        "the province for a code and enrol it on its own.",
    ),
    "history.server": Label(
        "Máy chủ của tỉnh đã được khôi phục từ một bản cũ. Không có gì bị mất: máy này đã so lại "
        "và gửi lại những gì máy chủ thiếu. Bạn không phải làm gì.",
        "The province's server was restored to an older state. Nothing is lost: this machine "
        "compared its work and sent again what the server lacked. You need not do anything.",
    ),
    "check.mended": Label(
        "Trên đĩa có {count} bản ghi không còn như lúc ghi; máy đã đặt lại đúng như cũ, không có "
        "gì bị mất. Đĩa có thể sắp hỏng: hãy sao lưu sang ổ khác và báo cho tỉnh.",
        "{count} {count:record was|records were} damaged on the disk and "
        "{count:was|were} repaired; nothing is lost. The disk may be failing: make a copy "
        "on another drive, and tell the province.",
    ),
    "check.sound": Label(
        "Tệp dữ liệu lành lặn: đã kiểm tra toàn bộ.",
        "The database is sound: all of it was checked.",
    ),
    # -- copies ------------------------------------------------------------------------------
    "copies.none": Label("Chưa có bản sao nào.", "There is no copy yet."),
    "copies.trouble": Label("Chưa sao lưu được: {why}", "No copy could be made: {why}"),
    # -- room on the disk --------------------------------------------------------------------
    "space.low": Label(
        "Ổ đĩa chỉ còn {free} MB. Mọi việc vẫn bình thường, nhưng hãy sớm xóa bớt tệp không cần "
        "(không xóa thư mục của chương trình này).",
        "The disk has only {free} MB left. Everything still works, but delete files you do not "
        "need soon (not this program's folder).",
    ),
    "space.tight": Label(
        "Ổ đĩa chỉ còn {free} MB nên đã ngừng tạo bản sao. Việc lưu vẫn bình thường. Hãy xóa bớt "
        "tệp không cần ngay hôm nay, và gửi dữ liệu về tỉnh qua mạng hoặc USB.",
        "The disk has only {free} MB left, so no more copies are made. Saving still works. Delete "
        "files you do not need today, and send your work to the province by network or stick.",
    ),
    "space.reserve": Label(
        "Ổ đĩa đã đầy; chương trình đang dùng phần dự phòng cuối cùng. Vẫn lưu được, nhưng không "
        "nhiều nữa. Hãy xóa bớt tệp không cần ngay bây giờ.",
        "The disk is full, and the last reserve is in use. Saving still works, but not for long. "
        "Delete files you do not need now.",
    ),
    "space.full": Label(
        "Ổ đĩa đã đầy hẳn: không lưu thêm được, chỉ xem được. Những gì đã lưu vẫn an toàn. Bạn vẫn "
        "xuất được dữ liệu ra USB. Hãy xóa bớt tệp không cần; việc lưu sẽ chạy lại ngay.",
        "The disk is completely full: nothing more can be saved, only read. What was saved is "
        "safe. Exporting to a stick still works. Delete files you do not need; saving then works "
        "again at once.",
    ),
}

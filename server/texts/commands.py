"""What ``khuyenhoc-server`` says: what happened, whether the work is safe, what to do next."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "cli.founded": Label(
        "Đã tạo dữ liệu của {title} trong {folder}.\n"
        "  Việc tiếp theo:\n"
        "    khuyenhoc-server --folder {folder} user TÊN\n"
        "        tạo tài khoản cho người của tỉnh\n"
        "    khuyenhoc-server --folder {folder} add-centre --all\n"
        "        lập trung tâm ở mọi xã, phường, thị trấn\n"
        "    khuyenhoc-server --folder {folder} recovery-sheet TỆP.html\n"
        "        lập tờ khôi phục để in; không có tờ này thì không sao lưu được\n"
        "    khuyenhoc-server --folder {folder} serve\n"
        "        chạy máy chủ\n"
        "    khuyenhoc-server --folder {folder} enrol-code TRUNG_TÂM\n"
        "        cấp mã ghi danh cho máy của trung tâm\n"
        "  Tệp {secrets} giữ khóa bí mật của tỉnh: đừng chép cho ai, đừng để cùng chỗ với bản sao "
        "của {database}.",
        "{title} was founded in {folder}.\n"
        "  What comes next:\n"
        "    khuyenhoc-server --folder {folder} user NAME\n"
        "        an account for somebody at the province\n"
        "    khuyenhoc-server --folder {folder} add-centre --all\n"
        "        a centre in every commune\n"
        "    khuyenhoc-server --folder {folder} recovery-sheet FILE.html\n"
        "        the recovery sheet, to print; without it no backup can be made\n"
        "    khuyenhoc-server --folder {folder} serve\n"
        "        run the server\n"
        "    khuyenhoc-server --folder {folder} enrol-code CENTRE\n"
        "        a code for a centre's machine\n"
        "  {secrets} holds the secret keys of the province: give it to nobody, and do not keep it "
        "with copies of {database}.",
    ),
    "cli.centre_added": Label(
        "Đã lập {name}; mã khu vực {area}.", "{name} was founded; its area is {area}."
    ),
    "cli.centres_added": Label(
        "Đã lập {count} trung tâm.", "{count} {count:centre was|centres were} founded."
    ),
    "cli.code": Label(
        "Mã ghi danh cho {name}, dùng một lần, trong {hours} giờ. Không thể xem lại mã này. Ba từ "
        "kiểm tra mà máy sẽ hiện: {check}.",
        "The code for {name}: it can be used once, for {hours} hours, and cannot be shown again. "
        "The three words that the machine will show to compare: {check}.",
    ),
    "cli.user_added": Label(
        "Đã tạo tài khoản {name} ({role}).", "The account {name} ({role}) was made."
    ),
    "cli.retired": Label(
        "Máy {name} đã ngừng sử dụng. Những gì máy còn gửi được giữ riêng, chờ người xem.",
        "Device {name} is retired. What it still sends is set aside for review.",
    ),
    "cli.taken_back": Label(
        "Máy {name} được dùng lại; những gì đã để riêng vẫn chờ người xem.",
        "Device {name} works again; what was set aside still waits for review.",
    ),
    "cli.lost": Label(
        "Máy {name} đã báo mất. Máy chủ không trả lời máy này nữa.",
        "Device {name} is reported lost. The server no longer answers it.",
    ),
    "cli.backed_up": Label(
        "Đã sao lưu và kiểm tra: {path}. Bản sao lưu được mã hóa, có cả khóa bí mật; chỉ tờ khôi "
        "phục mở được. Hãy giữ nó ở một ổ đĩa khác.",
        "Backed up and checked: {path}. The backup is encrypted and holds the secret keys too; "
        "only the recovery sheet opens it. Keep it on another disk.",
    ),
    "cli.backed_up_plain": Label(
        "Đã chép và kiểm tra: {path}. CẢNH BÁO: bản này không mã hóa, ai có nó đọc được mọi dữ "
        "liệu; và không có khóa bí mật, nên một mình nó không khôi phục được máy chủ ở máy khác. "
        "Hãy dùng “backup” không có --plain.",
        "Copied and checked: {path}. WARNING: this copy is not encrypted: whoever has it can read "
        "all data. It holds no secret keys, so it cannot restore the server on another machine by "
        "itself. Use “backup” without --plain.",
    ),
    "cli.set_aside": Label(
        "Tệp cũ được giữ tại {path}.", "The file that was there is kept as {path}."
    ),
    "cli.restored": Label(
        "Đã khôi phục từ {path}. Máy chủ mang tên mới {name}; các trung tâm sẽ tự gửi lại những "
        "gì bản sao lưu chưa có. Không cần làm gì ở trung tâm.",
        "Restored from {path}. The server's new name is {name}. The centres send again what the "
        "copy lacked, by themselves; nobody need do anything there.",
    ),
    "cli.rebuilt": Label(
        "Đã dựng lại {count} bản ghi từ nhật ký. {changed} bản ghi đã khác với nhật ký.",
        "{count} {count:record was|records were} rebuilt from the log. {changed} of them had "
        "differed from it.",
    ),
    "cli.backed_up_damaged": Label(
        "CẢNH BÁO: trong dữ liệu đã có {count} dòng không còn như lúc ghi (đĩa bị lỗi), nên trong "
        "bản sao này cũng vậy. Mọi dòng khác đã đọc lại đúng. Hãy giữ các bản sao cũ hơn, rồi "
        "chạy: khuyenhoc-server verify --repair --from BẢN_SAO_CŨ",
        "WARNING: {count} {count:row|rows} of the database {count:was|were} damaged by the disk, "
        "and so {count:it is|they are} in this copy. All other rows were read back correctly. "
        "Keep older backups, and run: khuyenhoc-server verify --repair --from OLDER_BACKUP",
    ),
    "cli.taken_from_backup": Label(
        "Đã lấy lại {count} thay đổi từ bản sao.",
        "{count} {count:change was|changes were} taken from the backup.",
    ),
    "cli.entries_damaged": Label(
        "{count} thay đổi trong nhật ký không còn đọc đúng được, vì đĩa bị lỗi. Bản ghi vẫn hiện "
        "như cũ, các trung tâm vẫn đồng bộ mọi thứ khác, và máy nào còn giữ sẽ tự gửi lại. Nếu có "
        "bản sao cũ hơn, chạy: khuyenhoc-server verify --repair --from BẢN_SAO",
        "{count} {count:change|changes} in the log can no longer be read as written, because the "
        "disk failed. The records are shown as before, the centres sync everything else, and any "
        "machine that has them sends them again by itself. If there is an older backup, run: "
        "khuyenhoc-server verify --repair --from BACKUP",
    ),
    "cli.log_whole": Label(
        "Đã đọc mọi dòng của nhật ký: tất cả thay đổi đã nhận đều còn nguyên.",
        "Every entry of the log was read: all are intact.",
    ),
    "cli.verify_looking": Label("Đối chiếu với nhật ký", "Comparing with the log"),
    "cli.verify_sound": Label(
        "Cả {count} bản ghi, tổng kiểm tra và bảng báo cáo đều đúng với nhật ký.",
        "All {count} {count:record|records}, checksums and report tables agree with the log.",
    ),
    "cli.verify_differs": Label(
        "{count} chỗ không đúng với nhật ký; chưa sửa chỗ nào trong đó. Để dựng lại, chạy: "
        "khuyenhoc-server verify --repair",
        "{count} {count:thing differs|things differ} from the log; nothing was changed. To "
        "rebuild them, run: khuyenhoc-server verify --repair",
    ),
    "cli.verify_mended": Label(
        "Đã dựng lại {count} chỗ từ nhật ký; còn {left} chỗ chưa đúng.",
        "{count} {count:thing was|things were} rebuilt from the log; {left} still "
        "{left:differs|differ} from it.",
    ),
    "cli.serving": Label(
        "Máy chủ đang chạy tại {address} (Ctrl-C để dừng).",
        "The server answers at {address} (Ctrl-C ends it).",
    ),
    "cli.stopped": Label(
        "Máy chủ đã dừng. Mọi dữ liệu đã nhận đều đã lưu.",
        "The server has stopped. Everything it received is saved.",
    ),
    "cli.not_founded": Label(
        "Thư mục {detail} chưa có dữ liệu của tỉnh. Hãy chạy: khuyenhoc-server --folder THƯ_MỤC "
        "init",
        "There is no province in {detail} yet. Run: khuyenhoc-server --folder FOLDER init",
    ),
    "cli.already_founded": Label(
        "Thư mục {detail} đã có dữ liệu của tỉnh. Không có gì bị thay đổi.",
        "There is a province in {detail} already. Nothing was touched.",
    ),
    "cli.unknown_centre": Label(
        "Không có trung tâm “{detail}”. Chưa có gì thay đổi. Xem danh sách ở trang /admin.",
        "There is no centre “{detail}”. Nothing was changed. The list is on the page /admin.",
    ),
    "cli.ambiguous": Label(
        "Có nhiều trung tâm cùng tên; hãy dùng mã khu vực: {detail}. Chưa có gì thay đổi.",
        "Several centres have that name; use the area: {detail}. Nothing was changed.",
    ),
    "cli.centre_exists": Label(
        "Đã có trung tâm này: {detail}. Muốn lập thêm ở cùng xã, hãy đặt tên khác bằng --name.",
        "This centre exists already: {detail}. To add another in the commune, name it with --name.",
    ),
    "cli.bad_copy": Label(
        "Tệp sao lưu này hỏng hoặc không phải của tỉnh ({detail}). Dữ liệu đang dùng không bị đụng "
        "tới. Hãy chọn bản sao khác.",
        "This copy is damaged, or not a province's ({detail}). The data in use was not touched. "
        "Choose another copy.",
    ),
    "cli.foreign_copy": Label(
        "Bản sao {detail} là của tỉnh khác. Dữ liệu đang dùng không bị đụng tới. Hãy chọn bản sao "
        "khác.",
        "The copy {detail} is another province’s. The data in use was not touched. Choose "
        "another copy.",
    ),
    "cli.unwritable": Label(
        "Không ghi được vào {detail}: thư mục không có, hoặc đó là thư mục. Dữ liệu đang dùng vẫn "
        "an toàn; hãy chọn chỗ khác.",
        "{detail} cannot be written: its folder does not exist, or it is a folder itself. The "
        "data in use is safe; choose another place.",
    ),
    "cli.unknown_unit": Label(
        "Không có, hoặc có nhiều hơn một, đơn vị “{detail}” trong ngày đó. Hãy dùng mã đơn vị.",
        "No unit, or more than one, has the name “{detail}” on that day. Use the unit's code.",
    ),
    "cli.unknown_device": Label("Không có máy “{detail}”.", "There is no device “{detail}”."),
    "cli.name_taken": Label(
        "Tên “{detail}” đã có người dùng, hoặc để trống. Hãy chọn tên khác.",
        "The name “{detail}” is taken, or empty. Choose another.",
    ),
    "cli.password_short": Label(
        "Mật khẩu phải có ít nhất {least} ký tự. Tài khoản chưa được tạo hoặc sửa.",
        "A password has at least {least} letters. No account was made or changed.",
    ),
    "cli.password": Label("Mật khẩu", "Password"),
    "cli.password_again": Label("Gõ lại mật khẩu", "The same once more"),
    "cli.passwords_differ": Label(
        "Hai lần gõ không giống nhau. Hãy gõ lại.",
        "The two passwords differ. Please type them again.",
    ),
    "cli.ended": Label(
        "Đã dừng giữa chừng theo yêu cầu. Những gì đã lưu vẫn an toàn.",
        "Stopped before the end, as you asked. What was saved is safe.",
    ),
    "cli.not_a_folder": Label(
        "{detail} là một tệp, không phải thư mục; chưa có gì thay đổi. Hãy chọn một thư mục.",
        "{detail} is a file, not a folder; nothing was changed. Name a folder.",
    ),
    "cli.usage": Label(
        "Lệnh gõ chưa đúng, chưa có gì thay đổi; thêm --help để xem cách dùng.",
        "The command is not complete or not correct, and nothing was changed; --help explains it.",
    ),
    "cli.not_utf8": Label(
        "Điều vừa gõ hoặc chuyển vào không phải chữ UTF-8 nên không đọc được. Chưa có gì thay đổi; "
        "hãy gõ lại bằng tay, hoặc lưu tệp chuyển vào ở dạng UTF-8.",
        "What was typed or piped in is not UTF-8 text and cannot be read. Nothing was changed; "
        "type it by hand, or save the file that is piped in as UTF-8.",
    ),
    "cli.bad_setting": Label(
        "Biến môi trường {detail} không dùng được. Hãy sửa lại; chưa có gì thay đổi.",
        "The environment variable {detail} is not valid. Correct it; nothing was changed.",
    ),
    "cli.running": Label(
        "Một máy chủ khác đang chạy trên thư mục {detail}. Hãy dừng nó trước.",
        "Another server is running on the folder {detail}. Stop it first.",
    ),
    "cli.address_taken": Label(
        "Địa chỉ {detail} đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port.",
        "Another program uses the address {detail}. Choose another port with --port.",
    ),
    "cli.store": Label(
        "Chưa dùng được cơ sở dữ liệu ({detail}): đang bận, đầy đĩa, hỏng tệp hoặc không có quyền "
        "ghi. Những gì đã lưu vẫn an toàn. Hãy xem lại đĩa; nếu tệp hỏng, dùng “restore”.",
        "The database cannot be used ({detail}): busy, disk full, file damaged or not writable. "
        "What was saved is safe. Look at the disk; if the file is damaged, use “restore”.",
    ),
    "cli.open_to_others": Label(
        "Tài khoản khác trên máy này có thể đọc {count} tệp hoặc thư mục, trong đó có {path}, và "
        "chương trình không đổi được quyền. Dữ liệu không mất. Hãy nhờ chủ thư mục hoặc người "
        "quản trị máy chạy: chmod -R go-rwx {folder}",
        "Other accounts of this computer may read {count} {count:file or folder|files or folders}, "
        "among them {path}, and the program may not change that. No work is lost. Ask the "
        "folder's owner or an administrator to run: chmod -R go-rwx {folder}",
    ),
    "cli.file": Label(
        "Không đọc hoặc ghi được tệp ({detail}).", "A file cannot be read or written ({detail})."
    ),
    "cli.defect": Label(
        "Lỗi ngoài dự kiến; dữ liệu đã lưu vẫn an toàn. Mã {detail}; chi tiết trong {log}.",
        "An unexpected fault; what was saved is safe. Code {detail}; more in {log}.",
    ),
    # archives, copies, tokens: what lets others read the records
    "cli.exported": Label(
        "Đã xuất {changes} thay đổi, {records} bản ghi ra {path} ({size}). Tệp này có dữ liệu cá "
        "nhân: hãy cất kỹ. Đọc lại bằng “init --from”.",
        "{changes} {changes:change|changes}, {records} {records:record|records} were written to "
        "{path} ({size}). The file holds personal data: keep it safe. “init --from” reads it back.",
    ),
    "cli.refounded": Label(
        "Đã dựng lại {title} từ {path}: mọi bản ghi giống hệt. Máy của các trung tâm phải ghi danh "
        "lại, và cần tạo lại tài khoản.",
        "{title} was rebuilt from {path}: every record is the same. The centres' machines must "
        "be enrolled again, and accounts be made.",
    ),
    "cli.bad_archive": Label(
        "Tệp này không phải tệp xuất của chương trình, hoặc đã hỏng; chưa tạo gì: {detail}",
        "This file is not an archive of this program, or it is damaged; nothing was created: "
        "{detail}",
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
        "There is a valid token “{detail}” already. Choose another name, or revoke that token.",
    ),
    "cli.no_token": Label(
        "Không có mã truy cập tên “{detail}”. Xem danh sách bằng “tokens”.",
        "There is no token “{detail}”. See the list with “tokens”.",
    ),
}

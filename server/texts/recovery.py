"""Sentences about a damaged database and rebuilding it."""

from __future__ import annotations

from schemas.formatting.label import Label

TEXTS: dict[str, Label] = {
    "cli.damaged": Label(
        "Cơ sở dữ liệu bị hỏng. Máy chủ không chạy trên tệp hỏng; các trung tâm vẫn giữ "
        "mọi điều đã nhập và sẽ tự gửi lại. Đừng xóa tệp nào. Hãy chạy: khuyenhoc-server --folder "
        "{folder} recover",
        "The database is damaged. The server does not run on a damaged file; the "
        "centres still hold all that was entered there, and will send it again by themselves. "
        "Delete nothing. Run: khuyenhoc-server --folder {folder} recover",
    ),
    "cli.needs_backup": Label(
        "Trong tệp hỏng không còn đọc được cả vùng dữ liệu của tỉnh ({detail}). Chưa có gì thay "
        "đổi. Hãy tìm một bản sao lưu, dù cũ, rồi chạy lại với --backup BẢN_SAO.",
        "Not even the areas of the province can be read in the damaged file ({detail}). Nothing "
        "was changed. Find a backup, even an old one, and run this again with --backup BACKUP.",
    ),
    "cli.nothing_damaged": Label(
        "Đã đọc toàn bộ cơ sở dữ liệu: không có chỗ nào hỏng, không có gì thay đổi. Muốn đối chiếu "
        "bản ghi với nhật ký thì dùng “verify”.",
        "The whole database was read: nothing is damaged, and nothing was changed. To compare the "
        "records with the log, use “verify”.",
    ),
    "cli.recovered_backup": Label(
        "Đã dựng lại từ bản sao {path}: {kept} thay đổi có trong bản sao, thêm {back} thay đổi còn "
        "đọc được và chứng minh được trong tệp hỏng. Máy chủ mang tên mới {name}.",
        "Rebuilt from the backup {path}: {kept} {kept:change was|changes were} in it, and "
        "{back} more could be read in the damaged file and {back:was|were} proved. The server's "
        "new name is {name}.",
    ),
    "cli.recovered_nothing": Label(
        "Không có bản sao lưu: đã dựng lại từ {back} thay đổi còn đọc được và chứng minh được "
        "trong tệp hỏng. Máy chủ mang tên mới {name}. Mọi tài khoản phải lập lại (“user”).",
        "There was no backup: rebuilt from {back} {back:change|changes} that could be read in "
        "the damaged file and {back:was|were} proved. The server's new name is {name}. All "
        "accounts must be made again (“user”).",
    ),
    "cli.recovered_machines": Label(
        "Máy ghi danh sau khi sao lưu, đã biết lại nhờ nhật ký: {names}.",
        "Machines enrolled since the backup, known again by the log: {names}.",
    ),
    "cli.recovered_centres": Label(
        "Trung tâm lập sau khi sao lưu, lấy từ tệp hỏng: {names}. Hãy xem lại tên và xã của từng "
        "trung tâm.",
        "Centres founded since the backup, taken from the damaged file: {names}. Look at the name "
        "and commune of each.",
    ),
    "cli.recovered_nameless": Label(
        "Không đọc được tên và xã của trung tâm lập sau khi sao lưu, mã khu vực: {areas}. Dữ liệu "
        "của các trung tâm đó vẫn an toàn và máy của họ vẫn đồng bộ, nhưng chưa vào báo cáo. Hãy "
        "giữ tệp {aside} và gọi người phát triển.",
        "The name and commune of centres that were founded since the backup cannot be read; their "
        "areas: {areas}. Their data is safe and their machines sync, but reports leave them out "
        "for now. Keep the file {aside}, and call the developers.",
    ),
    "cli.recovered_next": Label(
        "Hãy chạy máy chủ lại (“serve”). Các trung tâm sẽ tự gửi lại những gì còn thiếu; không cần "
        "làm gì ở trung tâm. Tài khoản, mật khẩu, mã truy cập, mã ghi danh lập sau khi sao lưu thì "
        "phải làm lại. Vài ngày sau hãy chạy “verify” rồi “backup”.",
        "Run the server again (“serve”). The centres send what is missing by themselves; nobody "
        "need do anything there. Accounts, passwords, tokens and enrolment codes made since the "
        "backup must be made again. In some days run “verify”, then “backup”.",
    ),
    "cli.put_back": Label(
        "Cơ sở dữ liệu đã lùi về một trạng thái cũ: nhật ký dừng trước chỗ đã xác nhận với các "
        "trung tâm (tệp “-wal” bị mất, hoặc một tệp cũ đã được đặt vào). Máy chủ đã mang tên "
        "mới {name}; các trung tâm sẽ tự gửi lại những gì đã nhập. Điều chỉ tỉnh có trong khoảng "
        "đó (văn bản, tài khoản, trung tâm, máy mới ghi danh) thì không còn: có bản sao lưu mới "
        "hơn thì dừng máy chủ và chạy “restore”; không có thì làm lại, máy nào không được nhận ra "
        "thì ghi danh lại, dữ liệu ở máy đó vẫn an toàn.",
        "The database went back to an older state: its log ends before what was confirmed to the "
        "centres (the “-wal” file is gone, or an older file was put in place). The server has the "
        "new name {name}; the centres send again what they typed, by themselves. What only the "
        "province had of that time is gone: its own records, accounts, centres, enrolled "
        "machines. If there is a newer backup, stop the server and run “restore”. If there is "
        "none, enter it again, and enrol again each machine that is not known; the data on it is "
        "safe.",
    ),
}

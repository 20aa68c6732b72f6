"""Sentences of the pages on which the province is set up and administered."""

from __future__ import annotations

from schemas.formatting.label import Label

_CENTRES = {
    "admin.title": Label("Quản trị", "Administration"),
    "admin.centres": Label("Trung tâm và mã ghi danh", "Centres and codes"),
    "admin.devices": Label("Máy của trung tâm", "Devices"),
    "admin.users": Label("Tài khoản", "Users"),
    "admin.centres_lead": Label(
        "{total} trung tâm, {waiting} trung tâm chưa có máy ghi danh.",
        "{total} {total:centre|centres}; {waiting} of them {waiting:has|have} no enrolled machine "
        "yet.",
    ),
    "admin.search": Label("Tìm trung tâm, xã, huyện", "Find a centre, commune or district"),
    "admin.find": Label("Tìm", "Find"),
    "admin.only_waiting": Label("Chỉ trung tâm chưa có máy", "Only those without a machine"),
    "admin.everybody": Label("Tất cả", "All"),
    "admin.centre": Label("Trung tâm", "Centre"),
    "admin.commune": Label("Xã, phường, thị trấn", "Commune"),
    "admin.inside": Label("Thuộc", "Part of"),
    "admin.machines": Label("Máy", "Machines"),
    "admin.last_contact": Label("Liên lạc gần nhất", "Last contact"),
    "admin.receipt": Label(
        "Biên nhận gần nhất: lúc {moment} tỉnh đã có {count} thay đổi của máy này. Hai từ đối "
        "chiếu qua điện thoại:",
        "Last receipt: at {moment} the province had {count} {count:change|changes} of this "
        "machine. Check words for the telephone:",
    ),
    "admin.never": Label("chưa lần nào", "never"),
    "admin.code_out": Label("Mã có hạn đến {until}", "Code good until {until}"),
    "admin.make_code": Label("Cấp mã", "Make a code"),
    "admin.none_found": Label("Không có trung tâm nào như vậy.", "There is no such centre."),
    "admin.no_unit": Label("không thuộc đơn vị nào hôm nay", "in no unit of today"),
    "admin.add_centre": Label("Lập trung tâm", "Found a centre"),
    "admin.centre_name": Label("Tên trung tâm", "Name of the centre"),
    "admin.centre_name_help": Label(
        "Để trống thì lấy theo tên xã.", "If left empty, it is named after the commune."
    ),
    "admin.choose": Label("– Chọn –", "– Choose –"),
    "admin.unit_missing": Label("Hãy chọn đơn vị.", "Choose a unit."),
    "admin.centre_added": Label("Đã lập {name}.", "{name} was founded."),
    "admin.code_title": Label("Mã ghi danh", "Enrolment code"),
    "admin.code_for": Label("Cho một máy của {name}.", "For one machine of {name}."),
    "admin.code_read": Label(
        "Đọc bốn từ này qua điện thoại. Gõ có dấu hay không dấu đều được.",
        "Read these four words out over the telephone. They can be typed with or without accents.",
    ),
    "admin.code_once": Label(
        "Mã dùng một lần, có hạn đến {until} ({hours} giờ), và chỉ hiện trên trang này: rời trang "
        "là không xem lại được. Nếu lỡ, hãy cấp mã khác.",
        "The code can be used once, until {until} ({hours} hours). It is shown on this page only "
        "and cannot be looked up again. If you miss it, make another.",
    ),
    "admin.code_check": Label(
        "Khi ghi danh xong, máy đọc lại ba từ kiểm tra; phải đúng là: {check}. Khác là máy đã gặp "
        "nhầm máy chủ: đừng dùng, hãy báo quản trị.",
        "When it is enrolled, the machine shows three words to compare; they must be: {check}. If "
        "they differ, the machine met another server: do not use it, and tell the administrator.",
    ),
    "admin.code_how": Label(
        'Trên máy của trung tâm: khuyenhoc-agent enrol --server {address} --code "{words}"',
        'On the machine there: khuyenhoc-agent enrol --server {address} --code "{words}"',
    ),
    "admin.back_to_centres": Label("Về danh sách trung tâm", "Back to the centres"),
}
_DEVICES = {
    "admin.devices_lead": Label(
        "Máy hỏng hay cũ: chọn máy rồi “Thay máy”. Máy bị mất hay bị lấy cắp: báo mất.",
        "A broken or old device: choose it, then “Replace it”. A lost or stolen one: report it.",
    ),
    "admin.no_devices": Label("Chưa có máy nào ghi danh.", "No machine is enrolled yet."),
    "admin.device": Label("Máy", "Device"),
    "admin.enrolled": Label("Ghi danh lúc", "Enrolled"),
    "admin.software": Label("Phiên bản", "Version"),
    "admin.state": Label("Tình trạng", "State"),
    "admin.state_active": Label("Đang dùng", "In use"),
    "admin.state_retired": Label("Đã ngừng", "Retired"),
    "admin.state_lost": Label("Báo mất", "Lost"),
    "admin.replace_or_end": Label("Thay máy, ngừng…", "Replace, retire…"),
    "admin.device_title": Label("Máy {name}", "Device {name}"),
    "admin.replace": Label("Thay máy", "Replace it"),
    "admin.replace_means": Label(
        "Ngừng máy này và cấp ngay một mã cho máy mới. Máy mới gõ mã đó, rồi tự tải về toàn bộ "
        "dữ liệu của trung tâm. Những gì máy cũ còn gửi sẽ chờ người xem; máy bị mất thì máy chủ "
        "không trả lời nữa.",
        "Ends this device and makes a code for the new one at once. The new device is enrolled "
        "with the code and fetches all the centre's records by itself. What the old one still "
        "sends waits for review; a lost one gets no answer any more.",
    ),
    "admin.replace_go": Label("Thay máy, cấp mã mới", "Replace it, make a code"),
    "admin.replace_lost": Label(
        "Máy bị mất: báo mất và cấp mã mới", "It was lost: report it and make a code"
    ),
    "admin.take_back": Label("Đã tìm thấy, dùng lại máy này", "Found: use it again"),
    "admin.take_back_means": Label(
        "Máy gửi và nhận như trước, với chính khóa của nó. Chỉ làm khi máy đang ở trung tâm. "
        "Những gì đã để riêng vẫn chờ người xem.",
        "The device sends and receives as before, with its own key. Do this only if it is at the "
        "centre. What was set aside still waits for review.",
    ),
    "admin.end_only": Label("Chỉ ngừng, không có máy thay", "Only end it, without another"),
    "admin.retire_means": Label(
        "Ngừng: máy vẫn gửi được những gì còn giữ, để không mất dữ liệu, nhưng chúng được để "
        "riêng và chờ người xem ở trang “Cần xem lại”.",
        "Retired: the device can still send what it has, so that nothing is lost. That is set "
        "aside for review on the page “Needs attention”.",
    ),
    "admin.lost_means": Label(
        "Báo mất: máy chủ không trả lời máy này nữa. Dữ liệu máy chưa gửi sẽ không về được.",
        "Lost: the server no longer answers the device. What it had not sent will not arrive.",
    ),
    "admin.retire": Label("Ngừng sử dụng", "Retire it"),
    "admin.report_lost": Label("Báo mất", "Report it lost"),
    "admin.cancel": Label("Không làm gì", "Do nothing"),
    "admin.device_active": Label("Máy {name} được dùng lại.", "Device {name} is in use again."),
    "admin.device_retired": Label("Máy {name} đã ngừng.", "Device {name} is retired."),
    "admin.device_lost": Label("Máy {name} đã báo mất.", "Device {name} is reported lost."),
    "admin.waiting_there": Label(
        "Lần cuối, máy còn {count} thay đổi chưa gửi.",
        "When last heard, it had {count} {count:change|changes} still to send.",
    ),
}
_USERS = {
    "admin.users_lead": Label(
        "Mỗi người một tài khoản riêng. Người của huyện chỉ thấy các trung tâm của huyện mình.",
        "Everybody has an account of their own. A district's user sees only its centres.",
    ),
    "admin.name": Label("Tên đăng nhập", "User name"),
    "admin.role": Label("Vai trò", "Role"),
    "admin.role_province": Label("Tỉnh (quản trị)", "Province (administrator)"),
    "admin.role_association": Label("Hội Khuyến học", "Learning association"),
    "admin.role_district": Label("Phòng GD&ĐT", "District education office"),
    "admin.role_district_association": Label("Huyện Hội", "District association"),
    "admin.unit": Label("Huyện, thành phố", "District"),
    "admin.unit_help": Label("Chỉ cho người của huyện.", "For a district's user only."),
    "admin.until": Label("đến {day}", "until {day}"),
    "admin.password": Label("Mật khẩu", "Password"),
    "admin.password_help": Label(
        "Ít nhất {least} ký tự; vài từ ghép lại thì dễ nhớ mà khó đoán.",
        "At least {least} letters. A few words together are easy to remember and hard to guess.",
    ),
    "admin.new_password": Label("Mật khẩu mới", "New password"),
    "admin.add_user": Label("Tạo tài khoản", "Make an account"),
    "admin.open": Label("Đang dùng", "Open"),
    "admin.closed": Label("Đã khóa", "Closed"),
    "admin.manage": Label("Sửa…", "Change…"),
    "admin.change_password": Label("Đổi mật khẩu", "Change the password"),
    "admin.close_account": Label("Khóa tài khoản", "Close the account"),
    "admin.open_account": Label("Mở lại tài khoản", "Open the account again"),
    "admin.own_account": Label(
        "Đây là tài khoản của bạn; bạn không khóa được chính mình.",
        "This is your own account; you cannot close it yourself.",
    ),
    "admin.ends_sessions": Label(
        "Đổi mật khẩu hay khóa tài khoản thì mọi phiên đang mở của người đó kết thúc ngay.",
        "A new password, or closing the account, ends all of the person's sessions at once.",
    ),
    "admin.user_added": Label("Đã tạo tài khoản {name}.", "The account {name} was made."),
    "admin.password_changed": Label(
        "Đã đổi mật khẩu của {name}.", "The password of {name} was changed."
    ),
    "admin.user_closed": Label("Đã khóa tài khoản {name}.", "The account {name} was closed."),
    "admin.user_opened": Label("Đã mở lại {name}.", "The account {name} is open again."),
    "admin.name_missing": Label("Hãy nhập tên đăng nhập.", "Enter a user name."),
    "admin.name_taken": Label("Tên này đã có người dùng.", "This name is taken."),
    "admin.role_missing": Label("Hãy chọn vai trò.", "Choose a role."),
    "admin.password_short": Label(
        "Mật khẩu phải có ít nhất {least} ký tự.", "A password has at least {least} letters."
    ),
}
_TOKENS = {
    "admin.tokens": Label("Mã truy cập", "Tokens"),
    "admin.tokens_lead": Label(
        "Chương trình khác đọc dữ liệu bằng mã truy cập: chỉ đọc, trong phạm vi ghi ở đây.",
        "Other programs read our records with a token: they only read, and only what is set here.",
    ),
    "admin.dictionary": Label("Từ điển dữ liệu", "Data dictionary"),
    "admin.token_for": Label("Cho chương trình", "For which program"),
    "admin.token_for_help": Label(
        "Tên để nhận ra sau này, ví dụ “CSDL ngành của Sở”.",
        "A name to know it by, for example “The department's database”.",
    ),
    "admin.token_reads": Label("Được đọc", "May read"),
    "admin.token_used": Label("Dùng gần nhất", "Last used"),
    "admin.token_unit": Label("Trung tâm thuộc", "Centres of"),
    "admin.token_everywhere": Label("Toàn tỉnh", "The whole province"),
    "admin.token_types": Label("Loại bản ghi", "Record types"),
    "admin.token_types_help": Label(
        "Không chọn loại nào nghĩa là mọi loại, trừ loại lưu hành nội bộ (*): loại đó chỉ đọc được "
        "khi chọn đích danh và cho toàn tỉnh.",
        "None chosen means every type but those internal to the offices (*), which are read only "
        "if they are chosen, and for the whole province.",
    ),
    "admin.token_all_types": Label(
        "mọi loại bản ghi, trừ loại nội bộ", "every record type but internal ones"
    ),
    "admin.token_personal": Label(
        "Được đọc cả dữ liệu cá nhân (họ tên, điện thoại, số ít hơn 5 của nhóm nhạy cảm). Chỉ chọn "
        "khi có căn cứ pháp lý.",
        "May read personal data, too (names, telephones, sensitive counts below five). Only where "
        "the law allows it.",
    ),
    "admin.token_personal_short": Label("cả dữ liệu cá nhân", "personal data, too"),
    "admin.token_days": Label(
        "Hiệu lực bao nhiêu ngày (0: mãi)", "Good for how many days (0: ever)"
    ),
    "admin.token_good": Label("Còn hiệu lực đến {until}", "Good until {until}"),
    "admin.token_for_ever": Label("Còn hiệu lực", "Good until it is revoked"),
    "admin.token_expired": Label("Hết hạn", "Expired"),
    "admin.token_is_revoked": Label("Đã thu hồi", "Revoked"),
    "admin.token_revoke": Label("Thu hồi", "Revoke"),
    "admin.token_revoked": Label("Đã thu hồi mã của {name}.", "The token of {name} was revoked."),
    "admin.token_make": Label("Cấp mã truy cập", "Make a token"),
    "admin.token_wrong": Label(
        "Chưa cấp được: cần một tên chưa dùng, một đơn vị có thật và số ngày từ 0 đến 3.650.",
        "No token was made. It needs a name that is not in use, an existing unit, and 0 to 3,650 "
        "days.",
    ),
    "admin.token_title": Label("Mã truy cập cho {name}", "Token for {name}"),
    "admin.token_once": Label(
        "Hãy chép mã này ngay: nó chỉ hiện trên trang này, máy chủ chỉ giữ dấu vết của nó và "
        "không xem lại được. Ai có mã thì đọc được dữ liệu; nếu lộ, hãy thu hồi.",
        "Copy it now: it is shown on this page only, and the server keeps only its digest. "
        "Whoever has it can read the records; if others get it, revoke it.",
    ),
    "admin.back_to_tokens": Label("Về danh sách mã", "Back to the tokens"),
}
_VERIFIERS = {
    "admin.verifiers": Label("Ai thẩm định", "Who verifies"),
    "admin.verifiers_lead": Label(
        "Cơ quan thẩm định đánh giá năm của trung tâm, theo ngày. Hôm nay: {body}. Từ 01/07/2025 "
        "không còn huyện nên Sở thẩm định, trừ khi ghi khác ở đây. Điểm và tên đã ghi trước đó "
        "không đổi.",
        "Which office verifies the yearly evaluations, by date. Today: {body}. Since 01/07/2025 "
        "there are no districts, so the Department verifies unless another office is set on this "
        "page. Scores and names that were entered before stay.",
    ),
    "admin.verifiers_since": Label("Từ ngày", "From"),
    "admin.verifiers_body": Label("Cơ quan thẩm định", "Body"),
    "admin.verifiers_set": Label("Ai ghi, khi nào", "Set by, when"),
    "admin.verifiers_always": Label("từ đầu", "from the beginning"),
    "admin.verifiers_usual": Label("có sẵn", "as it came"),
    "admin.verifiers_add": Label("Ghi cơ quan thẩm định từ một ngày", "Set a body from a day on"),
    "admin.verifiers_save": Label("Ghi", "Set"),
    "admin.verifiers_take_back": Label("Bỏ", "Take back"),
    "admin.verifiers_commune": Label(
        "Chọn cấp xã thì tạo tài khoản “Phòng GD&ĐT” với đơn vị là xã đó ở trang Tài khoản.",
        "For commune offices, make accounts of a “District education office” with the commune as "
        "their unit on the Users page.",
    ),
    "admin.verifiers_wrong_day": Label(
        "Hãy ghi ngày, ví dụ 01/07/2025.", "Give a day, such as 01/07/2025."
    ),
    "admin.verifiers_wrong_body": Label("Hãy chọn cơ quan.", "Choose a body."),
    "admin.verifiers_done": Label("Đã ghi: từ {day}, {body}.", "Set: from {day}, {body}."),
    "admin.verifiers_gone": Label("Đã bỏ mục từ {day}.", "What was set from {day} is taken back."),
    "admin.communes": Label("Cấp xã", "Communes"),
    "admin.person": Label("Người dùng tài khoản này", "The person behind this account"),
    "admin.person_label": Label("Họ tên, chức vụ", "Name and post"),
    "admin.person_help": Label(
        "Ghi sẵn dưới phiếu mà tài khoản này thẩm định. Ví dụ: Hà Thị Mai, Phó Trưởng phòng.",
        "Printed under each sheet that this account verifies. Example: Hà Thị Mai, Deputy Head.",
    ),
    "admin.person_save": Label("Lưu họ tên", "Save the name"),
    "admin.person_named": Label(
        "Đã lưu họ tên, chức vụ của tài khoản {name}.",
        "The name and post behind account {name} are saved.",
    ),
}
_RECOVERY = {
    "admin.recovery": Label("Khôi phục", "Recovery"),
    "admin.recovery_lead": Label(
        "Mất máy chủ thì cần hai thứ: một bản sao lưu và tờ khôi phục. Bản sao lưu được mã hóa, "
        "chỉ các từ trên tờ giấy đó mở được; máy chủ không giữ các từ ấy.",
        "If the server is lost, two things are needed: a backup and the recovery sheet. Backups "
        "are encrypted, and only the words on that paper open them; the server does not keep them.",
    ),
    "admin.recovery_none": Label(
        "Chưa có tờ khôi phục, nên chưa sao lưu được: mất máy chủ là mất hết. Hãy lập và in ngay.",
        "There is no recovery sheet yet, so no backup can be made. If the server is lost, "
        "everything is lost. Make the sheet and print it now.",
    ),
    "admin.recovery_unprinted": Label(
        "Tờ khôi phục số {number} lập ngày {made} chưa được báo là đã in và cất. Không có tờ giấy "
        "đó thì không bản sao lưu nào mở được.",
        "Nobody has confirmed that the recovery sheet No. {number}, made on {made}, was printed "
        "and put away. Without that paper no backup can be opened.",
    ),
    "admin.recovery_stands": Label(
        "Tờ khôi phục số {number}: lập ngày {made}, đã in và cất ngày {printed}.",
        "Recovery sheet No. {number}: made on {made}, printed and put away on {printed}.",
    ),
    "admin.recovery_open": Label("Xem trang Khôi phục", "Open the page Recovery"),
    "admin.recovery_backup": Label(
        "Bản sao lưu gần nhất: {moment}, tại {path}.", "Newest backup: {moment}, at {path}."
    ),
    "admin.recovery_plain": Label(
        "Bản này không mã hóa và không có khóa bí mật (“--plain”): một mình nó không dựng lại được "
        "máy chủ ở máy khác. Hãy chạy: khuyenhoc-server backup TỆP.",
        "It is not encrypted and holds no secret keys (“--plain”): it cannot bring the server back "
        "on another machine by itself. Run: khuyenhoc-server backup FILE.",
    ),
    "admin.recovery_no_backup": Label(
        "Không thấy bản sao lưu nào. Hãy chạy mỗi ngày: khuyenhoc-server backup TỆP.",
        "No backup was found. Run every day: khuyenhoc-server backup FILE.",
    ),
    "admin.recovery_make": Label("Lập tờ khôi phục để in", "Make a sheet to print"),
    "admin.recovery_again": Label(
        "Lập tờ mới (mất tờ cũ, hoặc có người lạ đã xem)",
        "Make another (the sheet was lost, or a stranger saw it)",
    ),
    "admin.recovery_once": Label(
        "Tờ này chỉ hiện một lần, ngay sau khi bấm: hãy in hai tờ (Ctrl+P), cất ở hai nơi, rồi trở "
        "lại đây báo là đã in.",
        "The sheet is shown once, right after you press. Print two copies (Ctrl+P), put them away "
        "in two places, then come back to this page and confirm it.",
    ),
    "admin.recovery_older": Label(
        "Giữ tờ cũ chừng nào còn giữ bản sao lưu làm trước tờ mới; tờ mới không mở được chúng.",
        "Keep the old sheet as long as you keep backups made before the new one; the new one does "
        "not open them.",
    ),
    "admin.recovery_sure": Label(
        "Tôi hiểu: các bản sao lưu cũ vẫn cần tờ cũ.",
        "I understand: the backups made so far still need the old sheet.",
    ),
    "admin.recovery_printed": Label("Đã in và cất", "It was printed and put away"),
    "admin.recovery_noted": Label(
        "Đã ghi: tờ khôi phục số {number} đã in và cất.",
        "Noted: the recovery sheet No. {number} was printed and put away.",
    ),
}
_RETENTION = {
    "admin.retention": Label("Đến hạn xóa", "Due to be erased"),
    "admin.retention_lead": Label(
        "Dữ liệu cá nhân đã giữ đủ số năm ghi ở từng mục, tính từ lần sửa cuối của bản ghi. Đánh "
        "dấu những dòng không còn cần; người vẫn đang giữ việc ấy thì đừng đánh dấu.",
        "Personal data that were kept for the years that each field states, counted from the last "
        "change of the record. Tick what is no longer needed; do not tick people who are still in "
        "office.",
    ),
    "admin.retention_record": Label("Bản ghi", "Record"),
    "admin.retention_fields": Label("Mục bị xóa", "Fields to erase"),
    "admin.retention_last": Label("Sửa lần cuối", "Last changed"),
    "admin.retention_years": Label("{years} năm", "{years} {years:year|years}"),
    "admin.retention_offices": Label("Các cơ quan", "The offices"),
    "admin.retention_deleted": Label("đã xóa", "deleted"),
    "admin.retention_open": Label("xem", "look"),
    "admin.retention_more": Label(
        "Còn {count} bản ghi nữa, hiện ra sau khi xóa những dòng này.",
        "{count} more {count:record is|records are} shown when these have been dealt with.",
    ),
    "admin.retention_what": Label(
        "Xóa ở máy chủ và, trong lần đồng bộ tới, ở trung tâm. Số liệu của bản ghi vẫn còn; bản "
        "ghi mà bỏ họ tên thì không còn gì (ví dụ một người trong sổ nhân sự) bị xóa cả. Nhật ký, "
        "bản sao lưu và tệp xuất toàn bộ còn giữ những gì đã viết.",
        "They are erased at the server and, with the next sync, at the centre. The figures of a "
        "record stay; a record that has no use without the name (such as a member of staff) is "
        "deleted. The log, backups and archives keep what was written.",
    ),
    "admin.retention_all": Label("Đánh dấu tất cả", "Tick all"),
    "admin.retention_nothing": Label(
        "Chưa đánh dấu dòng nào còn đến hạn; chưa xóa gì.",
        "Nothing that is due was ticked, so nothing was erased.",
    ),
    "admin.retention_erase": Label("Xóa những mục đã đánh dấu", "Erase what is ticked"),
    "admin.retention_none": Label(
        "Không có dữ liệu cá nhân nào đến hạn xóa.", "No personal data are due to be erased."
    ),
    "admin.retention_done": Label(
        "Đã xóa dữ liệu cá nhân ở {count} bản ghi.",
        "Personal data were erased in {count} {count:record|records}.",
    ),
}
TEXTS: dict[str, Label] = {
    **_CENTRES,
    **_DEVICES,
    **_USERS,
    **_TOKENS,
    **_VERIFIERS,
    **_RECOVERY,
    **_RETENTION,
}

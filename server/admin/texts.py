"""What the pages say on which the province is set up."""

from __future__ import annotations

from schemas.formatting.label import Label

from .recovery_texts import TEXTS as RECOVERY
from .retention_texts import TEXTS as RETENTION
from .token_texts import TEXTS as TOKENS
from .verifier_texts import TEXTS as VERIFIERS

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
        "The code is good once, until {until} ({hours} hours), and is shown on this page only: it "
        "cannot be looked up again. If you miss it, make another.",
    ),
    "admin.code_check": Label(
        "Khi ghi danh xong, máy đọc lại ba từ kiểm tra; phải đúng là: {check}. Khác là máy đã gặp "
        "nhầm máy chủ: đừng dùng, hãy báo quản trị.",
        "When it is enrolled, the machine names three words to compare; they must be: {check}. If "
        "not, it met another server: do not use it, and tell the administrator.",
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
        "Ends this device and makes a code for the new one at once. The new one is given the code "
        "and fetches all the centre's records by itself. What the old one still sends waits for "
        "somebody to look at it; a lost one is not answered any more.",
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
        "centre. What was kept apart still waits for somebody to look at it.",
    ),
    "admin.end_only": Label("Chỉ ngừng, không có máy thay", "Only end it, without another"),
    "admin.retire_means": Label(
        "Ngừng: máy vẫn gửi được những gì còn giữ, để không mất dữ liệu, nhưng chúng được để "
        "riêng và chờ người xem ở trang “Cần xem lại”.",
        "Retired: the device can still send what it holds, so that nothing is lost, but that is "
        "kept apart and waits on the page “Needs attention”.",
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
        "{least} letters at the least; a few words together are easy to remember, hard to guess.",
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
        "Mật khẩu phải có ít nhất {least} ký tự.", "A password has {least} letters at the least."
    ),
}
TEXTS: dict[str, Label] = {
    **_CENTRES,
    **_DEVICES,
    **_USERS,
    **TOKENS,
    **RETENTION,
    **RECOVERY,
    **VERIFIERS,
}

"""Every sentence of the centre's pages, in both languages.

What an error or a state of the sync is called is in ``client_agent.texts``; what a record
and its fields are called is in the schemas.
"""

from __future__ import annotations

from collections.abc import Mapping

from schemas.formatting.label import Label

from . import alive_texts, task_texts
from .backups import restore_texts
from .backups import texts as keeping_texts
from .conflicts import texts as attention_texts
from .evaluation import texts as evaluation_texts
from .people import texts as people_texts
from .records import texts as record_texts
from .syncing import sibling_texts, stick_texts, verification_texts
from .syncing import texts as sync_texts

_FRAME: dict[str, Label] = {
    "nav.home": Label("Trang chính", "Home"),
    "nav.registers": Label("Sổ ghi", "Registers"),
    "nav.sync": Label("Đồng bộ", "Sync"),
    "nav.evaluation": Label("Tự đánh giá", "Self-assessment"),
    "nav.staff": Label("Cán bộ", "Staff"),
    "nav.logout": Label("Đăng xuất", "Log out"),
    "nav.waiting": Label("{count} đang chờ gửi", "{count} waiting to be sent"),
    "nav.all_sent": Label("Tỉnh đã nhận đủ", "The province has everything"),
    "nav.needs_you": Label("{count} cần bạn xem", "Needs you: {count}"),
    "action.cancel": Label("Thôi", "Cancel"),
}

_LOGIN: dict[str, Label] = {
    "login.title": Label("Đăng nhập", "Log in"),
    "login.who": Label("Bạn là ai?", "Who are you?"),
    "login.pin": Label("Mã PIN", "PIN"),
    "login.go": Label("Đăng nhập", "Log in"),
    "login.choose": Label("Hãy chọn tên của bạn.", "Please choose your name."),
    "login.forgot": Label(
        "Quên mã PIN? Cán bộ khác của trung tâm đăng nhập, vào mục Cán bộ và đặt mã PIN mới cho "
        "bạn.",
        "Forgot the PIN? Another member of staff can log in and set a new one for you under Staff.",
    ),
    "login.expired": Label(
        "Đã lâu không có ai thao tác nên máy đã đăng xuất. Hãy đăng nhập lại.",
        "Nobody had used the page for a while, so it was logged out. Please log in again.",
    ),
    "login.expired_kept": Label(
        "Phiên làm việc đã hết hạn. Những gì bạn vừa nhập đã được giữ trong bản nháp: "
        "đăng nhập lại để tiếp tục.",
        "The session had expired. What you typed is kept as a draft: log in to go on.",
    ),
    "login.out": Label("Bạn đã đăng xuất.", "You are logged out."),
    "first.title": Label("Bắt đầu sử dụng", "Getting started"),
    "first.lead": Label(
        "Máy này chưa có ai sử dụng. Hãy tạo tên của bạn; tên này được ghi bên cạnh mỗi lần lưu.",
        "Nobody uses this computer yet. Enter your name; it is written beside everything you save.",
    ),
    "first.go": Label("Tạo và bắt đầu", "Create and begin"),
    "staff.title": Label("Cán bộ dùng máy này", "Staff who use this computer"),
    "staff.lead": Label(
        "Mỗi người một tên và một mã PIN, để biết ai đã nhập gì.",
        "One name and one PIN for each person, so that it is known who entered what.",
    ),
    "staff.name": Label("Họ và tên", "Full name"),
    "staff.pin": Label("Mã PIN (4 đến 12 chữ số)", "PIN (4 to 12 digits)"),
    "staff.pin_again": Label("Nhập lại mã PIN", "The PIN again"),
    "staff.add": Label("Thêm cán bộ", "Add a member of staff"),
    "staff.added": Label("Đã thêm {name}.", "{name} was added."),
    "staff.you": Label("bạn", "you"),
    "staff.no_name": Label("Hãy nhập họ và tên.", "Please enter a name."),
    "staff.bad_pin": Label("Mã PIN gồm 4 đến 12 chữ số.", "A PIN has 4 to 12 digits."),
    "staff.pins_differ": Label("Hai lần nhập PIN không giống nhau.", "The two PINs differ."),
    "logout.title": Label("Trước khi đăng xuất", "Before you log out"),
    "logout.waiting": Label(
        "{count} thay đổi còn chờ gửi về tỉnh. Chúng an toàn trên máy này và sẽ được tự gửi "
        "khi có mạng, kể cả khi không có ai đăng nhập.",
        "Changes still waiting to be sent to the province: {count}. They are safe on this "
        "computer and are sent by themselves when there is a network, also while nobody is "
        "logged in.",
    ),
    "logout.drafts": Label(
        "Bạn còn {count} bản nháp chưa lưu. Bản nháp được giữ lại cho lần sau.",
        "Drafts not saved yet: {count}. They are kept for the next time.",
    ),
    "logout.stay": Label("Ở lại", "Stay"),
}

_HOME: dict[str, Label] = {
    "home.hello": Label("Chào {name}", "Hello, {name}"),
    "home.to_do": Label("Việc cần làm", "What needs doing"),
    "home.nothing": Label("Không có việc gì đang chờ bạn.", "Nothing is waiting for you."),
    "home.nothing_help": Label(
        "Trung tâm vừa tổ chức lớp, buổi nói chuyện hay sự kiện? Bấm «+ Hoạt động» ở trên để ghi. "
        "Văn bản, kỳ báo cáo và phiếu bị trả lại sẽ tự hiện ở đây sau khi đồng bộ.",
        "Was there a class, a talk or an event? Press “+ Activity” above to enter it. Directives, "
        "report periods and returned sheets appear here by themselves after a sync.",
    ),
    "home.drafts": Label("Bản nháp chưa lưu", "Drafts not saved yet"),
    "home.draft_at": Label("từ {moment}", "from {moment}"),
    "home.needs_you": Label("{count} mục cần bạn xem", "Needs you: {count}"),
    "home.needs_you_help": Label(
        "Có thay đổi trùng nhau hoặc chưa được tính.",
        "Some changes contradict each other or are not counted yet.",
    ),
    "home.missing": Label("Chưa nhập lần nào", "Not filled in yet"),
    "home.evaluate": Label("Tự đánh giá năm {year}", "Self-assessment for {year}"),
    "home.evaluate_help": Label(
        "Đã chấm {scored}/{all} tiêu chí.", "{scored} of {all} criteria scored."
    ),
    "home.evaluate_returned": Label(
        "Bị trả lại: xem lý do, sửa rồi ký lại.", "Returned: see why, mend it and sign again."
    ),
    "home.evaluate_new": Label("Chưa bắt đầu.", "Not begun yet."),
    "home.not_enrolled": Label(
        "Máy này chưa được ghi danh với tỉnh", "This computer is not enrolled with the province"
    ),
    "home.not_enrolled_help": Label(
        "Xin mã ghi danh của tỉnh rồi chạy lệnh: khuyenhoc-agent enrol.",
        "Ask the province for a code, then run: khuyenhoc-agent enrol.",
    ),
    "home.count": Label("{count} bản ghi", "{count} in all"),
    "home.this_year": Label("{count} trong năm {year}", "{count} in {year}"),
    "home.sync_page": Label("Xem trang đồng bộ", "See the sync page"),
}

_FAULTS: dict[str, Label] = {
    "fault.title": Label("Có trục trặc", "Something is wrong"),
    "fault.typed": Label(
        "Những gì bạn vừa nhập vẫn còn nguyên bên dưới.",
        "What you typed is still here, below.",
    ),
    "fault.404": Label(
        "Không có trang này. Có thể địa chỉ bị gõ sai.",
        "There is no such page. The address may be mistyped.",
    ),
    "fault.405": Label("Không mở trang này theo cách đó được.", "This page cannot be opened so."),
    "fault.413": Label(
        "Dữ liệu gửi lên quá lớn nên không nhận được. Dữ liệu đã lưu không bị ảnh hưởng.",
        "What was sent is too large and was not taken. What is saved is not affected.",
    ),
    "fault.400": Label(
        "Yêu cầu không hợp lệ. Hãy quay lại và thử lại; dữ liệu đã lưu không bị ảnh hưởng.",
        "The request was not valid. Go back and try again; what is saved is not affected.",
    ),
    "fault.500": Label(
        "Phần mềm gặp lỗi ngoài dự kiến. Những gì đã lưu vẫn an toàn trên máy này. "
        "Hãy thử lại; nếu vẫn lỗi, báo cho tỉnh và đọc mã {code}.",
        "The program met an error that it did not expect. What was saved is safe on this "
        "computer. Please try again; if it happens again, tell the province code {code}.",
    ),
    "fault.csrf": Label(
        "Biểu mẫu đã hết hạn nên chưa lưu. Hãy mở lại trang rồi thử lại.",
        "The form had expired and was not saved. Please open the page again and retry.",
    ),
    "fault.form_old": Label(
        "Biểu mẫu này được mở từ trước khi phần mềm được cài lại, nên chưa lưu. Hãy xem lại "
        "các ô bên dưới rồi lưu.",
        "This form was opened before the program was installed again, so it was not saved. "
        "Please look at the fields below again and save.",
    ),
}

TEXTS: Mapping[str, Label] = {
    **_FRAME,
    **_LOGIN,
    **_HOME,
    **_FAULTS,
    **alive_texts.TEXTS,
    **record_texts.TEXTS,
    **evaluation_texts.TEXTS,
    **sync_texts.TEXTS,
    **keeping_texts.TEXTS,
    **people_texts.TEXTS,
    **restore_texts.TEXTS,
    **verification_texts.TEXTS,
    **stick_texts.TEXTS,
    **task_texts.TEXTS,
    **sibling_texts.TEXTS,
    **attention_texts.TEXTS,
}

"""Every sentence of the pages that people read at the province, in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label

from .conflicts.texts import TEXTS as ATTENTION
from .evaluation.criteria_texts import TEXTS as CRITERIA
from .evaluation.texts import TEXTS as VERIFYING
from .figures.texts import TEXTS as REPORTS
from .files.texts import TEXTS as BUNDLES
from .records.texts import TEXTS as RECORDS
from .summaries.texts import TEXTS as SUMMARIES

_NAV = {
    "nav.dashboard": Label("Tổng quan", "Overview"),
    "nav.totals": Label("Số liệu", "Totals"),
    "nav.summary": Label("Biểu", "Summaries"),
    "nav.registers": Label("Sổ ghi", "Registers"),
    "nav.evaluations": Label("Đánh giá", "Evaluations"),
    "nav.devices": Label("Thiết bị", "Devices"),
    "nav.attention": Label("Cần xem lại", "Needs attention"),
    "nav.admin": Label("Quản trị", "Administration"),
    "nav.logout": Label("Đăng xuất", "Log out"),
    "role.province": Label("Sở Giáo dục và Đào tạo", "Department of Education and Training"),
    "role.association": Label("Hội Khuyến học tỉnh", "Provincial Learning Association"),
    "role.district": Label("Phòng GD&ĐT", "District education office"),
    "role.district_association": Label("Hội Khuyến học huyện", "District association"),
}
_LOGIN = {
    "login.title": Label("Đăng nhập", "Log in"),
    "login.lead": Label(
        "Dữ liệu các trung tâm học tập cộng đồng",
        "Records of the community learning centres",
    ),
    "login.name": Label("Tên đăng nhập", "User name"),
    "login.password": Label("Mật khẩu", "Password"),
    "login.enter": Label("Đăng nhập", "Log in"),
    "login.help": Label(
        "Quên mật khẩu? Quản trị của tỉnh đặt lại cho bạn.",
        "Forgotten your password? The province's administrator can set a new one.",
    ),
    "login.wrong": Label(
        "Tên hoặc mật khẩu không đúng. Hãy thử lại.",
        "The name or the password is not right. Please try again.",
    ),
    "login.too_many": Label(
        "Bạn đã thử quá nhiều lần. Hãy đợi {wait} rồi thử lại.",
        "Too many attempts. Wait {wait}, then try again.",
    ),
}
_ASK = {
    "ask.period": Label("Kỳ báo cáo", "Period"),
    "ask.any_time": Label("Mọi thời gian", "Any time"),
    "ask.unit": Label("Đơn vị", "Unit"),
    "ask.on": Label("Địa giới của ngày", "Units of the day"),
    "ask.on_end": Label("Ngày cuối kỳ", "Last day of the period"),
    "ask.on_day": Label(
        "{day} ({districts} huyện, {communes} xã)",
        "{day} ({districts} {districts:district|districts}, {communes} "
        "{communes:commune|communes})",
    ),
    "ask.on_day_flat": Label(
        "{day} ({communes} xã, không còn huyện)",
        "{day} ({communes} {communes:commune|communes}, no districts)",
    ),
    "ask.by": Label("Xem theo", "Cut by"),
    "ask.all": Label("Tất cả", "All"),
    "ask.text": Label("Tìm", "Search"),
    "ask.text_hint": Label("Không cần gõ dấu", "Accents are not needed"),
    "ask.deleted": Label("Bản đã xóa", "Deleted ones"),
    "ask.deleted_no": Label("Không gồm", "Left out"),
    "ask.deleted_yes": Label("Chỉ bản đã xóa", "Only these"),
    "ask.show": Label("Xem", "Show"),
    "ask.clear": Label("Bỏ lọc", "Clear filters"),
    "ask.csv": Label("Tải CSV", "Download CSV"),
    "ask.public_csv": Label("CSV để công bố", "CSV to publish"),
    "ask.public_csv_help": Label(
        "Số ít hơn 5 của nhóm nhạy cảm (khuyết tật, dân tộc thiểu số, nguy cơ bỏ học…) được che.",
        "Sensitive counts below five (disabled, ethnic minority, at risk…) are withheld.",
    ),
    "ask.xlsx": Label("Tải Excel", "Download Excel"),
    "ask.figures_all": Label("Hiện mọi số liệu", "Show all figures"),
    "ask.figures_few": Label("Hiện ít số liệu", "Show fewer figures"),
}
_STAMP = {
    "stamp": Label(
        "Số liệu lúc {moment} · {centres} trung tâm trong phạm vi của bạn · nhật ký số {place}",
        "As of {moment} · {centres} {centres:centre|centres} in your scope · log position {place}",
    ),
    "stamp.units": Label("Địa giới ngày {day}", "Units of {day}"),
}
TEXTS: dict[str, Label] = {
    **_NAV,
    **_LOGIN,
    **_ASK,
    **_STAMP,
    **REPORTS,
    **RECORDS,
    **SUMMARIES,
    **BUNDLES,
    **ATTENTION,
    **CRITERIA,
    **VERIFYING,
}

"""Learning titles of a year: how many registered, how many achieved them. Counts, no names."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Choice, Count, Flag, Label, Paragraph, Year
from ..fields.adding import FLOW, STOCK, Rate
from ..record import AREA, RecordSchema

SCHEMES = {
    "hieu_hoc": Label("Hiếu học (từ 2008)", "Studious (since 2008)"),
    "hoc_tap": Label("Học tập (từ 2014)", "Learning (since 2014)"),
}
TITLES = {
    "title_family": Label("Gia đình", "Family"),
    "title_clan": Label("Dòng họ", "Clan"),
    "title_community": Label("Cộng đồng (xóm, bản, tổ)", "Community (village)"),
    "title_unit": Label("Đơn vị", "Unit"),
    "learning_citizen": Label("Công dân", "Citizen"),
}
SCHEMES_VALID = {"hieu_hoc": ("2008-01-01", "2015-12-31"), "hoc_tap": ("2014-02-20", "")}
TITLES_VALID = {  # QĐ 281/QĐ-TTg; QĐ 387/QĐ-TTg, for 2021 to 2030
    "title_unit": ("2014-02-20", ""),
    "learning_citizen": ("2021-01-01", ""),
}
ALL = "total_count"


class TitleCount(RecordSchema):
    record_type = "title_count"
    label = Label("Danh hiệu trong năm", "Titles of a year")
    help = Label(
        "Tổng số, đăng ký, đạt và chỉ tiêu của từng danh hiệu.",
        "How many there are, registered and achieved, and the target, by title.",
    )
    register = registers.TITLES
    clause = "II.5"
    natural_key = ("year", "scheme", "title")
    title_field = "title"
    series = (AREA, "scheme", "title")
    rates = {
        "achieved_rate": Rate(
            Label("Tỷ lệ đạt (% tổng số)", "% achieved"), "achieved_count", "total_count"
        ),
        "registered_rate": Rate(
            Label("Tỷ lệ đạt so với đăng ký (%)", "% of registered"),
            "achieved_count",
            "registered_count",
        ),
        "target_rate": Rate(
            Label("Tỷ lệ đạt so với chỉ tiêu (%)", "% of target"), "achieved_count", "target_count"
        ),
    }
    list_fields = ("year", "title", "scheme", ALL, "registered_count", "achieved_count")

    year = Year("Năm", "Year", Label("Năm xét.", "The year it is awarded for."), required=True)
    scheme = Choice(
        "Bộ danh hiệu",
        "Scheme",
        SCHEMES,
        Label("Trước 2014 là hiếu học.", "Before 2014: studious."),
        code_list="title_scheme",
        valid=SCHEMES_VALID,
        required=True,
    )
    title = Choice(
        "Danh hiệu",
        "Title",
        TITLES,
        Label("Mỗi danh hiệu một dòng.", "One line for each."),
        code_list="title",
        valid=TITLES_VALID,
        required=True,
    )
    total_count = Count(
        "Tổng số",
        "In all",
        Label(
            "Số hộ, dòng họ, xóm, đơn vị, người.", "Households, clans, villages, units, persons."
        ),
        adds=STOCK,
    )
    registered_count = Count(
        "Đăng ký",
        "Registered",
        Label("Đầu năm.", "Early in the year."),
        of=ALL,
        adds=STOCK,
    )
    achieved_count = Count(
        "Đạt",
        "Achieved",
        Label("Được công nhận cuối năm.", "Recognised at the year's end."),
        of=ALL,
        required=True,
        adds=STOCK,
    )
    new_count = Count(
        "Trong đó đạt lần đầu",
        "Of which for the first time",
        Label("Chưa đạt năm nào trước.", "Never before."),
        of="achieved_count",
        adds=FLOW,
    )
    retained_count = Count(
        "Trong đó đạt từ 3 năm liền",
        "Of which three years running",
        Label("Giữ danh hiệu liên tục.", "Without a break."),
        of="achieved_count",
        adds=STOCK,
    )
    target_count = Count(
        "Chỉ tiêu", "Target", Label("Kế hoạch năm.", "Of the year's plan."), adds=STOCK
    )
    is_school_linked = Flag(
        "Gắn với trường học thân thiện",
        "Linked with the friendly school",
        Label(
            "Lồng ghép với phong trào thi đua của trường.", "Part of the school's emulation drive."
        ),
        adds=STOCK,
    )
    note = Paragraph(
        "Ghi chú",
        "Notes",
        Label("Cách xét, khó khăn.", "How it was decided, difficulties."),
        length=1000,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "year": 2012,
            "scheme": "hieu_hoc",
            "title": "title_family",
            "total_count": 940,
            "registered_count": 610,
            "achieved_count": 548,
            "new_count": 63,
            "target_count": 560,
            "is_school_linked": True,
        }

"""How many members the association has in the commune, on a day."""

from __future__ import annotations

from typing import Any

from .. import registers
from ..fields import Count, Day, Label, disaggregation
from ..fields.adding import FLOW, OPENING, STOCK, Rate
from ..record import AREA, RecordSchema
from ..rules import Balance

ALL = "member_count"


class MembershipSnapshot(RecordSchema):
    record_type = "membership_snapshot"
    label = Label("Số liệu hội viên", "Membership")
    help = Label(
        "Số tổ chức Hội và hội viên, đếm mỗi kỳ báo cáo.",
        "Units and members of the association, counted for each report.",
    )
    register = registers.ASSOCIATION
    clause = "II.6"
    natural_key = ("counted_on",)
    title_field = "counted_on"
    day_field = "counted_on"
    series = (AREA,)
    rates = {
        "female_rate": Rate(Label("Tỷ lệ nữ (%)", "% female"), "female_count", ALL),
        "member_rate": Rate(
            Label("Tỷ lệ hội viên trên dân số (%)", "% of the population"), ALL, "population_count"
        ),
        "school_rate": Rate(
            Label("Tỷ lệ trường có chi hội (%)", "% of schools with a branch"),
            "school_with_branch_count",
            "school_count",
        ),
    }
    list_fields = ("counted_on", ALL, "new_count", "branch_count", "board_count")
    rules = (Balance(ALL, ("earlier_count", "new_count"), ("left_count",)),)

    counted_on = Day(
        "Tính đến ngày",
        "Counted on",
        Label("Ngày cuối kỳ.", "The last day of the period."),
        required=True,
    )
    earlier_count = Count(
        "Hội viên đầu kỳ",
        "Members before",
        Label("Của lần đếm trước.", "Of the count before."),
        adds=OPENING,
    )
    new_count = Count("Kết nạp mới", "New members", Label("Trong kỳ.", "In the period."), adds=FLOW)
    left_count = Count(
        "Ra Hội",
        "Members who left",
        Label("Chuyển đi, thôi, mất.", "Moved, left or died."),
        adds=FLOW,
    )
    member_count = Count(
        "Tổng số hội viên",
        "Members",
        Label("Đầu kỳ cộng mới, trừ ra Hội.", "Before, plus new, less those who left."),
        required=True,
        adds=STOCK,
    )
    female_count = disaggregation.female(ALL)
    ethnic_minority_count = disaggregation.ethnic_minority(ALL)
    party_member_count = Count(
        "Trong đó đảng viên",
        "Of whom party members",
        Label("Chỉ đếm, không ghi tên.", "Counted only, no names."),
        of=ALL,
        sensitive=True,
        adds=STOCK,
    )
    teacher_count = Count(
        "Trong đó nhà giáo",
        "Of whom teachers",
        Label("Kể cả đã nghỉ hưu.", "The retired too."),
        of=ALL,
        adds=STOCK,
    )
    population_count = Count(
        "Dân số",
        "Population",
        Label("Để tính tỷ lệ hội viên.", "For the share of members."),
        adds=STOCK,
    )
    branch_count = Count("Số chi hội", "Branches", Label("Đang hoạt động.", "At work."), adds=STOCK)
    board_count = Count(
        "Số ban khuyến học",
        "Promotion boards",
        Label("Đang hoạt động.", "At work."),
        adds=STOCK,
    )
    school_count = Count(
        "Số trường học", "Schools", Label("Trên địa bàn.", "In the commune."), adds=STOCK
    )
    school_with_branch_count = Count(
        "Số trường có chi hội",
        "Schools with a branch",
        Label("Hoặc ban khuyến học.", "Or a board."),
        of="school_count",
        adds=STOCK,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "counted_on": "2012-12-31",
            "earlier_count": 1420,
            "new_count": 92,
            "left_count": 14,
            "member_count": 1498,
            "female_count": 760,
            "branch_count": 14,
            "board_count": 10,
            "school_count": 3,
            "school_with_branch_count": 3,
        }

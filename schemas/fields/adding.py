"""How figures add up: over time, and over units. Every number field of a record type says so.

Members are not added up over time, attendances are: what a number means cannot be seen from its
kind of field, so each field declares it, and a declaration without it is refused.
"""

from __future__ import annotations

from typing import NamedTuple

from ..formatting.label import Label

FLOW, STOCK, PROFILE, IN_FORCE = "flow", "stock", "profile", "in_force"
OPENING, CLOSING, LEVEL, RATE = "opening", "closing", "level", "rate"
DISTINCT, MARK = "distinct", "mark"
STANDING = "standing"  # a stock of things in force: of those in force on the last day
AS_WHOLE = "as_whole"  # a part of another count, which adds up as that does

WAYS = {
    FLOW: Label(
        "Cộng theo thời gian và theo đơn vị: mọi bản ghi có ngày trong kỳ.",
        "Added up over time and over units: all records dated in the period.",
    ),
    STOCK: Label(
        "Lấy số mới nhất đến cuối kỳ, không cộng theo thời gian; cộng theo đơn vị. "
        "Số cũ hơn 18 tháng coi là chưa báo cáo.",
        "The last number by the end of the period, never added up over time; added up over "
        "units. A number older than 18 months counts as not reported.",
    ),
    STANDING: Label(
        "Của những mục còn hiệu lực vào ngày cuối kỳ, không cộng theo thời gian; cộng theo đơn vị.",
        "Of what is in force on the last day of the period, never added up over time; added up "
        "over units.",
    ),
    PROFILE: Label(
        "Lấy hồ sơ như đã ghi đến cuối kỳ, không cộng theo thời gian; cộng theo đơn vị.",
        "The profile as it was by the end of the period, never added up over time; added up "
        "over units.",
    ),
    IN_FORCE: Label(
        "Đếm ở mọi kỳ mà ngày bắt đầu, ngày kết thúc chạm tới; để trống ngày bắt đầu là từ trước.",
        "Counted in each period that its first and last day meet; without a first day, from ever.",
    ),
    OPENING: Label(
        "Lấy của bản đầu tiên trong kỳ, không cộng theo thời gian; cộng theo đơn vị.",
        "Of the first statement in the period, never added up over time; added up over units.",
    ),
    CLOSING: Label(
        "Lấy của bản cuối cùng trong kỳ, không cộng theo thời gian; cộng theo đơn vị.",
        "Of the last statement in the period, never added up over time; added up over units.",
    ),
    LEVEL: Label(
        "Lấy giá trị mới nhất, không bao giờ cộng; đếm theo từng giá trị.",
        "The last value, never added up; counted by value.",
    ),
    RATE: Label(
        "Tính từ hai số cùng các bản ghi, một số lẻ; không cộng.",
        "Worked out from two numbers of the same records, one decimal; not added up.",
    ),
    DISTINCT: Label(
        "Đếm số khác nhau: trùng nhau thì tính một.",
        "Different ones are counted: the same one counts once.",
    ),
    MARK: Label("Không phải số liệu: năm, số thứ tự.", "Not a figure: a year or a serial number."),
}
NUMBERS_ADD = frozenset({FLOW, STOCK, PROFILE, OPENING, CLOSING})  # over units


class Span(NamedTuple):
    """The fields that say from which day to which a thing is in force; "": there is none."""

    start: str = ""
    end: str = ""


class Rate(NamedTuple):
    """A share in per cent, worked out from two figures of the same records."""

    label: Label
    part: str
    whole: str


class Book(NamedTuple):
    """The entries that go before a statement of their time: of which type, by which field."""

    record_type: str
    by: str
    figures: tuple[str, ...]  # that both have


class Whole(NamedTuple):
    """What says that a record is of the whole time whose parts others count, of the same series."""

    name: str
    code: str
    within: tuple[str, ...]  # the time of which it is the whole

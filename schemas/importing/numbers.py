"""Numbers as registers have them: which number a cell can mean, and what it is counted in.

"1.234" is twelve hundred to one person and a little more than one to another; which of the
two, no cell says alone. So all readings of a cell are worked out here, by the mark that would
be the decimal one, and what the column as a whole says of its marks decides between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ..formatting.vietnamese import MOST_DIGITS, fold, plain_digits

COMMA, POINT = ",", "."
THOUSAND, MILLION, BILLION = 1_000, 1_000_000, 1_000_000_000
TIMES = {
    **dict.fromkeys(("k", "nghin", "ngan"), THOUSAND),
    **dict.fromkeys(("trieu", "tr"), MILLION),
    **dict.fromkeys(("ty", "ti"), BILLION),
}
CURRENCY = ("dong", "d", "vnd", "vn d", "₫")
COUNTED = frozenset(
    {
        "ban",
        "bo",
        "buoi",
        "cai",
        "can bo",
        "cap",
        "chau",
        "chi hoi",
        "chiec",
        "chuyen de",
        "cuoc",
        "cuon",
        "dia diem",
        "dieu",
        "em",
        "gio",
        "giao vien",
        "hoc sinh",
        "hoc vien",
        "ho",
        "hoi vien",
        "hv",
        "lan",
        "lop",
        "luot",
        "luot hoc vien",
        "luot nguoi",
        "may",
        "may tinh",
        "nam",
        "ngay",
        "nguoi",
        "nguoi hoc",
        "phong",
        "quyen",
        "suat",
        "thon",
        "tiet",
        "to",
        "truong",
        "tuoi",
        "xom",
    }
)
YEARS = ("nam", "nam hoc")
TRAIL = re.compile(r"(?P<number>-?\d(?:[\d., ]*\d)?)\s*(?P<unit>[^\d\s.,\-+~<>=?/][^\d+~<>=?/]*)")
LEAD = re.compile(r"(?P<unit>vnđ|vnd|đ|₫|năm)\s*(?P<number>-?\d(?:[\d., ]*\d)?)")
AMOUNT = re.compile(r"-?\d+(?:[.,]\d+)*")
_SHAPES = {
    mark: re.compile(
        rf"-?(?:[1-9]\d{{0,2}}(?:(?:{re.escape(other)}\d{{3}})+|(?: \d{{3}})+)|0|[1-9]\d*)"
        rf"(?:{re.escape(mark)}(?P<part>\d{{1,10}}))?"
    )
    for mark, other in ((COMMA, POINT), (POINT, COMMA))
}
_PLAIN = re.compile(r"-?\d+")


class Amount(NamedTuple):
    """The number of a cell, in each way in which it can be read."""

    readings: Mapping[str, Decimal]  # by the decimal mark; one entry if there is but one way
    times: int = 1  # what its unit multiplies by
    has_unit: bool = False  # whether the cell itself says what it is counted in
    has_fraction: bool = False  # whether it has a decimal part in its only reading

    @property
    def only(self) -> Decimal | None:
        """The number, if it is certain."""
        values = set(self.readings.values())
        return values.pop() if len(values) == 1 else None


@lru_cache(4096)
def amount(text: str, is_money: bool, is_share: bool = False) -> Amount | None:
    """What a cell can mean; ``None`` if it is not one number for certain."""
    typed = "" if len(text.strip().splitlines()) > 1 or "\t" in text else plain_digits(text)
    bare, times, has_unit = typed, 1, False
    if unit := TRAIL.fullmatch(typed) or LEAD.fullmatch(typed):
        meant = _times(unit["unit"], is_money, is_share)
        if meant is None:
            return None
        bare, times, has_unit = unit["number"], meant, True
    readings = _readings(bare)
    if not readings or sum(map(str.isdigit, bare)) > MOST_DIGITS:
        return None
    fraction = len(readings) == 1 and _has_part(bare, next(iter(readings)))
    return Amount(readings, times, has_unit, fraction)


def amounts_in(text: str) -> list[str]:
    """The numbers that stand in a text, as they are proposed to who must say which is meant."""
    return list(dict.fromkeys(AMOUNT.findall(plain_digits(text))))[:4]


def written(value: Decimal) -> str:
    """A number that can be read in one way only: 1234567 or 61,5, without thousands."""
    whole, _, part = f"{value:f}".partition(".")
    part = part.rstrip("0")
    return f"{whole},{part.ljust(4, '0') if len(part) == 3 else part}" if part else whole


def scale_in(text: str) -> int:
    """The thousands or millions of đồng that a heading says its column is in; 0 if it says none."""
    folded = fold(text)
    if re.search(r"(?<![\w.])(nghin|ngan|1[. ]?000)\s*(dong|d\b|vnd|₫)", folded):
        return THOUSAND
    if re.search(r"(?<!\w)(trieu|tr)\.?\s*(dong|d\b|vnd|₫)", folded):
        return MILLION
    if re.search(r"(?<!\w)(ty|ti)\s*(dong|d\b|vnd|₫)", folded):
        return BILLION
    unit = re.search(r"(?:dvt|don vi(?: tinh)?)\s*[:.]?\s*\(?\s*(\w+)", folded)
    if unit and unit[1] in TIMES:
        return TIMES[unit[1]]
    return (
        1
        if re.search(
            r"\((?:dong|d|vnd|₫)\)|(?:dvt|don vi(?: tinh)?)\s*[:.]?\s*\(?\s*(?:dong|d|vnd)\b",
            folded,
        )
        else 0
    )


def _readings(bare: str) -> dict[str, Decimal]:
    if _PLAIN.fullmatch(bare):
        return {COMMA: Decimal(bare)}
    ways = {}
    for mark, other in ((COMMA, POINT), (POINT, COMMA)):
        if _SHAPES[mark].fullmatch(bare):
            plain = bare.replace(" ", "").replace(other, "").replace(mark, ".")
            ways[mark] = Decimal(plain)
    return ways if len(set(ways.values())) > 1 else dict(list(ways.items())[:1])


def _has_part(bare: str, mark: str) -> bool:
    shape = _SHAPES[mark].fullmatch(bare)
    return bool(shape and shape["part"])


def _times(unit: str, is_money: bool, is_share: bool) -> int | None:
    """What the unit multiplies by; ``None`` if it is none that is known."""
    words = fold(unit).strip(" .")
    if words == "%":
        return 1 if is_share else None
    if words in YEARS or words in COUNTED:
        return None if is_money else 1
    for currency in ("", *CURRENCY):
        if currency and words == currency:
            return 1 if is_money else None
        bare = words.removesuffix(currency).strip(" .") if currency else words
        if bare in TIMES and (is_money or bare == words):
            return TIMES[bare]
    return None

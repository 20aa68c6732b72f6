"""What a cell of a workbook says: its value, in the number format in which the sheet shows it.

The text is what a person would have typed who sees the sheet: 24/07/2012, a decimal comma, and
0912345678 where the format 0000000000 shows it. What a sheet cannot show is doubtful.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache, singledispatch
from typing import NamedTuple

from ..formatting import vietnamese
from .doubts import Doubtful
from .guard import guarded

GENERAL = "General"
EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  # as Excel has it
PRECISE = 4  # decimals that a person types; a number with more was worked out
PLACES = 6  # decimals of the longest number that we write
LONGEST = 255  # letters of a number format
LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
UNIT = re.compile(r"(?:nghin|ngan|trieu|tr|ty|ti|k)\b")  # what the format counts in
SECTIONS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
LIKE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2},\d{3}")  # with one more digit it is none
HIGH = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

Showing = Callable[[float], str]


class Dated(str):
    """The text of a cell that holds a day, and not what somebody typed of one."""

    __slots__ = ()


class Piece(NamedTuple):
    """A part of a text with one look."""

    text: str
    is_raised: bool = False
    is_struck: bool = False


@singledispatch
def typed(value: object) -> str:
    """What a person would have typed to get the value of such a cell."""
    return "" if value is None else str(value)


@typed.register
def _(value: str) -> str:
    return guarded(value)  # as it is in a CSV file


@typed.register
def _(value: bool) -> str:
    return "1" if value else "0"


@typed.register
def _(value: float) -> str:
    if not math.isfinite(value):
        return error("#NUM!")
    value = round(value, PLACES)
    if not value.is_integer():
        text = f"{value:.{PLACES}f}".rstrip("0").replace(".", ",")
        return f"{text}0" if LIKE_THOUSANDS.fullmatch(text) else text
    text = str(int(value))
    return text if abs(value) < 10**vietnamese.MOST_DIGITS else Doubtful(text, "digits_lost")


@typed.register
def _(value: datetime) -> str:
    day = Dated(vietnamese.day(value.date()))
    return day if value.time() == time() else Dated(f"{day} {value:%H:%M}")


@typed.register
def _(value: date) -> str:
    return Dated(vietnamese.day(value))


@typed.register
def _(value: time) -> str:
    return f"{value:%H:%M}"


@typed.register
def _(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def error(text: str) -> str:
    """A cell in which the spreadsheet shows an error."""
    return Doubtful(text, "error_cell")


def rich(pieces: Iterable[Piece], plain: Callable[[str], str] = str) -> str:
    """A text whose parts look different: a raised figure stays one that is set high."""
    parts = [piece for piece in pieces if piece.text]
    text = "".join(p.text.translate(HIGH) if p.is_raised else p.text for p in parts)
    is_struck = any(piece.is_struck and piece.text.strip() for piece in parts)
    text = typed(plain(text))
    return Doubtful(text, "struck_out") if is_struck else text


def divided(text: str, runs: Sequence[tuple[int, Piece]]) -> Iterator[Piece]:
    """A text whose parts begin at those places and look like those pieces."""
    ends = [start for start, _ in runs[1:]] + [len(text)]
    yield Piece(text[: runs[0][0]] if runs else text)
    for (start, look), end in zip(runs, ends, strict=False):
        yield look._replace(text=text[start:end])


def unescaped(text: str) -> str:
    """The text of an Open XML cell, with what it escapes: _x000D_ is a carriage return."""
    if "_x" in text:
        text = ESCAPED.sub(lambda match: _letter(int(match[1], 16)) or match[0], text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@lru_cache(2000)
def showing(pattern: str, epoch: datetime = EPOCH) -> Showing:
    """How numbers are shown in cells of that number format."""
    section = SECTIONS.split(pattern[:LONGEST])[0]
    prefix, suffix, bare = _parts(section)
    if ELAPSED.search(section):
        return lambda value: _checked(value, lambda: typed(timedelta(days=value)))
    letters = set(bare.lower())
    if letters & set("dmyhs") and GENERAL.lower() not in bare.lower():
        return _day_shown(letters, epoch)
    whole, _, decimals = bare.partition(".")
    places = sum(decimals.count(mark) for mark in "0#?") if "0" in bare or "#" in bare else PLACES
    if "%" in bare:
        return lambda value: f"{typed(_seen(round(value * 100, 10), places))}%"
    first = whole.find("0")
    width = sum(whole[first:].count(mark) for mark in "0#?") if first >= 0 else 0
    if width > 1 or any(map(str.isdigit, prefix)):
        return lambda value: _padded(value, prefix, width)
    divided = 1000 ** (len(whole.rstrip()) - len(whole.rstrip(" ,")))
    if UNIT.match(vietnamese.fold(suffix)):
        return lambda value: f"{typed(value / divided)} {suffix}"
    return lambda value: typed(_seen(value, places))


def _parts(section: str) -> tuple[str, str, str]:
    """The words before the first digit of a number format and behind it, and the format without."""
    prefix, suffix, bare, start = "", "", "", 0
    for match in LITERAL.finditer(section):
        bare += section[start : match.start()]
        words = match[1] or match[2] or ""
        prefix, suffix = (prefix, suffix + words) if bare.strip() else (prefix + words, suffix)
        start = match.end()
    return prefix.strip(), suffix.strip(), bare + section[start:]


def _padded(value: float, prefix: str, width: int) -> str:
    is_count = value >= 0 and float(value).is_integer()
    return prefix + typed(value).zfill(width) if is_count else typed(value)


def _seen(value: float, places: int) -> float:
    """The number as it is shown, if nobody typed the rest of it."""
    is_typed = not math.isfinite(value) or round(value, PRECISE) == value
    return value if is_typed else round(value, min(places, PLACES))


def _day_shown(letters: set[str], epoch: datetime) -> Showing:
    def of(value: float) -> str:
        return _checked(value, lambda: shape(_moment(value, epoch)))

    shape: Callable[[datetime], str]
    if "y" not in letters and "d" not in letters:
        shape = "{:%H:%M}".format if "h" in letters else "{:%M:%S}".format
    elif "d" not in letters:
        shape = "{:%m/%Y}".format if "m" in letters else "{:%Y}".format
    elif "y" not in letters:
        shape = "{:%d/%m}".format
    else:
        shape = typed if "h" in letters else lambda moment: typed(moment.date())
    return of


def _checked(value: float, text: Callable[[], str]) -> str:
    """What is shown; crosses where Excel shows them, since no calendar has that day."""
    try:
        return text() if value >= 0 else error("#####")
    except (ValueError, OverflowError):
        return error("#####")


def _moment(value: float, epoch: datetime) -> datetime:
    days = value + 1 if epoch == EPOCH and value < 60 else value  # Excel's 1900 is a leap year
    return epoch + timedelta(seconds=round(days * 86_400))


def _letter(code: int) -> str:
    """The letter of that code; nothing for what is none by itself."""
    return "" if 0xD800 <= code <= 0xDFFF or code == 0 else chr(code)

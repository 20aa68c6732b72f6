"""How Vietnamese is searched, sorted, read and written: letters, names, numbers, days.

What people type is read forgivingly; what we write has one form: 24/07/2012 and 1.234,5,
in both languages, since the paper forms know no other.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone

HANOI = timezone(timedelta(hours=7))
ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
TONES = {mark: place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
MARKS = re.compile("[\u0300-\u036f]+")
SEPARATED = re.compile(r"(?:ngày )?(\d{1,2}) ?[/.\-, ] ?(\d{1,2}) ?[/.\-, ] ?(\d{4}|\d{2})")
SPELLED = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_DIGITS = 15  # of a number that a float still holds to the unit
LONGEST_RUN = 1000  # digits by which names sort; Python reads no more than 4300 as a number
DIGITS = re.compile(r"\s*-?\d[\d.,\s]*[^\d]{0,6}")  # and a unit
GROUPED = re.compile(r"-?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")  # never with a zero in front
SPACED = re.compile(r"-?[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?")
PIVOT = 50  # a year of two digits below it is after 2000

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...]]


def fold(text: str) -> str:
    """``text`` as one searches for it: without accents, capitals and doubled spaces; đ is d.

    So is the Icelandic ð, whose capital many old documents hold in place of Đ.
    """
    bare = unicodedata.normalize("NFKD", text).casefold().replace("đ", "d").replace("ð", "d")
    bare = MARKS.sub("", bare)
    if not bare.isascii():  # rare: letters that are neither Vietnamese nor Latin
        bare = unicodedata.normalize("NFKD", bare).casefold().replace("đ", "d")
        bare = "".join(c for c in bare if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join(bare.split())


def alphabetical(text: str) -> SortKey:
    """The place of ``text`` in Vietnamese order: letters, then tones, then capitals.

    Numbers count by their value, so that xóm 2 comes before xóm 10.
    """
    runs = re.findall(r"\d+|\D", unicodedata.normalize("NFC", " ".join(text.split())))
    return (
        tuple(_place(run) for run in runs),
        tuple(tone_of(run) for run in runs),
        tuple(run.isupper() for run in runs),
    )


def sort_key(name: str) -> tuple[SortKey, SortKey]:
    """The place of a person's name in a list: given name (the last word) first."""
    words = name.split()
    return alphabetical(" ".join(words[-1:])), alphabetical(" ".join(words[:-1]))


def _place(run: str) -> tuple[int, int]:
    if run == " ":
        return (0, 0)
    if run.isdecimal():
        return (1, int(run[:LONGEST_RUN]))
    letter = letter_of(run)
    return (2, ALPHABET[letter]) if letter in ALPHABET else (3, ord(run[0]))


def letter_of(letter: str) -> str:
    """The letter in small, without its tone: ă of Ằ."""
    parts = unicodedata.normalize("NFD", letter.lower())
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))


def tone_of(letter: str) -> int:
    """The place of its tone in the alphabet; 0 if it bears none."""
    return max(TONES.get(part, 0) for part in unicodedata.normalize("NFD", letter))


def day(value: date | str | None) -> str:
    """24/07/2012; what is not a day comes back as it is."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value[:10])
        except ValueError:
            return str(value)
    return f"{value.day:02}/{value.month:02}/{value.year:04}" if value else ""


def number(value: float | None) -> str:
    """1.234,5; at most two decimals, none if there is nothing to say."""
    if value is None:
        return ""
    whole, _, part = f"{value:,.2f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + ("," + part if part else "")


def one_decimal(value: float) -> str:
    """1.234,5: always one decimal, as shares and changes have."""
    whole, _, part = f"{value:,.1f}".partition(".")
    return f"{whole.replace(',', '.')},{part}"


def moment(milliseconds: int | None) -> str:
    """24/07/2012 14:05, by the clock of Hà Nội, from milliseconds since 1970."""
    if milliseconds is None:
        return ""
    try:
        at = datetime.fromtimestamp(milliseconds / 1000, HANOI)
    except (ValueError, OverflowError, OSError):
        return ""  # a clock that says so is wrong
    return f"{day(at)} {at.hour:02}:{at.minute:02}"


def day_of(milliseconds: int) -> date:
    """The day in Hà Nội at that moment."""
    return datetime.fromtimestamp(milliseconds / 1000, HANOI).date()


def parse_day(text: str) -> date:
    """The day that a person typed: 24/7/2012, 24-07-12, 24 tháng 7 năm 2012, 2012-07-24.

    A year of two digits is between 1950 and 2049.

    :raises ValueError: if it is none
    """
    typed = plain_digits(text)
    if ISO.fullmatch(typed):
        return date.fromisoformat(typed)
    for shape in (SEPARATED, SPELLED, TOGETHER):
        if match := shape.fullmatch(typed):
            first, month, year = map(int, match.groups())
            return date(full_year(year), month, first)
    raise ValueError(f"not a day: {text!r}")


def full_year(year: int) -> int:
    """The year that two digits mean; four mean themselves."""
    return year if year >= 100 else year + (2000 if year < PIVOT else 1900)


def plain_digits(text: str) -> str:
    """``text`` in lower case with the digits and spaces of a keyboard.

    A raised ² or an encircled ① stays: it is a mark beside a number, not a digit of it.
    """
    return " ".join(_unmarked(text).lower().split())


def _unmarked(text: str) -> str:
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).replace("\u2212", "-")
    return "".join(
        c if unicodedata.category(c) == "No" else unicodedata.normalize("NFKC", c) for c in text
    )


def whole_number(text: str) -> int | None:
    """The number that the text writes with digits alone; None if it is none, or an endless one."""
    return int(text) if len(text) <= MOST_DIGITS and text.isdecimal() else None


def parse_number(text: str) -> int | float:
    """The number that a person typed: 1.250 and 1 250 are 1250; 4,5 and 4.5 are four and a half.

    One comma is a decimal comma, as in Vietnamese; dots or several commas before each three
    digits are thousands, and so are single spaces. Two numbers in one cell are none.

    :raises ValueError: if it is none
    """
    typed = plain_digits(text) if len(text.splitlines()) < 2 else text
    typed = typed.replace(" ", "") if SPACED.fullmatch(typed) else typed
    grouped = GROUPED.fullmatch(typed.partition(",")[0]) if typed.count(",") <= 1 else None
    if grouped:
        typed = typed.replace(".", "")
    elif GROUPED.fullmatch(typed) and typed.count(",") > 1:
        typed = typed.replace(",", "")
    plain = typed.replace(",", ".")
    if not re.fullmatch(rf"-?[0-9]{{1,{MOST_DIGITS}}}(\.[0-9]{{1,6}})?", plain):
        raise ValueError(f"not a number: {text!r}")
    value = float(plain)
    return int(plain) if "." not in plain else (int(value) if value.is_integer() else value)


def is_shaped_as_day(text: str) -> bool:
    """Whether it is written as a day is, also as one that no calendar has: 31/02/2012."""
    typed = plain_digits(text)
    return any(shape.fullmatch(typed) for shape in (ISO, SEPARATED, SPELLED, TOGETHER))


def is_endless(text: str) -> bool:
    """Whether it is written as a number is, with more digits than anything here can have."""
    return bool(DIGITS.fullmatch(text)) and sum(map(str.isdigit, text)) > MOST_DIGITS


def tidy(text: str) -> str:
    """One line as it is stored: composed letters, single spaces, nothing unprintable."""
    return " ".join(_printable(text).split())


def tidy_lines(text: str) -> str:
    """Several lines as they are stored: each tidied at its end, no empty ones around."""
    lines = (line.rstrip() for line in _printable(text).splitlines())
    return "\n".join(lines).strip()


def _printable(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if c in "\n\r\t" or unicodedata.category(c)[0] != "C")

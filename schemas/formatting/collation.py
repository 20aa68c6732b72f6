"""The Vietnamese alphabet for databases that do not know it: texts to bytes that sort so.

The order is that of ``vietnamese.alphabetical``: letters, then tones, then capitals, numbers by
their value. Databases keep these bytes beside the text, so what is stored with ``VERSION`` 1 must
never come out otherwise; whoever changes the order counts it up, and all keys are made again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from .vietnamese import ALPHABET, letter_of, tone_of

VERSION = 1
NUMBER = re.compile("[0-9]+")
MOST_DIGITS = 255  # numbers with more are sorted by their first digits alone
END = "\0"  # before all that a text can go on with
# Each part of a key is of one kind: a space, a number, a letter of ours, any other sign.
SPACE, AMOUNT, LETTER, OTHER = "\x01", "\x02", 0x50, "\x7f"


class _Letters(dict[int, str]):
    """What becomes of each letter; worked out when it comes for the first time."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, letter: int) -> str:
        place = self[letter] = self._of(chr(letter))
        return place


def _place(letter: str) -> str:
    if letter == " ":
        return SPACE
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    bare = letter_of(letter)
    if bare in ALPHABET:
        return chr(LETTER + ALPHABET[bare])
    sixths = (ord(letter) >> shift & 0x3F for shift in (18, 12, 6, 0))
    return OTHER + "".join(chr(0x80 + sixth) for sixth in sixths)  # none looks like a digit


PLACES = _Letters(_place)
TONES = _Letters(lambda letter: chr(tone_of(letter) + 1))
CAPITALS = _Letters(lambda letter: "\x02" if letter.isupper() else "\x01")


def collated(text: str) -> bytes:
    """The place of ``text`` in Vietnamese order."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    letters = plain.translate(PLACES)
    if NUMBER.search(letters):
        letters = NUMBER.sub(_amount, letters)
        plain = re.sub(r"\d+", "0", plain)  # a number is one place, however long
    tones = plain.translate(TONES).rstrip("\x01")
    capitals = plain.translate(CAPITALS).rstrip("\x01")
    return f"{letters}{END}{tones}{END}{capitals}".encode("latin-1")


def collated_name(name: str) -> bytes:
    """The place of a person's name in a list: given name (the last word) first."""
    others, _, given = " ".join(name.split()).rpartition(" ")
    return collated(given) + END.encode() + collated(others)


def _amount(number: re.Match[str]) -> str:
    digits = number[0].lstrip("0")
    return AMOUNT + chr(min(len(digits), MOST_DIGITS)) + digits

"""Letters that were damaged on their way: mended where that is certain, doubtful where it is not.

Three things befall Vietnamese text: UTF-8 that was read as Western letters and saved again (it
can be undone), bytes that were lost, and question marks that a Western code page put in place
of letters that it does not have.
"""

from __future__ import annotations

import re
import unicodedata

from ..formatting import vietnamese
from .doubts import Doubtful

LOST = "\ufffd"
RUN = re.compile(r"[^\x00-\x7f]+")
FAR = re.compile("[\u00c0-\u1eff]")  # letters of which a damaged file must have many
LETTERS = {letter + tone for letter in "aăâeêioôơuưyd" for tone in ("", *vietnamese.TONES)} | {"đ"}
SMALL = {unicodedata.normalize("NFC", letter) for letter in LETTERS}
KNOWN = {form for letter in SMALL for form in (letter, letter.upper())} | set("“”‘’–—…•°·₫\u00a0")
SURELY = "[ÃĂ][¡¢£¨©ª¬²³´µ¹º½]|Ä[‘\x91ƒ‚©¨]|Æ[°¡]"  # UTF-8 read as Western letters, nothing else
MENDED = re.compile(rf"á[º»][\x80-\uffff]|{SURELY}")
AMONG = "[^\\W\\d_][¡-¬®-¿∀-⋿]+[^\\W\\d_]"  # a sign between two letters of a word
GARBLED = re.compile(
    rf"áº|á»(?=[^\W\d_]|[\x80-\uffff])|â€|{SURELY}|{AMONG}|&#x?[0-9A-Fa-f]{{2,6}};"
)
OPENED = re.compile("(?<!»)«")  # what it opens may end in á»
ASKED = re.compile(r"[^\W\d_]\?{1,4}[^\W\d_]|\?\?[^\W\d_]")
WITH_MARK = re.compile(r"\S{0,60}\?\S{0,60}")
HIGH = "⁽⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹⁾"
RAISED = re.compile(rf"(?=\D*\d)[-\d.,\s]+[{HIGH}]+")
SHORTENED = re.compile(r"-?\d([.,]\d+)?E\+\d{1,3}", re.IGNORECASE)
ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|#{2,})|Err:\d{3}")
NEARLY = re.compile(r"-?\d+\.\d{7,}|-?\d(?:\.\d+)?[Ee]-\d{1,3}")  # as programs write a number
RARE = re.compile(f"[¡-¬®-¿∀-⋿ƒ‚‘\x91?#{LOST}{HIGH}]")  # some of it is in all that is suspect
SIGNS = ("áº", "á»", "â€", "E+", "e+", "E-", "e-", "Err:")  # or some of this
DECIMALS = re.compile(r"\.\d{7}")  # or this
NEAR = 1e-6  # a whole number
WESTERN_ONLY = ("áº", "á»", *"ÄÆÃĂ")  # quick to look for; in all that can be mended
WESTERN = ("cp1252", "cp1258")
MOST_TIMES = 3  # that a text has been saved wrongly


def mended(text: str) -> str:
    """The text with every word undone that is UTF-8 read as Western letters, even twice."""
    if not any(letter in text for letter in WESTERN_ONLY) or not MENDED.search(text):
        return text
    return "".join(map(_mended_line, text.splitlines(keepends=True)))


def _mended_line(text: str) -> str:
    is_sure = MENDED.search(text) and not OPENED.search(text)
    return RUN.sub(lambda run: _undone(run[0], MOST_TIMES), text) if is_sure else text


def is_suspect(text: str) -> bool:
    """Whether any cell of a text can be one that ``checked`` doubts; quick to tell."""
    if RARE.search(text) or any(sign in text for sign in SIGNS):
        return True
    return DECIMALS.search(text) is not None


def checked(cell: str, are_lost: bool = False, is_ours: bool = False) -> str:
    """The cell, doubtful if its letters were damaged, or its figures would be read wrongly.

    ``are_lost``: question marks have taken the place of letters elsewhere in the file;
    ``is_ours``: it is as we wrote it, and its letters are what somebody typed.
    """
    if isinstance(cell, Doubtful) or not is_suspect(cell):
        return cell
    figures = _checked_figures(cell)
    return figures if figures is not cell or is_ours else _checked_letters(cell, are_lost)


def _checked_figures(cell: str) -> str:
    """The cell, if it holds what spreadsheets and programs make of numbers."""
    if ERROR.fullmatch(cell.strip()):
        return Doubtful(cell, "error_cell")
    if NEARLY.fullmatch(cell.strip()):
        return _rounded(cell)
    return Doubtful(cell, "digits_lost") if SHORTENED.fullmatch(cell.strip()) else cell


def _checked_letters(cell: str, are_lost: bool) -> str:
    if LOST in cell:
        return Doubtful(cell, "letters_damaged")
    if GARBLED.search(cell) and not OPENED.search(cell):
        return Doubtful(cell, "letters_garbled")
    if "?" in cell and (are_lost or ASKED.search(cell)) and not _is_address(cell):
        return Doubtful(cell, "letters_lost")
    return Doubtful(cell, "raised_figure") if RAISED.fullmatch(cell.strip()) else cell


def are_lost(text: str) -> bool:
    """Whether question marks have taken the place of letters in it."""
    words = (match[0] for match in WITH_MARK.finditer(text)) if "?" in text else ()
    return any(ASKED.search(word) and not _is_address(word) for word in words)


def _is_address(text: str) -> bool:
    return "://" in text or "www." in text.lower() or re.search(r"\?\w+=", text) is not None


def _rounded(cell: str) -> str:
    """The whole number beside which a program wrote one that it had worked out."""
    number = float(cell)
    return str(round(number)) if abs(number - round(number)) < NEAR else cell


def _undone(run: str, times: int) -> str:
    """What a run of Western letters was before it was saved wrongly; itself if that is none."""
    for code in WESTERN if times else ():
        try:
            text = b"".join(_byte(letter, code) for letter in run).decode()
        except UnicodeError:
            continue
        if KNOWN.issuperset(unicodedata.normalize("NFC", text)):
            return text
        if (before := _undone(text, times - 1)) != text:
            return before
    return run


def _byte(letter: str, code: str) -> bytes:
    """The byte that was shown as that letter; code pages leave some places empty."""
    try:
        return letter.encode(code)
    except UnicodeEncodeError:
        return letter.encode("latin-1")

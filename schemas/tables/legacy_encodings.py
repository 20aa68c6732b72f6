"""Vietnamese text from before Unicode: TCVN3 (ABC), VNI and VISCII, recognised and converted.

TCVN3 and VNI put Vietnamese letters in the places of Western ones and leave the rest to a font,
so a program that knows nothing of it shows "Hµ Néi" or "Haø Noäi". TCVN3 has one place for each
small letter (its capitals are a font of their own, and come back small); VNI writes a vowel and,
after it, a place for its mark; VISCII has one place for each letter. Which of them a text is in, it
shows itself: read the right way, its words are Vietnamese syllables.

Tables: TCVN 5712:1993 (VN3); VNI Windows, as its fonts have it; RFC 1456 (VISCII).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice

_PLACES = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
TCVN3 = {start + n: letter for start, letters in _PLACES for n, letter in enumerate(letters)}

_VISCII = (  # in the places from 0x80
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
VISCII = {0x80 + place: letter for place, letter in enumerate(_VISCII)}

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_BREVE = dict(zip("êéèúüë", ("", *_TONES.values()), strict=True))
_HAT = dict(zip("âáàåãä", ("", *_TONES.values()), strict=True))
_ALONE = dict(zip("íìæóòôöîñ", "íìỉĩịơưỵđ", strict=True))


def _vni() -> dict[str, str]:
    letters = dict(_ALONE)
    for typed, letter in [*zip("aeouy", "aeouy", strict=True), ("ô", "ơ"), ("ö", "ư")]:
        letters |= {typed + mark: letter + tone for mark, tone in _TONES.items()}
    letters |= {f"a{mark}": f"ă{tone}" for mark, tone in _BREVE.items()}
    for typed, letter in zip("aeo", "âêô", strict=True):
        letters |= {typed + mark: letter + tone for mark, tone in _HAT.items()}
    small = {typed: unicodedata.normalize("NFC", letter) for typed, letter in letters.items()}
    firsts = {t[0].upper() + t[1:]: letter.upper() for t, letter in small.items()}
    return {**small, **firsts, **{t.upper(): letter.upper() for t, letter in small.items()}}


VNI = _vni()
_PAIRS = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))

WORD = re.compile("[A-Za-z\u00a1-\u036f\u1e00-\u1eff]+")
MODERN_LETTER = re.compile("[\u0100-\u024f\u1e00-\u1eff]")
TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
SYLLABLE = re.compile(
    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    "(?:oai|oay|oeo|uyê|uya|uyu|uây|uôi|ươi|ươu|iêu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă"
    "|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    "(?:ch|ng|nh|[cmnpt])?"
)
AS_IT_IS = "unicode"


def from_tcvn3(text: str) -> str:
    """What a text in TCVN3 says."""
    return text.translate(TCVN3)


def from_viscii(text: str) -> str:
    """What a text in VISCII says."""
    return text.translate(VISCII)


def from_vni(text: str) -> str:
    """What a text in VNI says."""
    return _PAIRS.sub(lambda match: VNI[match[0]], text)


def from_windows(text: str) -> str:
    """What the bytes say that were taken for Western ones, by the Vietnamese page of Windows."""
    try:
        return unicodedata.normalize("NFC", text.encode("latin-1").decode("cp1258"))
    except UnicodeError:
        return text


READINGS: dict[str, Callable[[str], str]] = {
    AS_IT_IS: lambda text: unicodedata.normalize("NFC", text),
    "tcvn3": from_tcvn3,
    "vni": from_vni,
    "cp1258": from_windows,
    "viscii": from_viscii,
}


MODERN = (AS_IT_IS, "tcvn3", "vni")  # how letters can be meant that a file has as Unicode
WORTH = 2  # between a word that makes no sense and one that does
OLD = ("cp1258", "tcvn3", "vni", AS_IT_IS, "viscii")  # how bytes can be meant, if no Unicode
LIKELY = 0.8  # of its words with marks that must be Vietnamese, for a text to be read right


def is_likely(text: str) -> bool:
    """Whether a text that was converted reads as Vietnamese does."""
    words = {word for word in WORD.findall(text) if len(word) > 1 and not word.isascii()}
    return sum(map(_is_syllable, words)) >= LIKELY * len(words)


def reading_of(texts: Iterable[str], among: Iterable[str] = MODERN) -> str:
    """In which of those ways most of ``texts`` are written; the first, if nothing tells.

    One word alone tells nothing against Unicode: a register may hold a single foreign name.
    """
    marked = list(islice((text for text in texts if not text.isascii()), 2000))
    scores = {name: sum(_score(text, name) for text in marked) for name in among}
    best = max(scores, key=scores.__getitem__)
    is_chance = scores[best] - scores.get(AS_IT_IS, scores[best]) < 2 * WORTH
    return AS_IT_IS if is_chance and next(iter(scores)) == AS_IT_IS else best


def converted(text: str, usual: str, among: Iterable[str] = MODERN) -> str:
    """``text`` in Unicode, composed; read as ``usual`` unless another reading makes more sense.

    Where Unicode is usual, two words more must make sense: one foreign word may be chance.
    """
    if text.isascii():
        return text
    if MODERN_LETTER.search(text) or any(letter > "\xff" for letter in text if letter.isalpha()):
        return unicodedata.normalize("NFC", text)  # no old font had such a letter
    best = max(among, key=lambda name: (_score(text, name), name == usual))
    if usual == AS_IT_IS and _score(text, best) - _score(text, usual) < 2 * WORTH:
        best = usual
    return unicodedata.normalize("NFC", READINGS[best](text))


@lru_cache(4096)  # the cells of a register repeat themselves
def _score(text: str, name: str) -> int:
    """How many more words than not are Vietnamese, of those that have marks at all.

    A word counts once, however often it occurs, and a single letter shows nothing.
    """
    if name != AS_IT_IS and any(letter > "\xff" for letter in text if letter.isalpha()):
        return -len(text)  # it has letters that no old font had
    words = {word for word in WORD.findall(text) if len(word) > 1 and not word.isascii()}
    return sum(1 if _is_syllable(READINGS[name](word)) else -1 for word in words)


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", TONES.sub("", apart))
    return len(TONES.findall(apart)) <= 1 and SYLLABLE.fullmatch(bare) is not None

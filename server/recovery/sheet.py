"""The recovery sheet: the one secret that opens backups, on paper and nowhere else.

The server keeps the public key, to which it seals backups; what opens them is 16 random
bytes that are printed on the sheet as words, four lines of four, and on each line two more words
that depend on the line and its place. So a slip is found on its line, and the lines cannot
be swapped. The words are those of ``sync.check_words``: typed with accents or without.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import NamedTuple

from sqlite_utils import Database

from sync import bundle, check_words
from sync.wire import seal

SECRET = 16  # bytes, a word each
LINES, ON_A_LINE, CHECK = 4, 4, 2  # lines, bytes on each, check words on each
WORDS = ON_A_LINE + CHECK
KEY, MADE, PRINTED = "recovery_key", "recovery_made", "recovery_printed"  # settings


class LineWrong(Exception):
    """A line was not typed as it is printed on a sheet; ``word`` is the word that no sheet has."""

    def __init__(self, line: int, word: str = "") -> None:
        super().__init__(f"{line} ({word})" if word else str(line))
        self.line, self.word = line, word


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET)


def seed(secret: bytes) -> bytes:
    """The seed of the key that opens backups."""
    return blake2b(secret, digest_size=32, person=b"khuyenhoc-sheet").digest()


def public_key(secret: bytes) -> bytes:
    """The key that backups are sealed to."""
    return seal.public_key(seed(secret))


def number(key: bytes) -> str:
    """What tells sheets apart, printed on the sheet and written into each backup: A1B2-C3D4."""
    short = bundle.key_id(key)[:8].upper()
    return f"{short[:4]}-{short[4:]}"


def lines(secret: bytes) -> list[list[str]]:
    """The words of each line."""
    parts = [secret[at : at + ON_A_LINE] for at in range(0, SECRET, ON_A_LINE)]
    return [check_words.words(part + _check(at, part), WORDS) for at, part in enumerate(parts, 1)]


def typed(text: str) -> bytes:
    """The secret of what a person typed from the sheet; numbers before the lines do not matter.

    :raises LineWrong: with the first line that is not as it is printed
    """
    rows = [row for row in map(_words, text.splitlines()) if row]
    if len(rows) != LINES:  # typed in one go, or broken elsewhere
        every = [word for row in rows for word in row]
        rows = [every[at : at + WORDS] for at in range(0, max(len(every), LINES * WORDS), WORDS)]
    secret = b"".join(line(at, " ".join(row)) for at, row in enumerate(rows[:LINES], 1))
    if len(rows) > LINES:
        raise LineWrong(LINES + 1, rows[LINES][0])
    return secret


def line(at: int, text: str) -> bytes:
    """The bytes of one line, the first being 1.

    :raises LineWrong:
    """
    try:
        typed_bytes = check_words.data(" ".join(_words(text)))
    except LookupError as exc:
        raise LineWrong(at, str(exc.args[0])) from exc
    part, check = typed_bytes[:ON_A_LINE], typed_bytes[ON_A_LINE:]
    if len(part) != ON_A_LINE or check != _check(at, part):
        raise LineWrong(at)
    return part


def _words(text: str) -> list[str]:
    return [word for word in check_words.plain(text).split() if not word.isdigit()]


def _check(at: int, part: bytes) -> bytes:
    return blake2b(bytes([at]) + part, digest_size=CHECK, person=b"khuyenhoc-line").digest()


class CurrentSheet(NamedTuple):
    """The sheet of today; times in milliseconds, 0: never."""

    key: bytes  # public
    made: int
    printed: int  # when somebody confirmed it

    @property
    def number(self) -> str:
        return number(self.key)


def current(db: Database) -> CurrentSheet | None:
    """The sheet that backups are sealed to; None if none was made yet."""
    rows = db.table("setting").rows_where("name in (?, ?, ?)", [KEY, MADE, PRINTED])
    values = {row["name"]: row["value"] for row in rows}
    if KEY not in values:
        return None
    return CurrentSheet(urlsafe_b64decode(values[KEY]), int(values[MADE]), int(values[PRINTED]))


def create(db: Database, now: int) -> bytes:
    """The secret of a new sheet, which nothing but the sheet will hold.

    Backups made from now on are sealed to it; those made before need the sheet before.
    """
    secret = new_secret()
    key = urlsafe_b64encode(public_key(secret)).decode()
    values = {KEY: key, MADE: str(now), PRINTED: "0"}
    rows = [{"name": name, "value": value} for name, value in values.items()]
    db.table("setting").upsert_all(rows, pk="name")
    return secret


def note_printed(db: Database, now: int) -> None:
    """Note that a person confirmed that the sheet was printed and put away."""
    db.table("setting").update(PRINTED, {"value": str(now)})

"""What the database knows of the recovery sheet: its public key, and whether it was printed."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple

from sqlite_utils import Database

from . import sheet

KEY, MADE, PRINTED = "recovery_key", "recovery_made", "recovery_printed"


class Standing(NamedTuple):
    """The sheet of today; times in milliseconds, 0: never."""

    key: bytes  # public
    made: int
    printed: int  # when somebody confirmed it

    @property
    def number(self) -> str:
        return sheet.number(self.key)


def standing(db: Database) -> Standing | None:
    """The sheet that backups are sealed to; None: none was made yet."""
    rows = db.table("setting").rows_where("name in (?, ?, ?)", [KEY, MADE, PRINTED])
    values = {row["name"]: row["value"] for row in rows}
    if KEY not in values:
        return None
    return Standing(urlsafe_b64decode(values[KEY]), int(values[MADE]), int(values[PRINTED]))


def make(db: Database, now: int) -> bytes:
    """The secret of a new sheet, which nothing but the sheet will hold.

    Backups made from now on are sealed to it; those made before need the sheet before.
    """
    secret = sheet.new_secret()
    key = urlsafe_b64encode(sheet.public_key(secret)).decode()
    values = {KEY: key, MADE: str(now), PRINTED: "0"}
    rows = [{"name": name, "value": value} for name, value in values.items()]
    db.table("setting").upsert_all(rows, pk="name")
    return secret


def note_printed(db: Database, now: int) -> None:
    """Note that a person confirmed that the sheet was printed and put away."""
    db.table("setting").update(PRINTED, {"value": str(now)})

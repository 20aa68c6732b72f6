"""The last receipt of each device: what the hub confirmed when neither side had more to send.

Both ends show its two words, so that people can compare them over the telephone.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from sync.check_words import check
from sync.messages import Request, Response


class Receipt(NamedTuple):
    wall: int  # when; 0: never
    head: int  # changes of the device that the hub then had
    digest: str  # of its scope, in hex

    @property
    def words(self) -> str:
        return check(int(self.digest, 16)) if self.wall else ""


NONE = Receipt(0, 0, "")


def note(db: Database, device: str, request: Request, response: Response) -> None:
    """Keep the receipt in that response, if the response ends the device's sync."""
    if response.more or request.waiting or response.head < request.sent + len(request.changes):
        return
    receipt = {"wall": response.wall, "head": response.head, "digest": f"{response.digest:032x}"}
    db.table("proof").insert({"device": device, **receipt}, replace=True)


def of_device(db: Database, device: str) -> Receipt:
    row = next(db.table("proof").rows_where("device = ?", [device]), None)
    return Receipt(row["wall"], row["head"], row["digest"]) if row else NONE

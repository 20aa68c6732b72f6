"""Loads the units that ship with the server: all rows of all days, and what became of each.

Where a resolution is on file, its links count. Everywhere else a unit that ends on the day
on which another of the same code and level begins is continued by it: it was renamed, was
raised to another kind, or moved to another district.
"""

from __future__ import annotations

import csv
import json
import uuid
from collections.abc import Collection, Iterable, Iterator
from importlib.resources import files
from typing import Any

from sqlite_utils import Database

from .units import LEVELS, Link, Row

DATA = files("server") / "data"
UNITS, SUCCESSIONS = "hoa_binh_units.csv", "hoa_binh_units_succession_{year}.csv"
YEARS = (2020, 2025)  # of the resolutions on file
_SPACE = uuid.UUID("4f1f6c64-8a5e-5d0c-9b43-0d5a5a8f2c11")


def load(db: Database) -> None:
    """Put the units and their links in place of those that are there; their ids stay."""
    rows = list(_rows())
    db.table("unit").create(dict.fromkeys(Row._fields, str), pk="id", replace=True)
    db.table("unit").insert_all(row._asdict() for row in rows)
    db.table("unit_link").create(
        {"old": str, "new": str, "rank": int}, pk=("old", "new"), replace=True
    )
    db.table("unit_link").insert_all(link._asdict() for link in links(rows))


def criteria_sets() -> list[dict[str, Any]]:
    """The criteria sets that ship with the server."""
    text = (DATA / "criteria_sets.json").read_text("utf-8")
    sets: list[dict[str, Any]] = json.loads(text)["sets"]
    return sets


def links(rows: Collection[Row]) -> Iterator[Link]:
    """What became of each unit; of the parts of a divided one, the first named is the main."""
    ended = {(row.code, row.end): row for row in rows if row.end}
    begun = {(row.code, row.start): row for row in rows}
    ranks: dict[str, int] = {}
    for item in _successions():
        old = ended[item["old_code"], item["effective_date"]]
        new = begun.get((item["new_code"], item["effective_date"])) or _lasting(rows, item)
        ranks[old.id] = ranks.get(old.id, -1) + 1
        yield Link(old.id, new.id, ranks[old.id])
    for (code, day), old in ended.items():
        following = begun.get((code, day))
        if old.id not in ranks and following and LEVELS[old.kind] == LEVELS[following.kind]:
            yield Link(old.id, following.id, 0)


def _successions() -> list[dict[str, str]]:
    """The successions of the resolutions, in the order of their clauses."""
    items = [item for year in YEARS for item in _read(SUCCESSIONS.format(year=year))]
    return sorted(items, key=lambda item: (item["effective_date"], _clause(item)))


def _clause(item: dict[str, str]) -> int:
    number = item.get("clause_text_of_resolution", "").partition(".")[0]
    return int(number) if number.isdigit() else 0


def _lasting(rows: Iterable[Row], item: dict[str, str]) -> Row:
    """The unit of that code that took another in without ending itself."""
    code, day = item["new_code"], item["effective_date"]
    return next(row for row in rows if row.code == code and row.lasts(day))


def _rows() -> Iterator[Row]:
    for item in _read(UNITS):
        identity = str(uuid.uuid5(_SPACE, f"{item['code']} from {item['valid_from']}"))
        yield Row(identity, *item.values())


def _read(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines()))

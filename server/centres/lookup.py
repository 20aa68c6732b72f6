"""Which centre people mean: by its name or its commune's, of today or of old, or by a code."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlite_utils import Database

from schemas import references
from schemas.context import Named
from schemas.fields.checks import Unclear
from schemas.formatting.vietnamese import fold

from . import centres, units
from .centres import PREFIX

KINDS = ("tthtcđ ", "trung tâm học tập cộng đồng ", "xã ", "phường ", "thị trấn ")
MOST = references.LIKELY


@dataclass
class Centres:
    """Every centre of the province, under all its names."""

    named: list[Named] = field(default_factory=list)  # with its district, the way they are shown
    _by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _resolved: dict[str, str | Unclear] = field(default_factory=dict)

    def name(self, area: str) -> str:
        return next((named.name for named in self.named if named.record_id == area), area)

    def meant(self, text: str) -> str | Unclear:
        """The area of the only centre of that name."""
        if text not in self._resolved:  # a column repeats the same few hundred names
            self._resolved[text] = self._resolve(text)
        return self._resolved[text]

    def _resolve(self, text: str) -> str | Unclear:
        areas = self._by_name.get(_plain(text), set())
        if len(areas) == 1:
            return next(iter(areas))
        if areas:
            names = sorted(self.name(area) for area in areas)
            return Unclear(text, tuple(names[:MOST]))
        return references.among(self.named, text)

    def add(self, area: str, name: str, words: set[str]) -> None:
        self.named.append(Named(area, name))
        for word in words:
            self._by_name[_plain(word)].add(area)


def all_centres(db: Database, day: date) -> Centres:
    """The centres under their names of that day and of the day they were founded."""
    known, land = Centres(), units.territory(db)
    today = {unit.id: unit for unit in land.in_force(str(day))}
    communes = centres.centre_units(db, day)
    for centre in centres.centres(db):
        unit, first = communes.get(centre.area), land.rows.get(centre.unit_id)
        above = today.get(unit.parent_id) if unit else None
        is_district = above is not None and above.level == units.DISTRICT
        name = f"{centre.name}, {above.name}" if above and is_district else centre.name
        words = {name, centre.name, centre.name.removeprefix(PREFIX)}
        for row in (unit, first):
            if row:
                words |= {row.code, row.name, f"{row.name}, {above.name if above else ''}"}
        known.add(centre.area, name, words)
    return known


def _plain(text: str) -> str:
    """As it is looked up: a code without the zeros that a spreadsheet drops, a name bare."""
    bare = text.strip()
    if bare.isdecimal():
        return bare.lstrip("0")
    lower = unicodedata.normalize("NFC", bare).casefold()
    for kind in KINDS:
        lower = lower.removeprefix(kind)
    return fold(lower.replace(",", " "))

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
    """Every centre of the province, with all that it is called."""

    named: list[Named] = field(default_factory=list)  # with its district, the way they are shown
    _called: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _meant: dict[str, str | Unclear] = field(default_factory=dict)

    def name(self, area: str) -> str:
        return next((named.name for named in self.named if named.record_id == area), area)

    def meant(self, text: str) -> str | Unclear:
        """The area of the one centre that is called so."""
        if text not in self._meant:  # a column says the same few hundred names again and again
            self._meant[text] = self._found(text)
        return self._meant[text]

    def _found(self, text: str) -> str | Unclear:
        said = self._called.get(_plain(text), set())
        if len(said) == 1:
            return next(iter(said))
        if said:
            names = sorted(self.name(area) for area in said)
            return Unclear(text, tuple(names[:MOST]))
        return references.among(self.named, text)

    def add(self, area: str, name: str, words: set[str]) -> None:
        self.named.append(Named(area, name))
        for word in words:
            self._called[_plain(word)].add(area)


def known(db: Database, day: date) -> Centres:
    """The centres as they are called on that day, and as they were when they were founded."""
    found, land = Centres(), units.territory(db)
    today = {unit.id: unit for unit in land.in_force(str(day))}
    lies = centres.centre_units(db, day)
    for centre in centres.centres(db):
        unit, first = lies.get(centre.area), land.rows.get(centre.unit_id)
        above = today.get(unit.parent_id) if unit else None
        is_district = above is not None and above.level == units.DISTRICT
        name = f"{centre.name}, {above.name}" if above and is_district else centre.name
        words = {name, centre.name, centre.name.removeprefix(PREFIX)}
        for row in (unit, first):
            if row:
                words |= {row.code, row.name, f"{row.name}, {above.name if above else ''}"}
        found.add(centre.area, name, words)
    return found


def _plain(text: str) -> str:
    """As it is looked up: a code without the zeros that a spreadsheet drops, a name bare."""
    bare = text.strip()
    if bare.isdecimal():
        return bare.lstrip("0")
    lower = unicodedata.normalize("NFC", bare).casefold()
    for kind in KINDS:
        lower = lower.removeprefix(kind)
    return fold(lower.replace(",", " "))

"""Where each centre was on a day: its name and its units from the commune up to the province."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from sqlite_utils import Database

from schemas.context import Home

from . import centres, units
from .units import LEVELS, PROVINCE, Territory, Unit


class Homes:
    """All centres on all days; read once, then every record of a long table is looked up fast."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[tuple[str, str], Home | None] = {}
        self._in_force: dict[str, dict[str, Unit]] = {}
        self._eras: dict[str, str] = {}

    def home(self, area: str, day: str) -> Home | None:
        """The centre of that area as it was on ``day`` (ISO); None if the area is no centre's."""
        asked = area, self._eras.get(day) or self._era(day)
        if asked not in self._known:
            self._known[asked] = self._look_up(*asked)
        return self._known[asked]

    def province(self, day: str) -> str:
        """The name of the province on that day; empty if none is on file."""
        units = self._units(self._era(day)).values()
        return next((unit.name for unit in units if unit.level == PROVINCE), "")

    def heading(self, title: str, day: str) -> str:
        """What a page of that day is headed with: ``title``, by the province's name of the day."""
        is_province = any(
            row.name == title for row in self._land.rows.values() if LEVELS[row.kind] == PROVINCE
        )
        return (self.province(day) if is_province else "") or title

    def history(self, area: str) -> list[tuple[str, ...]]:
        """Where that centre was: from which day on, and its units from the commune upward."""
        spans: list[tuple[str, ...]] = []
        for day in self._days:
            home = self.home(area, day)
            units = home.units if home else ()
            if not spans or spans[-1][1:] != units:
                spans.append((day, *units))
        return spans

    def _look_up(self, area: str, day: str) -> Home | None:
        centre = self._centres.get(area)
        if centre is None:
            return None
        row, there = self._land.row_at(centre.unit_id, day), self._units(day)
        unit = there.get(row.id) if row else None
        names, lowest = [], unit.id if unit else ""
        while unit:
            names.append(unit.name)
            unit = there.get(unit.parent_id)
        return Home(centre.name, tuple(names), lowest)

    def _era(self, day: str) -> str:
        """The first of the days on which the same units were in force as on ``day``."""
        if day not in self._eras:
            place = bisect_right(self._days, day)
            self._eras[day] = self._days[max(place - 1, 0)] if self._days else day
        return self._eras[day]

    def _units(self, day: str) -> dict[str, Unit]:
        if day not in self._in_force:
            self._in_force[day] = {unit.id: unit for unit in self._land.in_force(day)}
        return self._in_force[day]

    @cached_property
    def _centres(self) -> dict[str, centres.Centre]:
        return {centre.area: centre for centre in centres.centres(self._db)}

    @cached_property
    def _land(self) -> Territory:
        return units.territory(self._db)

    @cached_property
    def _days(self) -> list[str]:
        rows = self._land.rows.values()
        return sorted({day for row in rows for day in (row.start, row.end) if day})

"""What is known of this machine's centre: its units on a day, the population of its commune."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.context import Home
from schemas.record import natural_id
from schemas.records.centre_profile import CentreProfile
from sync.changes import Key

from .storage.key_value import State
from .workspace import Workspace

FACT = "home_history"
MOST = 100  # days on which a centre's units can have changed


@dataclass(frozen=True)
class UnitHistory:
    """The centre with its units from each day on, the earliest first."""

    area: str
    centre: str
    since: Sequence[tuple[str, tuple[str, ...]]] = ()  # ISO day, names of its units
    usual: tuple[str, ...] = ()  # the units where the days are not known

    def home(self, area: str, day: str) -> Home | None:
        """The centre of that area with its units on an ISO day; None if it is another's area."""
        if not self.centre or area != self.area:
            return None
        begun = [units for start, units in self.since if start <= day]
        first = [units for _, units in self.since[:1]]  # for days before the history begins
        return Home(self.centre, (begun[-1:] or first or [self.usual])[0])


def keep_history(state: State, text: str) -> None:
    """Keep the history that a certificate brought, as JSON; an older server sends none."""
    state.set(**{FACT: _read(text)})


def unit_history(workspace: Workspace) -> UnitHistory:
    """The history that the province sent at enrolment."""
    settings = workspace.settings
    kept = [(line[0], tuple(line[1:])) for line in workspace.state.get(FACT) or []]
    usual = tuple(filter(None, (settings.unit, settings.province)))
    return UnitHistory(settings.area, settings.centre, kept, usual)


def commune_population(workspace: Workspace) -> int:
    """About how many people live in the commune; 0 if the centre's profile has no number."""
    name = natural_id(CentreProfile, workspace.area, {})
    key = Key(workspace.area, CentreProfile.record_type, name)
    adults = workspace.store().load([key])[key].values.get("population_15_count")
    return adults * 3 // 2 if isinstance(adults, int) else 0  # two in three are of age


def _read(text: str) -> list[list[str]]:
    try:
        data = json.loads(text or "[]")
    except ValueError:
        return []
    lines = data if isinstance(data, list) else []
    sound = [line for line in lines[:MOST] if isinstance(line, list) and line]
    return [line for line in sound if all(isinstance(part, str) for part in line)]

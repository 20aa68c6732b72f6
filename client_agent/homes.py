"""Which units this centre belonged to on a day, as the province listed them at enrolment."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.context import Home

from .workspace import Workspace

if TYPE_CHECKING:
    from .storage.key_value import State

FACT = "home_history"
MOST = 100  # days on which a centre's units can have changed


@dataclass(frozen=True)
class History:
    """The one centre of this machine, with its units from each day on, the earliest first."""

    area: str
    centre: str
    since: Sequence[tuple[str, tuple[str, ...]]] = ()
    usual: tuple[str, ...] = ()  # the units where the days are not known

    def home(self, area: str, day: str) -> Home | None:
        if not self.centre or area != self.area:
            return None
        begun = [units for start, units in self.since if start <= day]
        first = [units for _, units in self.since[:1]]  # for what is older than all that is on file
        return Home(self.centre, (begun[-1:] or first or [self.usual])[0])


def keep(state: State, text: str) -> None:
    """Keep the history that a certificate brought; an older server sends none."""
    state.set(**{FACT: _read(text)})


def of(workspace: Workspace) -> History:
    settings = workspace.settings
    kept = [(line[0], tuple(line[1:])) for line in workspace.state.get(FACT) or []]
    usual = tuple(filter(None, (settings.unit, settings.province)))
    return History(settings.area, settings.centre, kept, usual)


def _read(text: str) -> list[list[str]]:
    try:
        data = json.loads(text or "[]")
    except ValueError:
        return []
    lines = data if isinstance(data, list) else []
    sound = [line for line in lines[:MOST] if isinstance(line, list) and line]
    return [line for line in sound if all(isinstance(part, str) for part in line)]

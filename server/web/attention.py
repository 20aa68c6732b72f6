"""What needs a person: changes that were parked, and fields that two people wrote."""

from __future__ import annotations

from server import auth
from server.reports import attention as found

from . import issues
from .asking import asked
from .pages import page, pages, reading

PROFILE = "centre_profile"


@pages.get("/attention")
@reading
def attention() -> str:
    ask = asked(PROFILE)
    province, areas = auth.province(), ask.place.areas
    conflicts = found.conflicts(province.db(), province.store(), areas)
    return page(
        "attention",
        ask=ask,
        conflicts=issues.disputes(conflicts, ask.way[0].areas),
        parked=issues.waiting(found.parked(province.db(), areas), ask.way[0].areas),
        centres={place.key: place.label for place in ask.way[0].each()},
    )

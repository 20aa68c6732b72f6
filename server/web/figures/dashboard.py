"""The first page: the activities of a period at a glance, and who has gone quiet."""

from __future__ import annotations

from dataclasses import replace

from reporting import current_period, devices, periods
from reporting.periods import SPAN, Period
from reporting.query.totals import Sum, by_area, months, total
from reporting.report import UNIT, totals_of
from schemas.addresses import marked
from server import ambient

from ..pages import page, pages, reading
from ..query import ListRequest, list_request, offered
from . import bars

ACTIVITY = "activity"
# The figures on the cards, and the share of attendances that each is a part of.
CARDS = {
    "attendance_count": "",
    "female_count": "female_rate",
    "ethnic_minority_count": "ethnic_minority_rate",
    "social_contribution_amount": "",
}


@pages.get("/")
@reading
def dashboard() -> str:
    """What the province's leaders ask first."""
    province, today = ambient.province(), ambient.today()
    db, now = province.db(), province.wall()
    ask = list_request(ACTIVITY, period=current_period.period(db, province.published, today).key)
    summary = totals_of(db, ask.selection, ask.place, CARDS)
    return page(
        "dashboard",
        ask=ask,
        offered=offered(ask),
        units=summary.cut(UNIT),
        months=bars.months(summary.counting().cut("month"), ask) if ask.has("month") else [],
        categories=bars.largest(summary.counting().cut(marked("category")), ask),
        before=_before(ask),
        before_label=periods.before(ask.period).label if ask.period else None,
        cards=CARDS,
        current=current_period.period(db, province.published, today),
        last=None if summary.cut(UNIT).total.sum.records else _last(ask),
        quiet=devices.quiet(db, ask.place.areas, now),
    )


def _last(ask: ListRequest) -> Period | None:
    """The last period with activities before the one asked for, of the same kind if it can be."""
    active = months(ambient.province().db(), ACTIVITY, ask.place.areas)
    before = [month.start for month in active if ask.period and month.start < ask.period.start]
    if not before or ask.period is None:
        return None
    return periods.holding(before[-1], "half" if ask.period.kind == SPAN else ask.period.kind)


def _before(ask: ListRequest) -> Sum:
    """The same period a year before, in the same centres; nothing if all time is asked for."""
    if ask.period is None:
        return Sum()
    selection = replace(ask.selection, period=periods.before(ask.period))
    return total(by_area(ambient.province().db(), selection, CARDS).values())

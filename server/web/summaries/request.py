"""Which summary a page was asked for, of which period and unit, as the person may see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import abort, url_for

from reporting import current_period
from reporting.evaluations import EVALUATION
from reporting.periods import Period
from reporting.summaries import get, summaries
from reporting.summaries.answers import Wanted, span
from reporting.summaries.declaration import ENDED_YEAR, Figure, Summary
from reporting.summaries.public import published
from reporting.summaries.table import Behind, Table, answer, is_answerable
from schemas.record import get as get_type
from server import ambient
from server.auth import permissions

from .. import query

KEPT = ("period", "unit", "on")  # parts of an address that lead from one summary to another


@dataclass(frozen=True)
class SummaryRequest(query.ListRequest):
    summary: Summary
    whole: Period  # that of the table

    @property
    def is_yearly(self) -> bool:
        """Never: a table of a half-year has what was counted for a year, too."""
        return False

    @property
    def year(self) -> Period | None:
        """The year that its main figures are of, if it is another period than the table's."""
        source = next(c.source for c in self.summary.columns if c.name == self.summary.counted)
        if not isinstance(source, Figure) or source.when != ENDED_YEAR:
            return None
        year = span(self.whole, ENDED_YEAR)
        return None if year.key == self.whole.key else year

    def address(self, endpoint: str, /, **changes: str) -> str:
        """Of another page of summaries, asked for the same but for ``changes``."""
        wanted = {"code": self.summary.code, **self._kept(), **changes}
        return _url(endpoint, **wanted)

    def list_of(self, behind: Behind) -> str:
        """The address of the records that a cell rests on."""
        if behind.record_type == EVALUATION:
            return _url("web.evaluations", year=behind.ask["period"], unit=behind.ask["unit"])
        figure = query.of(get_type(behind.record_type), behind.figure)
        args = {**self._kept(), **behind.ask, "of": figure}
        return _url("web.records", record_type=behind.record_type, **args)

    def _kept(self) -> dict[str, str]:
        return {name: self.args[name] for name in KEPT if name in self.args}


def _url(endpoint: str, /, **args: str) -> str:
    """The address of a page, without what is empty."""
    given: dict[str, Any] = {name: value for name, value in args.items() if value}
    return url_for(endpoint, **given)


def summary_request(code: str) -> SummaryRequest:
    """Read the address; without a period, the current one is asked for."""
    summary = _known().get(code) or abort(404 if code not in summaries() else 403)
    province = ambient.province()
    current = current_period.period(province.db(), province.published, ambient.today())
    ask = query.list_request(summary.record_types[0], period=current.key, always=True)
    period = ask.period
    if period is None or not is_answerable(period):
        abort(404)
    return SummaryRequest(ask.selection, ask.way, ask.day, ask.args, summary, period)


def readable() -> list[Summary]:
    """The summaries of which the person may see all records."""
    return list(_known().values())


def table(ask: SummaryRequest, deepest: int = 9) -> Table:
    province = ambient.province()
    wanted = Wanted(ask.place, ask.whole, ambient.today(), province.published, deepest)
    return answer(province.db(), ask.summary, wanted)


def public(ask: SummaryRequest) -> Table:
    """The same for who is not of the offices."""
    return published(table(ask))


def _known() -> dict[str, Summary]:
    return {
        code: get(code)
        for code, one in summaries().items()
        if all(permissions.may_read(get_type(name)) for name in one.record_types)
    }

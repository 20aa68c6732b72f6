"""The evaluations of a year: every centre with scores and rank, and those that are missing."""

from __future__ import annotations

from flask import Response, abort, request
from flask_login import current_user

from reporting import evaluations as reports
from reporting.evaluations import EVALUATION, Line
from schemas.evaluation.verification import STAGES
from server import ambient
from server.auth import permissions
from server.evaluation import verifiers

from ..files import tables, whole_sheets
from ..pages import page, pages, reading
from ..query import ListRequest, list_request
from . import list as evaluation_list


@pages.get("/evaluations")
@reading
def evaluations() -> str:
    years = _years()
    ask, state = _list_request(years), evaluation_list.state()
    every = _lines(ask)
    lines = [line for line in every if state in ("", line.stage)]
    return page(
        "evaluations",
        ask=ask,
        years=sorted({*years, ambient.today().year}, reverse=True),
        lines=lines,
        every=every,
        state=state,
        staged=reports.staged(every),
        stages=STAGES,
        verifies_as=permissions.verifies_as,
        in_charge=verifiers.BODIES[ambient.verifying_body()],
        carried=evaluation_list.carried(),
        sort=evaluation_list.sort(),
        ranked=reports.ranked(every),
        inner=[(place, reports.ranked(_in(place.areas, every))) for place in ask.place.inside],
    )


@pages.get("/evaluations.csv")
@reading
def evaluations_csv() -> Response:
    ask = _list_request(_years())
    return tables.download(tables.file_name(ask), whole_sheets.of_evaluations(_lines(ask)))


def _years() -> list[int]:
    """Those with evaluations that the person may see, the newest first."""
    areas = ambient.scope(current_user, ambient.today())
    return reports.years(ambient.province().db(), areas)


def _list_request(years: list[int]) -> ListRequest:
    """The year asked for; else the newest with evaluations that is not to come, or this one."""
    this_year = ambient.today().year
    newest = next((year for year in years if year <= this_year), this_year)
    return list_request(EVALUATION, period=request.args.get("year", "") or f"{newest:04}")


def _lines(ask: ListRequest) -> list[Line]:
    if ask.period is None or ask.period.kind != "year":
        abort(404)
    return evaluation_list.lines(ask, ask.period.start.year)


def _in(areas: frozenset[str], lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.place.key in areas]

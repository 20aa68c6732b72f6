"""The main job, shown and checked: written offline, sent when the line is back, counted.

The province's figures are read from its own pages, as an officer reads them; what they
must be is reckoned from what the clerks typed.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from schemas.formatting.vietnamese import number, parse_number
from schemas.records.evaluation import self_total

from . import evaluations, figures, plausible
from .centre import Centre, assess, enter_activity, press_sync
from .figures import Entered, Figures
from .output import comparison, line, tell
from .plausible import Place, Values
from .province import rows
from .user import Person

EACH = 4  # activities that every clerk records offline
PATIENCE = 60  # seconds for a sync to be seen at the province
DAYS = (dt.date(2012, 7, 24), dt.date(2012, 12, 20))
RANKS = ("good", "fair", "average")


@dataclass(frozen=True)
class Site:
    """One of the three centres of the story, and its units."""

    centre: Centre
    at: Place
    unit: str
    district: str


@dataclass(frozen=True)
class Seen:
    """What an officer reads at the province: a year's report, and the self-scores of centres."""

    report: dict[str, Figures]
    totals: dict[str, float]


def look(officer: Person, year: int) -> Seen:
    lines = rows(officer, f"/records/evaluation.csv?year={year}&on={year}-12-31")
    totals = {each["Đơn vị"]: parse_number(each["Tổng điểm tự chấm"] or "0") for each in lines}
    return Seen(figures.report(officer, year), totals)


def tell_story(sites: list[Site], officer: Person, year: int, criteria_set: Values) -> list[str]:
    """Live through it; return what differs from what it must be: nothing, if all is well."""
    before = look(officer, year)
    for site in sites:
        site.centre.line.close()
    tell(
        f"Ba trung tâm mất mạng: {_names(sites)}.",
        "Three centres are offline: their line to the province is cut.",
    )
    typed, scores = _record(sites, year, criteria_set)
    wrong = _nothing_arrives(sites, officer, before, year)
    expected = Seen(figures.entered(before.report, typed), {**before.totals, **scores})
    _come_online(sites)
    actual = _wait(lambda: look(officer, year), expected)
    _compare(before, expected, actual)
    wrong += differences(expected, actual)
    return [*(map(_standing, sites) if wrong else ()), *wrong]


def _standing(site: Site) -> str:
    """What the centre's machine says of its own work."""
    now = site.centre.status()
    return f"{site.unit}: {now['waiting']} đang chờ / waiting, {now['last_error']}"


def _record(
    sites: list[Site], year: int, criteria_set: Values
) -> tuple[list[Entered], dict[str, float]]:
    """Let the clerks type; return what they typed."""
    tell(
        f"Không có mạng, cán bộ vẫn nhập {EACH * len(sites)} hoạt động và {len(sites)} phiếu "
        "tự đánh giá, trên trang web của máy mình.",
        f"Offline, they enter {EACH * len(sites)} activities and {len(sites)} self-evaluations "
        "on their own web pages.",
    )
    typed, scores = [], {}
    for site, rank in zip(sites, RANKS, strict=True):
        random = Random(site.unit)
        clerk = site.centre.log_in(site.centre.clerks[0])
        for values in _activities(random, site.at, year):
            enter_activity(clerk, values)
            typed.append(Entered(site.unit, site.district, values))
            line(f"{site.unit}: {values['title']} ({values['attendance_count']} lượt)")
        evaluation = evaluations.evaluation(random, rank, year, criteria_set)
        assess(clerk, evaluation)
        total = scores[f"{site.unit}, {site.district}"] = self_total(evaluation) or 0
        line(f"{site.unit}: tự đánh giá năm {year}, {number(total)} điểm")
    return typed, scores


def _activities(random: Random, at: Place, year: int) -> list[dict[str, Any]]:
    first, last = (day.replace(year=year) for day in DAYS)
    days = sorted(random.randrange((last - first).days) for _ in range(EACH))
    return [plausible.activity(random, at, first + dt.timedelta(days=day)) for day in days]


def _nothing_arrives(sites: list[Site], officer: Person, before: Seen, year: int) -> list[str]:
    """Press the button at every centre; it fails, and the province's report stays as it was."""
    tell(
        "Họ bấm “Đồng bộ ngay”; máy của họ trả lời:",
        "They press “Sync now”; their machines answer:",
    )
    for site in sites:
        press_sync(site.centre.log_in(site.centre.clerks[0]))
    wrong = [each for site in sites for each in _kept(site)]
    wrong += differences(before, look(officer, year))
    if not wrong:
        tell("Báo cáo của tỉnh vẫn như trước.", "The province's report is as it was.")
    return [f"mất mạng / offline: {each}" for each in wrong]


def _kept(site: Site) -> list[str]:
    """Wait until the attempt has failed; what was typed must wait, and the page must say so."""
    end_at = time.monotonic() + PATIENCE
    while not (now := site.centre.status())["last_error"] and time.monotonic() < end_at:
        time.sleep(0.2)
    waiting = now["waiting"]
    line(
        f"{site.unit}: {waiting} thay đổi đang chờ / waiting. {(now['last_error'] or {}).get('vi')}"
    )
    wrong = [] if waiting == EACH + 1 else [f"{site.unit}: {EACH + 1} ≠ {waiting}"]
    return wrong if now["last_error"] else [*wrong, f"{site.unit}: “{now['last_error']}”"]


def _come_online(sites: list[Site]) -> None:
    tell("Có mạng trở lại; họ bấm “Đồng bộ ngay”.", "The line is back; they press “Sync now”.")
    for site in sites:
        site.centre.line.open()
        press_sync(site.centre.log_in(site.centre.clerks[0]))


def _wait(see: Callable[[], Seen], expected: Seen) -> Seen:
    """Look until the province says what it must say, or patience ends."""
    end_at = time.monotonic() + PATIENCE
    while differences(expected, actual := see()) and time.monotonic() < end_at:
        time.sleep(0.5)
    return actual


def _compare(before: Seen, expected: Seen, actual: Seen) -> None:
    tell("Báo cáo năm của toàn tỉnh:", "The province's report of the year:")
    totals = (figures.total(seen.report) for seen in (before, expected, actual))
    for text in comparison(*totals):
        line(text)
    old, should, new = (_evaluations(seen) for seen in (before, expected, actual))
    for text in comparison(old, should, new)[1:]:
        line(text)


def _evaluations(seen: Seen) -> dict[str, float]:
    return {
        "Phiếu tự đánh giá": len(seen.totals),
        "Tổng điểm tự chấm": sum(seen.totals.values()),
    }


def differences(expected: Seen, actual: Seen) -> list[str]:
    """Say where two readings of the province differ, figure by figure."""
    wrong = figures.differences(expected.report, actual.report)
    for name in {**expected.totals, **actual.totals}:
        should, value = expected.totals.get(name), actual.totals.get(name)
        if should != value:
            wrong.append(f"tự đánh giá · {name}: {should} ≠ {value}")
    return wrong


def _names(sites: list[Site]) -> str:
    return ", ".join(f"{site.unit} ({site.district})" for site in sites)

"""The evaluation sheet of a year: its criteria, what is scored, what that makes. No HTTP here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from schemas.evaluation.verification import CLOSED, stage
from schemas.formatting.label import Label
from schemas.formatting.vietnamese import parse_number
from schemas.record import natural_id
from schemas.records.criteria_set import RANKS, CriteriaSet, Criterion, criteria, in_force, rank
from schemas.records.evaluation import Evaluation, check_scores, self_total, verified_total
from sync.changes import Key
from sync.merge import Record

from .syncing.status import now

if TYPE_CHECKING:
    from .agent import Agent

Values = Mapping[str, Any]

HANOI = timezone(timedelta(hours=7))
ASKED = ("self_score", "reason", "evidence")  # of each criterion, of the centre
LAST_MONTH = 3  # by which the sheets of the year before are finished


class Group(NamedTuple):
    code: str
    label: Label
    max: float
    criteria: list[Criterion]
    total: float | None


class Sum(NamedTuple):
    """What the scores make, as far as they go."""

    total: float | None
    rank: Label | None  # only when nothing is missing
    missing: list[Criterion]
    groups: list[Group]
    size: int  # how many criteria there are


class Standing(NamedTuple):
    """The evaluation of a year and its stage."""

    year: int
    status: str  # "": not begun
    set: Values | None
    sum: Sum
    record: Record

    @property
    def stage(self) -> str:
        """How far it has got, with what the level above decided about it."""
        return stage(self.record.values)

    @property
    def verified(self) -> tuple[float | None, Label | None]:
        """What the level above makes of it: points and rank, once it has finished."""
        if self.stage not in CLOSED:
            return None, None
        total = verified_total(self.record.values)
        return total, RANKS.get(rank(self.set or {}, total))


def this_year(wall: int) -> int:
    return datetime.fromtimestamp(wall / 1000, HANOI).year


def due_year(wall: int) -> int:
    """The year that is to be evaluated now: until the end of March, the one that is over."""
    now = datetime.fromtimestamp(wall / 1000, HANOI)
    return now.year - 1 if now.month <= LAST_MONTH else now.year


def today(wall: int) -> str:
    return datetime.fromtimestamp(wall / 1000, HANOI).date().isoformat()


def key_of(agent: Agent, year: int) -> Key:
    name = natural_id(Evaluation, agent.area, {"year": year})
    return Key(agent.area, Evaluation.record_type, name)


def _saved(agent: Agent, year: int) -> Record:
    key = key_of(agent, year)
    return agent.store().load([key])[key]


def standing(agent: Agent, year: int, record: Record | None = None) -> Standing:
    """The sheet of that year as it is saved, or as ``record`` has it."""
    record = record or _saved(agent, year)
    values = record.values
    named = set_for(agent, year, str(values.get("criteria_set") or ""))
    status = str(values.get("status") or "")
    return Standing(year, status, named, add_up(named or {}, values), record)


def set_for(agent: Agent, year: int, code: str = "") -> Values | None:
    """The criteria set that the sheet names; else the one in force in that year."""
    sets = published(agent)
    return (sets.get(code) if code else None) or in_force(sets.values(), year)


def years(agent: Agent) -> list[int]:
    """Last year, this year, and those that have a sheet, the newest first."""
    keys = agent.store().fingerprints([agent.area], Evaluation.record_type)
    records = agent.store().load(list(keys)).values() if keys else []
    scored = {record.values.get("year") for record in records if not record.deleted}
    current = this_year(now(agent))
    begun = {year for year in scored if isinstance(year, int)}
    return sorted(begun | {current, current - 1}, reverse=True)


def has_come(agent: Agent, year: int) -> bool:
    """Whether the year can be evaluated: it has begun, or somebody began its sheet all the same."""
    return year <= this_year(now(agent)) or bool(_saved(agent, year).cells)


def add_up(set_: Values, values: Values) -> Sum:
    listed = criteria(set_)
    scores = {c.code: values.get(f"self_score.{c.code}") for c in listed}
    missing = [c for c in listed if scores[c.code] is None]
    total = self_total({f"self_score.{code}": score for code, score in scores.items()})
    earned = rank(set_, total) if total is not None and listed and not missing else ""
    groups = [
        _group(list(members), scores) for _, members in groupby(listed, key=lambda c: c.group_code)
    ]
    return Sum(total, RANKS.get(earned), missing, groups, len(listed))


def as_typed(set_: Values, typed: Mapping[str, str]) -> dict[str, Any]:
    """The scores in a half-filled form, as far as the set allows them."""
    scores = numbers(set_, typed)
    wrong = check_scores(scores, set_)
    return {name: score for name, score in scores.items() if name not in wrong}


def numbers(set_: Values, typed: Mapping[str, str]) -> dict[str, Any]:
    """The scores that are numbers, whether or not the set allows them."""
    scores = {}
    for criterion in criteria(set_):
        name = f"self_score.{criterion.code}"
        try:
            scores[name] = parse_number(typed.get(name, ""))
        except ValueError:
            continue
    return scores


def _group(members: list[Criterion], scores: Mapping[str, Any]) -> Group:
    given = [scores[c.code] for c in members if scores[c.code] is not None]
    first = members[0]
    total = sum(given) if given else None
    return Group(first.group_code, first.group_label, first.group_max, members, total)


def published(agent: Agent) -> dict[str, Values]:
    """The criteria sets that the province has published, by their codes."""
    keys = agent.store().fingerprints([agent.published], CriteriaSet.record_type)
    records = agent.store().load(list(keys)).values() if keys else []
    there = (record.values for record in records if not record.deleted)
    return {str(values.get("code")): values for values in there}


def blank(agent: Agent) -> Values:
    """The row of a table to fill in: the year that is due, by its set, no score yet."""
    year = due_year(now(agent))
    set_ = set_for(agent, year) or {}
    cells = [f"{name}.{c.code}" for c in criteria(set_) for name in ASKED]
    return {"year": year, "criteria_set": set_.get("code"), **dict.fromkeys(cells)}

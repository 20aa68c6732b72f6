"""Totals of any record type: how many records, and every figure its schema adds up.

A cut (by centre, by a choice, by period) only decides where the lines between rows are
drawn; the records are those of the selection, so all cuts add up to the same.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from schemas import measures
from sync.changes import Key

from .attention import disputed
from .periods import Period, holding, parse
from .selection import Selection, as_text, condition

Figures = Collection[str] | None  # which of them to add up; None: all
# What no form allows is merged all the same, and SQLite gives up on a sum past 64 bits.
_SUM = "sum(iif(abs([{name}]) < 1e12, [{name}], [{name}] * 1.0))"


@dataclass(frozen=True)
class Sum:
    """How many records, what they add up to, and about how many of them a conflict is open."""

    records: int = 0
    figures: Mapping[str, float | None] = field(default_factory=dict)  # None: nobody counted
    disputed: int = 0

    def __add__(self, other: Sum) -> Sum:
        names = [*self.figures, *(name for name in other.figures if name not in self.figures)]
        both = {name: _added(self.figures.get(name), other.figures.get(name)) for name in names}
        return Sum(self.records + other.records, both, self.disputed + other.disputed)


def total(sums: Iterable[Sum]) -> Sum:
    return sum(sums, Sum())


def by_area(db: Database, selection: Selection, figures: Figures = None) -> dict[str, Sum]:
    return _grouped(db, selection, "_area", figures)


def by_choice(
    db: Database, selection: Selection, name: str, figures: Figures = None
) -> dict[str, Sum]:
    """Keyed by the codes of a choice; "" where nothing is filled in.

    :raises KeyError: if the type has no such column
    """
    return _grouped(db, selection, as_text(selection.record_type, name), figures)


def by_period(
    db: Database, selection: Selection, kind: str, figures: Figures = None
) -> dict[str, Sum]:
    """Keyed by the keys of the periods of that kind, for those that hold records."""
    found: dict[str, Sum] = {}
    months = _grouped(db, selection, f"substr({selection.day}, 1, 7)", figures)
    for key, part in months.items():
        name = holding(parse(key).start, kind).key
        found[name] = found.get(name, Sum()) + part
    return found


def reporting(db: Database, selection: Selection) -> frozenset[str]:
    """The areas that entered any record in the period, whatever else the selection asks.

    "0" is said of these; of the others, that they did not report.
    """
    where, args = condition(replace(selection, equal={}, text="", deleted=False))
    sql = f"select distinct _area from [{selection.record_type}] where {where}"
    return frozenset(row["_area"] for row in db.query(sql, args))


def months(db: Database, record_type: str, areas: Collection[str]) -> list[Period]:
    """The months for which there is any record; what a person may choose from follows."""
    selection = Selection(record_type, frozenset(areas))
    if not selection.day:
        return []
    where, args = condition(selection)
    found = f"select distinct substr({selection.day}, 1, 7) as month from [{record_type}]"
    sql = f"{found} where {where} and {selection.day} is not null order by 1"
    return [parse(row["month"]) for row in db.query(sql, args)]


def _grouped(db: Database, selection: Selection, by: str, figures: Figures) -> dict[str, Sum]:
    where, args = condition(selection)
    known = measures.sums(selection.schema)
    names = [name for name in known if figures is None or name in figures]
    sums = "".join(f", {_SUM.format(name=name)} as [{name}]" for name in names)
    sql = f"""
        select {by} as [_group], count(*) as [_records]{sums}
        from [{selection.record_type}] where {where} group by 1
    """
    marked = _disputed(db, selection, by)
    return {
        row["_group"]: Sum(
            row["_records"], {name: row[name] for name in names}, marked.get(row["_group"], 0)
        )
        for row in db.query(sql, args)
    }


def _disputed(db: Database, selection: Selection, by: str) -> dict[str, int]:
    keys = _of_type(disputed(db, selection.areas), selection.record_type)
    if not keys:
        return {}
    where, args = condition(selection)
    sql = f"""
        select {by} as [_group], count(*) as [_records] from [{selection.record_type}]
        where {where} and (_area, _id) in
            (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?))
        group by 1
    """
    found = db.query(sql, [*args, json.dumps(keys)])
    return {row["_group"]: row["_records"] for row in found}


def _added(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else one + other


def _of_type(keys: Iterable[Key], record_type: str) -> list[tuple[str, str]]:
    return sorted((key.area, key.record_id) for key in keys if key.record_type == record_type)

"""Totals of any record type: how many records, and every figure its schema adds up.

A cut (by centre, by a choice, by period) only decides where the lines between rows are
drawn; which records a figure rests on is for ``basis`` to say, so all cuts by centre or choice
add up to the same. Over time only what flows adds up: of a stock, each period has its own state.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from schemas import measures
from schemas.fields.adding import CLOSING, DISTINCT, FLOW, LEVEL, OPENING, STOCK, Rate
from schemas.record import RecordSchema
from sync.changes import Key
from sync.stores import dialect as dialects

from .. import database
from ..attention import disputed
from ..database import Database
from ..periods import KINDS, Period, holding, parse, within
from .basis import LAST, Rows, basis, reported, rows, series, simple
from .selection import (
    ALL_RECORDS,
    Selection,
    as_text,
    condition,
    is_of_time,
    joined,
    kept,
    narrowing,
    quoted,
)

Figures = Collection[str] | None  # which to add up, and the rates of two of these; None: all
Share = tuple[float | None, float | None]  # of what, of the same records
COMPARED = (STOCK, LEVEL, OPENING, CLOSING)  # ways that compare the rows of a series
# What no form allows is merged all the same, and SQLite gives up on a sum past 64 bits.
_PLAIN = "case when abs({of}) < 1e12 then {of} else {of} * 1.0 end"
_SUM = f"sum({_PLAIN})"
_SUM_IF = f"sum(case when {{counts}} then {_PLAIN} end)"


@dataclass(frozen=True)
class Sum:
    """How many records, what they add up to, and about how many of them a conflict is open."""

    records: int = 0
    figures: Mapping[str, float | None] = field(default_factory=dict)  # None: nobody counted
    disputed: int = 0
    days: tuple[str, ...] = ()  # the first and last day on which it was counted, of a stock
    things: Mapping[str, frozenset[str]] = field(default_factory=dict)  # the different ones
    shares: Mapping[str, Share] = field(default_factory=dict)  # the two sides of each rate

    @property
    def has_any(self) -> bool:
        """Whether anything counts: what flowed does, though nothing is in force at the end."""
        counted = any(value is not None for value in self.figures.values())
        return bool(self.records or self.disputed or counted)

    def __add__(self, other: Sum) -> Sum:
        things = _merged(self.things, other.things, frozenset.union)
        figures = _merged(self.figures, other.figures, _added)
        return Sum(
            self.records + other.records,
            {**figures, **{name: len(some) for name, some in things.items()}},
            self.disputed + other.disputed,
            _ends(self.days + other.days),
            things,
            _merged(self.shares, other.shares, _both_added),
        )

    def rate(self, name: str) -> float | None:
        """That share in per cent, with one decimal; None where it cannot be worked out."""
        part, whole = self.shares.get(name, (None, None))
        return round(100 * part / whole, 1) if part is not None and whole else None

    def is_partial(self, name: str, rate: Rate) -> bool:
        """Whether the share leaves out records that lack one of its two sides."""
        if self.rate(name) is None:
            return False
        both = zip((rate.part, rate.whole), self.shares[name], strict=True)
        return any(self.figures.get(figure, side) != side for figure, side in both)


def total(sums: Iterable[Sum]) -> Sum:
    return sum(sums, Sum())


def by_area(db: Database, selection: Selection, figures: Figures = None) -> dict[str, Sum]:
    return _grouped(db, selection, "_area", figures)


def by_choice(
    db: Database, selection: Selection, name: str, figures: Figures = None
) -> dict[str, Sum]:
    """Sums keyed by the codes of a choice; "" where nothing is filled in.

    By years, each has its own state, as the list behind it has.

    :raises KeyError: if the type has no such column
    """
    by = as_text(selection.record_type, name)
    if adds_up(selection, name):
        return _grouped(db, selection, by, figures)
    where, args = joined(kept(replace(selection, planned=False), dialects.of(db)))
    sql = f'select distinct {by} from "{selection.record_type}" where {where}'
    wanted = [value for (value,) in database.rows(db, sql, args)]
    own = [value for value in wanted if str(selection.equal.get(name, value)) == value]
    sums = {v: total(by_area(db, selection.narrowed(name, v), figures).values()) for v in own}
    return {value: one for value, one in sums.items() if one.has_any}


def by_area_and(
    db: Database, selection: Selection, name: str, figures: Figures = None
) -> dict[str, dict[str, Sum]]:
    """Of each area, keyed by the codes of a choice; "" where nothing is filled in.

    :raises KeyError: if the type has no such column, or its rows do not add up to the total
    """
    if not adds_up(selection, name):
        raise KeyError(name)
    by = f"\"_area\" || ' ' || {as_text(selection.record_type, name)}"  # no area has a space
    sums: dict[str, dict[str, Sum]] = {}
    for both, one in _grouped(db, selection, by, figures).items():
        area, _, code = both.partition(" ")
        sums.setdefault(area, {})[code] = one
    return sums


def by_period(
    db: Database, selection: Selection, kind: str, figures: Figures = None
) -> dict[str, Sum]:
    """Keyed by the keys of the periods: what flowed in each, what was in force at its end."""
    sums_of: dict[str, Sum] = {}
    if not only_flows(selection.schema):
        parts = begun(selection, kind)
        of_parts = {part.key: replace(selection, period=part) for part in parts}
        sums = {key: total(by_area(db, one, figures).values()) for key, one in of_parts.items()}
        return {key: one for key, one in sums.items() if one.has_any}
    months = _grouped(db, selection, f"substr({selection.day}, 1, 7)", figures)
    for key, part in months.items():
        name = holding(parse(key).start, kind).key
        sums_of[name] = sums_of.get(name, Sum()) + part
    return sums_of


def begun(selection: Selection, kind: str) -> list[Period]:
    """The parts of the period that have begun: no state is known of what is to come."""
    parts = within(selection.period, kind) if selection.period else []
    return [part for part in parts if selection.today is None or part.start <= selection.today]


def adds_up(selection: Selection, name: str) -> bool:
    """Whether the rows of a cut by that field, or kind of period, add up to the total."""
    is_by_time = name in KINDS or is_of_time(selection, name)
    return not is_by_time or only_flows(selection.schema)


def only_flows(schema: type[RecordSchema]) -> bool:
    """Whether all of its figures add up over time too."""
    return {basis(schema, one) for one in (ALL_RECORDS, *measures.sums(schema))} == {FLOW}


def reporting(db: Database, selection: Selection) -> frozenset[str]:
    """The areas that entered any record for the period, whatever else the selection asks.

    A figure of these may be "0"; the others did not report.
    """
    source, where, args = reported(db, replace(selection, planned=False))
    sql = f"select distinct _area from {source} where {where}"
    return frozenset(area for (area,) in database.rows(db, sql, args))


def months(db: Database, record_type: str, areas: Collection[str]) -> list[Period]:
    """The months for which there is any record; what a person may choose from follows."""
    selection = Selection(record_type, frozenset(areas))
    if not selection.day:
        return []
    where, args = condition(selection, dialects.of(db))
    day = quoted(record_type, selection.day)
    sql = f'select distinct substr({day}, 1, 7) from "{record_type}"'
    sql = f"{sql} where {where} and {day} is not null order by 1"
    return [parse(month) for (month,) in database.rows(db, sql, args)]


class Item(NamedTuple):
    """Something that is added up: its name in the answer, of what, and when it is absent."""

    name: str
    of: str
    absent: str

    @property
    def is_side(self) -> bool:
        """Whether it is a side of a rate, which counts only where the other is given too."""
        return "." in self.name


def _grouped(db: Database, selection: Selection, by: str, figures: Figures) -> dict[str, Sum]:
    selection = replace(selection, planned=False)  # what is to come is in no figure
    sums: dict[str, Sum] = {}
    for way, items in _items(selection, figures).items():
        ask = _compared if way in COMPARED else _counted
        for group, one in ask(db, selection, by, way, items).items():
            sums[group] = sums.get(group, Sum()) + one
    for name in _distinct(selection.schema, figures):
        for group, one in _different(db, selection, by, name).items():
            sums[group] = sums.get(group, Sum()) + one
    for group, many in _disputed(db, selection, by).items():
        sums[group] = sums.get(group, Sum()) + Sum(disputed=many)
    return sums


def _items(selection: Selection, figures: Figures) -> dict[str, list[Item]]:
    """What is added up, by the rows that it rests on."""
    schema, kind = selection.schema, selection.record_type
    by_way: dict[str, list[Item]] = {basis(schema, ALL_RECORDS): []}
    for name in _wanted(schema, figures):
        of = quoted(kind, name)
        by_way.setdefault(basis(schema, name), []).append(Item(name, of, f"{of} is null"))
    for name, rate in measures.rates(schema).items():
        if figures is not None and not {rate.part, rate.whole} <= set(figures):
            continue
        part, whole = quoted(kind, rate.part), quoted(kind, rate.whole)
        absent = f"({part} is null or {whole} is null)"
        sides = [Item(f"{name}.part", part, absent), Item(f"{name}.whole", whole, absent)]
        by_way.setdefault(basis(schema, rate.whole), []).extend(sides)
    return by_way


def _wanted(schema: type[RecordSchema], figures: Figures) -> list[str]:
    known = [name for name in measures.sums(schema) if measures.way(schema, name) != DISTINCT]
    return [name for name in known if figures is None or name in figures]


def _distinct(schema: type[RecordSchema], figures: Figures) -> list[str]:
    known = [name for name in measures.sums(schema) if measures.way(schema, name) == DISTINCT]
    return [name for name in known if figures is None or name in figures]


def _counted(
    db: Database, selection: Selection, by: str, way: str, items: list[Item]
) -> dict[str, Sum]:
    counted = simple(db, selection, way)
    sums = [
        (_SUM_IF if one.is_side else _SUM).format(counts=f"not ({one.absent})", of=one.of)
        for one in items
    ]
    counts_records = way == basis(selection.schema, ALL_RECORDS)
    many = "count(*)" if counts_records else "0"
    return _read(db, selection, items, _select(by, many, sums, counted), counted.args)


def _compared(
    db: Database, selection: Selection, by: str, way: str, items: list[Item]
) -> dict[str, Sum]:
    """Of the first rows of their series, for each item apart.

    An item may be absent in the last count and be in the one before.
    """
    apart = _windows(db, selection, way, items)
    windows = {LAST: "", **{window: absent for absent, window in apart.items() if window != LAST}}
    to = dialects.of(db)
    source, args = series(selection, to, way, windows)
    where, more = joined([("1 = 1", []), *narrowing(selection, to, of_time=False)])
    sums = [_SUM_IF.format(counts=_counts(one, apart[one.absent]), of=one.of) for one in items]
    many, days = "0", []
    if way == basis(selection.schema, ALL_RECORDS):
        many = f"sum(case when {LAST} = 1 then 1 else 0 end)"
        days = _days(selection, apart.values())
    latest = Rows(source, where, [*args, *more])
    return _read(db, selection, items, _select(by, many, [*sums, *days], latest), latest.args)


def _counts(item: Item, window: str) -> str:
    """Whether the row counts: a side of a rate not where its series never has the other side."""
    return f"{window} = 1 and not {item.absent}" if item.is_side else f"{window} = 1"


def _windows(db: Database, selection: Selection, way: str, items: list[Item]) -> dict[str, str]:
    """By when it is absent: the column that is 1 in the row that counts for it.

    A window costs a sort; only what is absent in a last row, and is in another, needs its own.
    """
    absent = list(dict.fromkeys(one.absent for one in items))
    source, args = series(selection, dialects.of(db), way, {LAST: ""})
    lacking = [f"sum(case when {LAST} = 1 and {one} then 1 else 0 end)" for one in absent]
    known = [f"sum(case when {one} then 0 else 1 end)" for one in absent]
    if not absent:
        return {}
    counts = database.one(db, f"select {', '.join(lacking + known)} from {source}", args)
    both = zip(absent, counts[: len(absent)], counts[len(absent) :], strict=True)
    return {
        one: f"{LAST}_{place}" if lacking and others else LAST
        for place, (one, lacking, others) in enumerate(both)
    }


def _days(selection: Selection, windows: Iterable[str]) -> list[str]:
    """The first and the last day of what counts."""
    name = measures.placed_by(selection.schema)
    place = quoted(selection.record_type, name) if name else "null"
    counts = " or ".join(f"{one} = 1" for one in dict.fromkeys([LAST, *windows]))
    return [f"{end}(case when {counts} then {place} end)" for end in ("min", "max")]


def _select(by: str, many: str, columns: list[str], of: Rows) -> str:
    chosen = ", ".join([f'{by} as "_group"', f'{many} as "_records"', *columns])
    return f"select {chosen} from {of.source} where {of.where} group by 1"


def _read(
    db: Database, selection: Selection, items: list[Item], sql: str, args: list[object]
) -> dict[str, Sum]:
    """The answer, without the groups in which nothing counts."""
    groups: dict[str, Sum] = {}
    for group, many, *values in database.rows(db, sql, args):
        sums = dict(zip((one.name for one in items), values, strict=False))
        days = tuple(str(day) for day in values[len(items) :] if day is not None)
        figures = {name: value for name, value in sums.items() if "." not in name}
        shares: dict[str, Share] = {
            name: (sums[f"{name}.part"], sums[f"{name}.whole"])
            for name in measures.rates(selection.schema)
            if f"{name}.part" in sums
        }
        if many or any(value is not None for value in sums.values()):
            groups[group] = Sum(many, figures, 0, days, {}, shares)
    return groups


def _different(db: Database, selection: Selection, by: str, name: str) -> dict[str, Sum]:
    """The different things that are named."""
    source, where, args = simple(db, selection, basis(selection.schema, name))
    of = quoted(selection.record_type, name)
    sql = f"select distinct {by}, {of} from {source} where {where} and {of} is not null"
    things: dict[str, set[str]] = {}
    for group, thing in database.rows(db, sql, args):
        things.setdefault(group, set()).add(str(thing))
    return {
        group: Sum(0, {name: len(some)}, 0, (), {name: frozenset(some)})
        for group, some in things.items()
    }


def _disputed(db: Database, selection: Selection, by: str) -> dict[str, int]:
    keys = _of_type(disputed(db, selection.areas), selection.record_type)
    if not keys:
        return {}
    source, where, args = rows(db, replace(selection, figure=ALL_RECORDS))
    wanted = f"select * from {dialects.of(db).table({'_area': str, '_id': str})} as wanted"
    sql = f"select {by}, count(*) from {source} where {where} and (_area, _id) in ({wanted})"
    return dict(database.rows(db, f"{sql} group by 1", [*args, dialects.rows(keys)]))


def _added(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else one + other


def _both_added(one: Share, other: Share) -> Share:
    return _added(one[0], other[0]), _added(one[1], other[1])


def _merged(
    one: Mapping[str, Any], other: Mapping[str, Any], join: Callable[[Any, Any], Any]
) -> dict[str, Any]:
    if not one or not other:
        return {**one, **other}
    names = [*one, *(name for name in other if name not in one)]
    return {
        name: join(one[name], other[name])
        if name in one and name in other
        else one.get(name, other.get(name))
        for name in names
    }


def _ends(days: tuple[str, ...]) -> tuple[str, ...]:
    return (min(days), max(days)) if days else ()


def _of_type(keys: Iterable[Key], record_type: str) -> list[tuple[str, str]]:
    return sorted((key.area, key.record_id) for key in keys if key.record_type == record_type)

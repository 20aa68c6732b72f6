"""What a page was asked for: the address read into a selection that the person may see.

Every figure, list and CSV starts here, and the person's scope enters here; what is not in
it cannot be asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import abort, request, url_for
from flask_login import current_user

from reporting import periods
from reporting.periods import Period
from reporting.places import Place
from reporting.query import address
from reporting.query.address import NOTHING, Address
from reporting.query.basis import basis, listed
from reporting.query.moments import moments
from reporting.query.selection import ALL_RECORDS, Selection
from reporting.query.totals import months
from reporting.report import cuts
from schemas import measures, planned
from schemas.addresses import marked
from schemas.areas import DIRECTIONS
from schemas.fields import Choice
from schemas.fields.adding import IN_FORCE, PROFILE
from schemas.record import RecordSchema, direction, fields, record_types
from server import ambient
from server.auth import permissions
from server.centres import units
from server.centres.places import places

ANY_TIME = "all"  # in addresses: whenever


@dataclass(frozen=True)
class ListRequest:
    selection: Selection
    way: tuple[Place, ...]  # from all that the person may see to the place asked for
    day: date  # whose units are used
    args: Mapping[str, str]

    @property
    def place(self) -> Place:
        return self.way[-1]

    @property
    def period(self) -> Period | None:
        return self.selection.period

    @property
    def schema(self) -> type[RecordSchema]:
        return self.selection.schema

    @property
    def sort(self) -> str:
        """The column by which the list is sorted; "-" before it: downward."""
        return address.read(self.schema, self.args, ()).sort

    def sorted_by(self, name: str) -> str:
        """The address of the list sorted by that column; the other way round if it is so."""
        return self.address("web.records", sort=f"-{name}" if self.sort == name else name)

    @property
    def is_yearly(self) -> bool:
        """Whether its records have a year alone, which is their period."""
        return bool(measures.years(self.schema)) and not self.schema.day_field

    @property
    def totals(self) -> str:
        """The address of the totals of what the list shows.

        A list without a period leads to the period that totals begin with, for things in force
        and for years.
        """
        changes = dict.fromkeys(("of", "sort", "q", "deleted", "by"), "")
        if self.period is None and (self.is_yearly or _is_in_force(self.schema)):
            year = next((self.chosen(name) for name in measures.years(self.schema)), "")
            changes |= {"period": year, **{marked(n): "" for n in measures.years(self.schema)}}
        return self.address("web.totals", **changes)

    @property
    def is_timed(self) -> bool:
        """Whether a period can be chosen for its lists."""
        is_profile = measures.records_way(self.schema) == PROFILE
        return bool(self.schema.day_field) or is_profile or _is_in_force(self.schema)

    @property
    def as_of(self) -> date:
        """The day whose state is shown: no day to come has one."""
        return min(self.selection.as_of or ambient.today(), ambient.today())

    def has(self, by: str) -> bool:
        """Whether the records can be cut by that."""
        return by in cuts(self.selection)

    def address(self, endpoint: str, /, **changes: str) -> str:
        """Of another page, asked for the same but for ``changes``; "" takes one out."""
        wanted = {**self.args, **changes}
        args: dict[str, Any] = {name: value for name, value in wanted.items() if value}
        return url_for(endpoint, record_type=self.selection.record_type, **args)

    def record(self, area: str, record_id: str) -> str:
        """The address of one of the records that were asked for."""
        return url_for(
            "web.record",
            record_type=self.selection.record_type,
            area=area,
            record_id=record_id,
            period=self.args["period"],
        )

    def behind(self, ask: Mapping[str, str], figure: str = ALL_RECORDS) -> str:
        """The address of the records that a figure of a row of a report rests on."""
        narrowed = {name: value or NOTHING for name, value in ask.items()}
        return self.address("web.records", **{**narrowed, "by": "", "of": self.of(figure)})

    def of(self, figure: str) -> str:
        return of(self.schema, figure)

    def chosen(self, name: str) -> str:
        """What of that field was asked for, as the address has it."""
        return self.args.get(marked(name), "")


def list_request(record_type: str, period: str = "", *, always: bool = False) -> ListRequest:
    """Read the address; ``period`` is used if it names none, "" being the newest year.

    A year to come is never the newest. The period's last day decides what a person may see; another
    day (``on``) may be asked for to see the same records by the units of that day.

    :param always: ``period`` is also used in place of all time
    """
    schema = record_types().get(record_type) or abort(404)
    if not permissions.may_read(schema):
        abort(403)
    named = request.args.get("period", "")
    wanted = _period(schema, period if always and named == ANY_TIME else named or period)
    day = wanted.end if wanted else ambient.today()
    shown_on = _day(request.args.get("on", "")) or day
    way = [above(schema)] if above(schema).areas else _way(_top(day, shown_on), shown_on)
    selection = Selection(
        record_type=record_type,
        areas=way[-1].areas,
        period=wanted,
        equal={**_address(schema).equal, **permissions.only_own_unit(schema)},
        text=_address(schema).text,
        deleted=_address(schema).deleted,
        figure=_figure(schema),
        planned=True if request.args.get("to-come") == "1" else None,
        today=ambient.today(),
    )
    return ListRequest(selection, tuple(way), shown_on, _args(schema, wanted))


def of(schema: type[RecordSchema], figure: str) -> str:
    """How an address names the figure; empty if it rests on what the list shows anyhow."""
    if basis(schema, figure) == listed(schema):
        # Their list shows planned records too; figures count only what took place.
        is_mixed = planned.may_be(schema) or planned.waits_for_its_day(schema)
        return ALL_RECORDS if is_mixed else ""
    return figure if figure == ALL_RECORDS else marked(figure)


def choices(schema: type[RecordSchema]) -> dict[str, Choice]:
    """What lists of that type can be filtered by."""
    known = {name: fields(schema)[name] for name in measures.groups(schema)}
    return {name: field for name, field in known.items() if isinstance(field, Choice)}


def above(schema: type[RecordSchema]) -> Place:
    """The place of records that no centre keeps: published, or internal to the offices."""
    province = ambient.province()
    areas = province.areas_of(schema)
    return Place(province.area_of(schema), DIRECTIONS[direction(schema)], units.PROVINCE, areas)


def neighbours(schema: type[RecordSchema]) -> dict[str, type[RecordSchema]]:
    """The record types of the same register."""
    register = {n: s for n, s in record_types().items() if s.register == schema.register}
    return {name: one for name, one in register.items() if permissions.may_read(one)}


def offered(ask: ListRequest) -> dict[str, list[Period]]:
    """The periods with records in them, by kind; the shorter ones of its years alone."""
    db, today = ambient.province().db(), ambient.today()
    dates = moments(db, ask.selection.record_type, ask.way[0].areas, today)
    chosen = ask.period or periods.holding(today, "year")
    days = [*dates, chosen.start, today]
    near = [day for day in days if chosen.start.year <= day.year <= chosen.end.year]
    known = ["year"] if ask.is_yearly else [*periods.KINDS]
    kinds = {k: periods.offered(near if k in periods.MONTHS else days, k) for k in known}
    named = {periods.SPAN: [chosen]} if chosen.kind == periods.SPAN else {}
    return {**named, **periods.to_come_last(kinds, today)}


def _is_in_force(schema: type[RecordSchema]) -> bool:
    return measures.records_way(schema) == IN_FORCE


def usual_year(record_type: str) -> str:
    """The year that totals begin with; empty where none is usual.

    Things in force begin with this year, records that have only a year with the newest that is not
    to come.
    """
    schema, today = record_types().get(record_type) or abort(404), ambient.today()
    if _is_in_force(schema):
        return str(today.year)
    if schema.day_field or not measures.years(schema):
        return ""
    areas = above(schema).areas or ambient.scope(current_user, today)
    dates = moments(ambient.province().db(), record_type, areas, today)
    begun = [day.year for day in dates if day.year <= today.year]
    return str(begun[-1]) if begun else ""


def _period(schema: type[RecordSchema], key: str) -> Period | None:
    """The period asked for; where the day may be left empty, all are listed unless one is."""
    if key == ANY_TIME or not (key or _is_dated(schema)):
        return None
    try:
        if not key and _is_in_force(schema):
            return periods.holding(ambient.today(), "year")
        return periods.parse(key) if key else _newest(schema)
    except ValueError:
        abort(404)


def _is_dated(schema: type[RecordSchema]) -> bool:
    return bool(schema.day_field and fields(schema)[schema.day_field].required)


def _newest(schema: type[RecordSchema]) -> Period:
    """The newest year with records that is not to come; this year, if there is none."""
    today = ambient.today()
    areas = above(schema).areas or ambient.scope(current_user, today)
    filled = months(ambient.province().db(), schema.record_type, areas)
    begun = [month.start for month in filled if month.start.year <= today.year]
    return periods.holding(begun[-1] if begun else today, "year")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        abort(404)


def _top(day: date, shown_on: date) -> Place:
    areas = ambient.scope(current_user, day)
    return places(ambient.province().db(), shown_on, areas, current_user.unit_id)


def _way(top: Place, day: date) -> list[Place]:
    """The way down to the unit asked for, or to what it is on that day."""
    wanted = request.args.get("unit", "")
    if way := top.way(wanted):
        return way
    db = ambient.province().db()
    now = units.unit_at(db, wanted, day)
    if now and now.id != wanted:
        return top.way(now.id) or abort(404)
    return [top] if wanted in units.territory(db).rows and not now else abort(404)


def _figure(schema: type[RecordSchema]) -> str:
    """The figure whose records are asked for."""
    wanted = request.args.get("of", "")
    known = {marked(name): name for name in measures.sums(schema)}
    return known.get(wanted, ALL_RECORDS if wanted == ALL_RECORDS else "")


def _address(schema: type[RecordSchema]) -> Address:
    return address.read(schema, request.args, measures.groups(schema))


def by(selection: Selection) -> str:
    """By what a report is to be cut; fields were once named without their mark."""
    known, wanted = cuts(selection), request.args.get("by", "")
    if wanted in known or not wanted:
        return wanted
    return marked(wanted) if marked(wanted) in known else abort(404)


def _args(schema: type[RecordSchema], period: Period | None) -> dict[str, str]:
    names = ("unit", "on", "by", "q", "deleted", "to-come", "sort", "of")
    plain = {name: request.args[name] for name in names if request.args.get(name)}
    chosen = _address(schema).fields
    return {"period": period.key if period else ANY_TIME, **plain, **chosen}

"""The devices of a set of areas as the server's tables have them, and who has not been heard of."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sync.changes import DIVERGENCE
from sync.stores import dialect

from . import database
from .database import Database


class Silence(NamedTuple):
    """A centre and when any of its devices was last heard; 0 for never."""

    area: str
    centre: str
    last_contact: int
    days: int


DAY = 24 * 3600 * 1000  # milliseconds
QUIET_DAYS = 14


def rows(db: Database, areas: Collection[str]) -> list[dict[str, Any]]:
    """The devices in use, the longest silent first; then centres without one; then old ones.

    Each with its last receipt (``wall``, ``head``, ``digest``) and with ``cells``, of the record
    of what it last saw to differ; the columns that begin with ``is_`` are for the check of the row.
    """
    among, values = dialect.of(db).among("c.area", areas)
    sql = f"""
        select c.area, c.name as centre, coalesce(d.name, '') as name,
            coalesce(d.label, '') as label, coalesce(d.state, '') as state,
            coalesce(d.software, '') as software, coalesce(d.enrolled, 0) as enrolled,
            coalesce(d.last_contact, 0) as last_contact, coalesce(d.waiting, 0) as waiting,
            coalesce(d.clock_offset, 0) as clock_offset, coalesce(d.restarts, 0) as restarts,
            coalesce(d.restarted, 0) as restarted, p.wall, p.head, p.digest, r.cells,
            d.key as is_key, d.areas as is_areas, d.certificate as is_certificate,
            d.digest as is_digest
        from centre as c left join device as d on d.area = c.area
        left join proof as p on p.device = d.name
        left join records as r
            on r.area = d.area and r.record_type = ? and r.record_id = d.name
        where {among}
        order by case when d.name is null then 1 when d.state <> 'active' then 2 else 0 end,
            d.last_contact, c.name, d.name
    """
    return database.named(db, sql, [DIVERGENCE, *values])


def quiet(db: Database, areas: Collection[str], now: int, days: int = QUIET_DAYS) -> list[Silence]:
    """The centres not heard of for more than so many days, the longest first, then the unheard."""
    among, values = dialect.of(db).among("c.area", areas)
    sql = f"""
        select area, centre, heard from (
            select c.area, c.name as centre, coalesce(max(d.last_contact), 0) as heard
            from centre as c left join device as d on d.area = c.area
            where {among} and c.closed = ''
            group by c.area, c.name
        ) as known
        where heard < ? order by case when heard = 0 then 1 else 0 end, heard, centre
    """
    silent = database.rows(db, sql, [*values, now - days * DAY])
    return [_silence(area, centre, heard, now) for area, centre, heard in silent]


def _silence(area: str, centre: str, heard: int, now: int) -> Silence:
    return Silence(area, centre, heard, (now - heard) // DAY if heard else 0)

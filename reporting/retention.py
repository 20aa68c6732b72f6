"""What is known of persons and was kept as long as it may be: due to be erased."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from schemas.fields import Reference, Text
from schemas.formatting.vietnamese import day_of
from schemas.privacy import consents
from schemas.record import RecordSchema, fields, record_types
from sync.merge import Record

from .attention import records
from .database import Database


class Due(NamedTuple):
    schema: type[RecordSchema]
    record: Record
    names: list[str]  # of the fields
    last: date  # when the record last changed; the years count from there

    @property
    def title(self) -> str:
        """What the record is called, if its own text says so."""
        name = self.schema.title_field
        field = fields(self.schema).get(name)
        is_own = isinstance(field, Text) and not isinstance(field, Reference)
        return str(self.record.values.get(name) or "") if is_own else ""


def due(db: Database, areas: Collection[str], today: date) -> list[Due]:
    """The oldest first; of deleted records, too: what is deleted is still kept."""
    persons = (one for schema in _of_persons() for one in _of_type(db, schema, areas, today))
    return sorted(persons, key=lambda one: (one.last, one.record.key))


def of_record(record: Record, today: date) -> Due | None:
    """What of that record is due."""
    schema = record_types().get(record.key.record_type)
    if schema is None or not record.cells:
        return None
    last = _day(record.at.millis)
    if last is None or last > today:
        return None
    names = consents.due(schema, record.values, last, today)
    return Due(schema, record, names, last) if names else None


def _day(millis: int) -> date | None:
    """``None`` if that is no moment: a clock that says so is wrong."""
    try:
        return day_of(millis)
    except (ValueError, OverflowError, OSError):
        return None


def _of_persons() -> list[type[RecordSchema]]:
    known = record_types().values()
    return [one for one in known if any(field.personal for field in fields(one).values())]


def _of_type(
    db: Database, schema: type[RecordSchema], areas: Collection[str], today: date
) -> Iterator[Due]:
    for record in records(db, schema.record_type, areas):
        if one := of_record(record, today):
            yield one

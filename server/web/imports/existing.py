"""The existing record that each row of an office's table is about, and who may fill it in.

A record that the office publishes is recognised by its natural key. One that a centre begins
and the office completes is recognised by its id, or by its centre and its title.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from flask_login import current_user
from marshmallow import ValidationError

from schemas.fields import Label, UnitName
from schemas.fields.checks import Unclear
from schemas.formatting.vietnamese import fold
from schemas.forms.text import understood
from schemas.homes import CENTRE
from schemas.importing import faults
from schemas.importing.duplicates import alike
from schemas.importing.existing import ExistingRecords
from schemas.record import ID, RecordSchema, Values, fields
from server import ambient
from server.auth import permissions
from server.centres import lookup
from server.centres.lookup import Centres
from sync.changes import Key
from sync.merge import Record
from sync.stores.sqlite import SqliteStore
from webui.language import label_of

AT_ONCE = 500  # records that are loaded at a time


@dataclass
class OfficeRecords(ExistingRecords):
    """The records of a type that who is logged in may see, in whatever area."""

    stored: dict[str, Record] = field(default_factory=dict)  # the deleted ones, too
    centres_known: Centres = field(default_factory=Centres)
    whole: str = ""  # the centre whose all rows are, if the person chose one
    scope: frozenset[str] = frozenset()
    _titled: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.adds = permissions.may_publish(self.schema)
        for name, values in self.records.items():
            title = fold(str(values.get(self.schema.title_field) or ""))
            area = self.stored[name].key.area
            self._titled.setdefault((area, title), []).append(name)

    def place(self, name: str) -> tuple[str, str]:
        record = self.stored.get(name)
        return (record.key.area, str(record.at)) if record else (self.area, "")

    def of_row(self, texts: Mapping[str, str]) -> str:
        name = super().of_row(texts) or self.by_natural_key(_understood(self.schema, texts))
        if name in self.records:
            return name
        return "" if self.adds else self._by_title(texts)

    def foreign(self, texts: Mapping[str, str], takes_unknown: bool) -> dict[str, list[Label]]:
        """Nothing: an office brings in rows of many centres, and ``of_row`` says whose they are."""
        return {}

    def centre_candidates(self, typed: str) -> tuple[Sequence[str], Sequence[str]]:
        """The centres of this person that ``typed`` can mean, if it means none for certain."""
        meant = self.centres_known.meant(typed)
        if not isinstance(meant, Unclear):
            return (), ()
        own = [one.name for one in self.centres_known.named if one.record_id in self.scope]
        return [name for name in meant.likely if name in own], own

    def check_writable(self, name: str, values: Values) -> None:
        record = self.stored.get(name)
        if name in self.records and record and not permissions.may_fill(self.schema, record):
            raise _wrong(ID, faults.NOT_YOURS)
        if not permissions.of_own_unit(self.schema, values):
            label = label_of("record.not_own_unit").filled(unit=ambient.own_unit())
            units = [n for n, f in fields(self.schema).items() if isinstance(f, UnitName)]
            raise ValidationError(cast(Any, {name: [label] for name in units}))

    def _by_title(self, texts: Mapping[str, str]) -> str:
        """The id of the one record with that title.

        :raises ValidationError: if there is none, or several, or no centre is named
        """
        title = self.schema.title_field
        if title not in texts:
            label = faults.NO_RECORD_NAMED.filled(title=fields(self.schema)[title].label)
            raise _wrong(ID, faults.NOT_THERE if ID in texts else label)
        area, values = self._area(texts), _understood(self.schema, texts)
        same_title = self._titled.get((area, fold(str(values.pop(title, "")))), [])
        rest = values.items()
        matches = [n for n in same_title if all(self.records[n].get(k) == v for k, v in rest)]
        if len(matches) == 1:
            return matches[0]
        raise _wrong(ID, faults.NOT_ONE.filled(count=len(matches)) if matches else faults.NOT_THERE)

    def _area(self, texts: Mapping[str, str]) -> str:
        if self.area:
            return self.area
        typed = texts.get(CENTRE, "")
        meant = self.centres_known.meant(typed) if typed else self.whole
        if not meant:
            raise _wrong(CENTRE, faults.CENTRE_NEEDED)
        if isinstance(meant, Unclear):
            label = faults.CENTRE_UNCLEAR if meant.likely else faults.CENTRE_UNKNOWN
            raise _wrong(CENTRE, label.filled(typed=typed, names="; ".join(meant.likely)))
        if meant not in self.scope:
            name = self.centres_known.name(meant)
            raise _wrong(CENTRE, faults.CENTRE_NOT_YOURS.filled(centre=name))
        return meant


def load(schema: type[RecordSchema], store: SqliteStore, area: str, whole: str) -> OfficeRecords:
    """The records that rows can be about: of ``area``; if it is empty, of the centres in scope.

    :param whole: the centre whose all rows are, if the person chose one
    """
    above = ambient.province().areas_of(schema)
    scope = above or frozenset(ambient.scope(current_user, ambient.today()))
    stored: dict[str, Record] = {}
    keys = sorted(store.fingerprints(scope, schema.record_type))
    for start in range(0, len(keys), AT_ONCE):
        some: dict[Key, Record] = store.load(keys[start : start + AT_ONCE])
        stored |= {key.record_id: record for key, record in some.items()}
    only = permissions.only_own_unit(schema).items()  # of persons, a district sees its own
    living = {
        name: its.values
        for name, its in stored.items()
        if not its.deleted and all(its.values.get(n) == value for n, value in only)
    }
    names = Centres() if area else lookup.all_centres(ambient.province().db(), ambient.today())
    units = [n for n, f in fields(schema).items() if isinstance(f, UnitName)]
    given = dict.fromkeys(units, ambient.own_unit()) if current_user.of_a_district else {}
    return OfficeRecords(
        schema, area, living, given, stored=stored, centres_known=names, whole=whole, scope=scope
    )


def _understood(schema: type[RecordSchema], texts: Mapping[str, str]) -> dict[str, object]:
    """The values of the cells that distinguish records."""
    names = (*schema.natural_key, *alike(schema))
    known = fields(schema)
    values = {n: understood(known[n], texts[n]) for n in names if n in texts and n in known}
    return {name: value for name, value in values.items() if value is not None}


def _wrong(name: str, label: Label) -> ValidationError:
    return ValidationError(cast(Any, {name: [label]}))

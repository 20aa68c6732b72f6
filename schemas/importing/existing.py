"""The records that are there already, when the rows of a table are to become records."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ..formatting.label import Label
from ..formatting.vietnamese import fold
from ..homes import CENTRE
from ..record import ID, RecordSchema, Values, natural_id
from ..texts.questions import OF_ANOTHER, STRANGE_ID
from .duplicates import Likeness, likeness

KINDS = re.compile(r"^(?:tthtcd|trung tam hoc tap cong dong|trung tam htcd|xa|phuong|thi tran) ")


@dataclass
class ExistingRecords:
    """The living records of a type that are there already, by id."""

    schema: type[RecordSchema]
    area: str
    records: Mapping[str, Values]
    defaults: Mapping[str, str] = field(default_factory=dict)  # what a row says that says nothing
    stamps: Mapping[str, str] = field(default_factory=dict)  # when each was last written
    deleted: Collection[str] = ()  # ids of those that were deleted
    names: Collection[str] = ()  # what the centre is called whose records they are
    _alike: dict[Likeness, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, values in self.records.items():
            if key := likeness(self.schema, values):
                self._alike.setdefault(key, []).append(name)

    def similar(self, values: Values) -> tuple[str, ...]:
        key = likeness(self.schema, values)
        return tuple(self._alike.get(key, ())) if key else ()

    def by_natural_key(self, values: Values) -> str:
        """The id of the record with that natural key; empty if the type has none."""
        try:
            return natural_id(self.schema, self.area, values)
        except KeyError:
            return ""

    def place(self, name: str) -> tuple[str, str]:
        """The area of a record, and when it was last written; empty if it never was."""
        return self.area, self.stamps.get(name, "")

    def of_row(self, texts: Mapping[str, str]) -> str:
        """The id of the living record that a row is about; empty if it is about none.

        :raises ValidationError: if that cannot be decided
        """
        named = texts.get(ID, "")
        return named if named in self.records else ""

    def foreign(self, texts: Mapping[str, str], takes_unknown: bool) -> dict[str, list[Label]]:
        """Why a row is not one of this centre; nothing if it is one, or may be a new one.

        Who brings the table may say that ids which are not known are of new records.
        """
        name, centre = texts.get(ID, ""), texts.get(CENTRE, "")
        if name in self.records:
            return {}
        if centre and own_name(centre) not in set(map(own_name, self.names)):
            return {CENTRE: [OF_ANOTHER.filled(centre=centre)]}
        if name and not takes_unknown and name not in self.deleted:
            return {ID: [STRANGE_ID]}
        return {}

    def centre_candidates(self, typed: str) -> tuple[Sequence[str], Sequence[str]]:
        """The names of the centres that ``typed`` is like, and of the others that it can mean.

        None if it is known, or cannot be decided.
        """
        return (), ()

    def check_writable(self, name: str, values: Values) -> None:
        """:raises ValidationError: if who brings the table may not write that"""


def own_name(text: str) -> str:
    """What a centre is called without what all are called, and without its district."""
    bare = re.split(r"[,;(]| - | – ", fold(text))[0].strip()
    while (shorter := KINDS.sub("", bare)) != bare:
        bare = shorter
    return bare

"""Damaged rows of the log: recognised by their own digests when they are read.

A row that does not fit its digests is made again from what else this database knows of it: the
indexes hold its timestamp, key, replica, number and feed a second time, and the record's cells,
which their fingerprint proves, hold what it set. The digest says whether that is right. What
cannot be made again is passed over and noted in a table, until somebody brings the change again.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import product

from .. import rows
from ..changes import REPEAT, Change, Entry, Key
from ..clock import ZERO, Timestamp
from ..errors import StoreDamaged
from ..ports import Damage
from .connection import Connection

log = logging.getLogger(__name__)

READ = ", ".join([*rows.LOG, *rows.CHECKS, "place"])  # what is read of a row of the log
UNFIT = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
AT, CONTENT, STANDING, PLACE = 0, len(rows.LOG), len(rows.LOG) + 1, len(rows.LOG) + 2
COLUMNS = list(rows.LOG)
FIELDS = COLUMNS.index("fields")
INDEXED = ("at", "replica", "number", "feed", "held", "area", "record_type", "record_id")
WITNESSES = (  # what each index holds of a row a second time
    ("area, record_type, record_id", "recorded where"),
    ("replica, number", "numbered where"),
    ("held", "fed where"),
    ("at", f"stamped where held <> '{REPEAT}' and"),
    ("feed", "strays where held = '' and feed > '' and"),
)


def sound(row: rows.Row) -> Entry | None:
    """The entry of a row that was ``READ``; None if it is not what was written."""
    content, standing = row[CONTENT], row[STANDING]
    try:
        if content is not None and content != rows.content_digest(row):
            return None
        if standing is not None and standing != rows.place_digest(row):
            return None
        entry = rows.row_entry(row)
    except UNFIT:
        return None
    return entry if type(entry.change.fields) is dict else None


def count(conn: sqlite3.Connection) -> int:
    """How many rows of a database, of its log and its records, are not what was written."""
    columns = {row[1] for row in conn.execute("pragma table_info(log)")}
    if not columns.issuperset(rows.CHECKS):
        return 0  # an older version made it
    log_rows = conn.execute(f"select {READ} from log")
    record_rows = conn.execute("select * from records")
    wrong = sum(sound(row) is None for row in log_rows)
    return wrong + sum(not rows.proves_itself(row) for row in record_rows)


class DamagedRows:
    """The damaged rows that one store came across; written down with its next transaction."""

    def __init__(self, sql: Connection) -> None:
        self._sql = sql
        self._noted: dict[int, Damage] = {}
        self._mended: dict[int, tuple[rows.Row, rows.Row]] = {}  # as they are, and as they were

    def entries(self, raw: Iterable[rows.Row]) -> list[Entry]:
        """The entries of those rows that are right, or could be made right."""
        return [entry for row in raw if (entry := sound(row) or self._made_again(row))]

    def all(self) -> list[Damage]:
        """Every damaged row that is known."""
        known = {damage.place: damage for damage in map(_read, self._sql.rows(_ALL))}
        return list({**self._noted, **known}.values())

    def among(self, areas: Collection[str] | None) -> list[Damage]:
        return [each for each in self.all() if areas is None or each.key.area in areas]

    def at(self, place: int) -> Damage | None:
        return next((each for each in self.all() if each.place == place), None)

    def key(self, row: rows.Row) -> Key:
        """Whose row it is, although it is not what was written."""
        for entry in self.entries([row]):
            return entry.change.key
        damage = self.at(row[PLACE])
        return damage.key if damage else Key(*map(str, row[7:10]))

    def digested(self, row: rows.Row) -> rows.Row | None:
        """Fields, seen, the digests and the place of a row that had none; None if unreadable."""
        if sound(row) is None:
            return None
        made = rows.checked_row(rows.row_entry(row))
        return (*made[FIELDS:], row[PLACE])

    def write_down(self) -> None:
        """Write what was found, and made right, since the last time. Inside a transaction."""
        mended, self._mended = self._mended, {}
        noted, self._noted = self._noted, {}
        try:
            self._rewrite(mended)
            self._sql.run(_NOTE, map(_row, noted.values()))
        except (StoreDamaged, sqlite3.IntegrityError):  # the indexes are damaged, too
            log.exception("damaged rows could not be rewritten")

    @property
    def is_pending(self) -> bool:
        return bool(self._noted or self._mended)

    def restore(self, changes: Collection[Change], is_sure: bool) -> set[Timestamp]:
        """As the store's. Inside a transaction."""
        known = {damage.at: damage for damage in self.all()}
        wanted = [change for change in changes if change.at in known]
        if not wanted:
            return set()
        self.write_down()
        return {c.at for c in wanted if self._replaced(known[c.at].place, c, is_sure)}

    def _replaced(self, place: int, change: Change, is_sure: bool) -> bool:
        row = next(iter(self._sql.rows(f"select {READ} from log where place = ?", [place])), None)
        if row is None:
            return False
        standing = self._standing(row, self._witnesses(place)) or row
        content = rows.entry_row(Entry(change))
        new = (content[AT], *standing[1:7], *content[7:])
        is_proved = row[CONTENT] == rows.content_digest(new) or _texts(new) == _texts(row)
        if not (is_sure or is_proved):
            return False
        whole = (*new, rows.content_digest(new), rows.place_digest(new), self._end() + 1)
        self._rewrite({place: (row, whole)})
        self._sql.run("delete from damage where place = ?", [[place]])
        return True

    def _made_again(self, row: rows.Row) -> Entry | None:
        place = row[PLACE]
        if place in self._noted or self._sql.rows("select 1 from damage where place = ?", [place]):
            return None
        if place not in self._mended:
            witnesses = self._witnesses(place)
            content, standing = self._content(row, witnesses), self._standing(row, witnesses)
            if content is None or standing is None:
                self._note(row, witnesses)
                return None
            log.warning("the log's row %s was damaged, and is made again", place)
            made = (content[AT], *standing[1:7], *content[7:CONTENT])
            digests = (rows.content_digest(made), rows.place_digest(made))
            self._mended[place] = (row, (*made, *digests, place))
        return rows.row_entry(self._mended[place][1])

    def _note(self, row: rows.Row, witnesses: dict[str, object]) -> None:
        known = dict(zip(COLUMNS, row, strict=False)) | witnesses
        texts = [str(known[name]) for name in ("area", "record_type", "record_id", "replica")]
        number = known["number"] if type(known["number"]) is int else 0
        damage = Damage(
            row[PLACE], _stamp(known["at"]), Key(*texts[:3]), texts[3], number, str(known["held"])
        )
        log.error("the log's row %s is damaged: %s", damage.place, damage)
        self._noted[damage.place] = damage

    def _witnesses(self, place: int) -> dict[str, object]:
        """What the indexes hold of the row at that place, by column."""
        known: dict[str, object] = {}
        for names, where in WITNESSES:
            query = f"select {names} from log indexed by {where} +place = ?"
            for values in self._sql.rows(query, [place]):
                known |= zip(names.split(", "), values, strict=True)
        return known

    def _content(self, row: rows.Row, witnesses: dict[str, object]) -> rows.Row | None:
        """The row with the content that its digest proves; None if there is none."""
        if row[CONTENT] is None:
            return row if _is_readable(row) else None
        index = _with(row, witnesses, ("at", "area", "record_type", "record_id"))
        for at, key in product({row[AT], index[AT]}, {row[7:10], index[7:10]}):
            start = (at, *row[1:7], *key, row[10])
            for fields in [row[FIELDS], *self._set(key, at)]:
                tried = (*start, fields, *row[FIELDS + 1 :])
                if _proved(tried):
                    return tried
        return None

    def _set(self, key: tuple[object, ...], at: object) -> Iterator[str]:
        """What the cells of the record say that the change set."""
        query = "select * from records where area = ? and record_type = ? and record_id = ?"
        for row in self._sql.rows(query, key):
            if rows.proves_itself(row) and at in (cells := json.loads(row[-1])):
                yield rows.fields_text(cells[at])

    def _standing(self, row: rows.Row, witnesses: dict[str, object]) -> rows.Row | None:
        """The row with its place as the indexes have it; when it came is unknown if not proved."""
        known = _with(row, witnesses, ("replica", "number", "feed", "held"))
        for tried in (row, known):
            if _place_is_proved(tried):
                return tried
        if not witnesses.keys() >= {"replica", "number", "held"}:
            return None
        if row[STANDING] is None:
            return known
        received, offset = COLUMNS.index("received"), COLUMNS.index("clock_offset")
        return tuple(0 if i in (received, offset) else value for i, value in enumerate(known))

    def _rewrite(self, changed: dict[int, tuple[rows.Row, rows.Row]]) -> None:
        """:raises StoreDamaged: if the indexes cannot be rebuilt"""
        if any(old != _with(old, _named(new), INDEXED) for old, new in changed.values()):
            self._sql.rows("reindex log")  # they hold what was written, and not what the rows do
        marks = ", ".join(f"{name} = ?" for name in READ.split(", "))
        args = [[*new, place] for place, (_, new) in changed.items()]
        self._sql.run(f"update log set {marks} where place = ?", args)

    def _end(self) -> int:
        return int(self._sql.rows("select coalesce(max(place), 0) from log")[0][0])


_ALL = (
    "select place, at, area, record_type, record_id, replica, number, held from damage "
    "order by place"
)
_NOTE = "insert into damage values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (place) do nothing"


def _row(damage: Damage) -> rows.Row:
    place, at, key, *rest = damage
    return (place, str(at), *key, *rest)


def _read(row: rows.Row) -> Damage:
    place, at, area, kind, name, *rest = row
    return Damage(place, _stamp(at), Key(area, kind, name), *rest)


def _stamp(text: object) -> Timestamp:
    try:
        return Timestamp.parse(str(text))
    except ValueError:
        return ZERO


def _named(row: rows.Row) -> dict[str, object]:
    return dict(zip(COLUMNS, row, strict=False))


def _with(row: rows.Row, values: dict[str, object], names: Collection[str]) -> rows.Row:
    """The row with those of ``values`` that are ``names``."""
    kept = {name: values[name] for name in names if name in values}
    return (*(kept.get(n, v) for n, v in zip(COLUMNS, row, strict=False)), *row[CONTENT:])


def _texts(row: rows.Row) -> tuple[object, ...]:
    return (row[AT], *row[7:CONTENT])


def _proved(row: rows.Row) -> bool:
    try:
        return bool(row[CONTENT] == rows.content_digest(row))
    except UNFIT:
        return False


def _place_is_proved(row: rows.Row) -> bool:
    try:
        return bool(row[STANDING] == rows.place_digest(row))
    except UNFIT:
        return False


def _is_readable(row: rows.Row) -> bool:
    try:
        return type(rows.row_entry(row).change.fields) is dict
    except UNFIT:
        return False

"""A view of a record type that a person can read as it is: headings and choices in words.

It is made in the copy that a person opens, which is an SQLite file wherever the province is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from schemas.fields import Choice, Flag
from schemas.homes import COLUMNS, UNIT
from schemas.privacy.small_counts import FEW, sensitive
from schemas.record import RecordSchema, fields
from schemas.tables.tabular import label_of

CENTRE = "Trung tâm"
WITHHELD = "_withheld"  # the column that names what is empty because it was small


def view(db: Database, schema: type[RecordSchema], names: Iterable[str], unit: str = "") -> str:
    """Make the view of the living records of a type, named after it; return its name.

    ``unit`` is the column with the units of the record's centre, if there is one.
    """
    name = _quoted(schema.label.vi)
    columns = [f"centre.name as {_quoted(CENTRE)}"]
    taken = {CENTRE}
    if unit:
        columns.append(f"its.{unit} as {_quoted(COLUMNS[UNIT].vi)}")
        taken.add(COLUMNS[UNIT].vi)
    for column in names:
        label = label_of(schema, column).vi
        label = f"{label} ({column})" if label in taken else label
        taken.add(label)
        columns.append(f"{_in_words(schema, column)} as {_quoted(label)}")
    kind = schema.record_type
    db.conn.execute(
        f"create view {name} as select {', '.join(columns)} from {_quoted(kind)} as its "
        "left join centre on centre.area = its._area where its._deleted = 0"
    )
    return schema.label.vi


def _in_words(schema: type[RecordSchema], column: str) -> str:
    field, cell = fields(schema).get(column), f"its.{_quoted(column)}"
    if isinstance(field, Flag):
        return f"case {cell} when 1 then 'Có' when 0 then 'Không' end"
    if isinstance(field, Choice):
        whose = f"code.record_type = '{schema.record_type}' and code.field = '{column}'"
        label = f"(select vi from code where {whose} and code.code = {cell})"
        return f"coalesce({label}, {cell})"
    if column in sensitive(schema):
        is_small = f"instr(' ' || its.{WITHHELD} || ' ', ' {column} ') > 0"
        return f"case when {is_small} then '{FEW}' else {cell} end"
    return cell


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

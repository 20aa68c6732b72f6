"""A copy of the records for Datasette and other tools that read SQLite: it explains itself.

One table a record type, without what is known of persons and without anything secret; a table
of all codes with their names; and a view a record type with Vietnamese headings, choices in
words, and the centre's name. A metadata file beside it is written with titles and descriptions.
What is internal to the offices is not in it: it is made to be handed on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from reporting import readable_views
from reporting.readable_views import WITHHELD
from reporting.snapshot import snapshot
from schemas import measures
from schemas.areas import CENTRE, INTERNAL
from schemas.fields import Choice, Labelled
from schemas.formatting.vietnamese import day_of
from schemas.homes import UNIT, record_day
from schemas.privacy.small_counts import sensitive, withheld
from schemas.readable import UNREADABLE
from schemas.record import RecordSchema, fields, record_types
from schemas.tables.columns import SEARCH, projection
from sync.stores import private_files

from ..centres.homes import Homes
from ..province import Province
from .archives import TABLES

SOURCE = "Khuyến Học"


def write(province: Province, path: Path) -> Path:
    """Write the copy to ``path``, in place of one that is there; return the metadata's path.

    :raises OSError: if it cannot be written
    """
    draft = path.with_name(f"{path.name}.writing")
    draft.unlink(missing_ok=True)
    try:
        private_files.database(draft)
        with snapshot(province.db()), closing(Database(draft)) as copy:
            for name in TABLES:
                copy.table(name).insert_all(province.db().table(name).rows_where(order_by="rowid"))
            copy.table("code").create(
                {c: str for c in ("record_type", "field", "code", "vi", "en")}
            )
            copy.table("code").insert_all(_codes())
            for schema in _types().values():
                _copy(province, copy, schema)
            copy.conn.execute("pragma journal_mode = delete")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    metadata_path = path.with_suffix(".metadata.json")
    text = json.dumps(metadata(path.stem), ensure_ascii=False, indent=1)
    private_files.write(metadata_path, text)
    return metadata_path


def metadata(name: str) -> dict[str, Any]:
    """What Datasette says of the database of that name: titles, and what each column means."""
    tables = {
        each: {
            "title": schema.label.vi,
            "description": schema.label.en,
            "columns": _descriptions(schema),
        }
        for each, schema in _types().items()
    }
    tables["centre"] = {"title": "Trung tâm", "description": "Centres"}
    tables["unit"] = {"title": "Đơn vị hành chính", "description": "Units, with their dates"}
    tables["unit_link"] = {"title": "Đơn vị cũ và mới", "description": "What became of each unit"}
    tables["code"] = {"title": "Danh mục mã", "description": "What each code of a choice means"}
    about = "Mỗi loại bản ghi một bảng, và một khung nhìn với tên cột tiếng Việt."
    return {"title": SOURCE, "databases": {name: {"description": about, "tables": tables}}}


def _copy(province: Province, copy: Database, schema: type[RecordSchema]) -> None:
    db, homes, today = province.db(), Homes(province.db()), str(day_of(province.wall()))
    columns = {
        name: kind for name, kind in projection(schema).columns.items() if name in kept(schema)
    }
    hidden = {"_area": str, "_id": str, "_deleted": int}
    few = {WITHHELD: str} if sensitive(schema) else {}
    table = copy.table(schema.record_type)
    unit = {UNIT: str} if schema.lives_in == CENTRE else {}
    table.create({**hidden, **unit, **few, **columns}, pk=("_area", "_id"))
    wanted = ", ".join(f"[{name}]" for name in (*hidden, *columns))
    rows = db.table(schema.record_type).rows_where(select=wanted)
    placed = ({**row, **_placed(schema, row, homes, today)} for row in rows)
    table.insert_all(_open(schema, row) for row in placed)
    readable_views.view(copy, schema, list(columns), UNIT if unit else "")


def _placed(
    schema: type[RecordSchema], row: dict[str, Any], homes: Homes, today: str
) -> dict[str, str]:
    """The units in which the record's centre lay on the record's day."""
    if schema.lives_in != CENTRE:
        return {}
    home = homes.home(row["_area"], record_day(schema, row) or today)
    return {UNIT: ", ".join(home.units) if home else ""}


def _open(schema: type[RecordSchema], row: dict[str, Any]) -> dict[str, Any]:
    """The row without small counts that could point to a person; it names them."""
    names = withheld(schema, row)
    few = {WITHHELD: " ".join(names)} if sensitive(schema) else {}
    return {**row, **few, **dict.fromkeys(names)}


def kept(schema: type[RecordSchema]) -> set[str]:
    """The columns that are in the copy: none about persons."""
    personal = {name for name, field in fields(schema).items() if getattr(field, "personal", None)}
    return set(projection(schema).columns) - personal - {SEARCH}


def _types() -> dict[str, type[RecordSchema]]:
    return {name: one for name, one in record_types().items() if one.lives_in != INTERNAL}


def _codes() -> Iterator[dict[str, str]]:
    for record_type, schema in _types().items():
        for name, field in fields(schema).items():
            options = field.codes.options if isinstance(field, Choice) else {}
            for code, label in options.items():
                its = {"record_type": record_type, "field": name, "code": code}
                yield {**its, **label._asdict()}


def _words(schema: type[RecordSchema], name: str, field: Labelled) -> list[str]:
    """What the field means, and of a figure, how it adds up."""
    adds = measures.in_words(schema, name).vi if name in measures.sums(schema) else ""
    return [field.help.vi if field.help else "", adds]


def _descriptions(schema: type[RecordSchema]) -> dict[str, str]:
    described = {
        name: " – ".join(filter(None, [field.label.vi, *_words(schema, name, field)]))
        for name, field in fields(schema).items()
        if name in kept(schema)
    }
    derived = {name: one.label.vi for name, one in schema.derived.items()}
    derived[UNREADABLE] = "Các mục có giá trị sai kiểu, không đọc được"
    if sensitive(schema):
        derived[WITHHELD] = "Các số ít hơn 5 không đưa vào bản sao"
    if schema.lives_in == CENTRE:
        derived[UNIT] = "Đơn vị của trung tâm vào ngày ghi trong bản ghi"
    return {**described, **derived, "_area": "Mã khu vực của trung tâm", "_id": "Mã bản ghi"}

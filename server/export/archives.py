"""Everything the province has recorded, as one open file that outlives this program.

A ZIP of JSON lines: the log of all changes, from which every record can be rebuilt; the
records as they are, for readers who want only those; units, centres and the data dictionary. The
manifest has the SHA-256 of each part and a checksum of each area's records. Keys, passwords and
tokens are not in it.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from reporting.snapshot import snapshot
from schemas.areas import CENTRE
from schemas.export import dictionary
from schemas.formatting.vietnamese import day_of
from schemas.homes import record_day
from schemas.record import record_types
from sync import rows
from sync.stores import private_files
from sync.stores.sqlite import SqliteStore

from ..centres.homes import Homes
from ..province import Province

FORMAT, VERSION = "khuyenhoc-archive", 1
MANIFEST, LOG, README = "manifest.json", "log.jsonl", "README.txt"
TABLES = ("unit", "unit_link", "centre")
ABOUT = """Khuyến Học – toàn bộ dữ liệu đã ghi của tỉnh, ở dạng mở (JSON, mỗi dòng một mục).
Everything the province has recorded, in an open form (JSON, one item a line).

manifest.json     định dạng, SHA-256 của từng tệp, tổng kiểm tra của từng khu vực / what is in here
log.jsonl         mọi thay đổi theo thứ tự máy chủ nhận / all changes, in the order of arrival
records/*.jsonl   bản ghi như hiện có, kèm trung tâm và đơn vị của ngày ghi trong bản ghi
                  / the records as they stand, with the centre and its units of the record's day
unit, unit_link, centre   đơn vị, quan hệ giữa các đơn vị, trung tâm / units, centres
dictionary.csv    từ điển dữ liệu / what each field means

Khóa, mật khẩu và mã truy cập không có trong tệp này. / No keys, passwords or tokens are in it.
Đọc lại / to read it back:  khuyenhoc-server --folder NEW init --from THIS_FILE
"""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True)
class Written:
    """What was written."""

    changes: int
    records: int
    size: int  # bytes of the file


def write(province: Province, path: Path) -> Written:
    """Write the archive to ``path``: whole, or not at all; the server need not stop.

    :raises OSError: if it cannot be written
    """
    draft = path.with_name(f"{path.name}.writing")
    try:
        with (
            snapshot(province.db()),
            private_files.opened(draft) as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            manifest = _write(province, _Parts(archive))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return Written(manifest["changes"], manifest["records"], path.stat().st_size)


class _Parts:
    """The parts of an archive on their way, each with its digest."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.files: dict[str, dict[str, Any]] = {}

    def add(self, name: str, lines: Iterable[str]) -> int:
        """Write those lines; return how many there were."""
        digest, count = sha256(), 0
        with self._archive.open(_entry(name), "w") as file:
            for line in lines:
                count += 1
                data = line.encode("utf-8")
                digest.update(data)
                file.write(data)
        self.files[name] = {"lines": count, "sha256": digest.hexdigest()}
        return count


def _write(province: Province, parts: _Parts) -> dict[str, Any]:
    store, db = province.store(), province.db()
    parts.add(README, ABOUT.splitlines(keepends=True))
    parts.add("dictionary.csv", dictionary.write_csv("vi"))
    for table in TABLES:
        parts.add(f"{table}.jsonl", map(_line, db.table(table).rows_where(order_by="rowid")))
    changes = parts.add(LOG, _log(store))
    types = sorted({row["record_type"] for row in _pairs(db)})
    homes, today = Homes(db), str(day_of(province.wall()))
    records = sum(
        parts.add(f"records/{name}.jsonl", _records(db, name, homes, today)) for name in types
    )
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "made": datetime.fromtimestamp(province.wall() / 1000, UTC).isoformat(),
        "title": province.title,
        "published": province.published,
        "internal": province.internal,
        "server": store.checkpoint().name,
        "changes": changes,
        "damaged": len(store.damage()),  # changes that could not be read, and are left out
        "records": records,
        "digests": digests(store, db),
        "files": parts.files,
    }
    parts.add(MANIFEST, [json.dumps(manifest, ensure_ascii=False, indent=1)])
    return manifest


def digests(store: SqliteStore, db: Database) -> dict[str, dict[str, str]]:
    """The digest of the records of each type in each area: the same for the same records."""
    areas = sorted({row["area"] for row in _pairs(db)})
    totals_of = {area: store.digests([area]) for area in areas}
    return {
        area: {name: f"{total:032x}" for name, total in sorted(totals.items()) if total}
        for area, totals in totals_of.items()
    }


def _pairs(db: Database) -> Iterator[dict[str, Any]]:
    return db.table("records").rows_where(select="distinct area, record_type")


def _log(store: SqliteStore) -> Iterator[str]:
    """The log, but for changes that cannot be read as they were written."""
    for entry in store.entries():
        row = dict(zip(rows.LOG, rows.entry_row(entry), strict=True))
        line = {**row, "fields": json.loads(row["fields"]), "seen": json.loads(row["seen"] or "{}")}
        yield _line(line)


def _records(db: Database, record_type: str, homes: Homes, today: str) -> Iterator[str]:
    schema = record_types().get(record_type)
    where = ("record_type = ?", [record_type])
    order = "area, record_id"
    for row in db.table("records").rows_where(*where, order_by=order):
        names = ("area", "record_type", "record_id", "fingerprint", "cells")
        record = rows.readable_record(tuple(row[name] for name in names))
        if record is None:
            continue  # a disk failed; its changes are in the log
        line = {"area": record.key.area, "id": record.key.record_id, "deleted": record.deleted}
        if schema and schema.lives_in == CENTRE:
            home = homes.home(record.key.area, record_day(schema, record.values) or today)
            line["centre"], line["units"] = (home.centre, home.units) if home else (None, ())
        yield _line({**line, "values": record.written, "fingerprint": row["fingerprint"]})


def _line(row: dict[str, Any]) -> str:
    return f"{_json(row)}\n"


def _entry(name: str) -> zipfile.ZipInfo:
    """The same data make the same bytes, whenever they are written."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry

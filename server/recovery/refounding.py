"""A province rebuilt from an archive: the same records to the letter, under new keys.

It is made beside the folder's own place and compared with the digests that the archive names;
only then it is put there. Machines must be enrolled again: the new server signs with new keys.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from server.founding import AlreadyFounded
from sync.changes import Entry
from sync.rows import LOG as COLUMNS
from sync.rows import row_entry

from .. import founding, settings
from ..config import Config
from ..export.archives import FORMAT, LOG, MANIFEST, TABLES, VERSION, digests
from ..province import Province
from ..transaction import at_once
from . import rebuilding

AT_ONCE = 2000  # changes in one transaction
DRAFT = ".refounding"


class BadArchive(Exception):
    """The file is no archive, is damaged, or does not give the records that it promises."""


def refound(config: Config, path: Path) -> Province:
    """Create the province of that archive in the folder.

    :raises AlreadyFounded: then nothing is touched
    :raises BadArchive: and nothing was made
    """
    if config.database.exists():
        raise AlreadyFounded(str(config.folder))
    draft = config.elsewhere(config.folder / DRAFT)
    shutil.rmtree(draft.folder, ignore_errors=True)
    try:
        with _opened(path) as archive:
            _make(draft, archive, _manifest(archive))
        draft.database.replace(config.database)
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise BadArchive(f"{path}: {error}") from error
    finally:
        shutil.rmtree(draft.folder, ignore_errors=True)
    return Province(config)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise BadArchive(str(path)) from error


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    """What the archive says of itself; each of its parts is as it says.

    :raises BadArchive:
    """
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest.get("format") != FORMAT or manifest.get("version") != VERSION:
        raise BadArchive(f"{manifest.get('format')} {manifest.get('version')}")
    for name, part in manifest["files"].items():
        digest = sha256()
        with archive.open(name) as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
        if digest.hexdigest() != part["sha256"]:
            raise BadArchive(name)
    return manifest


def _make(config: Config, archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    made = founding.create_province(config, manifest["title"])
    with closing(made):
        db, store = made.db(), made.store()
        with at_once(db):
            settings.change(db, "published", manifest["published"])
            if "internal" in manifest:  # archives of earlier versions have none
                settings.change(db, "internal", manifest["internal"])
            for table in TABLES:
                db.table(table).delete_where()
                db.table(table).insert_all(_lines(archive, f"{table}.jsonl"))
        entries = map(_entry, _lines(archive, LOG))
        while some := list(islice(entries, AT_ONCE)):
            with store.transaction():
                store.append(some)
        rebuilding.rebuild(made)
        if digests(store, db) != manifest["digests"]:
            raise BadArchive("the records are not those that the archive promises")
        db.conn.execute("pragma wal_checkpoint(truncate)")


def _lines(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, Any]]:
    with archive.open(name) as file:
        for line in file:
            yield json.loads(line.decode("utf-8"))


def _entry(row: dict[str, Any]) -> Entry:
    columns = {**row, "fields": json.dumps(row["fields"]), "seen": json.dumps(row["seen"])}
    return row_entry(tuple(columns[name] for name in COLUMNS))

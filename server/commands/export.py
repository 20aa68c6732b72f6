"""Commands that write all records to a file: an archive, or a copy for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from schemas.formatting.vietnamese import number
from server.config import Config
from server.export import archives, open_copies

from .opening import open_province
from .speech import Unwritable, tell

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--all", "everything", required=True, type=FILE, help="The archive to write.")
@click.pass_obj
def export(config: Config, everything: Path) -> None:
    """Xuất toàn bộ dữ liệu ra một tệp mở. Write all that is recorded to one open file.

    A ZIP of JSON lines with digests; `init --from` reads it back into an empty folder. It
    holds no keys and no passwords.
    """
    province = open_province(config)
    if not everything.parent.is_dir():
        raise Unwritable(str(everything))
    done = archives.write(province, everything)
    size = f"{number(round(done.size / 1000, 1))} kB"
    counts = {"changes": number(done.changes), "records": number(done.records)}
    tell("cli.exported", path=everything, size=size, **counts)


@click.command()
@click.argument("path", type=FILE)
@click.pass_obj
def datasette(config: Config, path: Path) -> None:
    """Ghi bản sao PATH để xem bằng Datasette. Write a copy of the records for Datasette.

    Without personal data, internal records and secrets; it explains itself.
    """
    province = open_province(config)
    if not path.parent.is_dir():
        raise Unwritable(str(path))
    metadata = open_copies.write(province, path)
    tell("cli.open_copy", path=path, metadata=metadata)


COMMANDS = (export, datasette)

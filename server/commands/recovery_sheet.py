"""Commands about the recovery sheet: it is made, printed, checked, and typed to open a backup."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from schemas.formatting.vietnamese import HANOI
from server.config import Config
from server.keys import secret_file
from server.province import Province
from server.recovery import page, sealed_backups, sheet
from server.recovery.backups import NoSheet
from server.recovery.sealed_backups import Opened, OtherSheet
from server.recovery.sheet import CurrentSheet, LineWrong
from server.texts.keys import TEXTS
from sync.stores import private_files

from .opening import open_province
from .speech import SheetExists, Unwritable, tell

SHEET = click.option(
    "--sheet",
    "typed",
    type=click.File(encoding="utf-8"),
    help="A file with the words of the recovery sheet, or - for what is piped in.  "
    "[default: they are asked for]",
)


@click.command()
@click.argument("path", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--new", is_flag=True, help="Make another, though there is one: it was lost or seen.")
@click.option("--text", is_flag=True, help="Show the four lines, to be copied by hand.")
@click.option("--printed", is_flag=True, help="Say that it was printed and put away.")
@click.option("--check", is_flag=True, help="Type the sheet, to see that it can be read.")
@SHEET
@click.pass_obj
def recovery_sheet(
    config: Config, /, path: Path | None, typed: TextIO | None, **asked: bool
) -> None:
    """Lập tờ khôi phục để in (PATH là tệp .html). Make the sheet that opens backups, to print.

    Writes a page to PATH: print it, delete the file, and run this with --printed. Without
    PATH or options it says how things stand.
    """
    province = open_province(config)
    if asked["check"]:
        _check(province, typed)
    elif asked["printed"]:
        _note_printed(province, path)
    elif path or asked["text"]:
        _make(province, path, is_new=asked["new"])
    else:
        remind(province, always=True)


def remind(province: Province, *, always: bool = False) -> None:
    """Say that the sheet is not made or not printed yet, as long as that is so."""
    current = sheet.current(province.db())
    if current is None:
        tell("sheet.none")
    elif not current.printed:
        tell("sheet.unprinted", **_about(current))
    elif always:
        tell("sheet.printed", printed=_day(current.printed), **_about(current))


@contextmanager
def opened(path: Path, room: Path, typed: TextIO | None) -> Iterator[Opened]:
    """The backup at ``path``, opened with the sheet if it is sealed; ``room`` is gone afterwards.

    :raises LineWrong:  :raises OtherSheet:  :raises BackupDamaged:
    """
    if not sealed_backups.is_sealed(path):
        yield Opened(path, None)
        return
    needed = sealed_backups.sheet_of(path)
    secret = _asked(needed, typed)
    if sheet.number(sheet.public_key(secret)) != needed:
        raise OtherSheet(needed)
    shutil.rmtree(room, ignore_errors=True)  # what a killed command left
    private_files.folder(room)
    try:
        yield sealed_backups.open_(path, secret, room)
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _asked(needed: str, typed: TextIO | None) -> bytes:
    """The secret of the sheet that a person types, line by line, or of a file."""
    if typed:
        return sheet.typed(typed.read())
    tell("sheet.type", number=needed)
    return b"".join(_line(number) for number in range(1, sheet.LINES + 1))


def _line(number: int) -> bytes:
    while True:
        label = " – ".join(TEXTS["sheet.line"].filled(number=number))
        try:
            return sheet.line(number, click.prompt(label, err=True))
        except LineWrong as exc:
            if not sys.stdin.isatty():
                raise  # nobody is there to type it again
            tell("sheet.line_wrong", detail=exc)


def _make(province: Province, path: Path | None, *, is_new: bool) -> None:
    current = sheet.current(province.db())
    if current and current.printed and not is_new:
        raise SheetExists(current.number)
    if path and not path.parent.is_dir():
        raise Unwritable(str(path))
    now = province.wall()
    with province.store().transaction():
        secret = sheet.create(province.db(), now)
        if path:  # before it counts: a sheet that nobody can print seals nothing
            secret_file.write_private(path, page.rendered(secret, province.title, now).encode())
    number = sheet.number(sheet.public_key(secret))
    if path:
        click.echo(str(path))
        tell("sheet.made", path=path, number=number)
        return
    for words in sheet.lines(secret):
        click.echo(" ".join(words))
    tell("sheet.copied", number=number)


def _check(province: Province, typed: TextIO | None) -> None:
    current = _current(province)
    key = sheet.public_key(_asked(current.number, typed))
    if key != current.key:
        raise OtherSheet(current.number)
    sheet.note_printed(province.db(), province.wall())
    tell("sheet.checked", number=current.number)


def _note_printed(province: Province, path: Path | None) -> None:
    current = _current(province)
    if path:
        _delete(path, current.number)
    sheet.note_printed(province.db(), province.wall())
    tell("sheet.noted", number=current.number)


def _delete(path: Path, number: str) -> None:
    """Delete the page that was printed, and nothing else that somebody may have named."""
    if path.is_file() and number.encode() in path.read_bytes():
        path.unlink()
    else:
        tell("sheet.not_deleted", path=path, number=number)


def _current(province: Province) -> CurrentSheet:
    current = sheet.current(province.db())
    if current is None:
        raise NoSheet("")
    return current


def _about(current: CurrentSheet) -> dict[str, str]:
    return {"number": current.number, "made": _day(current.made)}


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, HANOI).strftime("%d/%m/%Y")


COMMANDS = (recovery_sheet,)

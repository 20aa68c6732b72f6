"""The command that rehearses losing the server, and says what would come back."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import HANOI, number
from server import health_check
from server.config import Config
from server.province import Province
from server.recovery import backups
from server.recovery.backups import Copy
from server.recovery.comparing import Area
from server.recovery.drill import Drill, Outcome
from server.recovery.sealed_backups import Opened
from server.texts.bundles import span
from server.texts.drill import TEXTS
from sync.stores import private_files

from .opening import open_province
from .recovery_sheet import SHEET, opened
from .serve import alone
from .speech import tell

PARTLY, DEFECT = 13, 14  # as ``speech.CODES`` says
SHOWN = 10  # centres and names, one by one


@click.command()
@click.option(
    "--backup",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The copy to try.  [default: the newest that “backup” made]",
)
@SHEET
@click.pass_context
def drill(ctx: click.Context, path: Path | None, typed: TextIO | None) -> None:
    """Tập dượt mất máy chủ: thử khôi phục bản sao, xem những gì trở lại và những gì sẽ mất.

    Rehearse losing the server: restore a copy as another server, let the centres' machines
    send again what it lacks, and compare. The real server may run; nothing is touched, and
    nothing is left behind. Exit codes: 13 not everything would come back by itself, 14 a defect.
    """
    config: Config = ctx.obj
    began = time.monotonic()
    with _room(config) as room:
        live = _as_it_is(config, room)
        copy = backups.of(config, path) if path else backups.newest(config)
        try:
            place = copy.path if copy else live.config.database
            with opened(place, room / "unsealed", typed) as backup:
                outcome, tried = _rehearsed(live, backup, room / "new")
        finally:
            live.close()
        serves = health_check.answers(tried)
    _tell(outcome, copy, config.wall())
    tell("drill.serves" if serves else "drill.silent")
    is_defect = not serves or any(area.wrong for area in outcome.areas.values())
    is_whole = not is_defect and outcome.is_whole
    tell("drill.whole" if is_whole else "drill.partly", seconds=round(time.monotonic() - began))
    ctx.exit(DEFECT if is_defect else 0 if is_whole else PARTLY)


@contextmanager
def _room(config: Config) -> Iterator[Path]:
    """A folder beside the database, for one drill; what a killed one left there goes first."""
    room = config.folder / "drill"
    open_province(config).close()
    private_files.folder(room)
    try:
        with alone(room):
            for part in ("live", "new", "unsealed"):
                shutil.rmtree(room / part, ignore_errors=True)
            yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _as_it_is(config: Config, room: Path) -> Province:
    """The server of this moment: the real one may go on meanwhile."""
    now = config.elsewhere(room / "live")
    private_files.folder(now.folder)
    province = open_province(config)
    province.store().backup(now.database)
    province.close()
    return Province(now)


def _rehearsed(live: Province, copy: Opened, folder: Path) -> tuple[Outcome, Config]:
    """The result, and the settings of the server that was tried."""
    drill = Drill(live, copy, folder)
    length = drill.outcome.beyond + len(drill.outcome.areas)
    label = " – ".join(TEXTS["drill.progress"])
    try:
        with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
            for steps in (drill.send_again(), drill.compare()):
                for step in steps:
                    bar.update(step)
        drill.hand_over()
    finally:
        drill.close()
    return drill.outcome, drill.new.config


def _tell(outcome: Outcome, copy: Copy | None, now: int) -> None:
    for line in lines(outcome, copy, now):
        click.echo(line.vi, err=True)
        click.echo(line.en, err=True)


def lines(outcome: Outcome, copy: Copy | None, now: int) -> Iterator[Label]:
    """The sentences about the result of a drill."""
    yield _of_the_copy(outcome, copy, now)
    if outcome.unproved:
        yield TEXTS["drill.unproved"].filled(count=number(outcome.unproved))
    if outcome.beyond:
        yield TEXTS["drill.beyond"].filled(beyond=number(outcome.beyond))
        yield from _of_the_areas(outcome)
    for kind in ("lost", "away", "wrong"):
        places = {a.name: count for a in outcome.areas.values() if (count := getattr(a, kind))}
        if places:
            count = number(sum(places.values()))
            yield TEXTS[f"drill.{kind}"].filled(count=count, places=_some(list(places)))
    if outcome.followed:
        yield TEXTS["drill.followed"].filled(count=number(outcome.followed))
    for kind, names in outcome.again.items():
        yield TEXTS[f"drill.again.{kind}"].filled(names=_some(names))


def _of_the_copy(outcome: Outcome, copy: Copy | None, now: int) -> Label:
    if copy is None:
        return TEXTS["drill.no_copy"]
    made = datetime.fromtimestamp(copy.made / 1000, HANOI).strftime("%H:%M %d/%m/%Y")
    age = span(max(0, now - copy.made) // 60_000)
    return TEXTS["drill.copy"].filled(
        path=copy.path, made=made, age=age, count=number(outcome.in_copy)
    )


def _of_the_areas(outcome: Outcome) -> Iterator[Label]:
    brought = [area for area in outcome.areas.values() if area.sent]
    brought.sort(key=lambda area: (_verdict(area) != "less", -area.sent))
    yield TEXTS["drill.back"].filled(back=number(outcome.back), areas=number(len(brought)))
    for area in brought[:SHOWN]:
        verdict = TEXTS[f"drill.{_verdict(area)}"]
        yield TEXTS["drill.area"].filled(name=area.name, sent=number(area.sent), verdict=verdict)
    if more := brought[SHOWN:]:
        yield TEXTS["drill.more"].filled(count=number(len(more)))


def _verdict(area: Area) -> str:
    if area.is_equal:
        return "equal"
    return "less" if area.lost or area.away or area.wrong else "judged_again"


def _some(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")


COMMANDS = (drill,)

"""The command that takes in the centres' files from sticks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import number
from server.bundles import checking, importing
from server.bundles.importing import Result
from server.config import Config
from server.province import Province
from server.texts.bundles import TEXTS, clock

from .opening import open_province
from .speech import tell

FAILED = 7  # as ``speech.CODES`` says
COUNTS = ("changes", "new", "parked", "conflicts")


@click.command()
@click.argument("places", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.option(
    "--answers",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="A folder for the answers.  [default: beside each file]",
)
@click.pass_context
def import_bundle(ctx: click.Context, places: tuple[Path, ...], answers: Path | None) -> None:
    """Nhận các tệp từ USB (PLACES: tệp hoặc thư mục) và ghi tệp trả lời bên cạnh.

    Take in centres' files, or all in folders, and write the answers. A file that
    cannot be taken in stops no other; then the exit code is 7.
    """
    config: Config = ctx.obj
    paths = checking.exports(places)
    results = _imported(open_province(config), paths, answers) if paths else []
    for result in results:
        for line in lines(result):
            click.echo(line.vi, err=True)
            click.echo(line.en, err=True)
    failed = sum(1 for result in results if result.fault or result.held_up)
    if paths:
        new = sum(result.new for result in results)
        tell("bundle.total", files=len(results), new=number(new), failed=failed)
    else:
        tell("bundle.none", places=", ".join(map(str, places)))
    if failed or not paths:
        ctx.exit(FAILED)


def _imported(province: Province, paths: list[Path], answers: Path | None) -> list[Result]:
    length = 2 * sum(path.stat().st_size for path in paths)  # each is read twice
    results = []
    label = " – ".join(TEXTS["bundle.progress"])
    with click.progressbar(length=max(1, length), label=label, file=sys.stderr) as bar:
        for step in importing.take_in(province, paths, answers):
            bar.update(step.bytes)
            if step.result:
                results.append(step.result)
    return results


def lines(result: Result) -> Iterator[Label]:
    """The sentences about what became of a file."""
    if result.centre:
        counts = {name: number(getattr(result, name)) for name in COUNTS}
        yield TEXTS["bundle.result"].filled(
            name=result.name,
            centre=result.centre,
            label=result.label,
            clock=clock(result.offset),
            answers=", ".join(result.answers) or TEXTS["bundle.no_answer"],
            **counts,
        )
    if result.fault:
        why = TEXTS[f"bundle.fault.{result.fault}"].filled(detail=result.detail)
        yield TEXTS["bundle.refused"].filled(name=result.name, why=why)
    if result.missing:
        missing = ", ".join(map(str, result.missing))
        yield TEXTS["bundle.missing"].filled(missing=missing, parts=result.parts)
    if result.held_up:
        yield TEXTS["bundle.held_up"].filled(count=number(result.held_up))


COMMANDS = (import_bundle,)

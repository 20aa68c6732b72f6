"""``verify`` and ``diagnose``: does everything match, and what to send to the developers if not."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from ..agent import Agent
from ..errors import FileUnwritable
from ..syncing import diagnosis
from ..syncing.verification import Progress, Verdict, messages
from ..syncing.verification import verify as verified
from ..texts import say
from .output import enrolled, tell


@click.command()
@click.option("--repair", is_flag=True, help="Rebuild what does not match the log.")
@click.option("--local", is_flag=True, help="Only check this computer; do not sync.")
@click.option("--json", "as_json", is_flag=True, help="For programs: one JSON object.")
@click.pass_context
def verify(context: click.Context, repair: bool, local: bool, as_json: bool) -> None:
    """Dựng lại mọi bản ghi từ nhật ký để đối chiếu, rồi đồng bộ và so với tỉnh.

    Không có --repair thì trên máy này không có gì bị thay đổi, ngoài những gì một lần đồng bộ
    vẫn làm.

    Rebuild every record from the log, in memory, and compare it with the stored one; then sync,
    and compare with the province. Without --repair nothing is changed here, except what every
    sync does.

    \b
    Exit codes: 0 all is the same here and at the province, 2 sound here, but the server cannot
    be reached, 3 sound here, but the province refused, 4 the local database is unusable, 5 not
    enrolled, 9 something differed and was rebuilt, 10 something differs and was not repaired.
    """
    agent = enrolled(context.obj)
    shown: Any = nullcontext() if as_json else _bar()
    with shown as bar:
        verdict = verified(agent, repair, None if local else agent.sync, _progress(bar))
    if as_json:
        click.echo(json.dumps(_plain(verdict), ensure_ascii=False))
    else:
        for sentence in messages(verdict):
            tell(sentence)
    context.exit(verdict.code)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def diagnose(agent: Agent, file: Path) -> None:
    """Ghi ra FILE những gì người phát triển cần để tìm lỗi, không có nội dung ai đã nhập.

    Write to FILE what the developers need to find a defect: headers of changes, hashes in
    place of what people typed, the state of the sync, and earlier divergences.

    \b
    Exit codes: 0 written and read back, 4 the local database is unusable, 5 not enrolled,
    6 the file could not be written.
    """
    keys = diagnosis.doubtful(enrolled(agent))
    if not file.parent.is_dir():
        raise FileUnwritable(str(file))
    events = diagnosis.write(agent, file, keys)
    tell(say("diagnose.done", file=file, records=len(keys[: diagnosis.RECORDS]), events=events))


def _bar() -> Any:
    label = say("verify.looking").vi
    return click.progressbar(length=1, label=label, file=sys.stderr)


def _progress(bar: Any) -> Progress:
    def shown(done: int, everything: int) -> None:
        if bar is not None:
            bar.length = max(everything, 1)
            bar.pos = done
            bar.update(0)

    return shown


def _plain(verdict: Verdict) -> dict[str, Any]:
    report = verdict.report
    code = getattr(report.error, "code", type(report.error).__name__) if report else ""
    state = "not asked" if report is None else code if report.error else "same"
    return {
        "records": verdict.records,
        "differing": [[each.kind, *each.key] for each in verdict.findings],
        "left": verdict.left,
        "province": state,
        "sent": report.sent if report else 0,
        "received": report.received if report else 0,
        "repaired": report.repaired if report else 0,
        "words": verdict.words,
        "code": verdict.code,
    }

"""``sync`` and ``status``: send the work to the province, and see how far that is."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import click

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import moment

from ..agent import Agent
from ..database import conversion, damaged_rows
from ..syncing import receipts
from ..texts import clock_warning, say
from .output import enrolled, tell


@click.command()
@click.option("--if-due", is_flag=True, help="Only if the agent's own plan says so; for timers.")
@click.pass_obj
def sync(agent: Agent, if_due: bool) -> None:
    """Đồng bộ với tỉnh ngay bây giờ.

    Sync with the province now.

    \b
    Exit codes: 0 everything is synced, 2 the server cannot be reached, 3 the province
    refused, 4 the local database is unusable, 5 not enrolled, 10 both ends still differ.
    """
    if if_due and enrolled(agent).scheduler.next_attempt() > agent.wall():
        tell(say("sync.not_due", when=moment(agent.scheduler.next_attempt())))
        return
    report = agent.sync()
    if report.error:
        raise report.error
    tell(say("sync.done", sent=report.sent, received=report.received))
    if report.history:
        tell(say(f"history.{report.history}"))
    if report.repaired:
        tell(say("sync.repaired", count=report.repaired))
    _warn(report.clock_offset or 0)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: one JSON object.")
@click.pass_obj
def status(agent: Agent, as_json: bool) -> None:
    """Cho biết bao nhiêu đã lưu, đang chờ, trên USB, và tỉnh đã nhận.

    Show how much is saved, waiting, on the stick, and at the province.

    \b
    Exit codes: 0 shown, 4 the local database is unusable, 5 not enrolled.
    """
    now, encrypted = enrolled(agent).status(), conversion.state(agent)
    if as_json:
        receipt = receipts.last(agent)
        more = {"words": receipt.words if receipt else "", "encrypted": encrypted}
        click.echo(json.dumps(_plain(now) | more, ensure_ascii=False))
        return
    for name in ("saved", "waiting", "on_stick", "confirmed", "needs_you"):
        tell(say(f"status.{name}", count=getattr(now, name)))
    if receipt := receipts.last(agent):
        counts = {"confirmed": now.confirmed, "saved": now.saved, "words": receipt.words}
        tell(say("status.receipt", moment=moment(receipt.wall), **counts))
    for sentence in damaged_rows.messages(agent):
        tell(sentence)
    tell(say("status.attempts", last=_when(now.last_attempt), next=_when(now.next_attempt)))
    tell(say(f"cipher.state.{encrypted}"))
    if now.last_error:
        tell(now.last_error)
    _warn(now.clock_offset)


def _plain(now: object) -> dict[str, Any]:
    fields = dataclasses.fields(now)  # type: ignore[arg-type]  # a Status is one
    return {field.name: _value(getattr(now, field.name)) for field in fields}


def _value(value: object) -> object:
    return value._asdict() if hasattr(value, "_asdict") else value


def _when(millis: int) -> Label:
    return Label(moment(millis), moment(millis)) if millis else say("status.never")


def _warn(offset: int) -> None:
    warning = clock_warning(offset)
    if warning:
        tell(warning, err=True)

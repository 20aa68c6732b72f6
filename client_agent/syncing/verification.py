"""Verification that a person asks for: do the records match the log, and does the province match?

Looking changes nothing. Only ``mend`` rebuilds records that do not match the log; comparing with
the province is a sync like any other, which sends what waits and repairs what differs.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import number
from schemas.record import record_types
from sync.changes import Key
from sync.errors import SyncError
from sync.stores.health import consistency
from sync.stores.health.consistency import Finding

from .. import exit_codes
from ..errors import AgentError
from ..texts import describe, say
from ..workspace import Workspace
from . import receipts
from .sessions import SyncReport

log = logging.getLogger(__name__)

NAMED = 10  # findings that are named to a person

Progress = Callable[[int, int], object]  # records looked at, of all


@dataclass(frozen=True)
class Verdict:
    at: int
    records: int  # that were checked
    findings: tuple[Finding, ...]  # that do not match the log
    left: int  # findings that rebuilding did not repair
    report: SyncReport | None  # of the sync; None: the province was not asked
    words: str = ""  # of the last receipt

    @property
    def code(self) -> int:
        """The exit code: the worst of the findings."""
        if self.left:
            return exit_codes.DIFFERS
        if self.report and self.report.error:
            return exit_codes.code(self.report.error)
        repaired = self.report.repaired if self.report else 0
        return exit_codes.REBUILT if self.findings or repaired else 0


def verify(
    workspace: Workspace, mend: bool, sync: Callable[[], SyncReport] | None, progress: Progress
) -> Verdict:
    """Compare all records with the log, rebuild what is wrong if asked to, and sync.

    :param sync: syncs once; None: the province is not asked
    :raises NotSetUp:  :raises StoreUnusable:
    """
    records, findings = _look(workspace, progress)
    left = len(findings)
    if findings:
        log.error("not as the log has it: %s", findings[:NAMED])
    if findings and mend:
        consistency.mend(workspace.replica(), findings)
        left = len(_look(workspace, progress)[1])
    report = sync() if sync else None
    receipt = receipts.last(workspace)
    words = receipt.words if receipt else ""
    return Verdict(workspace.wall(), records, findings, left, report, words)


def messages(verdict: Verdict) -> Iterator[Label]:
    """The verdict in sentences for a person."""
    count = number(len(verdict.findings))
    if not verdict.findings:
        yield say("verify.sound", records=number(verdict.records))
    elif not verdict.left:
        yield say("verify.mended", count=count)
    elif verdict.left == len(verdict.findings):
        yield say("verify.differs", count=count)
    else:
        yield say("verify.not_mended", count=number(verdict.left))
    for finding in verdict.findings[:NAMED]:
        yield say(f"verify.{finding.kind}", name=_named(finding.key))
    if len(verdict.findings) > NAMED:
        yield say("verify.more", count=number(len(verdict.findings) - NAMED))
    yield _of_province(verdict)


def _named(key: Key) -> Label:
    """What a person may call it: the type in words, and the record's id."""
    schema = record_types().get(key.record_type)
    kind = schema.label if schema else Label(key.record_type, key.record_type)
    return Label(*(f"{text} {key.record_id}".strip() for text in kind))


def _of_province(verdict: Verdict) -> Label:
    report = verdict.report
    if report is None:
        return say("verify.not_asked")
    if report.error:
        return say("verify.alone", why=describe(report.error))
    if report.repaired:
        return say("verify.repaired", count=number(report.repaired), words=verdict.words)
    exchanged = {"sent": number(report.sent), "received": number(report.received)}
    return say("verify.same", words=verdict.words, **exchanged)


def _look(workspace: Workspace, progress: Progress) -> tuple[int, tuple[Finding, ...]]:
    findings: list[Finding] = []
    everything = 0
    for step in consistency.look(workspace.store(), workspace.replica()):
        findings += step.findings
        everything = step.all
        progress(step.done, step.all)
    return everything, tuple(dict.fromkeys(findings))


class Verifier:
    """Verifies in the background, for a page that follows the progress."""

    def __init__(self, workspace: Workspace, sync: Callable[[], SyncReport]) -> None:
        self._workspace = workspace
        self._sync = sync
        self._one = threading.Lock()
        self.done = self.all = 0
        self.verdict: Verdict | None = None  # the last
        self.error: Exception | None = None  # why there is none

    @property
    def under_way(self) -> bool:
        return self._one.locked()

    def wait(self) -> None:
        """Wait until it is over, if it is running."""
        with self._one:
            pass

    def start(self, mend: bool) -> threading.Thread | None:
        """Start, unless it is running."""
        if not self._one.acquire(blocking=False):
            return None
        self.done, self.all, self.error = 0, 0, None
        thread = threading.Thread(target=self._run, args=[mend], name="verifier", daemon=True)
        thread.start()
        return thread

    def _run(self, mend: bool) -> None:
        try:
            self.verdict = verify(self._workspace, mend, self._sync, self._progress)
        except (SyncError, AgentError) as exc:
            log.warning("could not verify: %s", exc)
            self.verdict, self.error = None, exc
        finally:
            self._workspace.close()
            self._one.release()

    def _progress(self, done: int, everything: int) -> None:
        self.done, self.all = done, everything

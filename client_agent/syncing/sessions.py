"""Runs sessions: the only loop between the engine and a transport."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sync.changes import Key
from sync.errors import NotTheProvince, PeerUnreachable, Refused, Stale, StoreUnusable, SyncError
from sync.freshness import TRIES, Asking
from sync.messages import Request, Response
from sync.pace import Pace
from sync.repair import fetch_damaged, repair
from sync.replay import Replay, capture, divergence
from sync.replica import Replica
from sync.session import Session, State
from sync.stores.health import consistency

from ..database import damaged_rows
from ..errors import AgentError, NotAlike
from ..texts import describe
from ..workspace import Workspace
from . import diagnosis, key_rotation, plan, receipts, rollback_notices, secure_address

if TYPE_CHECKING:
    from ..transports.http import SignedAnswer
    from ..transports.pipelining import Pipeline

log = logging.getLogger(__name__)

CUTS = 3  # in a row; then the link is down, and the plan decides


@dataclass(frozen=True)
class SyncReport:
    """How a sync ended."""

    state: State
    sent: int = 0  # changes the province confirmed in it
    received: int = 0  # changes of others that came
    error: Exception | None = None  # why it did not end well; ``texts.sentence`` says it
    clock_offset: int | None = None  # ms our clock is ahead of the province's, if we know
    repaired: int = 0  # records that differed from the province's, and were repaired: a defect
    wait: int = 0  # seconds that the province asked us to let pass
    replay: Replay | None = None  # of what differed
    damaged: tuple[Key, ...] = ()  # records of which the province cannot read a change
    handover: Mapping[str, str] = field(default_factory=dict)  # newer keys of the province
    history: str = ""  # whose history was rolled back, see ``rollback_notices``


def attempt(workspace: Workspace) -> SyncReport:
    """One sync, and what must be kept of it. Expected errors are in the report."""
    try:
        plan.note_begin(workspace)
        with closing(workspace.connect()) as pipeline:
            damaged_rows.from_copies(workspace)
            before = workspace.replica().store.checkpoint()
            report = sync_once(workspace.replica(), pipeline)
            answer = pipeline.signed_answer
        key_rotation.take(workspace, report.handover)
        if not report.repaired:
            store = workspace.store()
            whose = rollback_notices.detect(before, store.checkpoint(), store.damage())
            report = replace(report, history=whose)
    except (SyncError, AgentError) as exc:
        report, answer = SyncReport(State.READY, error=exc), None
    if report.replay:
        diagnosis.keep(workspace, report.replay)
    try:
        _keep(workspace, report, answer)
    except StoreUnusable as exc:
        log.exception("the facts of a sync could not be kept")
        return replace(report, error=exc)
    return report


def _keep(workspace: Workspace, report: SyncReport, answer: SignedAnswer | None) -> None:
    if report.error:
        log.warning("sync failed: %s: %s", type(report.error).__name__, report.error)
    else:
        log.info("synced: %d sent, %d received", report.sent, report.received)
    facts: dict[str, object] = {"last_error": describe(report.error) if report.error else None}
    if report.clock_offset is not None:
        facts["clock_offset"] = report.clock_offset
    if not report.error:
        facts |= secure_address.try_https(workspace)
    facts |= rollback_notices.fact(report.history, workspace.wall())
    if answer and report.state is State.SETTLED:
        facts |= receipts.fact(answer) | {"left_out": [list(key) for key in report.damaged]}
    with workspace.store().transaction():  # one write to the disk, whatever there is to keep
        workspace.state.set(**facts)
        if report.state is State.SETTLED:
            consistency.give_digests(workspace.replica())
        plan.note_end(workspace, report.error is not None, report.wait * 1000)


def sync_once(replica: Replica, pipeline: Pipeline, pace: Pace | None = None) -> SyncReport:
    """Exchange with the server until both sides have everything; report how it ended.

    Errors of the link and the server are not raised but reported. Call again later: nothing was
    lost.
    """
    run = _Run(replica, pipeline, pace or Pace())
    try:
        run.to_the_end()
        if run.fetch_damaged():
            run.to_the_end()
        if run.state is State.DIFFERS:
            run.mend()
            run.to_the_end()
        if run.fetch_damaged():  # repair reads rows, too
            run.to_the_end()
        if run.state is State.DIFFERS:
            raise NotAlike(replica.name)
    except (SyncError, NotAlike) as exc:
        run.error = exc
    return run.report()


class _Run:
    """One sync while it is under way."""

    def __init__(self, replica: Replica, pipeline: Pipeline, pace: Pace) -> None:
        self._replica = replica
        self._pipeline = pipeline
        self._inquire = Asking(replica, pipeline.inquire)
        self._session = Session(replica, pace)
        self._cuts = self._stales = 0
        self.sent = self.received = self.repaired = 0
        self.error: SyncError | AgentError | None = None
        self.replay: Replay | None = None
        self._trace: list[dict[str, object]] = []
        self.offset: int | None = None
        self.handover: Mapping[str, str] = {}

    @property
    def state(self) -> State:
        return self._session.state

    def to_the_end(self) -> None:
        """:raises SyncError: what ended it early"""
        while (request := self._session.next_request()) is not None:
            try:
                self._exchange(request)
            except PeerUnreachable as exc:
                self._session.lost()
                self._cut(exc)
            except Refused as exc:
                self._session.refused(exc)
                if isinstance(exc, Stale):
                    self._again(exc)
                if self.state is State.REFUSED:
                    raise

    def fetch_damaged(self) -> bool:
        """Ask for the changes that cannot be read here; if some came, restart the session."""
        count = fetch_damaged(self._replica, self._inquire)
        if count:
            log.warning("%d damaged changes were settled with the province", count)
            self._session = Session(self._replica, self._session.pace)
        return bool(count)

    def mend(self) -> None:
        """Fetch what differs from the server's, and restart the session."""
        checkpoint = self._replica.store.checkpoint()
        difference = repair(self._replica, self._session.areas, self._inquire)
        divergence.report(self._replica, difference)
        whole = capture(self._replica, difference, checkpoint, self._replica.wall())
        self.replay = replace(whole, trace=tuple(self._trace))
        log.error("records differed from the server's and were repaired: %s", difference.keys)
        self.repaired = len(difference.keys)
        self._session = Session(self._replica, self._session.pace)

    def report(self) -> SyncReport:
        asked = self.error.seconds if isinstance(self.error, Refused) else self._session.wait
        made = SyncReport(self.state, self.sent, self.received, self.error, self.offset)
        made = replace(made, repaired=self.repaired, wait=asked, replay=self.replay)
        return replace(made, damaged=self._session.damaged, handover=self.handover)

    def _exchange(self, request: Request) -> None:
        begun = self._replica.wall()
        self._ask_ahead(request)
        response = self._pipeline.exchange(request)
        took = round(self._pipeline.took * 1000)
        ago = round(self._pipeline.age * 1000) + max(0, took - response.spent) // 2
        self.offset = self._replica.wall() - ago - response.wall
        self._session.received(response, took, self._pipeline.begin, ago)
        self.sent += max(0, response.head - request.sent)
        self.received += len(response.changes)
        self.handover = response.handover or self.handover
        self._cuts = 0
        self._trace.append(_traced(begun, request, response, self.state))

    def _ask_ahead(self, request: Request) -> None:
        """Send the next batch as well, if there is one and this answer takes long."""
        if after := self._session.ahead_after:
            self._pipeline.begin(request)
            following = self._session.prepare_ahead()
            if self._pipeline.is_unanswered(after / 1000):
                self._pipeline.begin_next(following)
                self._session.asked_ahead()

    def _again(self, exc: Stale) -> None:
        """Ask again with the province's time, a few times; then treat it as no answer."""
        self._stales += 1
        if self._stales > TRIES or not exc.wall:
            raise PeerUnreachable("stale") from exc

    def _cut(self, exc: PeerUnreachable) -> None:
        """Raise the error if the link is down; one that carried something is tried again."""
        self._cuts += 1
        is_alive = exc.reason == "cut" or self.offset is not None
        if not is_alive or self._cuts > CUTS or isinstance(exc, NotTheProvince):
            raise exc


def _traced(begun: int, request: Request, response: Response, state: State) -> dict[str, object]:
    """An exchange in numbers, for finding a defect."""
    return {
        "at": begun,
        "replica": request.replica,
        "sent": request.sent,
        "up": len(request.changes),
        "feed": [request.feed, response.feed],
        "cursor": [request.cursor, response.cursor],
        "head": response.head,
        "down": len(response.changes),
        "more": response.more,
        "state": state.name,
    }

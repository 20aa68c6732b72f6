"""What waits for somebody at the centre: periods that are due, directives, sheets, answers.

How urgent a day is, is judged by the province's clock as far as it is known, for that of an
old computer may be years off.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from flask import Blueprint, Flask, abort, flash, redirect, url_for
from werkzeug.wrappers import Response

from reporting.query.listing import Window, find, order_of
from reporting.query.selection import Selection
from schemas import planned
from schemas.evaluation.verification import DRAFT, RETURNED, stage
from schemas.formatting.vietnamese import day
from schemas.record import natural_id, record_types
from schemas.records.directive import Directive
from schemas.records.directive_receipt import DirectiveReceipt
from schemas.records.evaluation import Evaluation
from schemas.records.obstacle import Obstacle
from schemas.records.report_period import ReportPeriod
from sync.changes import Key
from webui.language import say
from webui.titles import title_of

from .context import agent, me, today
from .records import form_tokens, services
from .records.services import Schema
from .records.views import existing

pages = Blueprint("tasks", __name__, url_prefix="/tasks")

BAD, WAITS, PLAIN = "bad", "wait", "plain"  # late, soon, and all others
SOON, OPENS = timedelta(days=7), timedelta(days=30)  # before the day it is due
LAPSED = timedelta(days=365)  # after it; whoever looks back so far has the register
MOST_DIRECTIVES, MOST = 3, 200
ANSWERED = ("da_xong", "khong_the")  # states of an obstacle that nobody works on any more
DONE = "periods_done"  # the fact that says which reports somebody has handed in

Row = dict[str, Any]


class Task(NamedTuple):
    title: str
    note: str
    address: str
    urgency: str = PLAIN
    press: tuple[str, str] | None = None  # where a button of its own leads, and what it says
    opens: bool = False  # the title itself is such a button: that it was opened is noted


def install(app: Flask) -> None:
    app.register_blueprint(pages)


def all_open() -> list[Task]:
    """What is to be done, the most urgent first."""
    tasks = [*_periods(), *_returned(), *_planned(), *_directives(), *_answers()]
    return sorted(tasks, key=lambda task: (BAD, WAITS, PLAIN).index(task.urgency))


@pages.post("/periods/<record_id>")
def hand_in(record_id: str) -> Response:
    """Note that the report of that period was handed in: it is asked for no more."""
    existing(ReportPeriod.record_type, record_id)

    def noted() -> Response:
        done = agent().state.get(DONE, [])
        agent().state.set(**{DONE: [*(name for name in done if name != record_id), record_id]})
        flash(say("task.period_done"), "success")
        return redirect(url_for("home.show"))

    return form_tokens.once(noted)


@pages.post("/directives/<record_id>")
def open_directive(record_id: str) -> Response:
    """Note that the directive was opened, and show it."""
    existing(Directive.record_type, record_id)
    values = {"directive": record_id}
    name = natural_id(DirectiveReceipt, agent().area, values)
    receipt = services.load(agent(), Key(agent().area, DirectiveReceipt.record_type, name))

    def noted() -> Response:
        if not receipt.values.get("opened_on"):
            came = str(receipt.values.get("received_on") or today())
            opened = {"received_on": came, "opened_on": max(came, str(today()))}
            services.write(agent(), receipt, {**values, **opened}, me())
        return redirect(
            url_for("records.show", record_type=Directive.record_type, record_id=record_id)
        )

    return form_tokens.once(noted)


@pages.post("/held/<record_type>/<record_id>")
def took_place(record_type: str, record_id: str) -> Response:
    """Note that a planned event took place: it counts from now on."""
    schema, record = existing(record_type, record_id)
    if not (planned.may_be(schema) and services.filled_in_at_centres(schema)):
        abort(404)

    def noted() -> Response:
        if planned.is_to_come(schema, record.values, today()):
            flash(say("task.not_yet"), "warning")
        else:
            services.write(agent(), record, {planned.PLANNED: False}, me())
            flash(say("planned.done"), "success")
        return redirect(url_for("records.show", record_type=record_type, record_id=record_id))

    return form_tokens.once(noted)


def _rows(selection: Selection, order: str, most: int = MOST) -> list[Row]:
    return find(agent().store().db, selection, None, [order], Window(most))


def _periods() -> Iterator[Task]:
    first, last = today() - LAPSED, today() + OPENS
    due = {"centre_due_on": (str(first), str(last))}
    wanted = Selection(ReportPeriod.record_type, [agent().published], between=due)
    done = agent().state.get(DONE, [])
    for row in _rows(wanted, "centre_due_on"):
        if row["is_closed"] or row["_id"] in done:
            continue
        urgency, note = _due(row["centre_due_on"])
        press = (url_for("tasks.hand_in", record_id=row["_id"]), say("task.period_press"))
        title = say("task.period", title=row["title"])
        yield Task(title, note, _address(ReportPeriod, row), urgency, press)


def _returned() -> Iterator[Task]:
    wanted = Selection(Evaluation.record_type, [agent().area], equal={"verification": RETURNED})
    for row in _rows(wanted, "-year"):
        if stage(row) in (DRAFT, RETURNED):
            note = say("task.returned_why", reason=row["returned_reason"] or "–")
            address = url_for("evaluation.show", year=row["year"])
            yield Task(say("task.returned", year=row["year"]), note, address, BAD)


def _planned() -> Iterator[Task]:
    """Planned activities whose day has come: somebody must note whether they took place."""
    for record_type, schema in record_types().items():
        if not planned.may_be(schema):
            continue
        name = str(schema.day_field)
        come = {name: (None, str(today()))}
        waiting = Selection(record_type, [agent().area], between=come, planned=True)
        for row in _rows(waiting, name):
            title = title_of(schema, row)
            press = (
                url_for("tasks.took_place", record_type=record_type, record_id=row["_id"]),
                say("planned.press"),
            )
            note = say("task.held_note", day=day(row[name]))
            yield Task(say("task.held", title=title), note, _address(schema, row), WAITS, press)


def _directives() -> Iterator[Task]:
    """The newest that nobody has opened, and those that are opened and to be carried out."""
    own = Selection(DirectiveReceipt.record_type, [agent().area])
    receipts = _rows(own, order_of(own)[0], MOST * 10)
    by_directive = {row["directive"]: row for row in receipts}
    opened = {name for name, row in by_directive.items() if row["opened_on"]}
    wanted = Selection(Directive.record_type, [agent().published])
    directives = _rows(wanted, "-issued_on", MOST * 10)
    unopened = [row for row in directives if row["_id"] not in opened]
    for row in unopened[:MOST_DIRECTIVES]:
        yield _unopened(row)
    if (more := len(unopened) - MOST_DIRECTIVES) > 0:
        address = url_for("lists.show", record_type=Directive.record_type)
        yield Task(say("task.more_directives", count=more), "", address)
    since = str(today() - LAPSED)
    to_do = [row for row in directives if row["must_act"] and (row["due_on"] or "") >= since]
    for row in to_do:
        if row["_id"] in opened and not by_directive[row["_id"]]["done_on"]:
            yield _to_carry_out(row, by_directive[row["_id"]])


def _unopened(row: Row) -> Task:
    note = say("task.directive_of", number=row["number"], day=day(row["issued_on"]))
    urgency = PLAIN
    if row["due_on"]:
        urgency, due = _due(row["due_on"])
        note = f"{note} · {due}"
    address = url_for("tasks.open_directive", record_id=row["_id"])
    return Task(say("task.directive", title=row["abstract"]), note, address, urgency, opens=True)


def _to_carry_out(row: Row, receipt: Row) -> Task:
    record_type = DirectiveReceipt.record_type
    address = url_for("records.edit", record_type=record_type, record_id=receipt["_id"])
    urgency, note = _due(row["due_on"])
    return Task(say("task.carry_out", title=row["abstract"]), note, address, urgency)


def _answers() -> Iterator[Task]:
    """Obstacles that the levels above have answered, and the centre has not called settled."""
    wanted = Selection(Obstacle.record_type, [agent().area])
    for row in _rows(wanted, "-raised_on"):
        is_answered = row["decision"] or row["state"] in ANSWERED
        if is_answered and not row["is_settled"]:
            title = say("task.answered", title=row["title"])
            yield Task(title, row["decision"] or "", _address(Obstacle, row), WAITS)


def _due(last: str) -> tuple[str, str]:
    """How urgent that day makes a task, and the sentence about it."""
    left = (date.fromisoformat(last) - today()).days
    if left < 0:
        return BAD, say("task.late", day=day(last), days=-left)
    urgency = WAITS if left <= SOON.days else PLAIN
    return urgency, say("task.today" if not left else "task.due", day=day(last), days=left)


def _address(schema: Schema, row: Row) -> str:
    return url_for("records.show", record_type=schema.record_type, record_id=row["_id"])

"""The way of the work to the province: five plain states, the receipt, the next attempt."""

from __future__ import annotations

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.formatting.vietnamese import whole_number

from ...database import damaged_rows
from ...syncing import receipts, rollback_notices
from ..context import agent, status

pages = Blueprint("sync", __name__, url_prefix="/sync")

WATCHED = 20  # times the page refreshes itself after the button, three seconds apart


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    now = status()
    asked = request.args.get("asked", "")
    left = whole_number(asked) or 0
    is_fresh = left == WATCHED  # the background may not have woken up yet
    is_under_way = bool(now and (now.syncing or 0 < now.next_attempt <= agent().wall()))
    return render_template(
        "agent/sync.html",
        now=now,
        wall=agent().wall(),
        receipt=receipts.last(agent()),
        history=rollback_notices.notice(agent()),
        damage=list(damaged_rows.messages(agent())),
        enrolled=agent().enrolled,
        over_http=agent().settings.server if agent().settings.way.is_open else "",
        follow=url_for(".show", asked=left - 1) if left and (is_fresh or is_under_way) else "",
    )


@pages.post("/")
def soon() -> Response:
    """Let the background try at once; this page then follows it."""
    agent().sync_now()
    return redirect(url_for(".show", asked=WATCHED))

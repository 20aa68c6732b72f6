"""What the province answers to a parked change: take the content over, or decline."""

from __future__ import annotations

from functools import partial

from flask import abort, request

from sync import decisions
from sync.changes import PARKED
from sync.decisions import DECLINED
from webui.conflicts import views
from webui.conflicts.host import Answer
from webui.language import say
from webui.record_tokens import FormForged

from ..pages import pages
from .host import HOST, LONGEST, may_release

attention_pages = views.blueprint(HOST)


def release(area: str, name: str) -> Answer:
    """Write the content as the user's own change, in its author's name too."""
    current = views.notice(HOST, PARKED, area=area, name=name)
    if not may_release(current):
        abort(403)
    try:
        notice, record = views.shown(current)
    except FormForged:
        return views.parked_page(HOST, current, say("attention.form_old")), 422
    write = partial(decisions.release, HOST.replica(), notice, record, views.person())
    return views.answer(HOST, current, write, "attention.released")


def decline(area: str, name: str) -> Answer:
    """Close the notice, and let the centre know why."""
    current = views.notice(HOST, PARKED, area=area, name=name)
    if not HOST.may_answer(current):
        abort(403)
    why = " ".join(request.form.get("why", "").split())
    if not why or len(why) > LONGEST:
        return views.parked_page(HOST, current, say("attention.say_why")), 422
    answer = decisions.Answer(DECLINED, why)
    write = partial(decisions.close, HOST.replica(), current, answer, views.person())
    return views.answer(HOST, current, write, "attention.declined")


for view in (release, decline):
    rule = f"/parked/{HOST.rule}/{view.__name__}"
    guarded = HOST.guard(view, writes=True)
    attention_pages.add_url_rule(rule, view.__name__, guarded, methods=["POST"])
pages.register_blueprint(attention_pages)

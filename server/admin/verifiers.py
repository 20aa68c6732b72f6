"""Which body verifies evaluations from which day on: a setting of the province."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from schemas.formatting.label import Label
from schemas.formatting.vietnamese import day as written
from schemas.formatting.vietnamese import parse_day
from server import ambient
from server.evaluation import verifiers
from server.evaluation.verifiers import BODIES, Rule
from server.texts import TEXTS
from webui.language import language

from .pages import done, page, pages

Answer = str | tuple[str, int] | Response


@pages.get("/verifiers")
def list_verifiers() -> str:
    return _list({})


@pages.post("/verifiers")
def set_verifier() -> Answer:
    since, body = _day(request.form.get("since", "")), request.form.get("body", "")
    wrong = {} if since else {"since": TEXTS["admin.verifiers_wrong_day"]}
    wrong |= {} if body in BODIES else {"body": TEXTS["admin.verifiers_wrong_body"]}
    if wrong:
        return _list(wrong), 422
    province = ambient.province()
    verifiers.set_rule(province.db(), Rule(since, body, current_user.name, province.wall()))
    done("admin.verifiers_done", day=written(since), body=BODIES[body].say(language()))
    return redirect(url_for("admin.list_verifiers"))


@pages.post("/verifiers/take-back")
def take_back_verifier() -> Response:
    since = request.form.get("since", "")
    verifiers.take_back(ambient.province().db(), since)
    done("admin.verifiers_gone", day=written(since))
    return redirect(url_for("admin.list_verifiers"))


def _list(wrong: dict[str, Label]) -> str:
    db = ambient.province().db()
    return page(
        "verifiers",
        rules=verifiers.rules(db),
        now=BODIES[verifiers.in_charge(db, str(ambient.today()))],
        bodies=BODIES,
        wrong=wrong,
        typed=request.form,
    )


def _day(text: str) -> str:
    try:
        return parse_day(text).isoformat() if text.strip() else ""
    except ValueError:
        return ""

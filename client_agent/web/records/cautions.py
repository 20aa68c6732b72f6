"""What a person is asked to look at again, just after a save that went well."""

from __future__ import annotations

from flask import flash
from markupsafe import Markup

from schemas.formatting.vietnamese import moment
from schemas.tables import tabular
from webui.language import language, say

from ..context import agent
from . import services
from .addresses import address
from .authors import author_of
from .history import labels
from .lost_updates import Overtaken
from .services import Saved, Schema

MOST, LONGEST = 3, 60  # the words travel in a cookie; the history has them all


def caution(schema: Schema, saved: Saved) -> None:
    """Say beside the green message what looks odd about what was saved; it is saved."""
    if not saved.changed:
        return
    record = services.load(agent(), saved.key)
    page = address(schema, record)
    if saved.overtaken:
        parts = [_part(schema, one) for one in saved.overtaken[:MOST]]
        parts += ["…"] if len(saved.overtaken) > MOST else []
        sentence = say("record.overtaken", parts="; ".join(parts))
        _flash(sentence, f"{page}#history", say("record.look_again"))


def _flash(sentence: str, address: str, link: str) -> None:
    flash(
        Markup('{} <a class="alert-link" href="{}">{}</a>').format(sentence, address, link),
        "warning",
    )


def _part(schema: Schema, one: Overtaken) -> str:
    return say(
        "record.overtaken_part",
        field=labels(schema, [one.name])[0],
        was=_as_text(schema, one.name, one.was.value),
        now=_as_text(schema, one.name, one.now),
        author=author_of(one.was.at),
        at=_time(one.was.at.millis),
    )


def _as_text(schema: Schema, name: str, value: object) -> str:
    text = tabular.cells(schema, {name: value}, language(), [name])[0]
    if not text:
        return say("record.not_given")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _time(millis: int) -> str:
    """14:05; with the day before it if that was not today."""
    day, _, time = moment(millis).partition(" ")
    return time if day == moment(agent().wall()).partition(" ")[0] else f"{day} {time}"

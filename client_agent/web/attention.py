"""What needs a person: values that contradict each other, and changes that are not counted."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import Blueprint, Flask, render_template

from schemas import record as registry
from schemas import tabular
from schemas.vietnamese import moment
from sync.changes import CONFLICT, DELETED, Key
from sync.clock import Timestamp
from sync.merge import Record

from ..status import attention
from . import filing
from .filing import Schema
from .history import labels
from .host import agent
from .language import language, say, spoken
from .naming import address, title_of
from .texts import TEXTS

pages = Blueprint("attention", __name__, url_prefix="/attention")


class Version(NamedTuple):
    """What one person wrote."""

    value: str
    author: str
    when: str
    counts: bool  # it is what the record says now


class Notice(NamedTuple):
    """One conflict or parked change, in plain words."""

    title: str
    kind: str
    address: str
    field: str
    versions: list[Version]
    reason: str
    author: str = ""


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/")
def show() -> str:
    waiting = attention(agent())
    return render_template(
        "agent/attention.html",
        conflicts=[_conflict(r) for r in waiting if r.key.record_type == CONFLICT],
        parked=[_parked(r) for r in waiting if r.key.record_type != CONFLICT],
        aside=agent().store().standing().aside,
    )


def _conflict(notice: Record) -> Notice:
    schema, about = _subject(notice)
    field = str(notice.values.get("field", ""))
    writes: Any = notice.values.get("writes") or {}
    found = [_version(schema, about, field, stamp, writes[stamp]) for stamp in sorted(writes)]
    name = "" if field == DELETED else ", ".join(_labels(schema, [field]))
    return Notice(*_heading(schema, about), name, found, "")


def _parked(notice: Record) -> Notice:
    schema, about = _subject(notice)
    written: Any = notice.values.get("fields") or {}
    said = [
        Version(
            f"{', '.join(_labels(schema, [name]))}: {_shown(schema, name, value)}", "", "", False
        )
        for name, value in written.items()
    ]
    reason = f"reason.{notice.values.get('reason', '')}"
    why = say(reason if reason in TEXTS else "reason.other")
    who = str(notice.values.get("author") or say("attention.someone"))
    title, kind, where = _heading(schema, about)
    named = written.get(schema.title_field) if schema and not about.cells else None
    return Notice(str(named or title), kind, where, "", said, why, who)


def _version(
    schema: Schema | None, about: Record, field: str, stamp: str, value: object
) -> Version:
    at = Timestamp.parse(stamp)
    entry = agent().store().find([at]).get(at)
    author = entry.change.author if entry else ""
    cell = about.cells.get(field)
    if field == DELETED and value is not True:
        said = say("attention.edited")
    else:
        said = say("attention.deleted") if field == DELETED else _shown(schema, field, value)
    who = author or say("attention.someone")
    return Version(said, who, moment(at.millis), cell is not None and cell.at == at)


def _subject(notice: Record) -> tuple[Schema | None, Record]:
    """The record that the notice speaks of, and its type if this version knows it."""
    told: Any = notice.values.get("record")
    key = Key(*told) if isinstance(told, list) and len(told) == 3 else notice.key
    try:
        return registry.get(key.record_type), filing.load(agent(), key)
    except KeyError:
        return None, filing.load(agent(), key)


def _heading(schema: Schema | None, about: Record) -> tuple[str, str, str]:
    """The title, the type and the address of the record."""
    if schema is None:
        return about.key.record_type, about.key.record_type, ""
    return title_of(schema, about), spoken(schema.label), address(schema, about)


def _labels(schema: Schema | None, names: list[str]) -> list[str]:
    return labels(schema, names) if schema else names


def _shown(schema: Schema | None, name: str, value: object) -> str:
    """A value as lists show it; as it is if this version does not know the field."""
    field = registry.field_of(schema, name) if schema else None
    if field is None or value is None:
        return "" if value is None else str(value)
    return tabular.cell(getattr(field, "cell", field), value, language())

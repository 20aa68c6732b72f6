"""What happens to a record when a form about it is opened, sent or thrown away. No HTTP here."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from reporting.query import listing
from reporting.query.selection import Selection
from schemas import forms, planned
from schemas.areas import INTERNAL, PUBLISHED
from schemas.fields import Choice
from schemas.formatting.label import Label
from schemas.formatting.vietnamese import day_of
from schemas.record import AREA, RecordSchema, families, field_of, natural_id
from schemas.tables.tabular import label_of
from sync.changes import DELETED, Change, Key, device_of
from sync.merge import Record, merge

from ...syncing.status import now
from .lost_updates import Overtaken, overtaken

if TYPE_CHECKING:
    from ...agent import Agent
    from ...people.drafts import Draft

Schema = type[RecordSchema]
Typed = Mapping[str, str]

NEW = re.compile(r"[\w-]{8,40}", re.ASCII)
MOST_TWINS = 5
PREVIEWED = 6


class Saved(NamedTuple):
    key: Key
    changed: bool  # False: it was so already
    overtaken: tuple[Overtaken, ...] = ()


def new_id() -> str:
    """A name for a record to be; fixed when its form is opened, so one form makes one record."""
    return secrets.token_urlsafe(9)


def only_id(schema: Schema, area: str) -> str:
    """The id of the one record of this type that a centre has; empty if it may have many."""
    return natural_id(schema, area, {}) if schema.natural_key == (AREA,) else ""


def filled_in_at_centres(schema: Schema) -> bool:
    """Whether people at a centre fill in records of this type, with the form made from it."""
    return owned_by_centres(schema) and not families(schema)


def owned_by_centres(schema: Schema) -> bool:
    """Whether centres own records of this type, and so may import some from a file."""
    return schema.owner == "centre"


def seen_by_centres(schema: Schema) -> bool:
    """Whether centres see records of this type: what is internal to the offices they do not."""
    return schema.lives_in != INTERNAL


def is_fixed(schema: Schema, record: Record) -> bool:
    """Whether the record is never changed, only answered by a further record."""
    return schema.append_only and bool(record.cells)


def place(agent: Agent, schema: Schema) -> str:
    """The area in which records of this type lie."""
    return agent.published if schema.lives_in == PUBLISHED else agent.area


def load(agent: Agent, key: Key) -> Record:
    return agent.store().load([key])[key]


def save(agent: Agent, schema: Schema, opened: Record, typed: Typed, author: str) -> Saved:
    """Set what the person changed since they opened the form; return where it is now.

    :raises marshmallow.ValidationError: and nothing is saved
    """
    values = forms.read(schema, typed, before=opened.values)
    values.pop(planned.PLANNED, None)  # the day says that, not the form
    if opened.cells:
        shown = forms.texts(schema, opened.values)
        values = {n: v for n, v in values.items() if typed.get(n, "") != shown.get(n, "")}
        values |= {DELETED: False} if opened.deleted else {}
    else:
        key = opened.key._replace(record_id=_settled_id(schema, opened.key, values))
        opened = first_saved(agent, key, author)
    if schema.day_field in values:
        complete = {**opened.values, **values}
        values |= planned.marked(schema, complete, day_of(now(agent)))
    with agent.store().transaction():
        stored = load(agent, opened.key)
        changed = write(agent, opened, values, author) is not None
    return Saved(opened.key, changed, overtaken(opened, stored, values) if changed else ())


def write(agent: Agent, opened: Record, values: Mapping[str, Any], author: str) -> Change | None:
    """Set ``values`` in the record that was opened, and let them be sent soon."""
    done = agent.replica().write(opened.key, {**opened.values, **values}, author, opened=opened)
    if done is not None:
        agent.sync_soon()
    return done


def first_saved(agent: Agent, key: Key, author: str) -> Record:
    """What a form for a new record, sent twice, made of it the first time.

    The person who sends it again had that before them, not an empty record. What somebody
    else made of the same natural key they had not seen.
    """
    history = [entry.change for entry in agent.store().history([key]) if not entry.reason]
    is_own = bool(history) and history[0].author == author and is_here(agent, history[0])
    return merge(Record(key), history[0]) if is_own else Record(key)


def is_here(agent: Agent, change: Change) -> bool:
    """Whether the change was made on this computer."""
    return device_of(change.replica) == agent.settings.device


def set_deleted(agent: Agent, opened: Record, deleted: bool, author: str) -> None:
    """Delete the record, or bring it back; nothing is ever erased."""
    write(agent, opened, {DELETED: deleted}, author)


def twins(agent: Agent, schema: Schema, record: Record) -> list[dict[str, Any]]:
    """Records that look like this one entered twice: same title, same day, same category."""
    return [] if record.deleted else alike(agent, schema, record.key, record.values)


def alike(
    agent: Agent, schema: Schema, key: Key, values: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Other records that look like one of such values."""
    own = Selection(schema.record_type, [key.area])
    return listing.twins(agent.store().db, own, values, key.record_id)[:MOST_TWINS]


def waiting_draft(agent: Agent, schema: Schema, record: Record, staff: str) -> Draft | None:
    """What the person typed into this form and did not save; nothing if it came to be saved."""
    draft = agent.drafts.get(staff, schema.record_type, record.key.record_id)
    if draft is None or not record.cells:
        return draft
    shown = forms.texts(schema, record.values)
    if any(name in shown and shown[name] != text for name, text in draft.form.items()):
        return draft
    agent.drafts.drop(staff, schema.record_type, record.key.record_id)
    return None


def preview(schema: Schema, typed: Typed) -> list[tuple[Label, Label]]:
    """The first things that a draft holds, so that its author knows it again."""
    names = (name for name, text in typed.items() if text.strip() and field_of(schema, name))
    return [(label_of(schema, n), _named(schema, n, typed[n])) for n in islice(names, PREVIEWED)]


def _named(schema: Schema, name: str, text: str) -> Label:
    """What was typed; of a choice, its name."""
    field = field_of(schema, name)
    options = field.codes.known() if isinstance(field, Choice) else {}
    return options.get(text, Label(text, text))


def _settled_id(schema: Schema, key: Key, values: Mapping[str, Any]) -> str:
    return natural_id(schema, key.area, values) or key.record_id

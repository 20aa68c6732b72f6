"""Names and values of a record's cells in words, as the pages of conflicts show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemas.forms import text
from schemas.privacy import consents
from schemas.readable import plainly
from schemas.record import RecordSchema, Values, field_of, in_order
from sync.changes import DELETED
from sync.clock import Timestamp
from sync.merge import Record
from sync.shortening import beginning, is_shortened

from ..language import language, say
from ..titles import title_of

Schema = type[RecordSchema]


def kind(schema: Schema | None, record_type: str) -> str:
    """The name of a record type; its code if this version does not know it."""
    return schema.label.say(language()) if schema else record_type


def title(schema: Schema | None, record_type: str, values: Values) -> str:
    """What people call a record of these values; of a number, with the record's kind."""
    if schema is None:
        return record_type
    words = title_of(schema, values)
    return f"{kind(schema, record_type)} {words}" if words.isdecimal() else words


def label(schema: Schema | None, name: str) -> str:
    """The name of a cell; of a score, with the code of its criterion."""
    if name == DELETED:
        return say("attention.deleted")
    field = field_of(schema, name) if schema else None
    if field is None:
        return name
    return f"{field.label.say(language())} {name.partition('.')[2]}".strip()


def value(schema: Schema | None, name: str, content: object) -> str:
    """A value as people read it; of a long one the beginning; empty for nothing."""
    if is_shortened(content):
        return str(beginning(content))
    if name == DELETED:
        return say("attention.deleted" if content is True else "attention.restored")
    field = field_of(schema, name) if schema else None
    if field is None:
        return plainly(content)
    return text.shown(getattr(field, "cell", field), content, language())


def ordered(schema: Schema | None, names: Iterable[str]) -> list[str]:
    """The cells in the order of the paper form."""
    return in_order(schema, names) if schema else list(names)


class Written:
    """The values of one change, in words; what was erased since is not shown again."""

    def __init__(self, record: Record, schema: Schema | None, at: Timestamp) -> None:
        self.schema = schema
        hidden = consents.hidden(schema, record.values) if schema else ()
        cells = record.cells
        self.erased = {name for name in hidden if name in cells and cells[name].at >= at}

    def value(self, name: str, content: object) -> str:
        if name in self.erased and content is not None:
            return say("attention.erased")
        return value(self.schema, name, content)

    def as_text(self, content: Mapping[str, object]) -> str:
        """All values with their names, to be kept as a file of plain text."""
        return "\n".join(
            f"{label(self.schema, name)}:\n{self._whole(name, content[name])}\n"
            for name in ordered(self.schema, content)
        )

    def _whole(self, name: str, content: object) -> object:
        return self.value(name, content) if name in self.erased else content

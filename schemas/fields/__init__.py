"""The kinds of field a record can have, each labelled in Vietnamese and English.

A kind says what a value *is*: a count, a day, a choice. What a screen, a table
or a report makes of it is decided by one function per use, see ``columns``,
``forms``, ``tabular``, ``measures`` and ``openapi``.

What is not filled in is ``None``, never zero: "none came" and "nobody counted" are two answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, cast

from marshmallow import ValidationError, fields

from .. import texts
from ..codes import Codes
from ..context import current
from ..formatting import vietnamese
from ..formatting.label import Label as Label
from . import checks
from .adding import LEVEL, MARK
from .labelled import Labelled as Labelled
from .numbers import Count as Count
from .numbers import DecimalNumber as DecimalNumber
from .numbers import Money as Money
from .numbers import Number as Number
from .numbers import SchoolYear as SchoolYear
from .numbers import Score as Score
from .numbers import Year as Year
from .personal import Personal as Personal

CRITERION = re.compile(r"[0-9A-Za-z]{1,8}(\.[0-9A-Za-z]{1,8}){0,3}")


class Text(Labelled, fields.String):
    """One line of text; ``suggested`` gives texts that its form proposes, with their names.

    ``is_signatory``: the name and post of a person who signed, see ``signatory``.
    """

    default_error_messages = {"invalid": [texts.NOT_TEXT], "invalid_utf8": [texts.NOT_TEXT]}
    sample = "Ví dụ"

    def __init__(
        self,
        vi: str = "",
        en: str = "",
        *help: Label,
        length: int = 200,
        suggested: Callable[[], Mapping[str, Label]] = dict,
        is_signatory: bool = False,
        **kwargs: Any,
    ) -> None:
        self.length, self.is_signatory = length, is_signatory
        self.suggested = suggested
        empty = [checks.filled] if kwargs.get("required") else []
        super().__init__(vi, en, *help, validate=[*empty, checks.at_most(length)], **kwargs)


class Paragraph(Text):
    """Several lines of text; shown in forms, left out of lists."""

    def __init__(
        self, vi: str = "", en: str = "", *help: Label, length: int = 4000, **kwargs: Any
    ) -> None:
        super().__init__(vi, en, *help, length=length, **kwargs)


class PersonName(Text):
    """The full name of a person, family name first; lists sort it by the given name.

    Its declaration says why it is kept (``personal``), or is refused.
    """

    sample = "Bùi Thị Hoa"

    def __init__(self, vi: str = "", en: str = "", *help: Label, **kwargs: Any) -> None:
        super().__init__(vi, en, *help, length=100, **kwargs)


class UnitName(Text):
    """The district, or commune, that a record of the offices is about."""

    sample = "Huyện Cao Phong"

    def __init__(self, vi: str = "", en: str = "", *help: Label, **kwargs: Any) -> None:
        super().__init__(vi, en, *help, length=80, **kwargs)


class Reference(Text):
    """The code of another record, which never changes."""

    def __init__(
        self, vi: str = "", en: str = "", *help: Label, to: str = "", **kwargs: Any
    ) -> None:
        self.to = to
        super().__init__(vi, en, *help, **kwargs)


class Related(Reference):
    """Another record: its id is kept, its name is typed and shown.

    A person can only name one that exists. What another machine sent is kept as it came, for
    the record may not be here yet; until then it is shown and listed as not found.
    """

    default_error_messages = {"invalid": [texts.NOT_NAMED]}
    sample = "2b1c7e0a-5f0d-5c39-9d3e-7f1e2a4b6c80"

    def _deserialize(self, value: object, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, checks.Unclear) and value.likely:
            raise checks.complain(texts.NAMED_TWICE, names="; ".join(value.likely))
        if isinstance(value, checks.Unclear) and value.near:
            raise checks.complain(texts.NAMED_ALMOST, names="; ".join(value.near))
        if isinstance(value, checks.Unclear):
            raise checks.complain(texts.NOT_NAMED_IN, register=value.kind)
        record_id = super()._deserialize(value, *args, **kwargs)
        if isinstance(record_id, str) and not current().exists(self.to, record_id):
            raise checks.complain(texts.NOT_THERE)
        return record_id


class Day(Labelled, fields.Date):
    """A calendar day, without a time; ``after`` names the day that it must not precede."""

    default_error_messages = {"invalid": [texts.NOT_A_DAY], "format": [texts.NOT_A_DAY]}
    sample = "2012-07-24"

    def __init__(
        self, vi: str = "", en: str = "", *help: Label, after: str | None = None, **kwargs: Any
    ) -> None:
        self.after = after
        self.first, self.last = date(1990, 1, 1), date(2099, 12, 31)
        super().__init__(vi, en, *help, validate=checks.between(self.first, self.last), **kwargs)

    def make_error(self, key: str, **kwargs: Any) -> ValidationError:
        if vietnamese.is_shaped_as_day(str(kwargs.get("input", ""))):
            return checks.complain(texts.NO_SUCH_DAY)
        return super().make_error(key, **kwargs)


class Consent(Day):
    """The day on which a person, or of a child its guardian, agreed; empty is no consent.

    When the consent is taken back the day is emptied, and with it what rested on it.
    """


class Choice(Labelled, fields.String):
    """One of a list of codes; reports group by it. Codes are never taken away or re-used.

    ``valid`` gives the first and the last day on which some of them are offered. To the list
    that ``code_list`` names, the province can add codes, and retire some: ``codes`` has both.
    """

    default_error_messages = {"invalid": [texts.NOT_AN_OPTION]}
    adds = LEVEL

    def __init__(
        self,
        vi: str = "",
        en: str = "",
        options: Mapping[str, Label] = MappingProxyType({}),
        *help: Label,
        code_list: str = "",
        valid: Mapping[str, tuple[str, str]] = MappingProxyType({}),
        **kwargs: Any,
    ) -> None:
        self.codes = Codes(options, code_list, valid)
        self.sample = next(iter(options), None)
        super().__init__(vi, en, *help, validate=self._is_known, **kwargs)

    def _is_known(self, value: object) -> None:
        checks.one_of(self.codes.known())(value)


class Flag(Labelled, fields.Boolean):
    """Yes or no; reports count the yeses."""

    default_error_messages = {"invalid": [texts.NOT_YES_OR_NO]}
    sample = True

    def __init__(self, vi: str = "", en: str = "", *help: Label, **kwargs: Any) -> None:
        super().__init__(vi, en, *help, truthy={True}, falsy={False}, **kwargs)


class Upcoming(Flag):
    """Whether what the record tells of is still to come, see ``planned``; set by the program."""

    adds = MARK


class Listed(Labelled, fields.Raw):
    """Plain lists and maps, whose shape the record type checks; it has pages of its own."""

    default_error_messages = {"invalid": [texts.NOT_PLAIN]}
    sample: Any = ()


class PerCriterion(Labelled, fields.Dict):
    """A family of cells, one for each criterion: ``self_score.1.1``, ``self_score.1.2``.

    Each is a cell of its own, so that two people who score two criteria do not collide.
    """

    default_error_messages = {"invalid": [texts.NOT_PLAIN]}
    sample: Any = {}

    def __init__(
        self, vi: str = "", en: str = "", inner: Labelled | None = None, **kwargs: Any
    ) -> None:
        self.cell = cast(Labelled, inner)  # without one the declaration is refused
        super().__init__(vi, en, keys=_code(), values=inner, load_default=dict, **kwargs)


def _code() -> fields.String:
    def check(code: str) -> None:
        if not CRITERION.fullmatch(code):
            raise checks.complain(texts.NOT_A_CODE)

    return fields.String(validate=check)

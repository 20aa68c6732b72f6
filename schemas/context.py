"""What declarations cannot know and an application does: the day, codes added, others' names.

An application sets it once for each request, and all uses of a record type read it: forms,
lists, files in and out. Where nothing is set, choices are those of the
declarations, and a reference is its bare id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from .formatting.label import Label

T = TypeVar("T")


class Option(NamedTuple):
    """What the province says of a code: its name, and the days from and to which it is offered."""

    label: Label
    valid_from: str = ""  # empty: always was
    valid_to: str = ""  # empty: still is
    is_deleted: bool = False  # the record of the code was deleted; older records may hold the code


class Named(NamedTuple):
    """A record that others can refer to."""

    record_id: str
    name: str


class Home(NamedTuple):
    """A centre, and the units it lay in on some day, from its commune up to the province."""

    centre: str
    units: tuple[str, ...] = ()
    unit_id: str = ""  # of the commune; empty where ids are not known

    @property
    def place(self) -> str:
        """The commune and the unit right above it: district, or province where there is none."""
        return ", ".join(self.units[:2])

    @property
    def province(self) -> str:
        return self.units[-1] if self.units else ""


def no_home(_area: str, _day: str) -> Home | None:
    """The units of centres are not known, so tables have no columns for them."""
    return None


@dataclass(frozen=True)
class Context:
    """What an application knows while it serves one request; each part has a default."""

    today: str = ""  # as a date is stored; empty: whenever
    codes: Callable[[str], Mapping[str, Option]] = lambda _code_list: {}
    names: Callable[[str], Sequence[Named]] = lambda _record_type: ()  # whom a form can refer to
    name: Callable[[str, str], str] = lambda _record_type, _record_id: ""
    exists: Callable[[str, str], bool] = lambda _record_type, _record_id: True  # and is not deleted
    people: Callable[[], int] = lambda: 0  # about how many live in the commune; 0: nobody knows
    home: Callable[[str, str], Home | None] = no_home  # of a centre, on a day (ISO)
    criteria_sets: Callable[[], Mapping[str, Mapping[str, object]]] = lambda: {}  # by their codes


_NOTHING = Context()
_current: ContextVar[Context] = ContextVar("schemas.context", default=_NOTHING)


def current() -> Context:
    return _current.get()


def set_current(context: Context) -> Token[Context]:
    """Use this context from now on, until ``reset`` with the token."""
    return _current.set(context)


def reset(token: Token[Context]) -> None:
    _current.reset(token)


@contextmanager
def within(context: Context) -> Iterator[None]:
    token = set_current(context)
    try:
        yield
    finally:
        reset(token)


def keeping_context(lines: Iterable[T]) -> Iterator[T]:
    """``lines``, made with the context of now, also if they are read after it was reset.

    What is sent while it is made outlives the request that asked for it.
    """
    given = current()

    def make() -> Iterator[T]:
        with within(given):
            yield from lines

    return make()

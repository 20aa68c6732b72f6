"""The uses of a field: what a form, a table, a file or a report makes of each kind of field.

A use is a function with one implementation for each kind, so that a new kind of field is one row,
a small function, for each use. A subclass without a row of its own takes that of its base class.
There is no default: a kind without a row is an error that names both, "no widget for Colour", and
``lacking`` finds all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import singledispatch, wraps
from typing import TYPE_CHECKING, Any, TypeVar

from .labelled import Labelled

if TYPE_CHECKING:
    from functools import _SingleDispatchCallable

T = TypeVar("T")

USES: dict[str, _SingleDispatchCallable[Any]] = {}


def use(name: str) -> Callable[[Callable[..., T]], _SingleDispatchCallable[T]]:
    """Decorate the signature of a use; ``name`` is what the error says that a kind lacks.

    Its rows are added by ``register``, as those of ``functools.singledispatch``.
    """

    def made(signature: Callable[..., T]) -> _SingleDispatchCallable[T]:
        @singledispatch
        @wraps(signature)
        def function(field: object, *_args: Any, **_kwargs: Any) -> T:
            raise TypeError(f"no {name} for {type(field).__name__}")

        USES[name] = function
        return function

    return made


def kinds() -> list[type[Labelled]]:
    """Every kind of field that a record type can declare, bases before their subclasses."""
    result: list[type[Labelled]] = []
    waiting = [Labelled]
    while waiting:
        for kind in waiting.pop(0).__subclasses__():
            waiting.append(kind)
            result += [] if kind in result or kind.is_abstract() else [kind]
    return result


def lacking(of: Iterable[type[Labelled]]) -> list[str]:
    """Which uses lack a row for which of those kinds, and the function to add it to.

    Only uses whose modules are imported are known.
    """
    return [
        f"no {name} for {kind.__name__}: add a row to {_place(function)}"
        for name, function in USES.items()
        for kind in of
        if function.dispatch(kind) is function.dispatch(object)
    ]


def _place(function: Callable[..., Any]) -> str:
    """Its module and name; ``wraps`` gave it those of its signature."""
    return f"{function.__module__}.{function.__name__}"

"""Record types of the tests' own: what stores promise does not hang on the real ones."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Projection(NamedTuple):
    columns: Mapping[str, type]
    row: Callable[[Mapping[str, object]], Mapping[str, object]] = dict
    keys: Mapping[str, Callable[[object], bytes | None]] = MappingProxyType({})
    indexes: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    day: str = ""
    recipe: str = ""
    read: Callable[[Mapping[str, object]], Mapping[str, object]] = dict


def projections(**types):
    types = types or {
        "activity": {"title": str, "women": int, "search_text": str},
        "scholarship": {"amount": int},
    }
    return {name: Projection(columns) for name, columns in types.items()}

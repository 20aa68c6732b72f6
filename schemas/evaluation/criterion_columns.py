"""The columns of a file that stand for cells of one criterion: one for each of a set."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ..context import current
from ..fields import CRITERION, Label
from ..record import RecordSchema, families, owner_of
from .criteria import criteria


def cells(schema: type[RecordSchema], role: str) -> list[tuple[str, Label]]:
    """The cells of families, for every criterion of the sets that there are."""
    sets = current().criteria_sets().values()
    codes = dict.fromkeys(criterion.code for one in sets for criterion in criteria(one))
    own = {n: f for n, f in families(schema).items() if owner_of(schema, f"{n}.1") == role}
    return [
        (f"{name}.{code}", Label(*(f"{text} {code}" for text in field.label)))
        for name, field in own.items()
        for code in codes
    ]


def code_of(known: Collection[str], heading: str, plain: Callable[[str], str]) -> str:
    """The code of the criterion that a column is about; empty if it is about none.

    "Điểm tự chấm 1.1", or that and the wording of the criterion behind it. The text before
    the code, made ``plain``, must be among the ``known`` labels.
    """
    words = heading.split()
    if words and plain(" ".join(words[:-1])) in known:
        return words[-1]
    for place, word in enumerate(word.strip(":;,()–-") for word in words):
        is_code = CRITERION.fullmatch(word) and any(map(str.isdecimal, word))
        if is_code and plain(" ".join(words[:place])) in known:
            return word
    return ""

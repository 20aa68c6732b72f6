"""What is wrong with a criteria set, part by part, so that each has its message.

A part is named by its way: ``groups.0.max``, ``groups.0.items.2.code``, ``thresholds.good``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..fields import CRITERION
from ..formatting.label import Label
from ..formatting.vietnamese import number
from .criteria import RANKS, Values, maps, maximum, points, text, thresholds

LONGEST = 400  # letters of a name
MOST = 1000  # points

Fault = tuple[str, Label]

NO_CRITERIA = Label("Bộ tiêu chí chưa có tiêu chí nào.", "The criteria set has no criterion yet.")
NO_CODE = Label(
    "Cần một mã gồm chữ không dấu và số, ví dụ 1 hay 1.2.",
    "A code of plain letters and figures is needed, for example 1 or 1.2.",
)
CODE_TWICE = Label("Mã {code} đứng hai lần.", "The code {code} is used twice.")
NO_NAME = Label("Cần tên, không quá {most} chữ.", "A name is needed, of at most {most} letters.")
NO_POINTS = Label(
    "Cần điểm tối đa lớn hơn 0, không quá {most}.",
    "A maximum above 0 is needed, and of at most {most}.",
)
NOT_IN_STEPS = Label("Điểm đi theo bước {step}.", "Points go in steps of {step}.")
NO_ITEMS = Label("Nhóm {code} chưa có tiêu chí nào.", "The group {code} has no criterion yet.")
NOT_THE_SUM = Label(
    "Các tiêu chí của nhóm {code} cộng lại được {sum} điểm, khác {most} điểm của nhóm.",
    "The maxima of the criteria of the group {code} add up to {sum}, and not to its own {most}.",
)
NO_THRESHOLDS = Label("Cần ít nhất một mức xếp loại.", "At least one rank is needed.")
NOT_LOWER = Label(
    "Mức {rank} phải thấp hơn mức đứng trên nó.",
    "The rank {rank} must begin below the one above it.",
)
NOT_FROM_ZERO = Label(
    "Mức cuối cùng ({rank}) phải từ 0 điểm, để ai cũng có xếp loại.",
    "The last rank ({rank}) must begin at 0, so that everybody has a rank.",
)
OUT_OF_REACH = Label(
    "Cả bộ chỉ có {most} điểm, nên không ai đạt được mức {rank}.",
    "The whole set has only {most} points, so nobody reaches the rank {rank}.",
)


def wrong_groups(values: Values) -> dict[str, list[Label]]:
    """All that is wrong with the groups and their criteria."""
    groups = maps(values.get("groups"))
    codes = Counter(text(group, "code") for group in groups)
    items = Counter(text(item, "code") for group in groups for item in maps(group.get("items")))
    step = _step(values)
    faults = [
        fault
        for place, group in enumerate(groups)
        for fault in _of_group(f"groups.{place}", group, codes, items, step)
    ]
    return _by_part(faults if groups else [("groups", NO_CRITERIA)])


def _of_group(
    way: str, group: Values, codes: Counter[str], items: Counter[str], step: float
) -> Iterator[Fault]:
    code, most, inner = text(group, "code"), points(group, "max"), maps(group.get("items"))
    yield from _of_row(way, group, codes, step)
    for place, item in enumerate(inner):
        yield from _of_row(f"{way}.items.{place}", item, items, step)
    total = sum(points(item, "max") for item in inner)
    is_sane = all(points(row, "max") <= MOST for row in (group, *inner))
    if not inner:
        yield f"{way}.name", NO_ITEMS.filled(code=code)
    elif is_sane and most > 0 and total != most:
        blanks = {"sum": number(total), "most": number(most)}
        yield f"{way}.max", NOT_THE_SUM.filled(code=code, **blanks)


def _of_row(way: str, row: Values, codes: Counter[str], step: float) -> Iterator[Fault]:
    """What a group and a criterion have in common."""
    code, most = text(row, "code"), points(row, "max")
    if not CRITERION.fullmatch(code):
        yield f"{way}.code", NO_CODE
    elif codes[code] > 1:
        yield f"{way}.code", CODE_TWICE.filled(code=code)
    if not text(row, "name").strip() or len(text(row, "name")) > LONGEST:
        yield f"{way}.name", NO_NAME.filled(most=LONGEST)
    if not 0 < most <= MOST:
        yield f"{way}.max", NO_POINTS.filled(most=number(MOST))
    elif step and most % step:
        yield f"{way}.max", NOT_IN_STEPS.filled(step=number(step))


def wrong_thresholds(values: Values) -> dict[str, list[Label]]:
    """All that is wrong with the ranks."""
    marks = thresholds(values)
    return _by_part([*_of_marks(marks, values)] if marks else [("thresholds", NO_THRESHOLDS)])


def _of_marks(marks: list[tuple[str, float]], values: Values) -> Iterator[Fault]:
    step, most = _step(values), maximum(values)
    for place, (code, least) in enumerate(marks):
        way, rank = f"thresholds.{code}", RANKS[code]
        if place and not least < marks[place - 1][1]:
            yield way, NOT_LOWER.filled(rank=rank)
        if step and 0 <= least <= MOST and least % step:
            yield way, NOT_IN_STEPS.filled(step=number(step))
        if most and least > min(most, MOST):
            yield way, OUT_OF_REACH.filled(rank=rank, most=number(most))
    last, least = marks[-1]
    if least != 0:
        yield f"thresholds.{last}", NOT_FROM_ZERO.filled(rank=RANKS[last])


def _step(values: Values) -> float:
    step = points(values, "step")
    return step if 0 < step <= MOST else 0


def _by_part(faults: list[Fault]) -> dict[str, list[Label]]:
    by_part: dict[str, list[Label]] = {}
    for way, label in faults:
        by_part.setdefault(way, []).append(label)
    return by_part

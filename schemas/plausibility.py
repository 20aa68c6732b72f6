"""What is possible and yet unlikely: a person is asked "did you mean that?" before it counts.

620 000 attendances in a commune of 4 000 break no rule, nor does a class that takes place next
year, or twice with the same words. A year typed wrong, 2090 for 2009, would lead every list and
every choice of periods. So nothing is refused: the form asks, with all that was typed still in
it, and one press says yes. Only what a person just typed is asked about. The caller gives the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import blake2b
from typing import NamedTuple

from . import planned
from .areas import CENTRE
from .fields import Count, Label, Labelled, Money
from .formatting.vietnamese import day, number
from .forms.text import shown, unit
from .record import RecordSchema, Values, fields

Schema = type[RecordSchema]

TIMES_A_YEAR = 5  # what is of no single day may count each person that often
PEOPLE, OF_A_DAY = 50_000, 10_000  # of a commune whose people nobody has counted
AMOUNT, AMOUNT_OF_A_DAY = 10_000_000_000, 1_000_000_000  # đồng, of a centre
PEOPLE_OF_ALL, AMOUNT_OF_ALL = 5_000_000, 1_000_000_000_000  # of the whole province
YEARS_AHEAD = 10  # that offices may plan for
AHEAD, BACK = timedelta(days=31), timedelta(days=30 * 365 + 7)  # 30 years with their leap days

MORE_THAN_PEOPLE = Label(
    "{label}: {value}, trong khi xã có khoảng {most} người – đúng không?",
    "{label}: {value}, while the commune has about {most} people – is it right?",
)
VERY_MANY = Label(
    "{label}: {value} là số rất lớn – đúng không?",
    "{label}: {value} is very much – is it right?",
)
TO_COME = Label(
    "Ngày {day} chưa tới. Nếu đúng, bản ghi được lưu là «dự kiến», chưa tính vào số liệu; khi ngày "
    "đó đã qua, Trang chính sẽ hỏi lại.",
    "The day {day} is still to come. If it is right, the record is kept as “planned” and does not "
    "count yet; once the day is over, the first page asks again.",
)
NOT_YET = Label(
    "Ngày {day} chưa tới – đúng không?", "The day {day} is still to come – is it right?"
)
SAME_AGAIN = Label(
    "Giống bản ghi đã có «{title}» ngày {day}. Lưu thêm một bản nữa?",
    "It says the same as “{title}” of {day}, which is there already. Keep another one?",
)
FAR_OFF = Label(
    "Ngày {day} ở xa hôm nay – đúng không?", "The day {day} is far from today – is it right?"
)
Questions = dict[str, list[Label]]


class Known(NamedTuple):
    """What figures and days are compared with."""

    today: date
    people: int = 0  # of the commune; 0: nobody has counted them


def questions(schema: Schema, values: Values, before: Values, known: Known) -> Questions:
    """What to ask about what was typed, by field; what stood there before is not asked about."""
    asked: Questions = {}
    for name, field in fields(schema).items():
        value = values.get(name)
        if value is None or value == before.get(name):
            continue
        if odd := _odd(schema, name, field, values, known):
            asked[name] = [odd]
    return asked


def same_again(schema: Schema, row: Values) -> Label:
    """What to ask about a record that says the same as that one."""
    field, title = fields(schema)[schema.title_field], row.get(schema.title_field)
    named = Label(shown(field, title, "vi") or "–", shown(field, title, "en") or "–")
    of_day = str(row.get(schema.day_field) or "") if schema.day_field else ""
    return SAME_AGAIN.filled(title=named, day=day(of_day) or "–")


def usual(today: date) -> tuple[date, date]:
    """The first and the last day that nobody asks about."""
    return today - BACK, today + AHEAD


def far_off(schema: Schema, values: Values, today: date) -> Label | None:
    """What to ask about the day that places the record in time; ``None``: nothing."""
    value = values.get(schema.day_field) if schema.day_field else None
    first, last = map(str, usual(today))  # days as they are stored sort as text
    if not isinstance(value, str) or first <= value <= last:
        return None
    return FAR_OFF.filled(day=day(value))


def token(asked: Mapping[str, list[Label]]) -> str:
    """What a form sends back to say yes to just these questions; empty if there are none."""
    words = [f"{name}: {label.vi}" for name in sorted(asked) for label in asked[name]]
    return blake2b("\n".join(words).encode(), digest_size=12).hexdigest() if words else ""


def _odd(schema: Schema, name: str, field: Labelled, values: Values, known: Known) -> Label | None:
    value = values[name]
    if name == schema.day_field:
        return _day(schema, values, known)
    return _figure(schema, field, value, known) if isinstance(value, int) else None


def _day(schema: Schema, values: Values, known: Known) -> Label | None:
    value = str(values.get(schema.day_field or ""))
    if schema.lives_in != CENTRE:  # offices plan ahead
        is_far = value > str(known.today.replace(day=1, year=known.today.year + YEARS_AHEAD))
        return far_off(schema, values, known.today) if is_far else None
    if odd := far_off(schema, values, known.today):
        return odd
    if not planned.is_to_come(schema, values, known.today):
        return None
    return (TO_COME if planned.may_be(schema) else NOT_YET).filled(day=day(value))


def _figure(schema: Schema, field: Labelled, value: int, known: Known) -> Label | None:
    most, says = _most(schema, field, known)
    if not most or value <= most:
        return None
    amount = f"{number(value)} {unit(field)}".strip()
    return says.filled(label=field.label, value=amount, most=number(most))


def _most(schema: Schema, field: Labelled, known: Known) -> tuple[int, Label]:
    """The most that nobody is asked about; 0 for what is no figure."""
    is_of_centre, is_of_a_day = schema.lives_in == CENTRE, bool(schema.day_field)
    if isinstance(field, Money):
        of_centre = AMOUNT_OF_A_DAY if is_of_a_day else AMOUNT
        return (of_centre if is_of_centre else AMOUNT_OF_ALL), VERY_MANY
    if not isinstance(field, Count):
        return 0, VERY_MANY
    if not is_of_centre:
        return PEOPLE_OF_ALL, VERY_MANY
    if known.people and is_of_a_day:
        return known.people, MORE_THAN_PEOPLE
    if known.people:
        return max(known.people * TIMES_A_YEAR, PEOPLE), VERY_MANY
    return (OF_A_DAY if is_of_a_day else PEOPLE), VERY_MANY

"""Rules between the fields of one record, declared by its type rather than written each time.

A rule looks only at what is filled in: what is empty breaks none but ``Needed``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any, NamedTuple

from . import texts
from .fields import Choice, Count, Day, Label, Labelled
from .formatting.vietnamese import day, number

Fields = Mapping[str, Labelled]
Data = Mapping[str, Any]


class Broken(NamedTuple):
    """What is wrong, and the field beside which it is shown."""

    name: str
    label: Label


@dataclass(frozen=True)
class Together:
    """Parts that do not overlap: together no more than ``of``."""

    of: str
    parts: tuple[str, ...]

    def names(self) -> tuple[str, ...]:
        """The fields that it is about."""
        return (self.of, *self.parts)


@dataclass(frozen=True)
class Balance:
    """``result`` is all of ``plus`` less all of ``minus``."""

    result: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """The fields that it is about."""
        return (self.result, *self.plus, *self.minus)


@dataclass(frozen=True)
class Needed:
    """``name`` is filled in when ``when`` holds one of ``among``."""

    name: str
    when: str
    among: Collection[Any]
    say: Label = texts.NEEDED

    def names(self) -> tuple[str, ...]:
        """The fields that it is about."""
        return (self.name, self.when)


Rule = Together | Balance | Needed


class Reversal(NamedTuple):
    """How a further record takes back one of which nothing is ever changed."""

    link: str  # the field that names the record taken back
    keeps: tuple[str, ...]  # what both say
    says: Mapping[str, object]  # what it says of itself
    swaps: tuple[tuple[str, str], ...] = ()  # amounts that change sides
    turns: Mapping[str, Mapping[str, str]] = {}  # codes that become their opposites

    def names(self) -> tuple[str, ...]:
        """The fields that it is about."""
        swapped = (name for pair in self.swaps for name in pair)
        return (self.link, *self.keeps, *self.says, *swapped, *self.turns)


def broken(known: Fields, rules: Collection[Rule], data: Data) -> dict[str, list[Label]]:
    """All that is wrong with ``data``, by field."""
    wrong: dict[str, list[Label]] = {}
    for name, label in (*_of_fields(known, data), *_of_rules(known, rules, data)):
        wrong.setdefault(name, []).append(label)
    return wrong


def _of_rules(known: Fields, rules: Collection[Rule], data: Data) -> Iterator[Broken]:
    for rule in rules:
        if one := check(rule, known, data):
            yield one


def _of_fields(known: Fields, data: Data) -> Iterator[Broken]:
    """No count is more than the one it is a part of; no end before its start; no name unasked."""
    for name, field in known.items():
        value = data.get(name)
        if value is None:
            continue
        if label := _misfit(known, field, value, data) or _unasked(known, field, data):
            yield Broken(name, label)


def _misfit(known: Fields, field: Labelled, value: Any, data: Data) -> Label | None:
    whole = str(getattr(field, "of", None) or getattr(field, "after", None) or "")
    bound = data.get(whole)
    if bound is None:
        return None
    label = known[whole].label
    if isinstance(field, Count) and value > bound:
        blanks = {
            "part": field.label,
            "found": number(value),
            "whole": label,
            "most": number(bound),
        }
        return texts.MORE_THAN_WHOLE.filled(**blanks)
    if isinstance(field, Day) and value < bound:
        return texts.ENDS_BEFORE_START.filled(end=field.label, start=label, day=day(bound))
    return None


def _unasked(known: Fields, field: Labelled, data: Data) -> Label | None:
    consent = field.personal.consent if field.personal else ""
    if not consent or data.get(consent) is not None:
        return None
    return texts.NO_CONSENT.filled(consent=known[consent].label)


@singledispatch
def check(rule: object, _known: Fields, _data: Data) -> Broken | None:
    """What is wrong by that rule; ``None`` if nothing is."""
    raise TypeError(f"no rule: {type(rule).__name__}")


@check.register
def _(rule: Together, known: Fields, data: Data) -> Broken | None:
    most, parts = data.get(rule.of), [data.get(name) or 0 for name in rule.parts]
    if most is None or sum(parts) <= most or max(parts) > most:  # one that is too much says so
        return None
    blanks = {"found": number(sum(parts)), "whole": known[rule.of].label, "most": number(most)}
    return Broken(rule.parts[0], texts.TOGETHER_TOO_MANY.filled(**blanks))


@check.register
def _(rule: Balance, known: Fields, data: Data) -> Broken | None:
    names = (rule.result, *rule.plus, *rule.minus)
    if any(data.get(name) is None for name in names):
        return None
    wanted = sum(data[name] for name in rule.plus) - sum(data[name] for name in rule.minus)
    if data[rule.result] == wanted:
        return None
    label, sum_in_words = known[rule.result].label, _sum(known, rule)
    return Broken(
        rule.result,
        texts.DOES_NOT_BALANCE.filled(result=label, wanted=number(wanted), sum=sum_in_words),
    )


@check.register
def _(rule: Needed, known: Fields, data: Data) -> Broken | None:
    value = data.get(rule.when)
    if value not in rule.among or data.get(rule.name) not in (None, ""):
        return None
    field = known[rule.when]
    named = field.codes.known().get(str(value)) if isinstance(field, Choice) else None
    option = named or texts.TEXTS["flag.yes" if value else "flag.no"]
    return Broken(rule.name, rule.say.filled(when=field.label, option=option))


def _sum(known: Fields, rule: Balance) -> Label:
    """The sum in words: "opening + income – expense"."""
    signed = [(" + ", name) for name in rule.plus] + [(" – ", name) for name in rule.minus]
    terms = [Label(*(sign + text for text in known[name].label)) for sign, name in signed]
    return Label(*("".join(parts).removeprefix(" + ") for parts in zip(*terms, strict=True)))

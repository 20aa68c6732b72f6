"""What the district decides about an evaluation: read from its form and judged. No HTTP here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from marshmallow import ValidationError

from schemas import forms
from schemas.evaluation import verification
from schemas.evaluation.criteria import criteria
from schemas.evaluation.verification import signatures, stage
from schemas.fields import signatory
from schemas.formatting.label import Label
from schemas.formatting.vietnamese import day, number
from schemas.forms.text import understood
from schemas.owners import DISTRICT, DISTRICT_ASSOCIATION
from schemas.record import families
from schemas.records.evaluation import Evaluation, check_scores, verified_total

Values = Mapping[str, Any]
Typed = Mapping[str, str]
Errors = dict[str, list[Label]]
SIGNED = ("verified_by", "verified_on")
DECIDED = (*SIGNED, "returned_reason", "decision", "decided_on")
REOPENED = "reopened_reason"
DEEDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # what each button makes of the sheet, and what must be filled in then
    "save": (verification.VERIFYING, ()),
    "finish": (verification.VERIFIED, SIGNED),
    "return": (verification.RETURNED, ("returned_reason",)),
    "recognise": (verification.RECOGNISED, ("decision", "decided_on")),
    "reopen": (verification.VERIFYING, ()),  # once recognised, only with a reason
}
NOTE, NOTED = "note", "association_note"  # what the association's button does, and its field


class Verifier(NamedTuple):
    """Who verifies on which day: their name is under the sheet unless another is typed."""

    name: str  # with the post; empty if it is not known yet
    day: str  # as it is stored
    role: str = DISTRICT
    is_account: Callable[[str], bool] = lambda _text: False  # whether it names no person


def offered(values: Values, set_: Values, role: str = DISTRICT) -> tuple[str, ...]:
    """What can be done with a sheet in its current stage."""
    current = stage(values)
    if role == DISTRICT_ASSOCIATION:
        return () if current in (verification.MISSING, verification.DRAFT) else (NOTE,)
    if not set_:
        return ()
    if current in verification.OPEN:
        return ("save", "finish", "return")
    if current == verification.VERIFIED:
        return ("recognise", "reopen")
    return ("reopen",) if current in (verification.RECOGNISED, verification.RETURNED) else ()


def signed(values: Values) -> tuple[object, ...]:
    """What a verifier goes by: how far the sheet has got, and what the centre scored."""
    scores = {name: v for name, v in values.items() if name.startswith("self_score.")}
    return stage(values), signatures(values), scores


def with_scores(values: Values, set_: Values, typed: Typed) -> dict[str, Any]:
    """``values`` with the verified scores that are typed, as far as the set allows them."""
    cell = families(Evaluation)["verified_score"].cell
    names = [name for name in _names(set_) if name.startswith("verified_score.")]
    scores = {name: understood(cell, typed[name]) for name in names if name in typed}
    wrong = check_scores(scores, set_)
    return {**values, **{name: v for name, v in scores.items() if name not in wrong}}


def filled(values: Values, set_: Values, typed: Typed) -> dict[str, str]:
    """What is typed, with the centre's own score where there is no verified one."""
    own, texts = forms.texts(Evaluation, values), dict(typed)
    for criterion in criteria(set_):
        name = f"verified_score.{criterion.code}"
        texts[name] = texts.get(name, "").strip() or own.get(f"self_score.{criterion.code}", "")
    return texts


def judged(
    before: Values, set_: Values, typed: Typed, deed: str, by: Verifier
) -> tuple[dict[str, Any], Errors]:
    """What is to be written, and all errors that prevent it."""
    if deed == NOTE:
        return _noted(before, typed, by.role)
    state, needed = DEEDS[deed]
    if deed == "reopen" and stage(before) == verification.RECOGNISED:
        needed = (REOPENED,)
    is_open = stage(before) in verification.OPEN
    wanted = _names(set_) if is_open else needed
    entered = {name: typed[name] for name in wanted if name in typed}
    entered |= _signature(entered, by) if deed == "finish" else {}
    try:
        values = forms.read(Evaluation, entered, by.role, before=before)
    except ValidationError as error:
        return {}, cast(Errors, error.messages)
    whole = {**before, **values}
    errors = verification.unsaid({**whole, REOPENED: values.get(REOPENED)}, needed)
    if deed == "finish" or values.get("verified_by"):
        errors |= _unsigned(whole, by)
    errors |= verification.unverified(whole, set_) if deed == "finish" else {}
    errors |= verification.unreasoned(whole, set_) if is_open else {}
    errors |= check_scores({n: v for n, v in values.items() if v is not None}, set_)
    decision = {"verification": state, "verified_signature": signatures(before)}
    if REOPENED in needed:
        values |= superseded(before, str(values.get(REOPENED) or ""), by.day)
    return {**values, **decision}, errors


def superseded(before: Values, reason: str, on: str) -> dict[str, Any]:
    """What a recognised sheet says once it is opened again: its decision is kept, and why."""
    decided = f"{before.get('decision') or '–'} ngày {day(before.get('decided_on')) or '–'}"
    total = f"tổng điểm thẩm định {number(verified_total(before))}"
    line = f"{decided}, {total}; mở lại ngày {day(on)}: {' '.join(reason.split())}"
    earlier = before.get("superseded_decisions")
    return {
        "superseded_decisions": "\n".join(filter(None, [earlier, line])),
        "reopened_on": on,
        "decision": None,
        "decided_on": None,
    }


def _unsigned(values: Values, by: Verifier) -> Errors:
    """What is wrong with who signed: it names a person, never an account."""
    name = str(values.get("verified_by") or "")
    is_person = signatory.names_a_person(name) and not by.is_account(name)
    return {} if is_person else {"verified_by": [signatory.NOT_A_PERSON]}


def _noted(before: Values, typed: Typed, role: str) -> tuple[dict[str, Any], Errors]:
    try:
        entered = {NOTED: typed.get(NOTED, "")}
        return forms.read(Evaluation, entered, role, before=before), {}
    except ValidationError as error:
        return {}, cast(Errors, error.messages)


def _signature(entered: Typed, by: Verifier) -> dict[str, str]:
    usual = {"verified_by": by.name, "verified_on": by.day}
    texts = forms.texts(Evaluation, usual)
    return {name: entered.get(name, "").strip() or texts[name] for name in SIGNED}


def _names(set_: Values) -> list[str]:
    """The cells that the page asks for."""
    codes = [criterion.code for criterion in criteria(set_)]
    cells = [f"{name}.{code}" for code in codes for name in ("verified_score", "verified_reason")]
    return [*cells, *DECIDED]

"""A filled evaluation sheet on paper: both scores of each criterion, why, and what they make."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ..evaluation.criteria import RANKS, Criterion, criteria, maximum, rank, title_of
from ..evaluation.verification import CLOSED, SIGNED, STAGES, is_finished, stage, unverified
from ..formatting.vietnamese import day, number
from ..forms.text import shown
from ..readable import cell_of
from ..record import Values, fields
from ..records.evaluation import Evaluation, self_total, verified_total
from ..texts import say

NOTHING = "-"


class Row(NamedTuple):
    """A criterion, or a group of them, with its points in words."""

    code: str
    label: str
    most: str
    own: str
    reason: str  # why the centre scores so, and what shows it
    verified: str
    verified_reason: str
    is_group: bool = False


def sheet(
    set_: Values,
    values: Values,
    lang: str,
    proofs: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, Any]:
    """What ``printed_evaluation.html`` shows; ``proofs``: titles of evidence by criterion."""
    all_criteria = criteria(set_)
    rows: list[Row] = []
    for _, members in groupby(all_criteria, key=lambda one: one.group_code):
        rows += _group(list(members), values, proofs or {}, lang)
    return {
        "title": say("print.evaluation", lang, year=values.get("year")),
        "about": say("print.by_set", lang, title=title_of(set_).say(lang)) if set_ else "",
        "rows": rows,
        "total": _totals(set_, values),
        "ranks": _ranks(set_, values, lang),
        "facts": _facts(values, lang),
        "signers": _signers(values, lang),
        "wide": True,
    }


def _group(
    members: Sequence[Criterion],
    values: Values,
    proofs: Mapping[str, Sequence[str]],
    lang: str,
) -> list[Row]:
    first = members[0]
    own = _sum(values.get(f"self_score.{one.code}") for one in members)
    verified = _sum(values.get(f"verified_score.{one.code}") for one in members)
    head = Row(
        first.group_code,
        first.group_label.say(lang),
        number(first.group_max),
        own,
        "",
        verified,
        "",
        is_group=True,
    )
    return [head, *(_row(one, values, proofs.get(one.code, ()), lang) for one in members)]


def _row(one: Criterion, values: Values, proofs: Sequence[str], lang: str) -> Row:
    reasons = [str(values.get(f"{name}.{one.code}") or "") for name in ("reason", "evidence")]
    return Row(
        one.code,
        one.label.say(lang),
        number(one.max),
        _points(values.get(f"self_score.{one.code}")),
        "; ".join(filter(None, [*reasons, *proofs])),
        _points(values.get(f"verified_score.{one.code}")),
        str(values.get(f"verified_reason.{one.code}") or ""),
    )


def _points(value: object) -> str:
    known = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number(value) if known and isinstance(value, (int, float)) else NOTHING


def _sum(scores: Iterable[object]) -> str:
    known = [s for s in scores if isinstance(s, (int, float)) and not isinstance(s, bool)]
    return number(math.fsum(known)) if known else NOTHING


def _totals(set_: Values, values: Values) -> tuple[str, str, str]:
    """The most there is, the centre's own sum, the verified sum."""
    own, verified = self_total(values), verified_total(values)
    return number(maximum(set_)), _points(own), _points(verified)


def _ranks(set_: Values, values: Values, lang: str) -> tuple[str, str]:
    """What the sums earn; half of the criteria earn no rank."""
    missing = any(values.get(f"self_score.{one.code}") is None for one in criteria(set_))
    own = "" if missing else rank(set_, self_total(values))
    is_open = unverified(values, set_) or not is_finished(values)
    verified = "" if is_open else rank(set_, verified_total(values))
    return _rank(own, lang), _rank(verified, lang)


def _rank(code: str, lang: str) -> str:
    return RANKS[code].say(lang) if code else NOTHING


def _facts(values: Values, lang: str) -> list[tuple[str, str]]:
    """How far it has got, and what was decided."""
    labels = fields(Evaluation)
    facts = [(say("print.stage", lang), STAGES[stage(values)].say(lang))]
    for name in (
        *("decision", "decided_on", "superseded_decisions"),
        *("returned_reason", "association_note"),
    ):
        if value := values.get(name):
            text = day(str(value)) if name == "decided_on" else str(value)
            facts.append((labels[name].label.say(lang), text))
    return facts


def _name(by: str, values: Values, lang: str) -> str:
    return shown(fields(Evaluation)[by], cell_of(values, by), lang)


def _signers(values: Values, lang: str) -> list[tuple[str, str, str, str]]:
    """Who signs: as what, how, the name and the day; those empty where nobody has yet."""
    named = [
        ("print.centre_signs", "signed_by", "signed_on", values.get("status") == SIGNED),
        ("print.verifier_signs", "verified_by", "verified_on", stage(values) in CLOSED),
    ]
    return [
        (
            say(title, lang),
            say("print.signature", lang),
            _name(by, values, lang) if has_signed else "",
            day(str(values[on])) if has_signed and values.get(on) else "",
        )
        for title, by, on, has_signed in named
    ]

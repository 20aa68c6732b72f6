"""What a machine that lies may send, and whoever types an address: values, names and queries.

A scenario is made of one seed, so that a failure is told by a number and played again by it.
"""

from __future__ import annotations

import logging
import os
import re
import uuid
from collections.abc import Iterator, Mapping
from random import Random
from urllib.parse import quote

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from schemas.fields import PerCriterion
from schemas.record import RecordSchema, fields, natural_id, record_types
from sync.changes import CONFLICT, DELETED, DEVICE, DIVERGENCE, PARKED

NOTICES = (CONFLICT, PARKED, DEVICE, DIVERGENCE)
TEXTS = (
    "", " ", "0", "-1", "1", "9" * 400, "٣", "２０１２", "1e999", "NaN", "Infinity", "null", "true",
    "2012-02-30", "0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2012",
    "2012-07", "2012-Q1", "2012-13", "24/7/2012", "31/12/9999", "1/1/0001", "-title", "--", "%",
    "' or 1=1 --", '"', "[]", "{}", "../..", "..", "a/b", "a\nb", "\x00", "\x7f", "<script>",
    "=1+1",
    "x" * 3000, "ẳ" * 200, "\U0001f600", "{0}", "%s", "none", "all", "unit", "year", "month", "csv",
)  # fmt: skip
NUMBERS = (
    0, -1, 1, 2**31, 2**53, 2**63, -(2**64), 10**400, 10**3999, 0.1, -0.0, 1e300, 1.5, 10_000_000,
)  # fmt: skip
ENDLESS = (float("nan"), float("inf"), float("-inf"))
NESTED = (None, True, False, [], {}, [1], ["a", "b", "c"], {"a": 1}, [[[]]], [None], {"code": []})
QUERY = (
    "period", "on", "unit", "by", "q", "deleted", "to-come", "sort", "of", "page", "kind", "done",
    "figures", "gone", "edit", "only", "next", "year", "year_from", "since", "cursor", "after",
    "limit", "format", "from", "to", "f.category", "f.year", "category", "sure", "like", "area",
    "lang", "name", "as-of", "day", "type", "record", "row", "copy", "place", "f.status", "person",
)  # fmt: skip
IDS = ("one", "a.b", "ê", "x y", "..", "0", "-", "%2F", "a~b", "é" * 30)


class Hostile:
    """``endless``: also numbers that no message carries, as databases of old may hold."""

    def __init__(self, seed: int, endless: bool = True) -> None:
        self.random = Random(seed)
        self.numbers = (*NUMBERS, *ENDLESS) if endless else NUMBERS

    def value(self) -> object:
        """Anything at all."""
        kinds = (TEXTS, self.numbers, NESTED)
        value = self.random.choice(self.random.choice(kinds))
        wraps = (lambda v: [v], lambda v: {"a": v}, lambda v: [v, v, v])
        return self.random.choice(wraps)(value) if self.random.random() < 0.1 else value

    def schema(self) -> type[RecordSchema]:
        return self.random.choice(list(record_types().values()))

    def values(self, schema: type[RecordSchema]) -> dict[str, object]:
        """A record of which some cells are right and some are not."""
        found: dict[str, object] = dict(schema.example())
        for name, field in fields(schema).items():
            if self.random.random() < 0.4:
                cell = f"{name}.1.1" if isinstance(field, PerCriterion) else name
                found[cell] = self.value()
        for name in ("newer", "newer.1", "self_score.\n", "_unreadable", "values", ""):
            if self.random.random() < 0.1:
                found[name] = self.value()
        if self.random.random() < 0.1:
            found[DELETED] = self.value()
        return found

    def record_id(self, schema: type[RecordSchema], area: str) -> str:
        if schema.natural_key and self.random.random() < 0.7:
            return natural_id(schema, area, schema.example())
        return self.random.choice((*IDS, str(uuid.UUID(int=self.random.getrandbits(128)))))

    def notice(self, kind: str) -> dict[str, object]:
        """What somebody may write under the names of the engine's own records."""
        names = {
            CONFLICT: ("record", "field", "writes", "times", "closed"),
            PARKED: ("reason", "record", "fields", "author", "replica", "times", "closed"),
            DEVICE: ("key", "label", "state"),
            DIVERGENCE: (
                *("at", "here", "there", "types", "records"),
                *("count", "lacked", "again", "aside", "times"),
            ),
        }
        return {name: self.of_notice(name) for name in names[kind] if self.random.random() < 0.9}

    def of_notice(self, name: str) -> object:
        """Now and then of the right shape, with the wrong things in it."""
        stamp = self.random.choice(("1343106000000-0000-x", "0", "", "9" * 400, "a-b-c"))
        shapes = {
            "record": ["a1", "activity", "one"],
            "writes": {stamp: self.value()},
            "fields": {"title": self.value()},
            "field": "title",
            "times": {stamp: self.value()},
            "closed": [self.value()],
            "reason": "outside the scope",
        }
        return shapes[name] if name in shapes and self.random.random() < 0.5 else self.value()

    def query(self) -> str:
        """What stands behind the question mark."""
        chosen = self.random.sample(QUERY, self.random.randint(0, 4))
        pairs = [f"{name}={quote(self.random.choice(TEXTS))}" for name in chosen]
        return "?" + "&".join(pairs) if pairs else ""


class Faults(logging.Handler):
    """The answers that were wrong; also those of which only the log was told."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[tuple[str, object, list[str]]] = []
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(self.format(record))

    def note(self, address: str, fault: object) -> None:
        if fault or self.told:
            self.found.append((address, fault, self.told))
            self.told = []

    def __enter__(self) -> Faults:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)


def asked(client: FlaskClient, address: str, headers: Mapping[str, str] | None = None) -> object:
    """What is wrong with an answer; it is read to its end, for files are made as they are sent."""
    try:
        answer = client.get(address, headers=headers)
        is_wrong = answer.status_code >= 500 or b"Traceback" in answer.data
    except Exception as fault:
        return repr(fault)
    return answer.status_code if is_wrong else None


def addresses(
    app: Flask, known: dict[str, list[str]], hostile: Hostile, each: int = 3
) -> Iterator[str]:
    """Addresses of every page and file, with ``known`` arguments, which belong together."""
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()):
            yield from _filled(rule, known, hostile, each)


def _filled(rule: Rule, known: dict[str, list[str]], hostile: Hostile, each: int) -> Iterator[str]:
    names = re.findall(r"<(?:\w+:)?(\w+)>", rule.rule)
    rows = max([1, *(len(known.get(name, ())) for name in names)])
    for row in hostile.random.sample(range(rows), min(each, rows)):
        path = rule.rule
        for name in names:
            of_name = known.get(name, [])
            value = of_name[row % len(of_name)] if of_name else hostile.random.choice(TEXTS[2:8])
            path = re.sub(rf"<(?:\w+:)?{name}>", lambda _, v=value: quote(v, safe=""), path)
        yield path


def examples() -> int:
    """How many scenarios are played: few in the suite, more with ``HOSTILE_SCENARIOS=200``."""
    return int(os.environ.get("HOSTILE_SCENARIOS", "3"))

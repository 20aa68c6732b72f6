"""What syncing costs us: the harness's own cases, run with our adapter."""

from __future__ import annotations

import contextlib
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from harness import Harness

Row = dict[str, Any]


class Sizes(NamedTuple):
    quick: bool
    large: bool
    repeats: int


def run(harness: Harness, sizes: Sizes) -> list[Row]:
    """The rows that the harness measured."""
    rows: list[Row] = []
    with contextlib.redirect_stdout(sys.stderr):  # the harness prints each row as it comes
        for repeat in range(sizes.repeats):
            harness.cases.run("khuyenhoc", "clean", repeat, rows, quick=sizes.quick)
            with bed(harness, rows, repeat) as narrow:
                harness.cases.shaped(narrow, "2g", [20])
            with bed(harness, rows, repeat) as cut:
                harness.cases.shaped(cut, "flaky3g", [200] if sizes.quick else [1000])
            with sealed(harness), bed(harness, rows, repeat) as read_along:
                small(harness, read_along)
        if sizes.large:
            harness.cases.run("khuyenhoc", "100k", 0, rows)
    return rows


@contextlib.contextmanager
def sealed(harness: Harness) -> Iterator[None]:
    """Devices that speak as over http, where anybody can read along."""
    harness.peer.form = ("sealed",)
    try:
        yield
    finally:
        harness.peer.form = ()


def small(harness: Harness, made: Any) -> None:
    """The syncs of a usual day: one record, twenty, and no news."""
    device, at = made.device("a"), 0
    made.quiet_sync(device)
    for count in (1, 20):
        made.record(device, harness.records(at, count))
        made.measure("push", device, count)["link"] = "sealed"
        at += count
    made.measure("no change", device, at)["link"] = "sealed"


@contextlib.contextmanager
def bed(harness: Harness, rows: list[Row], repeat: int) -> Iterator[Any]:
    """One server behind its proxy, as the harness makes it; gone afterwards."""
    made = harness.cases.Bed(harness.peer, rows, repeat)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(made.folder, ignore_errors=True)


def wrong(rows: list[Row]) -> list[Row]:
    """The rows that did not end well: not finished, or not the same records at both ends."""
    return [row for row in rows if not (row.get("done", True) and row.get("right", True))]


def values(rows: list[Row]) -> dict[str, float]:
    """By the names in ``goals``; the median of the repeats. What was not measured is left out."""
    medians = {
        "push 1": pick(rows, total, "push", 1),
        "push 20": pick(rows, total, "push", 20),
        "push 1000": pick(rows, total, "push", 1000),
        "edit push": pick(rows, total, "edit 100 push", 100),
        "edit pull": pick(rows, total, "edit 100 pull", 100),
        "no news": pick(rows, total, "no change"),
        "no news requests": pick(rows, lambda row: row["requests"], "no change"),
        "no news 100k": pick(rows, total, "no change @100k"),
        "no news requests 100k": pick(rows, lambda row: row["requests"], "no change @100k"),
        "sealed push 1": pick(rows, total, "push", 1, "sealed"),
        "sealed push 20": pick(rows, total, "push", 20, "sealed"),
        "sealed no news": pick(rows, total, "no change", link="sealed"),
        "2g push 20": pick(rows, seconds, "push", 20, "2g"),
        "flaky seconds": pick(rows, seconds, "push", 1000, "flaky3g"),
        "intake": pick(rows, per_cpu_second, "push", 10_000),
        "first pull": pick(rows, seconds, "first pull @100k"),
    }
    on_flaky = pick(rows, total, "push", 1000, "flaky3g")
    if on_flaky and medians["push 1000"]:
        medians["flaky bytes"] = on_flaky / medians["push 1000"]
    return {name: value for name, value in medians.items() if value is not None}


def pick(
    rows: list[Row], value: Callable[[Row], float], case: str, n: int = 0, link: str = "clean"
) -> float | None:
    where = (case, link)
    matches = [row for row in rows if (row["case"], row.get("link", "clean")) == where]
    matches = [row for row in matches if row["n"] == n or not n]
    return statistics.median(map(value, matches)) if matches and not wrong(matches) else None


def total(row: Row) -> float:
    return row["up"] + row["down"]


def seconds(row: Row) -> float:
    return row["seconds"]


def per_cpu_second(row: Row) -> float:
    return row["n"] / max(row["server_cpu"], 0.01)

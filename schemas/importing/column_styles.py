"""How the columns of a table are written: what all cells of a column say that one alone does not.

Which of day and month comes first, which decimal mark, in what amounts are
counted, of which year a day without one is. What the columns do not say for certain is 0 or
empty here, and is asked about; what a person decided goes before what is worked out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from ..fields import Day, DecimalNumber, Labelled, Money, Number, Score, Text, Year
from ..formatting.vietnamese import fold, full_year
from ..record import ID, RecordSchema, kind_of
from .days import DAY_FIRST, days
from .layout import MARK, ORDER, SCALE, YEAR, Layout, below
from .numbers import amount, scale_in
from .skipped_rows import is_section, is_total

SMALL = 5_000  # đồng: where most amounts are less than that, thousands are counted
A_YEAR = re.compile(
    r"nam\s*(?:hoc\s*)?((?:19|20)\d{2})(?:\s*[-–/]\s*((?:19|20)\d{2}|\d{2})(?!\d))?"
)
ITS_OWN_DAY = re.compile(r"ngay\W*\S*\s*thang\W*\S*\s*nam\W*\S*")  # when it was signed
OTHER_PAPER = re.compile(r"ban hanh|kem theo|quyet dinh|thong tu|nghi dinh|cong van|can cu")
UNIT_NOTE = re.compile(r"tinh bang|don vi|dvt")


@dataclass
class ColumnStyle:
    """How one column is written."""

    heading: str = ""  # folded: what is remembered of the column goes by it
    heading_text: str = ""
    orders: set[str] = field(default_factory=set)  # of days, that some cell alone allows
    order: str = DAY_FIRST  # empty: asked about
    years: Counter[int] = field(default_factory=Counter)
    year: int = 0  # of days that name none; 0: asked about
    places_in_time: bool = False  # whether the day is that of what happened
    fractions: set[str] = field(default_factory=set)  # decimal marks that are certain
    thousands: set[str] = field(default_factory=set)  # the same, from cells without decimals
    has_both: bool = False  # whether some number can be read in two ways
    mark: str = ""  # the decimal mark; empty: the column does not show it
    scale: int = 1  # what amounts are multiplied by; 0: asked about
    hint: int = 0  # what the headings say of that
    least: int = 0  # amounts below it are asked about; 0: none are
    amounts: int = 0  # that have no unit and are not 0
    small: int = 0  # of these, less than anything costs
    zeros: Counter[int] = field(default_factory=Counter)  # lengths of codes with a zero in front
    is_decided: frozenset[str] = frozenset()  # what of it a person decided
    samples: dict[str, str] = field(default_factory=dict)  # cells that show what there is to say


ColumnStyles = dict[str, ColumnStyle]


def survey(schema: type[RecordSchema], grid: Iterable[list[str]], layout: Layout) -> ColumnStyles:
    """How the columns of the table are written."""
    rows = iter(grid)
    head = list(islice(rows, layout.header + 1))
    styles, kinds = _begun(layout, head), _kinds(schema, layout)
    notes, sections = [], []
    for _, row in below(chain(head, rows), layout):
        if is_total(row):
            continue
        if is_section(row):
            sections += [cell for cell in row if cell]
        if sum(map(bool, row)) == 1 and UNIT_NOTE.search(fold("".join(row))):
            notes.append("".join(row))
        for (place, name), kind in kinds.items():
            if place < len(row) and row[place]:
                _look(styles[name], kind, row[place])
    titles = [cell for row in head[layout.start : -layout.depth] for cell in row if cell]
    if schema.day_field in styles:
        styles[schema.day_field].places_in_time = True
    for (_, name), kind in kinds.items():
        _settle(styles, name, kind, ([*titles, *sections], notes), layout)
    return styles


def _begun(layout: Layout, head: list[list[str]]) -> ColumnStyles:
    headings = headings_of(head, layout)
    return {
        name: ColumnStyle(fold(headings.get(place, "")), headings.get(place, ""))
        for place, name in enumerate(layout.columns)
        if name
    }


def headings_of(head: list[list[str]], layout: Layout) -> dict[int, str]:
    """The heading of each column; of several rows of headings, all of them."""
    rows = head[max(0, layout.header + 1 - layout.depth) : layout.header + 1]
    width = max(map(len, rows), default=0)
    parts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for place in range(min(width, len(row))):
            if row[place] and row[place] not in parts[place]:
                parts[place].append(row[place])
    return {place: " – ".join(words) for place, words in enumerate(parts)}


def _kinds(schema: type[RecordSchema], layout: Layout) -> Mapping[tuple[int, str], Labelled]:
    """The columns of which it matters how they are written."""
    named = ((place, name) for place, name in enumerate(layout.columns) if name)
    result = {(place, name): kind_of(schema, name) for place, name in named}
    return {at: its for at, its in result.items() if isinstance(its, (Day, Number, Score, Text))}


def _look(style: ColumnStyle, kind: Labelled, text: str) -> None:
    if isinstance(kind, Day):
        if meant := days(text):
            style.orders |= {meant.evidence} - {""}
            if not meant.has_year:
                style.samples.setdefault(YEAR, text)
            elif len(set(meant.readings.values())) > 1:
                style.samples.setdefault(ORDER, text)
            if meant.has_year and not meant.has_short_year:
                style.years[next(iter(meant.readings.values())).year] += 1
    elif isinstance(kind, Text):
        if text.isascii() and text.isdigit() and text.startswith("0"):
            style.zeros[len(text)] += 1
    elif not isinstance(kind, Year):
        _look_at_number(style, kind, text)


def _look_at_number(style: ColumnStyle, kind: Labelled, text: str) -> None:
    meant = amount(text, isinstance(kind, Money), isinstance(kind, DecimalNumber))
    if meant is None:
        return
    if len(meant.readings) > 1:
        style.has_both = True
        if not isinstance(kind, Number) or style.fractions:
            style.samples.setdefault(MARK, text)
    elif meant.has_fraction:
        style.fractions |= set(meant.readings)
    elif "." in text or "," in text:
        style.thousands |= set(meant.readings)
    if not meant.has_unit:
        style.samples.setdefault(SCALE, text)
        whole = max(map(abs, meant.readings.values()))
        style.amounts += whole > 0
        style.small += 0 < whole < SMALL


def _settle(
    styles: ColumnStyles,
    name: str,
    kind: Labelled,
    words: tuple[list[str], list[str]],
    layout: Layout,
) -> None:
    """Work out how a column is written, from itself, the others, and what a person decided.

    ``words`` are the titles above the table and in it, and the notes about units.
    """
    titles, notes = words
    style, others = styles[name], [its for n, its in styles.items() if n != name]
    decided = {
        what: answer
        for what in (ORDER, MARK, SCALE, YEAR)
        if (answer := layout.decided(what).get((name, style.heading)))
    }
    style.is_decided = frozenset(decided)
    if isinstance(kind, Day):
        style.order = decided.get(ORDER) or _order(style, others)
        style.year = int(decided.get(YEAR) or _year(style, titles))
    elif isinstance(kind, (Number, Score)):
        style.mark = decided.get(MARK) or _mark(style, others)
        if isinstance(kind, Money):
            style.hint = scale_in(style.heading_text) or scale_in(" ".join([*titles, *notes]))
            is_ours = ID in layout.columns  # what we wrote ourselves is in đồng
            style.scale = int(decided.get(SCALE) or _scale(style, is_ours))
            style.least = 0 if is_ours or style.hint or SCALE in decided else SMALL


def _order(style: ColumnStyle, others: list[ColumnStyle]) -> str:
    if len(style.orders) == 1:
        return next(iter(style.orders))
    elsewhere = {order for its in others for order in its.orders}
    return DAY_FIRST if not style.orders and elsewhere <= {DAY_FIRST} else ""


def _year(style: ColumnStyle, titles: list[str]) -> int:
    """That of the title, and of all other days of the column, if they do not contradict."""
    years = {year for title in titles for year in _years_in(fold(title))} | set(style.years)
    return years.pop() if len(years) == 1 else 0


def _years_in(title: str) -> set[int]:
    """The years that a title, folded, says its table is of; a school year has two."""
    if OTHER_PAPER.search(title):  # the year is that of a decision or a circular
        return set()
    spans = A_YEAR.findall(ITS_OWN_DAY.sub("", title))
    return {full_year(int(year)) for span in spans for year in span if year}


def _mark(style: ColumnStyle, others: list[ColumnStyle]) -> str:
    marks = style.fractions | style.thousands
    marks = marks or {mark for its in others for mark in its.fractions}
    return next(iter(marks)) if len(marks) == 1 else ""


def _scale(style: ColumnStyle, is_ours: bool) -> int:
    if style.hint:
        return 1 if style.hint == 1 else 0
    return 0 if 2 * style.small > style.amounts and not is_ours else 1

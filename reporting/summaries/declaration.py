"""What a summary (biểu) declares: its rows, its columns, and where each column comes from.

A column is a figure of the records, or a share or change worked out from two other columns. How a
figure adds up over time and over units is declared by its field (``schemas.fields.adding``) and is
no business of a summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from schemas import measures, record
from schemas.areas import CENTRE
from schemas.declarations import DeclarationError
from schemas.fields import Choice, Day, Flag, Labelled
from schemas.fields.adding import Rate
from schemas.formatting.label import Label
from schemas.record import fields

from ..query.selection import ALL_RECORDS
from . import evaluated

KEEPERS = "keepers"  # as a figure: how many centres have any such record
EXPECTED = "expected"  # as a figure: how many centres could report
MISSING = "missing"  # as a figure: how many of these did not
COUNTS = (ALL_RECORDS, KEEPERS, EXPECTED, MISSING)
PERIOD, BEFORE = "period", "before"  # the period that is asked for; the same one a year earlier
SO_FAR, YEAR = "so_far", "year"  # its last year, up to its end; that year as a whole
YES = ("1",)  # as a condition on a flag
LAST_DAY = "last_day"  # its last day: of things in force, those that still are
ENDED_YEAR = "ended_year"  # the last year that has ended by then, for yearly counts
YEAR_BEFORE = "year_before"  # the year before that one
WHEN = (PERIOD, BEFORE, SO_FAR, YEAR, LAST_DAY, ENDED_YEAR, YEAR_BEFORE)


@dataclass(frozen=True)
class Figure:
    """A number of the records: of which type, which field, on which condition, of when."""

    record_type: str
    name: str = ALL_RECORDS  # a field that adds up, a rate, one of ``COUNTS`` or ``evaluated``
    where: Mapping[str, str] = field(default_factory=dict)  # codes of choices; ``YES``
    when: str = PERIOD
    newest: str = ""  # a choice: only the last of its codes that is offered then
    filled: str = ""  # a day: only records in which it is filled in

    @property
    def rate(self) -> Rate | None:
        """What is worked out of the records themselves, if it is no number to add up."""
        return measures.rates(record.get(self.record_type)).get(self.name)


@dataclass(frozen=True)
class Share:
    """Per cent of one column in another, over the centres that have both."""

    part: str
    whole: str


@dataclass(frozen=True)
class Change:
    """By how many per cent a column differs from another, over the centres that have both."""

    now: str
    before: str


@dataclass(frozen=True)
class Mean:
    """One column divided by another, over the centres that have both."""

    part: str
    whole: str


Source = Figure | Share | Change | Mean


@dataclass(frozen=True)
class Column:
    name: str
    label: Label
    source: Source
    group: Label | None = None  # a heading over this column and its neighbours of the same group
    is_shown: bool = True  # False: only a side of a share

    @property
    def is_rate(self) -> bool:
        """Whether it is worked out of others, has one decimal, and is never added up."""
        return not isinstance(self.source, Figure) or self.source.rate is not None


@dataclass(frozen=True)
class Summary:
    """A table of all units; each is split by a choice, if ``by`` names one that all figures have.

    :raises DeclarationError: with one line for each fault
    """

    code: str  # b1, b2, …
    label: Label
    help: Label
    columns: tuple[Column, ...]
    by: str = ""
    main: str = ""  # the column whose centres are shown as those that reported; else the first

    def __post_init__(self) -> None:
        if wrong := list(_faults(self)):
            raise DeclarationError("\n".join(wrong))

    @property
    def shown(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.is_shown)

    @property
    def counted(self) -> str:
        """The column whose centres are shown as those that reported."""
        return self.main or self.shown[0].name

    @property
    def record_types(self) -> list[str]:
        """The types that it rests on, the main one first."""
        return list(dict.fromkeys(one.record_type for one in self.figures()))

    def figures(self) -> Iterator[Figure]:
        for column in self.columns:
            if isinstance(column.source, Figure):
                yield column.source


def of_fields(
    record_type: str, *names: str, group: Label | None = None, when: str = PERIOD
) -> tuple[Column, ...]:
    """A column for each of these fields, called and labelled as the field is.

    :raises DeclarationError: if the type has no such figure
    """
    labels = _figures_of(record_type)
    if unknown := [name for name in names if name not in labels]:
        raise DeclarationError("\n".join(f"{record_type}: no figure {name!r}" for name in unknown))
    figures = ((name, Figure(record_type, name, when=when)) for name in names)
    return tuple(Column(name, labels[name], figure, group) for name, figure in figures)


def sides(source: Source) -> tuple[str, ...]:
    """The columns that a share, mean or change is worked out from."""
    if isinstance(source, Figure):
        return ()
    return (
        (source.now, source.before) if isinstance(source, Change) else (source.part, source.whole)
    )


def _faults(summary: Summary) -> Iterator[str]:
    code = summary.code or "summary"
    for name in ("label", "help"):
        if not _is_in_both(getattr(summary, name)):
            yield f"{code}: say `{name}` in both languages"
    names = [column.name for column in summary.columns]
    if summary.main and summary.main not in names:
        yield f"{code}: `main` names {summary.main!r}, which is no column"
    if not names:
        yield f"{code}: say the columns"
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield f"{code}: two columns are called {name!r}"
    figures = {c.name for c in summary.columns if _is_figure(c.source)}
    for column in summary.columns:
        for fault in _faults_of_column(summary, column, figures):
            yield f"{code}.{column.name}: {fault}"


def _is_figure(source: Source) -> bool:
    return isinstance(source, Figure) and source.name not in _rates_of(source.record_type)


def _faults_of_column(summary: Summary, column: Column, figures: set[str]) -> Iterator[str]:
    source = column.source
    if not _is_in_both(column.label):
        yield "say a label in both languages"
    if isinstance(source, Figure):
        yield from _faults_of_figure(source, summary.by)
        return
    for side in sides(source):
        if side not in figures:
            yield f"no figure column {side!r}"


def _faults_of_figure(figure: Figure, by: str) -> Iterator[str]:
    schema = record.record_types().get(figure.record_type)
    if schema is None:
        yield f"no record type {figure.record_type!r}"
        return
    if schema.lives_in != CENTRE:
        yield f"{figure.record_type} is kept by no centre"
    kind = figure.record_type
    of_evaluations = evaluated.NAMES if kind == evaluated.EVALUATION else ()
    if figure.name not in {*COUNTS, *_figures_of(kind), *_rates_of(kind), *of_evaluations}:
        yield f"no figure {figure.name!r} of {figure.record_type}"
    if figure.when not in WHEN:
        yield f"no time {figure.when!r}"
    if by and not isinstance(fields(schema).get(by), Choice):
        yield f"`by` names {by!r}, which is no choice of {figure.record_type}"
    yield from _faults_of_conditions(figure, fields(schema))


def _faults_of_conditions(figure: Figure, known: Mapping[str, Labelled]) -> Iterator[str]:
    if figure.newest and not isinstance(known.get(figure.newest), Choice):
        yield f"`newest` names {figure.newest!r}, which is no choice of {figure.record_type}"
    if figure.filled and not isinstance(known.get(figure.filled), Day):
        yield f"`filled` names {figure.filled!r}, which is no day of {figure.record_type}"
    for name, code in figure.where.items():
        one = known.get(name)
        codes = (
            one.codes.options if isinstance(one, Choice) else YES if isinstance(one, Flag) else ()
        )
        if code not in codes:
            yield f"`where` asks for {name!r} = {code!r}, which {figure.record_type} does not have"


def _figures_of(record_type: str) -> dict[str, Label]:
    schema = record.record_types().get(record_type)
    return measures.sums(schema) if schema else {}


def _rates_of(record_type: str) -> dict[str, Rate]:
    schema = record.record_types().get(record_type)
    return measures.rates(schema) if schema else {}


def _is_in_both(label: Label) -> bool:
    return isinstance(label, tuple) and all(map(str.strip, label))

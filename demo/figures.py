"""What the province's report says, and what it must say once certain records have arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from schemas import measures
from schemas.formatting.vietnamese import number, parse_number
from schemas.records.activity import CATEGORIES, FORMS, Activity

from .province import rows
from .user import Person

Figures = dict[str, dict[str, float]]  # by row, by the heading of the column
CUTS = ("unit", "category", "form", "month")
RECORDS = "Số bản ghi"
RATES = {rate.label.vi for rate in measures.rates(Activity).values()}  # of columns beside them
HEAD, LEVEL, COUNT = 0, 1, 4  # columns of the CSV of a report


class Entered(NamedTuple):
    """A record that a person typed, and where."""

    commune: str
    district: str
    values: Mapping[str, Any]


def report(officer: Person, year: int) -> dict[str, Figures]:
    """Every figure of the report on a year's activities, cut in every way, as officers see it."""
    address = "/totals/activity.csv?period={}&by={}"
    return {cut: table(rows(officer, address.format(year, cut))) for cut in CUTS}


def table(lines: Iterable[Mapping[str, str]]) -> Figures:
    """Read one report. Rows of communes are named with their district: names repeat."""
    report: Figures = {}
    above = ""
    for line in lines:
        cells = list(line.items())
        name, level = cells[HEAD][1], cells[LEVEL][1]
        above = name if level == DISTRICT else above
        inside = level == COMMUNE
        figures = [cell for cell in cells[COUNT + 1 : -1] if cell[0] in ADDED]
        named_cells = [(RECORDS, cells[COUNT][1]), *figures]
        report[f"{above} / {name}" if inside else name] = {
            heading: parse_number(text or "0")
            for heading, text in named_cells
            if heading not in RATES
        }
    return report


ADDED = {label.vi for label in measures.sums(Activity).values()}  # rates do not add up
DISTRICT, COMMUNE, TOTAL = "Huyện", "Xã", "Tổng cộng"


def entered(before: Mapping[str, Figures], records: Iterable[Entered]) -> dict[str, Figures]:
    """Return ``before`` with the records added: what the province must say when it has them."""
    after = {cut: {row: dict(cells) for row, cells in rows.items()} for cut, rows in before.items()}
    for record in records:
        for cut, names in _rows_of(record).items():
            for row in names:
                _add(after[cut].setdefault(row, {}), record.values)
    return after


def _rows_of(record: Entered) -> dict[str, list[str]]:
    values = record.values
    month = f"Tháng {values['held_from'][5:7]}/{values['held_from'][:4]}"
    return {
        "unit": [record.district, f"{record.district} / {record.commune}", TOTAL],
        "category": [CATEGORIES[values["category"]].vi, TOTAL],
        "form": [FORMS[values["form"]].vi, TOTAL],
        "month": [month, TOTAL],
    }


def _add(row: dict[str, float], values: Mapping[str, Any]) -> None:
    row[RECORDS] = row.get(RECORDS, 0) + 1
    for name, label in measures.sums(Activity).items():
        row[label.vi] = row.get(label.vi, 0) + (values.get(name) or 0)


def differences(expected: Mapping[str, Figures], actual: Mapping[str, Figures]) -> list[str]:
    """Return one line for each figure in which the two reports differ."""
    return [
        f"{cut} · {row} · {heading}: {number(should)} ≠ {number(value)}"
        for cut in CUTS
        for row in {**expected[cut], **actual[cut]}
        for heading, should, value in _pairs(expected[cut].get(row, {}), actual[cut].get(row, {}))
        if should != value
    ]


def _pairs(one: Mapping[str, float], other: Mapping[str, float]) -> list[tuple[str, float, float]]:
    return [(heading, one.get(heading, 0), other.get(heading, 0)) for heading in {**one, **other}]


def total(report: Mapping[str, Figures]) -> dict[str, float]:
    """The last line of the report."""
    return report["unit"][TOTAL]

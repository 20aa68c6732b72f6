"""How the rows of a table on its way in are shown: each with its fate, faults beside the cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .fields import Label
from .grids import MARK, Row
from .intake import CENTRE, CHANGED, ID, NEW, SAME, Layout, Planned, recognised
from .record import RecordSchema
from .tabular import cells as cells_of
from .tabular import label_of
from .texts import TEXTS

TWIN = "twin"  # beside the fates: a new row that may be there already
WRITTEN = (NEW, CHANGED)
WRITTEN_TWICE = (*WRITTEN, TWIN)


class Cell(NamedTuple):
    label: str
    text: str
    errors: tuple[str, ...]
    before: str | None = None  # what stands there now, if the row would change it


class Shown(NamedTuple):
    number: int
    fate: str
    cells: tuple[Cell, ...]
    errors: tuple[str, ...]  # about fields that no column fills
    twins: tuple[str, ...]
    twin_row: int
    area: str
    record_id: str  # of the record that is there already; empty if there is none


class Column(NamedTuple):
    heading: str
    example: str
    means: str  # the cell that it fills; empty if it is left out


def fate(row: Planned) -> str:
    """What becomes of the row; new ones that may be there twice are counted apart."""
    return TWIN if row.fate == NEW and (row.twins or row.twin_row) else row.fate


def only(layout: Layout, known: Collection[str]) -> Layout:
    """The layout without the columns that this person does not fill in."""
    kept = (name if name in known or "." in name else "" for name in layout.columns)
    return layout._replace(columns=tuple(kept))


def laid_out(
    schema: type[RecordSchema],
    head: Sequence[Row],
    layout: Layout,
    said: Mapping[str, str],
    known: Collection[str],
) -> Layout:
    """The layout as a person said in the form: another row of headings, or other columns."""
    typed = said.get("header", "").strip()
    header = int(typed) - 1 if typed.isdecimal() else layout.header
    area = said.get("area", layout.area)
    if header != layout.header and 0 <= header < len(head):
        found = recognised(schema, head[header : header + 1], CENTRE in known)
        return only(Layout(header, found.columns, area), known)
    chosen = (said.get(f"column-{n}", "") for n in range(len(columns(head, layout))))
    return only(Layout(layout.header, tuple(chosen), area), known)


def columns(grid: Sequence[Sequence[str]], layout: Layout) -> list[Column]:
    """The columns of the file, each with its heading and the first thing that stands in it."""
    heads = grid[layout.header] if layout.header < len(grid) else []
    below = grid[layout.header + 1 : layout.header + 50]
    width = max(map(len, [heads, *below]), default=0)
    return [
        Column(
            _at(heads, n),
            next((row[n] for row in below if n < len(row) and row[n]), ""),
            layout.columns[n] if n < len(layout.columns) else "",
        )
        for n in range(width)
    ]


def shown(schema: type[RecordSchema], layout: Layout, row: Planned, lang: str) -> Shown:
    """The row under the headings of ``filled``, as it was typed."""
    names, line = filled(layout), row.line
    cells = tuple(
        Cell(
            label(schema, name, lang),
            line.texts.get(name, ""),
            _say(line.errors, name, lang),
            cells_of(schema, row.before, lang, [name])[0] if name in row.before else None,
        )
        for name in names
    )
    others = tuple(
        f"{label(schema, name, lang)}: {' '.join(_say(line.errors, name, lang))}"
        for name in line.errors
        if name not in names
    )
    there = row.record_id if row.fate in (CHANGED, SAME) else ""
    return Shown(line.number, fate(row), cells, others, row.twins, row.twin_row, row.area, there)


def label(schema: type[RecordSchema], name: str, lang: str) -> str:
    """What a column is called."""
    return label_of(schema, name).say(lang)


def filled(layout: Layout) -> list[str]:
    """The cells that the columns fill, in their order."""
    return [name for name in layout.columns if name and name != ID]


def wrong_rows(
    schema: type[RecordSchema],
    grid: Iterable[Row],
    layout: Layout,
    wrong: Iterable[Planned],
    lang: str,
) -> Iterator[str]:
    """The rows with faults as a CSV file of the same columns, to be mended and brought in."""
    numbered = enumerate(grid, 1)
    heads = next(cells for number, cells in numbered if number == layout.header + 1)
    yield MARK + _line([*heads, TEXTS["intake.why"].say(lang)])
    for row in wrong:
        said = [
            f"{label(schema, name, lang)}: {' '.join(_say(row.line.errors, name, lang))}"
            for name in row.line.errors
        ]
        cells = next(cells for number, cells in numbered if number == row.line.number)
        room = [""] * (len(heads) - len(cells))
        yield _line([*cells, *room, "; ".join(said)])


def _say(errors: dict[str, list[Label]], name: str, lang: str) -> tuple[str, ...]:
    return tuple(said.say(lang) for said in errors.get(name, ()))


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()

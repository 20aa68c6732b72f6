"""How the rows of an import are shown: each with its outcome, faults beside the cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..fields import Choice, Day, Label, Score
from ..formatting.vietnamese import whole_number
from ..forms.text import understood, written
from ..homes import CENTRE
from ..record import ID, RecordSchema, kind_of
from ..tables.grids import MARK, Row
from ..tables.guard import unguarded
from ..tables.tabular import cell as cell_of
from ..tables.tabular import cells as cells_of
from ..tables.tabular import label_of
from ..texts import TEXTS
from .column_styles import headings_of
from .headings import is_heading_row
from .intake import CHANGED, LEFT, NEW, SAME, WRONG, Layout, Line, Planned, recognised
from .layout import STRANGERS, place_of

DAY = re.compile(r"(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4})")
GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+|-?\d+")
TWIN = "twin"  # beside the outcomes: a new row that may be there already
ASKED = "asked"  # a wrong row of which all that is wrong is asked about
ELSEWHERE = "elsewhere"  # a row of another centre
OUTCOMES = (ASKED, WRONG, NEW, CHANGED, TWIN, SAME, ELSEWHERE, LEFT)
STAYING_OUT = (ASKED, WRONG)  # what can be mended
WRITTEN = (NEW, CHANGED)
WRITTEN_TWICE = (*WRITTEN, TWIN)


class Cell(NamedTuple):
    label: str
    text: str
    errors: tuple[str, ...]
    before: str | None = None  # the current value, if the row would change it
    meant: str = ""  # what was understood, where it is not what was typed
    name: str = ""  # of the cell of the record
    is_asked: bool = False


class Shown(NamedTuple):
    number: int  # in the file
    place: str  # the row as a person finds it, with its sheet if there are several
    outcome: str
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


def outcome(row: Planned) -> str:
    """What becomes of the row; new ones that may be there twice are counted apart."""
    line = row.line
    if row.outcome == WRONG and STRANGERS in line.asked.values():
        return ELSEWHERE
    if row.outcome == WRONG and line.asked and line.errors.keys() <= line.asked.keys():
        return ASKED
    return TWIN if row.outcome == NEW and (row.twins or row.twin_row) else row.outcome


def only(layout: Layout, known: Collection[str]) -> Layout:
    """The layout without the columns that this person does not fill in."""
    kept = (name if name in known or "." in name else "" for name in layout.columns)
    return layout._replace(columns=tuple(kept))


def laid_out(
    schema: type[RecordSchema],
    head: Sequence[Row],
    layout: Layout,
    form: Mapping[str, str],
    known: Collection[str],
) -> Layout:
    """The layout as a person chose it in the form: another row of headings, or other columns.

    Rows are counted from the first of the sheet that is read first, whose first rows ``head`` is.
    """
    typed = form.get("header", "").strip()
    start, header = layout.start, (whole_number(typed) or 0) - 1
    if header < 0 or header + start == layout.header:
        header = layout.header - start
    layout = layout._replace(area=form.get("area", layout.area))
    if header + start != layout.header and 0 <= header < len(head):
        recognised_row = recognised(schema, head[header : header + 1], CENTRE in known)
        made = layout._replace(header=header + start, columns=recognised_row.columns, depth=1)
        return only(_moved(made, layout.header), known)
    chosen = (form.get(f"column-{n}", "") for n in range(len(columns(head, layout))))
    return only(layout._replace(columns=tuple(chosen)), known)


def _moved(layout: Layout, before: int) -> Layout:
    """The same for the sheet whose row of headings is another than before."""
    parts = (
        part._replace(header=layout.header) if part.header == before else part
        for part in layout.parts
    )
    return layout._replace(parts=tuple(parts))


def columns(head: Sequence[Row], layout: Layout) -> list[Column]:
    """The columns of the file, each with its heading and its first value."""
    at = layout.header - layout.start
    heads = headings_of(list(head), layout._replace(header=at, parts=()))
    below = head[at + 1 : at + 50]
    width = max([*map(len, below), *(place + 1 for place in heads)], default=0)
    return [
        Column(
            heads.get(n, ""),
            next((row[n] for row in below if n < len(row) and row[n]), ""),
            layout.columns[n] if n < len(layout.columns) else "",
        )
        for n in range(width)
    ]


def shown(schema: type[RecordSchema], layout: Layout, row: Planned, lang: str) -> Shown:
    """The row under the headings of ``filled``: what was typed, and what was understood."""
    names, line = filled(layout), row.line
    cells = tuple(
        Cell(
            label(schema, name, lang),
            line.texts.get(name, ""),
            _beside(schema, line, name, lang),
            cells_of(schema, row.before, lang, [name])[0] if name in row.before else None,
            meant(schema, row, name, lang),
            name,
            name in line.asked,
        )
        for name in names
    )
    others = tuple(
        ": ".join(
            filter(None, [name and label(schema, name, lang), *_say(line.errors, name, lang)])
        )
        for name in line.errors
        if name not in names
    )
    there = row.record_id if row.outcome in (CHANGED, SAME) else ""
    sheet, number = place_of(layout, line.number)
    place = f"{sheet}: {number}" if sheet else str(number)
    about = (line.number, place, outcome(row), cells, others)
    return Shown(*about, row.twins, row.twin_row, row.area, there)


def meant(schema: type[RecordSchema], row: Planned, name: str, lang: str) -> str:
    """What a cell is understood to say, where a person would not read it so; else empty."""
    line, field = row.line, kind_of(schema, name)
    typed = line.texts.get(name, "")
    if field is None or name in line.errors or not (typed or name in line.read):
        return ""
    text = line.read.get(name, typed)
    value = line.values[name] if name in line.values else understood(field, text)
    shown_ = cell_of(field, value, lang)
    return "" if not shown_ or _looks_like(typed) == _looks_like(shown_) else shown_


def _looks_like(text: str) -> str:
    """A text without what no one sees, or takes for a difference: 5/3/2024 and 05/03/2024."""
    bare = " ".join(text.split())
    days = DAY.fullmatch(bare)
    if days:
        return "/".join(part.lstrip("0") for part in days.groups())
    return bare.replace(".", "") if GROUPED.fullmatch(bare) else bare


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
) -> Iterator[list[str]]:
    """The rows that stay out, as they came in with what was mended, to be brought in again.

    The rows above the headings come along, and days are written in the one way that needs
    no other rows to be understood.
    """
    wanted = {row.line.number: row for row in wrong}
    heads: list[list[str]] = []
    rows: list[tuple[Row, Planned | None]] = []
    for number, cells in enumerate(grid, 1):
        if layout.start < number <= layout.header + 1:
            heads.append([str(cell) for cell in cells])
        elif number in wanted:
            rows.append((cells, wanted[number]))
        elif is_heading_row(schema, cells):
            rows.append((cells, None))  # the rows below it are never read by other headings
    width = max([len(layout.columns), *(len(cells) for cells, _ in rows)])
    yield from heads[:-1]
    yield [*_filled_up(heads[-1], width), TEXTS["intake.why"].say(lang)]
    for cells, row in rows:
        bare = _filled_up(cells, width)
        yield [*_mended(schema, layout, bare, row), _why(schema, row, lang)] if row else bare


def _why(schema: type[RecordSchema], row: Planned, lang: str) -> str:
    errors = row.line.errors
    return "; ".join(f"{label(schema, n, lang)}: {' '.join(_say(errors, n, lang))}" for n in errors)


def as_csv(rows: Iterable[list[str]]) -> Iterator[str]:
    """The rows as a CSV file that a spreadsheet takes for UTF-8."""
    yield MARK
    yield from map(_line, rows)


def as_workbook(title: str, rows: Sequence[list[str]], lang: str) -> Iterator[bytes]:
    """The rows as a workbook of texts, so that no digits are lost."""
    from ..tables import workbooks

    width = max(map(len, rows))
    first, *others = [_filled_up(row, width) for row in rows]
    return workbooks.pieces(title, [workbooks.Column(text) for text in first], others, lang)


def _filled_up(cells: Row, width: int) -> list[str]:
    return [str(cell) for cell in cells] + [""] * (width - len(cells))


def _mended(schema: type[RecordSchema], layout: Layout, cells: Row, row: Planned) -> list[str]:
    """The row with what a person mended, and its days and points as they were understood."""
    line, result = row.line, list(cells)
    for place, name in enumerate(layout.columns):
        typed = line.texts.get(name, "")
        field, text = kind_of(schema, name) if name else None, line.read.get(name, typed)
        is_plain = isinstance(field, (Day, Score)) and name not in line.errors and text != typed
        if field and is_plain:
            result[place] = written(field, understood(field, text))
        elif name and _bare(result[place]) != typed:
            result[place] = typed
    return result


def _bare(cell: str) -> str:
    return unguarded(cell)


def _beside(schema: type[RecordSchema], line: Line, name: str, lang: str) -> tuple[str, ...]:
    """What is wrong with a cell; of a choice that is asked about the options stand there."""
    if name in line.asked and isinstance(kind_of(schema, name), Choice):
        return (TEXTS["intake.see_question"].say(lang),)
    return _say(line.errors, name, lang)


def _say(errors: dict[str, list[Label]], name: str, lang: str) -> tuple[str, ...]:
    return tuple(label.say(lang) for label in errors.get(name, ()))


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()

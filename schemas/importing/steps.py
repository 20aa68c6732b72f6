"""What a person does with a table on its way in, each step as the next layout of it.

A step is what was answered, corrected or chosen with one press of a button, and can be
undone as a whole. What is worth keeping for the next file of the register is chosen here, too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from ..fields import Choice, Flag
from ..formatting.vietnamese import fold
from ..homes import CENTRE
from ..record import RecordSchema, kind_of
from ..tables import grids
from ..tables.grids import Row
from .column_styles import headings_of, survey
from .headings import recognised
from .layout import CELL, HEADING, MARK, MEANT, ORDER, ROW, SCALE, VALUE, Decision, Layout, Part
from .questions import normal
from .sheet import columns

MOST_ANSWERS = 500  # in one form
LONGEST = 4000  # letters of a cell that is mended
OF_COLUMNS = (ORDER, MARK, SCALE)
Memory = Iterable[tuple[str, str, str, str]]  # kind, field, key, and what was answered


def answered(layout: Layout, head: Sequence[Row], form: Mapping[str, str]) -> Layout:
    """The layout with the answers of the form; a question without one stays open."""
    made = list(_answers(form))
    before = {one.about: one.answer for one in layout.decisions}
    layout = layout.with_step(one for one in made if before.get(one.about) != one.answer)
    return _with_headings(layout, head)


def mended(
    layout: Layout, number: int, form: Mapping[str, str], texts: Mapping[str, str]
) -> Layout:
    """The layout with the cells of a row as they were typed into the page."""
    cells = {name: form[f"cell-{name}"].strip() for name in texts if f"cell-{name}" in form}
    made = [
        Decision(CELL, name, str(number), MEANT + text[:LONGEST])
        for name, text in cells.items()
        if text.replace("\r\n", "\n") != texts[name].strip()
    ]
    return layout.with_step(made)


def skipped(layout: Layout, number: int) -> Layout:
    return layout.with_step([Decision(ROW, "", str(number), "")])


def undone(layout: Layout, head: Sequence[Row]) -> Layout:
    """The layout without the last step of who brought the file."""
    gone = layout.last_step()
    return _with_headings(layout.without(gone), head, _keys(gone))


def forgotten(layout: Layout, head: Sequence[Row], about: tuple[str, str, str]) -> Layout:
    """The layout without what was decided about that, whenever it was."""
    gone = [one for one in layout.decisions if one.about == about]
    return _with_headings(layout.without(gone), head, _keys(gone))


def about_of(text: str) -> tuple[str, str, str] | None:
    """What a form says that a question is about; ``None`` if it says nothing of the kind."""
    try:
        kind, name, key = map(str, json.loads(text))
    except ValueError:
        return None
    return kind, name, key


def note_columns(before: Layout, after: Layout, head: Sequence[Row]) -> Layout:
    """The layout with the chosen columns noted, so that the next file is read so."""
    made = [
        Decision(HEADING, "", fold(its.heading), MEANT + its.means)
        for was, its in zip(columns(head, before), columns(head, after), strict=False)
        if its.heading.strip() and was.means != its.means and was.heading == its.heading
    ]
    return after.with_step(made)


def recalled(
    schema: type[RecordSchema],
    grid: Sequence[Row],
    layout: Layout,
    memory: Memory,
) -> Layout:
    """The layout with what people answered about earlier files, as far as it is of this one.

    How days and numbers are written is taken over only where the file does not contradict it.
    """
    known = [Decision(*one, is_remembered=True) for one in memory]
    styles = survey(schema, grid, layout)
    typed = _typed(grid, layout) if any(one.kind == VALUE for one in known) else set()
    headings = set(map(fold, headings_of(list(grid[: layout.header + 1]), layout).values()))
    made = []
    for one in known:
        style = styles.get(one.name)
        is_of_column = style is not None and style.heading == one.key
        fits = (
            (one.kind == VALUE and (one.name, one.key) in typed)
            or (one.kind == HEADING and one.key in headings)
            or (one.kind == ORDER and is_of_column and style and style.orders <= {one.answer})
            or (one.kind == SCALE and is_of_column and style and not style.scale)
            or (one.kind == MARK and is_of_column and style and not style.mark)
        )
        made += [one] if fits else []
    return layout._replace(decisions=(*layout.decisions, *made))


def worth_keeping(
    schema: type[RecordSchema], before: Layout, after: Layout
) -> tuple[list[tuple[str, str, str, str]], list[tuple[str, str, str]]]:
    """The answers that hold for the next file, too, and what is answered no more.

    None of the answers may name a person.
    """
    was, now = ({d.about: d for d in its.decisions} for its in (before, after))
    fresh = [one for about, one in now.items() if was.get(about) != one]
    kept = [(*one.about, one.answer) for one in fresh if _is_lasting(schema, one)]
    return kept, [about for about in was if about not in now]


def header_of(
    schema: type[RecordSchema],
    rows: Sequence[Row],
    of_centres: bool,
    memory: Memory,
    known: Collection[str],
) -> Layout:
    """The headings of a sheet, with those that people explained earlier."""
    explained = {
        key: answer.removeprefix(MEANT) for kind, _, key, answer in memory if kind == HEADING
    }
    allowed = {key: name for key, name in explained.items() if not name or name in known}
    result = recognised(schema, rows, of_centres, allowed)
    kept = (name if name in known or "." in name else "" for name in result.columns)
    return result._replace(columns=tuple(kept))


def opened(data: bytes, recognise: Callable[[Sequence[Row]], Layout]) -> tuple[list[Row], Layout]:
    """The rows of a file, of all its sheets one after the other, and how they are read.

    :raises schemas.tables.grids.NoTable: if it is none
    """
    tables = grids.tables(data)
    rows = [row for table in tables for row in table.rows]
    if len(tables) > 1:
        layout = of_sheets([(one.sheet, one.rows, recognise(one.rows)) for one in tables])
    else:
        layout = recognise(rows)
    return rows, layout._replace(hidden=sum(len(table.hidden_rows) for table in tables))


def with_sheets(
    layout: Layout,
    grid: Sequence[Row],
    wanted: Collection[str],
    recognise: Callable[[Sequence[Row]], Layout],
) -> Layout:
    """The layout for other sheets of the file; what was decided stays.

    It is unchanged if the file has none of them, as a CSV file has no sheets.
    """
    if not {part.sheet for part in layout.parts} & set(wanted):
        return layout
    spans = [(part.sheet, grid[part.start : part.start + part.size]) for part in layout.parts]
    made = of_sheets([(name, rows, recognise(rows)) for name, rows in spans], wanted)
    return made._replace(area=layout.area, decisions=layout.decisions, hidden=layout.hidden)


def of_sheets(
    sheets: Sequence[tuple[str, Sequence[Row], Layout]], wanted: Collection[str] = ()
) -> Layout:
    """One layout for the sheets of a file, whose rows stand one after the other.

    Read are those that are ``wanted``, or the first that has headings and all that have the
    same.
    """
    likeliest = next((one for one in sheets if any(one[2].columns)), sheets[0])
    first = next((one for one in sheets if one[0] in wanted), likeliest)
    parts, start = [], 0
    for name, rows, layout in sheets:
        same = layout.columns == first[2].columns
        is_read = same and (name in wanted if wanted else True)
        header = start + layout.header if is_read or name == first[0] else -1
        parts.append(Part(name, start, len(rows), header))
        start += len(rows)
    header = next(part.header for part in parts if part.is_read)
    result = first[2]._replace(header=header)
    return result._replace(parts=tuple(parts)) if len(parts) > 1 else result


def _answers(form: Mapping[str, str]) -> Iterator[Decision]:
    for place in range(MOST_ANSWERS):
        about = about_of(form.get(f"about-{place}", ""))
        if about is None:
            return
        typed = normal(about[0], form.get(f"typed-{place}", ""))
        if answer := typed or form.get(f"answer-{place}", ""):
            yield Decision(*about, answer)


def _with_headings(layout: Layout, head: Sequence[Row], gone: Collection[str] = ()) -> Layout:
    """The layout with its columns as the decisions about headings say."""
    meant = {key: answer for (_, key), answer in layout.decided(HEADING).items()}
    names = list(layout.columns)
    for place, its in enumerate(columns(head, layout)):
        names += [""] * (place + 1 - len(names))
        key = fold(its.heading)
        if key in meant:
            names[place] = meant[key].removeprefix(MEANT)
        elif key in gone and key:
            names[place] = ""
    once = [name if name not in names[:place] else "" for place, name in enumerate(names)]
    return layout._replace(columns=tuple(once))


def _keys(gone: Iterable[Decision]) -> set[str]:
    return {one.key for one in gone if one.kind == HEADING}


def _typed(grid: Sequence[Row], layout: Layout) -> set[tuple[str, str]]:
    """The texts of the columns, by field."""
    rows = grid[layout.header + 1 :]
    named = [(place, name) for place, name in enumerate(layout.columns) if name]
    return {(name, row[place]) for row in rows for place, name in named if place < len(row)}


def _is_lasting(schema: type[RecordSchema], one: Decision) -> bool:
    if one.kind == VALUE:
        field = kind_of(schema, one.name)
        return one.name == CENTRE or (isinstance(field, (Choice, Flag)) and not field.personal)
    return one.kind in (HEADING, *OF_COLUMNS)

"""Text files of tables (CSV), as rows of cells: decoded, divided, and doubtful where broken.

A quote that is never closed swallows the rows after it. Such a row is read again, up to the end
of its line, and its cell is doubtful; so is a row with more cells than the others, since a
comma in one of its cells has moved the rest.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from ..texts.importing import RECORD_ID
from . import legacy_encodings, letters
from .doubts import Doubtful
from .errors import NoTable
from .limits import MOST_ROWS

DELIMITERS = (",", ";", "\t", "|")
DECLARED = re.compile(r'\ufeff?"?sep=(.)"?\r?\n')  # by Excel, on a line of its own
EXACT = re.compile('="((?:[^"]|"")*)"')
QUOTED = re.compile('"[^"]*"')
IN_LINE = re.compile('"[^"\r\n]*"')  # the same, where a quote may never be closed
FIRST = 10_000  # letters that show which mark separates cells
MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SHORT = 8  # bytes that are too few to tell by
MOST_CONTROLS = 0.02  # of the letters of a text; more are in a file that is none
RARE = 2  # controls that any text may have
FEW = 200  # rows that show whether quotes are in place
END_OF_FILE = "\x1a"  # as programs of DOS wrote it
OF_VNI = re.compile("[äåëïöøûñÄÅËÏÖØÛÑ]")  # letters that Vietnamese in Unicode does not have
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_LINES = 200  # of one cell, where quotes are out of place
HIGHEST = 20  # rows among which the headings are looked for
WIDE = 4  # cells of a row; the lines of a note have as many commas as a narrower one by chance

Row = list[str]


def rows(data: bytes) -> Iterator[Row]:
    """The rows of a text file, with whatever mark between its cells and in whatever letters.

    :raises NoTable: if it is none
    """
    text, is_certain = _decoded(data)
    text = text.rstrip(END_OF_FILE)
    controls = len(CONTROL.findall(text))
    if controls > max(RARE, MOST_CONTROLS * len(text)):
        raise NoTable("damaged")
    if controls:
        text = CONTROL.sub(letters.LOST, text)
    is_ours = data.startswith(BOM_UTF8) and _is_ours(text)
    table = _checked(_divided(text, delimiter(text)), text, is_ours)
    yield from table if is_certain else map(_garbled, table)


def decoded(data: bytes) -> str:
    """The text of a file, whether a spreadsheet saved it as UTF-8, UTF-16 or an old way."""
    return _decoded(data)[0]


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text of a file, and whether it is certain in which letters it was written."""
    if code := _wide(data):
        return _composed(
            data.decode(code, "replace").removeprefix("\ufeff"), legacy_encodings.MODERN
        ), True
    try:
        text = data.decode("utf-8-sig")
        is_ours = data.startswith(BOM_UTF8) and _is_ours(text)
        return _composed(text if is_ours else letters.mended(text), legacy_encodings.MODERN), True
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
    damaged = text.count(letters.LOST)
    if data.startswith(BOM_UTF8) or len(letters.FAR.findall(text)) >= damaged:
        return _composed(letters.mended(text), legacy_encodings.MODERN), True
    text = _composed(data.decode("latin-1"), legacy_encodings.OLD)
    return text, legacy_encodings.is_likely(text)


def delimiter(text: str) -> str:
    """The mark that separates the cells of most of the first lines."""
    if declared := DECLARED.match(text):
        return declared[1]
    mark = _likeliest(QUOTED.sub("", text[:FIRST]))
    if '"' in text and not _is_divided(text, mark):
        return _likeliest(IN_LINE.sub("", text[:FIRST]))
    return mark


def _is_divided(text: str, mark: str) -> bool:
    """Whether the quotes of the first rows are in place, if that mark separates cells."""
    try:
        list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True), FEW))
    except csv.Error:
        return False
    return True


def _likeliest(text: str) -> str:
    lines = text.splitlines()

    def likelihood(mark: str) -> tuple[int, int, bool]:
        """How many lines have as many marks as most that have any."""
        counts = Counter(line.count(mark) for line in lines if mark in line)
        many, lines_with = counts.most_common(1)[0] if counts else (0, 0)
        return lines_with, many, mark == ","

    return max(DELIMITERS, key=likelihood)


def _wide(data: bytes) -> str:
    """The name of its encoding, if each letter of the text has two bytes."""
    for mark, code in MARKS:
        if data.startswith(mark):
            return code
    first = data[:FIRST]
    if len(first) < SHORT:
        return ""
    evens, odds = first[::2].count(0), first[1::2].count(0)
    if max(evens, odds) * 4 < len(first) // 2 or min(evens, odds) * 8 > max(evens, odds):
        return ""
    return "utf-16-be" if evens > odds else "utf-16-le"


def _composed(text: str, among: Iterable[str]) -> str:
    """The text with each of its lines in Unicode: old fonts and new ones may stand together."""
    if text.isascii():
        return text
    lines = text.splitlines(keepends=True)
    # Of ours only what was added may be old.
    usual = (
        legacy_encodings.AS_IT_IS
        if _is_ours(lines[0])
        else legacy_encodings.reading_of(lines, among)
    )
    return "".join(legacy_encodings.converted(line, usual, among) for line in lines)


def _is_ours(text: str) -> bool:
    """Whether its headings are those of a file that we wrote."""
    return text.partition("\n")[0].rstrip().endswith(tuple(RECORD_ID))


def _divided(text: str, mark: str) -> list[Row]:
    """The rows; where a quote is out of place, line by line."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        table = list(islice(reader, MOST_ROWS + 1))
    except csv.Error:
        return list(_divided_by_line(text, mark))
    if '"' in text and _swallowed(table, mark):
        return list(_divided_by_line(text, mark))
    return table


def _swallowed(table: list[Row], mark: str) -> bool:
    """Whether a cell holds whole rows: lines that all have as many marks as a row has."""
    width = _usual_width(table)
    return any(_holds_rows(cell, mark, width) for row in table for cell in row if "\n" in cell)


def _holds_rows(cell: str, mark: str, width: int) -> bool:
    lines = cell.splitlines()[1:]
    return width >= WIDE and any(line.count(mark) == width - 1 for line in lines)


def _divided_by_line(text: str, mark: str) -> Iterator[Row]:
    lines = list(io.StringIO(text, newline=""))
    width = _usual_width(list(csv.reader(lines, delimiter=mark)))
    at = 0
    while at < len(lines):
        reader = csv.reader(lines[at : at + MOST_LINES], delimiter=mark)
        row = next(reader)
        taken = lines[at : at + reader.line_num]
        if _is_whole(taken, mark, width):
            yield row
            at += len(taken)
        else:
            yield _broken(lines[at], mark)
            at += 1


def _is_whole(lines: list[str], mark: str, width: int) -> bool:
    """Whether they are one row with its quotes in place."""
    try:
        (row,) = csv.reader(lines, delimiter=mark, strict=True)
    except (csv.Error, ValueError):
        return False
    return not any(_holds_rows(cell, mark, width) for cell in row if "\n" in cell)


def _broken(line: str, mark: str) -> Row:
    """The row of a line whose quotes are out of place: divided at every mark, and doubtful."""
    cells = next(csv.reader([line], delimiter=mark, quoting=csv.QUOTE_NONE))
    quoted = any('"' in cell for cell in cells)
    return [Doubtful(c, "quote_open") if '"' in c or not quoted else c for c in cells]


def _usual_width(table: list[Row]) -> int:
    widths = Counter(len(row) for row in table if row)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _checked(table: list[Row], text: str, is_ours: bool) -> Iterator[Row]:
    """The rows, with what is doubtful in their letters and in their number of cells."""
    width = _width(table)
    is_suspect, are_lost = letters.is_suspect(text), letters.are_lost(text)
    is_exact = '="' in text
    may_be_old = not is_ours and OF_VNI.search(text) is not None
    for row in table:
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            row = [Doubtful(c, "cells_moved") if c.strip() else c for c in row]
        if is_exact:
            row = [_exact(cell) for cell in row]
        if may_be_old:  # a single cell that was typed in an old font
            row = [_in_unicode(cell) for cell in row]
        yield [letters.checked(c, are_lost, is_ours) for c in row] if is_suspect else row


def _garbled(row: Row) -> Row:
    """The row of a file whose letters nobody knows."""
    return [
        c if c.isascii() or isinstance(c, Doubtful) else Doubtful(c, "letters_garbled") for c in row
    ]


def _in_unicode(cell: str) -> str:
    is_old = not isinstance(cell, Doubtful) and OF_VNI.search(cell) is not None
    return legacy_encodings.converted(cell, legacy_encodings.AS_IT_IS) if is_old else cell


def _exact(cell: str) -> str:
    """The cell as a spreadsheet shows it: ="0912" is how programs keep it from losing zeros."""
    match = EXACT.fullmatch(cell)
    return match[1].replace('""', '"') if match and not isinstance(cell, Doubtful) else cell


def _width(table: list[Row]) -> int:
    """How many cells a row has: as most have, and no more than the headings.

    A spreadsheet writes as many for each row, so one with more was not written by one.
    """
    first = [row for row in table[:HIGHEST] if row]
    filled = [sum(map(bool, row)) for row in first]
    heads = next((row for row, n in zip(first, filled, strict=True) if 2 * n > max(filled)), None)
    return min(_usual_width(table), len(heads)) if heads else _usual_width(table)

"""Which column of a table is which field: by its heading, as registers have headings.

Known for certain are our own names in either language, also with a hint in brackets, a star, a
unit or an abbreviation. A heading that says most of the words of one field alone is taken for
it, which the page says; one that fits several is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from .. import homes
from ..evaluation.criterion_columns import code_of
from ..fields import Count, Day, Labelled, PerCriterion
from ..formatting.vietnamese import fold
from ..homes import CENTRE
from ..record import ID, RecordSchema, fields
from ..texts.importing import CENTRES, RECORD_ID, TEXTS
from .layout import HEADING, MEANT, Layout
from .numbers import scale_in

HIGHEST = 20  # rows in which headings are looked for; titles often stand above them
DEEPEST = 3  # rows of headings
FEWEST = 2  # headings in a row of them
DIGIT = re.compile(r"\d")
HINT = re.compile(r"\([^()\d]{2,}(?:1[. ]?000[^()\d]*)?\)")
OTHERWISE = re.compile(r"\b(?:ke hoach|kh|du kien|chi tieu|cung ky|nam truoc|luy ke|ty le)\b")
SHARE = re.compile(r"[%‰]|\b(?:nghin|ngan|trieu|tram|chuc|phan tram|x ?10+)\b")
ORNAMENT = re.compile(r"[^\w.]+")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
UNIT = re.compile(
    r"(?:[\s,;:/\-–]+(?:dvt|don vi(?: tinh)?|tinh bang)?[\s:]*"
    r"(?:nghin |ngan |trieu |tr\.? ?|1\.?000 ?)?(?:dong|d|vnd)"
    r"|\s*[,;:/\-–]\s*(?:dvt|don vi(?: tinh)?)?[\s:]*(?:nguoi|luot|luot nguoi|buoi|lop|%))$"
)
SHORT = {
    "bd": "bat dau",
    "dt": "dien thoai",
    "dtts": "dan toc thieu so",
    "gv": "giang vien",
    "hd": "hoat dong",
    "hv": "hoc vien",
    "ht": "hinh thuc",
    "kp": "kinh phi",
    "kt": "ket thuc",
    "lv": "linh vuc",
    "sdt": "dien thoai",
    "sl": "so luong",
    "tg": "thoi gian",
    "tdn": "trong do nu",
}
SERIAL = frozenset({"tt", "stt", "so tt", "so thu tu", "thu tu", "no", "no."})
STOP = frozenset(
    [
        "so",
        "tong",
        "trong",
        "do",
        "cac",
        "nhung",
        "cua",
        "theo",
        "la",
        "va",
        "of",
        "the",
        "number",
        "in",
    ]
)
WHEN = frozenset(
    {"ngay", "ngay thang", "ngay thang nam", "thoi gian", "ngay to chuc", "date", "tu ngay"}
)
UNTIL = frozenset({"den ngay", "ket thuc", "until"})
NAMED = frozenset(
    {"ten", "ten goi", "name", "noi dung", "ten noi dung", "noi dung hoat dong", "ten lop"}
    | {"ten lop hoc", "ten chuyen de", "ten lop chuyen de", "noi dung chuyen de", "chu de"}
)
ATTENDED = frozenset({"so luot", "luot", "so luot nguoi", "so luot hoc vien", "luot nguoi hoc"})
PEOPLE = frozenset(
    {"tong so nguoi", "so nguoi tham gia", "so luong nguoi tham gia", "so hoc vien", "nguoi"}
)
WHOLE = frozenset({"tong so", "tong", "tong cong", "cong", "so luong", "chung", "total"})
OWN = frozenset(fold(text) for text in TEXTS["intake.why"])  # of our own files of wrong rows


class Known(NamedTuple):
    """A column that is known, and how surely."""

    name: str
    is_certain: bool = True


def recognised(
    schema: type[RecordSchema],
    grid: Sequence[Sequence[str]],
    of_centres: bool = False,
    known: Mapping[str, str] | None = None,
) -> Layout:
    """The rows with the most headings that we know, in either language, and what they mean.

    ``known``: what people decided earlier that a heading, folded, means.
    """
    best, layout = (-1, 0, 0), Layout(0, ())
    heads = [homes.without(row, of_centres) for row in grid[:HIGHEST]]
    for header in range(len(heads)):
        for depth in range(1, min(DEEPEST, header + 1) + 1):
            rows = heads[header + 1 - depth : header + 1]
            names = named(schema, rows, of_centres, known or {})
            certain = sum(1 for one in names if one.name and one.is_certain)
            likely = sum(1 for one in names if one.name)
            score = (2 * certain + likely, -depth, -header)
            if score > best:
                best, layout = score, Layout(header, tuple(n.name for n in names), depth=depth)
    return _with_lower(schema, heads, layout, of_centres, known or {})


def is_heading_row(schema: type[RecordSchema], row: Sequence[str]) -> bool:
    """Whether a row below the headings holds headings itself."""
    cells = [cell for cell in row if cell]
    if len(cells) < FEWEST or any(map(DIGIT.search, cells)):
        return False
    many = sum(bool(one.name and one.is_certain) for one in named(schema, [row], True, {}))
    return many == len(cells) or (many > FEWEST and 2 * many >= len(cells))


def is_same_table(schema: type[RecordSchema], row: Sequence[str], layout: Layout) -> bool:
    """Whether such a row means the same columns as the headings of the table."""
    names = named(schema, [row], True, {})
    pairs = zip(names, layout.columns, strict=False)
    return not any(map(scale_in, row)) and all(a.name == b for a, b in pairs if a.name)


def _with_lower(
    schema: type[RecordSchema],
    heads: Sequence[Sequence[str]],
    layout: Layout,
    of_centres: bool,
    known: Mapping[str, str],
) -> Layout:
    """The layout with the row below its headings, if that divides or explains them.

    "Kế hoạch" and "Thực hiện" below one heading make two columns of it, neither of which is
    certain; "(nghìn đồng)" says what a column is counted in.
    """
    lower = layout.header + 1
    if lower >= len(heads) or not any(layout.columns):
        return layout
    above, row = heads[layout.header], heads[lower]
    own = [n for n, cell in enumerate(row) if cell and cell != "".join(above[n : n + 1])]
    if not own or not all(_is_hint(row[n]) or _is_below_merged(above, row, n) for n in own):
        return layout
    names = named(schema, heads[lower - layout.depth : lower + 1], of_centres, known)
    columns = [*layout.columns, *[""] * (len(names) - len(layout.columns))]
    for place in own:
        if not _is_hint(row[place]):
            columns[place] = names[place].name
    columns = [name if name not in columns[:n] else "" for n, name in enumerate(columns)]
    return layout._replace(header=lower, depth=layout.depth + 1, columns=tuple(columns))


def _is_hint(cell: str) -> bool:
    return bool(HINT.fullmatch(cell.strip()))


def _is_below_merged(above: Sequence[str], row: Sequence[str], place: int) -> bool:
    """Whether the cell is below a heading that is spread over several columns."""
    heads = [n for n, cell in enumerate(above[: place + 1]) if cell]
    if not heads or DIGIT.search(row[place]):
        return False
    after = next((n for n in range(heads[-1] + 1, len(above)) if above[n]), len(row))
    return after - heads[-1] > 1 and sum(map(bool, row[heads[-1] : after])) > 1


def named(
    schema: type[RecordSchema],
    rows: Sequence[Sequence[str]],
    of_centres: bool,
    known: Mapping[str, str],
) -> list[Known]:
    """What each column means, by its rows of headings."""
    ways = list(_ways(rows))
    names = [_first(schema, way, of_centres, known) for way in ways]
    taken: set[str] = set()
    certain: list[Known | None] = []
    for name in names:
        is_new = name is None or not name or name not in taken
        certain.append(None if name is None else Known(name if is_new else ""))
        taken.add(name or "")
    result = []
    for way, one in zip(ways, certain, strict=True):
        like = likely(schema, way[-1]) if one is None and way else []
        is_other = not like or _is_otherwise(schema, like[0], way[-1])
        only = like[0] if not is_other and len(like) == 1 and like[0] not in taken else ""
        taken.add(only)
        result.append(one or Known(only, False))
    return result


def is_passed_over(heading: str) -> bool:
    """Whether it is no loss if nobody asks what the column is: a serial number, or our own."""
    return not heading.strip() or _plain(heading) in SERIAL or fold(heading) in OWN


def likely(schema: type[RecordSchema], heading: str) -> list[str]:
    """The fields that it is like: one if it is taken for it, several if it is to be asked about."""
    bare = _expanded(_bare(heading))
    if not bare or is_passed_over(heading):
        return []
    if bare in WHEN and schema.day_field:
        return [schema.day_field]
    after = {n: f.after for n, f in fields(schema).items() if isinstance(f, Day) and f.after}
    if bare in UNTIL and after:
        return [name for name in after if after[name] == schema.day_field] or list(after)
    if bare in NAMED and schema.title_field:
        return [schema.title_field]
    if bare in ATTENDED and "attendance_count" in fields(schema):
        return ["attendance_count"]
    if bare in PEOPLE or bare in WHOLE:  # of whom, or how many times, it does not say
        counts = [(name, f) for name, f in _plain_fields(schema) if type(f) is Count]
        return [name for name, _ in sorted(counts, key=lambda one: not one[1].required)][:6]
    words, result, groups = _words(bare), [], []
    for name, field in _plain_fields(schema):
        segments = _segments(field)
        if any(words == segment or _is_most(words, segment) for segment in segments):
            result.append(name)
        elif words and field.group and words <= _words(_bare(field.group.vi)):
            groups.append(name)
    return result or groups


def resembling(schema: type[RecordSchema], heading: str) -> list[str]:
    """The fields that share a word with it, the likeliest first: to be proposed."""
    words = _words(_expanded(_bare(heading)))
    shared = {
        name: len(words & {word for segment in _segments(field) for word in segment})
        for name, field in _plain_fields(schema)
    }
    return sorted((name for name in shared if shared[name]), key=lambda name: -shared[name])


def decided(layout: Layout) -> dict[str, str]:
    """What people decided that headings mean, by the heading, folded."""
    result = layout.decided(HEADING)
    return {key: answer.removeprefix(MEANT) for (_, key), answer in result.items()}


def _ways(rows: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """For each column, the texts by which its heading can be known, the surest first."""
    width = max(map(len, rows), default=0)
    *above, last = [[row[n] if n < len(row) else "" for n in range(width)] for row in rows]
    spread = [_spread(row) for row in above]
    for place in range(width):
        own, upper = last[place], [row[place] for row in above]
        over = [row[place] for row in spread]
        whole = [text for text in (*over, own) if text]
        bare = own or next((text for text in reversed(upper) if text), "")
        if own and fold(own) in WHOLE and whole[:-1]:
            yield [" ".join(whole), *reversed(whole[:-1])]
        elif own and whole[:-1]:
            yield [" ".join(whole[first:]) for first in range(len(whole))]
        else:
            yield [bare] if bare else []


def _spread(row: Sequence[str]) -> list[str]:
    """A row of headings in which each also covers the empty cells to its right."""
    result: list[str] = []
    for cell in row:
        result.append(cell or (result[-1] if result else ""))
    return result


def _first(
    schema: type[RecordSchema], way: Sequence[str], of_centres: bool, known: Mapping[str, str]
) -> str | None:
    """The cell that the first of the texts means that means any; ``None`` if none does."""
    for heading in way:
        if (meaning := known.get(fold(heading))) is not None:
            return meaning
        if name := _name_of(schema, heading, of_centres):
            return name
    return "" if way and is_passed_over(way[-1]) else None


def _name_of(schema: type[RecordSchema], heading: str, of_centres: bool) -> str:
    wanted = _plain(heading)
    if wanted in ("", ID, *map(_plain, RECORD_ID)):
        return ID if wanted else ""
    for name, its in fields(schema).items():
        if isinstance(its, PerCriterion):
            if code := code_of({_plain(name), *map(_plain, its.label)}, heading, _plain):
                return f"{name}.{code}"
        elif wanted in (_plain(name), *map(_plain, its.label)):
            return "" if _is_share(its, heading) else name
    if of_centres and wanted in {_plain(name) for label in CENTRES for name in label}:
        return CENTRE
    return _without_hints(schema, heading)


def _without_hints(schema: type[RecordSchema], heading: str) -> str:
    """The one field that is called so but for brackets, units and abbreviations on either side."""
    bare = _expanded(_bare(heading))
    names = [name for name, its in _plain_fields(schema) if bare in map(_bare, its.label)]
    is_one = bare and len(names) == 1 and not _is_otherwise(schema, names[0], heading)
    return names[0] if is_one else ""


def _is_otherwise(schema: type[RecordSchema], name: str, heading: str) -> bool:
    """Whether the heading negates the field, or counts in another unit."""
    return bool(OTHERWISE.search(fold(heading))) or _is_share(fields(schema)[name], heading)


def _is_share(field: Labelled, heading: str) -> bool:
    """Whether the heading says that a share or hundreds stand where the field counts."""
    hints = " ".join(["%" if "%" in heading else "", *BRACKETS.findall(fold(heading))])
    return type(field) is Count and bool(SHARE.search(hints))


def _plain_fields(schema: type[RecordSchema]) -> list[tuple[str, Labelled]]:
    return [(n, f) for n, f in fields(schema).items() if not isinstance(f, PerCriterion)]


@lru_cache(4096)
def _plain(heading: str) -> str:
    """A heading without accents, capitals, stars and brackets."""
    return " ".join(ORNAMENT.sub(" ", fold(heading)).split())


@lru_cache(4096)
def _bare(heading: str) -> str:
    """The same without brackets, and without the unit behind it."""
    folded = UNIT.sub("", BRACKETS.sub(" ", fold(heading)).strip(" *:.-"))
    return " ".join(ORNAMENT.sub(" ", folded.replace(".", " ")).split())


def _expanded(bare: str) -> str:
    return " ".join(SHORT.get(word, word) for word in bare.split())


def _words(bare: str) -> frozenset[str]:
    return frozenset(bare.split()) - STOP


def _segments(field: Labelled) -> Collection[frozenset[str]]:
    return _segments_of(field.label.vi)


@lru_cache(4096)
def _segments_of(label: str) -> tuple[frozenset[str], ...]:
    pieces = [label, *re.split(r"[,;(]", label)]
    return tuple(filter(None, (_words(_bare(piece)) for piece in pieces)))


def _is_most(words: frozenset[str], segment: frozenset[str]) -> bool:
    """Whether they are some of its words and more than half of them."""
    return bool(words) and words <= segment and 2 * len(words) > len(segment)

"""Values made from declarations alone, so that a new record type is tested by itself."""

from datetime import date

from hypothesis import strategies as st
from marshmallow import ValidationError

from schemas.fields import (
    Choice,
    Count,
    Day,
    DecimalNumber,
    Flag,
    Labelled,
    Listed,
    Number,
    Paragraph,
    PerCriterion,
    Related,
    Score,
    Text,
)
from schemas.fields.uses import use
from schemas.formatting.vietnamese import tidy, tidy_lines
from schemas.forms import by_cell
from schemas.record import check, fields, record_types

LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")) | st.sampled_from(
    "Đđưởữỵằ'=+-@,;\"\n"
)
CODES = st.sampled_from(["1.1", "1.2", "2.10", "3", "A"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@use("values for tests")
def values(field: Labelled):
    """Plain values that such a field takes, as they are stored."""
    raise NotImplementedError


@values.register
def _(field: Text):
    letters = min(field.length, 40)
    return st.text(LETTERS, max_size=letters).map(tidy).filter(bool).filter(_is_short(field))


@values.register
def _(field: Paragraph):
    found = st.text(LETTERS, max_size=80).map(tidy_lines)
    return found.filter(bool).filter(_is_short(field))


@values.register
def _(field: Choice):
    return st.sampled_from(list(field.codes.options))


@values.register
def _(field: Day):
    return st.dates(field.first, field.last).map(date.isoformat)


@values.register
def _(field: Number):
    return st.integers(field.least, field.most)


@values.register
def _(field: Count):
    return st.integers(0, 5000)


@values.register
def _(field: Score):
    return st.integers(0, 200).map(lambda halves: halves // 2 if halves % 2 == 0 else halves / 2)


@values.register
def _(field: DecimalNumber):
    tenths = st.integers(0, 1000)
    return tenths.map(lambda found: found // 10 if found % 10 == 0 else found / 10)


@values.register
def _(field: Related):
    return st.uuids().map(str)


@values.register
def _(field: Flag):
    return st.booleans()


@values.register
def _(field: PerCriterion):
    return st.dictionaries(CODES, values(field.cell), max_size=4)


@values.register
def _(field: Listed):
    return st.just(field.sample)


@st.composite
def records(draw, schema):
    """The plain values of a valid record of that type, some optional fields left empty."""
    found, example = {}, schema.example()
    for name, field in fields(schema).items():
        if isinstance(field, Listed):
            found[name] = example[name]
        elif isinstance(field, PerCriterion):
            found |= {f"{name}.{code}": v for code, v in draw(values(field)).items()}
        elif field.required or draw(st.booleans()):
            found[name] = draw(values(field))
    return _mended(schema, _fitted(schema, found))


@st.composite
def typed_records(draw):
    """A record type and a valid record of it."""
    schema = draw(st.sampled_from(list(record_types().values())))
    return schema, draw(records(schema))


def _is_short(field):
    return lambda text: len(text) <= field.length


def _fitted(schema, found):
    """No part larger than its whole, no end before its start."""
    for name, field in fields(schema).items():
        if getattr(field, "of", None) in found and name in found:
            found[name] = min(found[name], found[field.of])
        if getattr(field, "after", None) in found and name in found:
            found[name] = max(found[name], found[field.after])
    return found


def _mended(schema, found):
    """Without the optional fields that a rule of the type objects to; or else the example."""
    try:
        check(schema, found)
    except ValidationError as error:
        wrong = by_cell(error).keys() & found.keys()
        kept = {name: value for name, value in found.items() if name not in wrong}
        return _mended(schema, kept) if len(kept) < len(found) else schema.example()
    return found

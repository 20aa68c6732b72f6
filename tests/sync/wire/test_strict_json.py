"""One text, one meaning, and never more memory than was agreed on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire import strict_json

MANY = 1000
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text('aé,[{"\\'), inner),
    max_leaves=20,
)


@given(values, st.booleans())
def test_what_every_reader_reads_alike_is_read(value, is_ascii):
    text = json.dumps(value, ensure_ascii=is_ascii).encode()

    assert value == strict_json.loads(text, MANY)


@pytest.mark.parametrize(
    "text",
    [
        b'{"a":1,"a":2}',
        b"NaN",
        b"-Infinity",
        b"1e999",
        b'"\\u0000"',
        b'{"\\u0000":1}',
        b'"\\ud800"',
        b'[{"a":["\\udfff\\ud800"]}]',
        b'"\xed\xa0\x80"',
        b'"\xff"',
        b"\xef\xbb\xbf1",
        "1".encode("utf-16"),
        b"[" * 100_000 + b"]" * 100_000,
        b"9" * 5000,
        b"",
        b"1 2",
        b'"\x00"',
        b"'a'",
    ],
    ids=range(18),
)
def test_what_two_readers_read_differently_is_not_read(text):
    with pytest.raises(ValueError):  # noqa: PT011 - its words are for the log
        strict_json.loads(text, 10**6)


@given(st.binary(max_size=60))
def test_whatever_the_bytes_are_they_are_a_value_or_an_error(data):
    try:
        found = strict_json.loads(data, MANY)
    except ValueError:
        return
    json.dumps(found, allow_nan=False, ensure_ascii=False).encode()


@pytest.mark.parametrize("text", [b"[[],[],[]]", b"[0,0,0,0]", b'{"a":{"b":{"c":{}}}}'])
def test_values_are_counted_before_they_are_made(text):
    assert json.loads(text) == strict_json.loads(text, 8)
    with pytest.raises(ValueError, match="more values"):
        strict_json.loads(text, 4)


def test_a_text_full_of_commas_is_one_value():
    assert "," * 100 == strict_json.loads(json.dumps("," * 100).encode(), 1)


@pytest.mark.parametrize(("value", "levels"), [(1, 0), ([], 1), ({"a": 1}, 1), ([1, {"a": []}], 3)])
def test_how_deep_a_value_is(value, levels):
    assert levels == strict_json.depth(value)

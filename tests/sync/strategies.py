"""Any change that could ever travel."""

from hypothesis import strategies as st

from sync.changes import Change, Key
from sync.clock import Timestamp, base36

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
names = st.one_of(st.sampled_from(["title", "female_count", "_deleted", "Tên"]), texts)
ids = st.one_of(st.uuids().map(str), st.uuids().map(lambda u: str(u).upper()), texts)
marks = st.one_of(
    st.builds(lambda n: "Ab3-_xYz" + base36(n), st.integers(0, 99)),
    st.sampled_from(["", "Ab3-_xYz00", "Ab3-_xYz-1", "Ab3-_xYz1 ", "Ab3-_xYz１"]),
    texts,
)
stamps = st.builds(
    Timestamp, st.integers(0, 2**45), st.one_of(st.just(0), st.integers(0, 2**40)), marks
)
numbers = (
    st.integers()
    | st.integers(-(10**60), 10**60)
    | st.floats(allow_nan=False, allow_infinity=False)
)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
keys = st.builds(Key, ids, st.sampled_from(["activity", "evaluation"]) | texts, ids)
changes = st.builds(
    Change,
    key=keys,
    fields=st.dictionaries(names, values, max_size=4),
    at=stamps,
    seen=st.dictionaries(names, stamps, max_size=3),
    author=st.sampled_from(["", "Lan", "Bùi Thị Hoà"]),
    replica=st.sampled_from(["", "a.1", "b.2"]),
    number=st.integers(0, 2**52),
)
histories = st.lists(changes, max_size=8).map(tuple)

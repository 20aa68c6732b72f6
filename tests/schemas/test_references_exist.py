"""Whatever is typed, a form or a file stores no reference to a record that does not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from schemas import forms, references
from schemas.context import Context, Named, within
from schemas.fields import Related
from schemas.importing.intake import read_csv
from schemas.record import fields, get, owner_of
from schemas.tables import tabular

A, B, GONE = (f"{n}b1c7e0a-5f0d-5c39-9d3e-7f1e2a4b6c80" for n in "123")
THERE = (Named(A, "Bùi Văn Đẳng"), Named(B, "Bùi Thị Hoa"))
KNOWN = Context(
    names=lambda kind: THERE,
    name=lambda kind, name: dict(THERE).get(name, ""),
    exists=lambda kind, name: name in (A, B),
)
RELATED = [
    (one.record_type, one.field)
    for one in references.links()
    if isinstance(fields(get(one.record_type))[one.field], Related)
]
LETTERS = st.characters(exclude_categories=("Cc", "Cs"))
pieces = st.sampled_from(
    [A, B, GONE, "Bùi", "Hoa", "hoa thi", "không tìm thấy: ", " (đã xóa)", "#"]
)
typed = st.lists(pieces | st.text(LETTERS, max_size=12), min_size=1, max_size=3).map("".join)


@given(st.sampled_from(RELATED), typed)
def test_a_form_stores_one_that_exists_or_says_what_is_wrong(link, text):
    schema, name = get(link[0]), link[1]
    with within(KNOWN):
        try:
            sent = {**forms.texts(schema, schema.example()), name: text}
            found = forms.read(schema, sent, owner_of(schema, name))[name]
        except ValidationError:
            return

    assert found in (A, B, None)


@given(typed)
def test_a_file_stores_one_that_exists_or_says_what_is_wrong(text):
    schema = get("role_assignment")
    cell = text.replace('"', "").replace("\n", " ").replace("\r", " ")
    with within(KNOWN):
        whole = "".join(tabular.write_csv(schema, [{**schema.example(), "person": A}], "vi"))
        for line in read_csv(schema, whole.replace("Bùi Văn Đẳng", f'"{cell}"')):
            assert line.errors or line.values["person"] in (A, B, None)


@pytest.mark.parametrize("link", RELATED, ids="-".join)
def test_one_that_does_not_exist_is_shown_as_not_found_whatever_the_type(link):
    schema, name = get(link[0]), link[1]
    row = {**schema.example(), name: GONE, "_area": "a1"}
    with within(KNOWN):
        shown = [
            tabular.cells(schema, row, "vi", [name])[0],
            forms.texts(schema, row)[name],
            forms.in_words(schema, row, "vi")[name],
        ]

    assert [f"không tìm thấy: {GONE}"] * 3 == shown

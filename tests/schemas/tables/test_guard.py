import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.tables.guard import guarded, unguarded

TEXTS = st.text("'=+-@\t\r\n ,\"ă1x", max_size=8)


@given(TEXTS)
def test_a_guarded_text_comes_back_as_it_was(text):
    assert text == unguarded(guarded(text))


@given(TEXTS)
def test_no_spreadsheet_runs_a_guarded_text(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["cam", "'cam", "1 - 2", ""])
def test_an_ordinary_text_stays_as_it_is(text):
    assert text == guarded(text) == unguarded(text)

"""What stands on the sheet opens it however it is typed, and a slip is found on its line."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from server.recovery import sheet
from server.recovery.sheet import LineWrong
from sync import check_words

SECRETS = st.binary(min_size=sheet.SECRET, max_size=sheet.SECRET)
PLACES = st.tuples(st.integers(0, sheet.LINES - 1), st.integers(0, sheet.WORDS - 1))


def text(rows):
    return "\n".join(" ".join(row) for row in rows)


def as_typed(written, data):
    """The same as a person may type it: blanks, capitals, accents, numbers, all in one line."""
    if data.draw(st.booleans()):
        written = (
            check_words.plain(written.replace("\n", ";")) if data.draw(st.booleans()) else written
        )
    if data.draw(st.booleans()):
        written = written.upper()
    rows = [f"{n}.  {row} ,\t" for n, row in enumerate(written.splitlines(), 1)]
    return data.draw(st.sampled_from(["\n", "\n\n", "  ", "\r\n"])).join(rows)


@given(SECRETS, st.data())
def test_it_is_read_back_however_it_is_typed(secret, data):
    assert secret == sheet.typed(as_typed(text(sheet.lines(secret)), data))


@given(SECRETS, PLACES, st.integers(0, 255))
def test_another_word_is_found_on_its_line(secret, place, other):
    rows, (at, column) = sheet.lines(secret), place
    assume(rows[at][column] != check_words.WORDS[other])
    rows[at][column] = check_words.WORDS[other]
    with pytest.raises(LineWrong) as wrong:  # but for one slip in 65 000, and that has another key
        sheet.typed(text(rows))

    assert (at + 1, "") == (wrong.value.line, wrong.value.word)


@given(SECRETS, PLACES)
def test_a_wrong_letter_is_named_with_its_line(secret, place):
    rows, (at, column) = sheet.lines(secret), place
    rows[at][column] += "x"
    with pytest.raises(LineWrong) as wrong:
        sheet.typed(text(rows))

    assert (at + 1, check_words.plain(rows[at][column])) == (wrong.value.line, wrong.value.word)


def test_lines_that_were_swapped_are_found():
    rows = sheet.lines(bytes(range(16)))
    with pytest.raises(LineWrong) as wrong:
        sheet.typed(text([rows[1], rows[0], *rows[2:]]))

    assert 1 == wrong.value.line


@given(SECRETS, st.integers(0, sheet.LINES * sheet.WORDS - 1))
def test_a_sheet_that_was_not_typed_to_its_end_is_none(secret, count):
    every = [word for row in sheet.lines(secret) for word in row]
    with pytest.raises(LineWrong):
        sheet.typed(" ".join(every[:count]))
    with pytest.raises(LineWrong):
        sheet.typed(" ".join([*every, *every[: count + 1]]))


@given(SECRETS, SECRETS)
def test_two_sheets_have_two_numbers_and_open_two_locks(one, other):
    assume(one != other)

    assert sheet.public_key(one) != sheet.public_key(other)
    assert sheet.number(sheet.public_key(one)) != sheet.number(sheet.public_key(other))

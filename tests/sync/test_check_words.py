"""A code of words survives a telephone and a keyboard without accents."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.check_words import WORDS, plain, words
from sync.check_words import data as bytes_of

SOUNDS = {"tr": "ch", "gi": "d", "r": "d", "v": "d", "x": "s"}  # alike in some dialect


def heard(word):
    bare = plain(word)
    if re.match("n(?![gh])", bare):
        return "l" + bare[1:]
    start = next((start for start in SOUNDS if bare.startswith(start)), "")
    return SOUNDS.get(start, "") + bare[len(start) :]


def test_there_is_a_word_for_every_byte():
    assert 256 == len(WORDS) == len(set(WORDS))


def test_no_two_words_are_the_same_without_their_accents():
    assert 256 == len(set(map(plain, WORDS)))


def test_no_two_words_sound_the_same_in_a_dialect():
    assert 256 == len(set(map(heard, WORDS)))


@given(st.binary(min_size=4, max_size=9))
def test_a_code_is_known_again_however_it_is_typed(data):
    code = words(data, 4)

    assert (
        plain(" ".join(code)) == plain("-".join(code).upper()) == plain(", ".join(map(plain, code)))
    )
    assert bytes(map(WORDS.index, code)) == data[:4]


@given(st.binary(max_size=20))
def test_words_are_their_bytes_again(data):
    assert data == bytes_of(" ".join(words(data, 20))) == bytes_of(plain(" ".join(words(data, 20))))


def test_a_word_that_is_none_of_ours_is_named():
    with pytest.raises(LookupError, match="xyz"):
        bytes_of("Cầu xyz đèn")


def test_composed_and_decomposed_letters_are_the_same():
    assert "dat duong" == plain("Đất đường") == plain("Đa\u0302\u0301t  đu\u031bo\u031b\u0300ng")

"""The words on the sheet, and what the secret seals."""

import pytest

from client_agent.encryption import recovery_key
from client_agent.errors import KeyWrong, SettingsDamaged, WordUnknown
from sync.check_words import plain
from sync.errors import StoreLocked

SECRET = bytes(range(16))
WORDS = recovery_key.sheet_words(SECRET)


def test_eighteen_words_bring_the_secret_back_with_accents_or_without():
    assert 18 == len(WORDS)
    assert (
        SECRET
        == recovery_key.parse(" ".join(WORDS))
        == recovery_key.parse(plain(", ".join(WORDS)).upper())
    )


@pytest.mark.parametrize(
    "wrong", [WORDS[1:], WORDS[::-1], [*WORDS, "cầu"], ["cầu", *WORDS[1:]], []]
)
def test_words_that_do_not_fit_together_are_reported(wrong):
    with pytest.raises(KeyWrong):
        recovery_key.parse(" ".join(wrong))


def test_a_word_that_is_none_of_ours_is_named():
    with pytest.raises(WordUnknown, match="laptop"):
        recovery_key.parse(" ".join(["laptop", *WORDS[1:]]))


def test_neither_the_name_nor_the_sealed_seed_says_the_secret():
    sealed = recovery_key.encrypt_seed(b"s" * 32, SECRET)

    assert SECRET.hex() not in recovery_key.key_id(SECRET)
    assert recovery_key.key(SECRET).hex() not in recovery_key.key_id(SECRET)
    assert b"s" * 8 not in sealed
    assert (
        b"s" * 32
        == recovery_key.decrypt_seed(sealed, SECRET)
        == recovery_key.decrypt_seed(b"s" * 32, b"")
    )


def test_a_sealed_seed_without_its_secret_is_locked_and_with_another_it_is_damaged():
    sealed = recovery_key.encrypt_seed(b"s" * 32, SECRET)

    with pytest.raises(StoreLocked):
        recovery_key.decrypt_seed(sealed, b"")
    with pytest.raises(SettingsDamaged):
        recovery_key.decrypt_seed(sealed, b"o" * 16)
    with pytest.raises(SettingsDamaged):
        recovery_key.decrypt_seed(sealed[:-1], SECRET)

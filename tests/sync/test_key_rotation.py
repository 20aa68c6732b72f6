"""Newer keys are believed from the known key alone, whole, and never backwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import key_rotation
from sync.errors import NotSigned
from sync.key_rotation import Keys
from sync.wire import seal

OLD, OTHER = seal.new_seed(), seal.new_seed()
KNOWN = seal.public_key(OLD)
NEWER = Keys(3, seal.public_key(seal.new_seed()), seal.public_key(seal.new_seed()))


def test_what_the_known_key_says_is_taken():
    assert key_rotation.accepted(key_rotation.statement(NEWER, OLD), KNOWN, 0) == NEWER


@pytest.mark.parametrize("generation", [3, 4, 255])
def test_nobody_goes_back_to_older_keys(generation):
    assert key_rotation.accepted(key_rotation.statement(NEWER, OLD), KNOWN, generation) is None


def test_what_another_key_says_is_not_taken():
    with pytest.raises(NotSigned):
        key_rotation.accepted(key_rotation.statement(NEWER, OTHER), KNOWN, 0)


@given(st.data())
def test_a_statement_that_was_changed_is_not_taken(data):
    said = key_rotation.statement(NEWER, OLD)
    name = data.draw(st.sampled_from(sorted(said)))
    changed = {**said, name: data.draw(st.text(max_size=50))}
    if changed == said:
        return
    with pytest.raises(NotSigned):
        key_rotation.accepted(changed, KNOWN, 0)


@given(st.dictionaries(st.sampled_from(["generation", "signing", "x"]), st.text(max_size=9)))
def test_what_is_no_statement_is_reported_to_be_none(said):
    with pytest.raises(NotSigned):
        key_rotation.accepted(said, KNOWN, 0)

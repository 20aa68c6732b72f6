"""What no database keeps is no message."""

import pytest

from sync.clock import Timestamp
from sync.wire.guards import stamp, text, whole


@pytest.mark.parametrize("value", [-1, 2**53, True, 1.0, "1", None])
def test_a_number_is_whole_and_within_bounds(value):
    with pytest.raises((ValueError, TypeError)):
        whole(value)


@pytest.mark.parametrize("value", ["a\0b", 1, None, ["a"]])
def test_a_name_is_a_text_that_databases_keep(value):
    with pytest.raises(TypeError):
        text(value)


def test_a_timestamp_is_two_numbers_and_a_mark():
    assert Timestamp(5, 0, "x") == stamp(5, 0, "x")
    with pytest.raises(ValueError, match="bounds"):
        stamp(-5, 0, "x")

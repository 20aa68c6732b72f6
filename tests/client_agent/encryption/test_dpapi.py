"""What Windows keeps, it gives back to this account alone; elsewhere there is no such thing."""

import sys

import pytest

from client_agent.encryption import dpapi


@pytest.mark.skipif(sys.platform != "win32", reason="Windows alone has it")
def test_windows_gives_back_what_it_was_to_keep_and_lets_nobody_read_it():
    kept = dpapi.protect(b"sixteen bytes ..")

    assert b"sixteen bytes .." not in kept
    assert b"sixteen bytes .." == dpapi.unprotect(kept)
    with pytest.raises(OSError, match=r"\w"):
        dpapi.unprotect(kept[:-1] + b"?")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
@pytest.mark.parametrize("call", [dpapi.protect, dpapi.unprotect])
def test_elsewhere_that_is_an_error_of_the_system(call):
    with pytest.raises(OSError, match="only Windows"):
        call(b"secret")

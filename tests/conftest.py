"""What all tests share."""

import pytest

from client_agent import staff
from server import users


@pytest.fixture(scope="session", autouse=True)
def quick_hashes():
    """Passwords and PINs are hashed with Argon2id as before, but at its least cost.

    Processes that a test starts hash as the product does, and each hash says how it was made.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in (staff, users):
            patch.setattr(module, "OPERATIONS", 1)
            patch.setattr(module, "MEMORY", 8192)
        yield

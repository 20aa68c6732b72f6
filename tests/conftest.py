"""What all tests share."""

import gc
import os
import socket

import pytest

from client_agent.people import staff
from server.users import users

from .postgres import postgres_server
from .zygote import PROGRAMS, Zygotes

__all__ = ["postgres_server"]


def pytest_collection_finish():
    """What was made so far stays to the end: it need not be looked through for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)  # as the server has it


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


@pytest.fixture(scope="session", autouse=True)
def forked_programs():
    """Our programs that tests start are forked from a parent that has imported them once."""
    from demo import processes  # with the first test, not in every process that collects them

    if not hasattr(socket, "send_fds") or not hasattr(os, "fork"):
        yield
        return
    zygotes = Zygotes(PROGRAMS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processes, "launch", zygotes.start)
        yield
    zygotes.close()

"""A registry of record types that a test may add to."""

import pytest
from hypothesis import HealthCheck, settings

from schemas import record

# A machine that is busy with something else is no fault of ours.
settings.register_profile(
    "steady", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture
def registry():
    """What is declared during the test is forgotten after it."""
    with record.trial():
        yield

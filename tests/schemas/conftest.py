"""A registry of record types that a test may add to."""

import pytest

from schemas import record


@pytest.fixture
def registry(monkeypatch):
    """What is declared during the test is forgotten after it."""
    record.record_types()  # all there are, so that the copy is whole
    monkeypatch.setattr(record, "_types", dict(record._types))

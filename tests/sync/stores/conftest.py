"""Stores in a file, as many connections to it as a test wants."""

import pytest

from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.projections import projections


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.db"


@pytest.fixture
def another(path):
    """Opens the same file once more."""
    return lambda **types: SqliteStore(connect(path), projections(**types))


@pytest.fixture
def store(another):
    return another()

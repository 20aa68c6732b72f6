"""Every store is held to the same promises."""

import pytest

from sync.stores.memory import MemoryStore
from sync.stores.sqlite import SqliteStore, connect

from .projections import projections


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def make(request, tmp_path_factory):
    """Makes empty stores of one kind."""
    if request.param == "memory":
        return MemoryStore
    return lambda: SqliteStore(connect(tmp_path_factory.mktemp("s") / "store.db"), projections())


@pytest.fixture
def store(make):
    return make()

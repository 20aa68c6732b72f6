"""Every store is held to the same promises."""

import pytest

from sync.stores.memory import MemoryStore
from sync.stores.sqlite import SqliteStore, connect

from .projections import projections


@pytest.fixture(scope="module", params=["memory", "sqlite", "encrypted"])
def make(request, tmp_path_factory):
    """Makes empty stores of one kind."""
    if request.param == "memory":
        return MemoryStore
    if request.param == "encrypted":
        pytest.importorskip("sqlcipher3")
    key = bytes(range(32)) if request.param == "encrypted" else b""
    folder = tmp_path_factory.mktemp
    return lambda: SqliteStore(connect(folder("s") / "store.db", key), projections())


@pytest.fixture
def store(make):
    return make()

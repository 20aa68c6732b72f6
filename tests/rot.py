"""Changes bytes in a database file, as a disk does that grows old; SQLite itself sees nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing


def rot(path, old, new):
    """Change those bytes, wherever they stand, and have nobody keep them in memory."""
    assert len(old) == len(new)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma wal_checkpoint(truncate)")
    data = path.read_bytes()
    assert data.count(old)
    path.write_bytes(data.replace(old, new))
    with closing(sqlite3.connect(path)) as conn:
        assert [("ok",)] == conn.execute("pragma quick_check").fetchall()
        ((version,),) = conn.execute("pragma user_version")
        conn.execute(f"pragma user_version = {version + 1}")  # whoever has it open reads it anew

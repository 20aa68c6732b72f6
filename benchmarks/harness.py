"""The harness in which the peers were measured: its cases, its records, its counting proxy."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

MISSING = """\
There is no harness in {folder}: run.py, proxy.py and gen_records.py are looked for there.
Say where it is with --harness DIR; without it there is no link and no work to measure with."""


class Harness(NamedTuple):
    cases: ModuleType  # its run.py
    proxy: ModuleType
    gen_records: ModuleType
    exchange: ModuleType  # the least HTTP
    glue: ModuleType
    peer: Any  # our adapter

    def records(self, start: int, count: int) -> list[dict[str, Any]]:
        records: list[dict[str, Any]] = self.cases.records(start, count)
        return records


def load(folder: Path) -> Harness:
    """:raises SystemExit: with a sentence, if there is no harness in ``folder``"""
    if not all((folder / f"{name}.py").is_file() for name in ("run", "proxy", "gen_records")):
        raise SystemExit(MISSING.format(folder=folder))
    sys.path.append(str(folder))  # after our own folder; ``peers`` is a package in two places
    spec = importlib.util.spec_from_file_location("harness_run", folder / "run.py")
    assert spec is not None
    assert spec.loader is not None
    cases = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(cases)
    names = ("proxy", "gen_records", "peers.exchange", "peers.glue")
    peer = importlib.import_module("peers.khuyenhoc.peer").Peer
    return Harness(cases, *map(importlib.import_module, names), peer)

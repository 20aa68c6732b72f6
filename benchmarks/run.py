#!/usr/bin/env python3
"""Measure what the product costs, each figure beside its limit in the same run.

Prints one table and writes all that was measured as JSON. Run it by the checkout's own Python:
.venv/bin/python benchmarks/run.py
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
sys.path.insert(1, str(ROOT))  # for demo, which is not installed

import centre  # noqa: E402
import exchanges  # noqa: E402
import limits  # noqa: E402
import strangers  # noqa: E402
import table  # noqa: E402
from harness import load  # noqa: E402


def main() -> int:
    options = arguments()
    harness = load(options.harness)
    now, busy = datetime.datetime.now().astimezone(), os.getloadavg()
    say("what nobody can beat by much")
    least = limits.measure(harness, options.quick, options.large)
    say("the centre's PC")
    ours, more = centre.measure(harness, options.quick)
    say("exchanges")
    sizes = exchanges.Sizes(options.quick, options.large, options.repeats)
    rows = exchanges.run(harness, sizes)
    ours |= exchanges.values(rows)
    say("what strangers cost")
    ours["stranger"] = max(strangers.measure().values())
    least |= more
    about = {**machine(now), "load before": busy, "load after": os.getloadavg()}
    print(", ".join(f"{name} {value}" for name, value in about.items()), end="\n\n")
    print(table.markdown(ours, least))
    whole = {**about, "ours": ours, "limits": least, "rows": rows}
    print("\nWritten to", write(options.results / f"{now:%Y%m%d-%H%M%S}.json", whole))
    return complain(exchanges.wrong(rows))


def arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__)
    beside = ROOT.parent / "shared" / "bench"
    add = words.add_argument
    add("--harness", type=Path, default=beside, metavar="DIR", help="where the harness is")
    add("--results", type=Path, default=FOLDER / "results", metavar="DIR", help="where JSON goes")
    add("--quick", action="store_true", help="small sizes: some two minutes")
    add("--large", action="store_true", help="also with 100 000 records: some minutes more")
    add("--repeats", type=int, default=1, metavar="N", help="exchanges N times; medians count")
    return words.parse_args()


def machine(now: datetime.datetime) -> dict[str, object]:
    """When and on what; seconds say little without the load, here and in the table."""
    return {
        "at": now.isoformat(timespec="minutes"),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "cores": os.cpu_count(),
    }


def write(path: Path, measured: dict[str, object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(measured, indent=1, ensure_ascii=False), encoding="utf-8")
    return path


def complain(rows: list[exchanges.Row]) -> int:
    """Say what went wrong; return the exit status."""
    for row in rows:
        print("NOT RIGHT:", row, file=sys.stderr)
    return 1 if rows else 0


def say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""From a fresh checkout: ``python3 run.py demo`` shows it, ``python3 run.py test`` checks it.

Needs Python 3.11 with pip and venv, no compiler. Makes ``.venv``, installs the locked, hashed
dependencies (from ``wheelhouse/`` when that folder exists, then without any network) and goes
on in there. Knows the standard library only.

    demo [--once]   a server, 210 centres, records made offline, synced, counted
    test [pytest arguments]   all that CI runs; with arguments, only pytest with them
    wheelhouse      download what is needed, for machines without a network
    lock            pin the dependencies anew (needs uv)
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
import venv
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"demo": "app.lock", "test": "dev.lock", "wheelhouse": "dev.lock"}
HALVES = (PYTHON, "-m", "coverage", "run", "--parallel-mode", "-m", "pytest")
UV = ["uv", "pip", "compile", "setup.cfg", "--universal", "--generate-hashes", "--quiet"]
UV += ["--no-header", "--no-annotate"]


def main(arguments: list[str]) -> int:
    command, *rest = arguments or ["help"]
    if command == "lock":
        return lock()
    if command not in LOCKS:
        print(__doc__)
        return 0 if command in ("help", "-h", "--help") else 64
    if sys.version_info < (3, 11):
        print("Cần Python 3.11 trở lên. / Python 3.11 or later is needed.", file=sys.stderr)
        return 64
    install(ROOT / "requirements" / LOCKS[command])
    return {"demo": demo, "test": test, "wheelhouse": wheelhouse}[command](rest)


def install(lock: Path) -> None:
    """Bring ``.venv`` to what ``lock`` says; nothing to do if it was brought there before."""
    wanted = hashlib.sha256(lock.read_bytes() + (ROOT / "setup.cfg").read_bytes()).hexdigest()
    stamp = VENV / f"installed-{lock.stem}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print(
        f"Đang cài các gói cần thiết vào {VENV.name} … / Installing into {VENV.name} …", flush=True
    )
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    pip("install", "--require-hashes", "-r", str(lock), *_source())
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT), *_source())
    stamp.write_text(wanted)


def demo(arguments: list[str]) -> int:
    return run(PYTHON, "-m", "demo", *arguments)


def test(arguments: list[str]) -> int:
    """Run all checks in turn, or pytest with ``arguments``; stop at the first that fails."""
    if arguments:
        return run(PYTHON, "-m", "pytest", *arguments)
    steps: list[tuple[object, ...]] = [
        (PYTHON, "-m", "ruff", "format", "--check", "."),
        (PYTHON, "-m", "ruff", "check", "."),
        (PYTHON, "-m", "mypy"),
        (BIN / "lint-imports",),
        (PYTHON, "-m", "coverage", "erase"),
        HALVES,
        (PYTHON, "-m", "coverage", "combine", "--quiet"),
        (PYTHON, "-m", "coverage", "report"),
        (PYTHON, "-m", "demo", "--once"),
    ]
    for step in steps:
        name = " ".join(str(part) for part in step[1:]) or "lint-imports"
        print(f"\n=== {name}", flush=True)
        began = time.monotonic()
        if status := both_halves() if step is HALVES else run(*step):
            print(f"\nKHÔNG ĐẠT / FAILED: {name}", file=sys.stderr)
            return status
        print(f"--- {time.monotonic() - began:.0f} s", flush=True)
    print("\nTất cả đều đạt. / Everything passed.")
    return 0


def both_halves() -> int:
    """All tests, in two halves side by side: one alone takes longer than CI has patience.

    What the second says is printed when both are over. What is in no list is in the first.
    """
    second_half = ("tests/schemas", "tests/server", "tests/simulation", "tests/sync")
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        with subprocess.Popen(
            (*HALVES, *second_half), cwd=ROOT, stdout=said, stderr=said
        ) as second:
            status = run(*HALVES, *(f"--ignore={folder}" for folder in second_half))
            if status < 0:  # somebody ended it
                second.terminate()
        said.seek(0)
        print(said.read(), flush=True)
    return abs(status) or abs(second.returncode)


def wheelhouse(_: list[str]) -> int:
    lock = ROOT / "requirements" / LOCKS["wheelhouse"]
    return run(PYTHON, "-m", "pip", "download", "--require-hashes", "-r", lock, "-d", "wheelhouse")


def lock() -> int:
    """Pin every dependency with its hashes, for all platforms."""
    sets: dict[str, list[str]] = {
        "agent.lock": ["--python-version", "3.10"],
        "agent-cipher.lock": ["--python-version", "3.10", "--extra", "cipher"],
        "app.lock": ["--python-version", "3.11", "requirements/build.in", "--extra", "server"],
        "dev.lock": ["--python-version", "3.11", "requirements/build.in", "--extra", "server"],
    }
    sets["dev.lock"] += ["--extra", "dev", "--extra", "cipher"]
    return max(run(*UV, *how, "-o", f"requirements/{name}") for name, how in sets.items())


def pip(*arguments: str) -> None:
    """:raises SystemExit: with pip's own words on the screen, if it fails"""
    quiet = ["--quiet", "--disable-pip-version-check"]
    if run(PYTHON, "-m", "pip", *arguments, *quiet):
        raise SystemExit(
            "Không cài được các gói cần thiết. / The dependencies could not be installed."
        )


def _source() -> list[str]:
    folder = ROOT / "wheelhouse"
    return ["--no-index", "--find-links", str(folder)] if folder.is_dir() else []


def run(*command: object) -> int:
    """Run a command in the checkout; Ctrl-C is the command's to handle, SIGTERM is passed on."""
    with subprocess.Popen([str(part) for part in command], cwd=ROOT) as child:
        before = signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        try:
            while True:
                try:
                    return child.wait()
                except KeyboardInterrupt:
                    continue
        finally:
            signal.signal(signal.SIGTERM, before)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

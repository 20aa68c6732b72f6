"""Pages of docs/ as something to run: their blocks of code, changes to the checkout, sessions."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SESSION = """
import doctest, sys
text = sys.stdin.read()
names = {"__name__": "session"}
if len(sys.argv) > 1:
    exec(open(sys.argv[1], encoding="utf-8").read(), names)
examples = doctest.DocTestParser().get_doctest(text, names, "session", "a page", 0)
outcome = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(examples)
sys.exit(bool(outcome.failed) or not outcome.attempted)
"""


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def blocks(text: str, start: str) -> list[str]:
    """The content of each block of code that begins with that line."""
    return re.findall(rf"^```{re.escape(start)}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def copied(folder: Path, *names: str) -> Path:
    """Those folders and files of the checkout, in ``folder``, to be changed."""
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target)
    return folder


def apply(diffs: Iterable[str], folder: Path) -> None:
    """Change the files as a page shows it.

    :raises AssertionError: if the files of today are others than the page says
    """
    for diff in diffs:
        command = ["git", "apply", "-p1", "--unidiff-zero", "-"]
        done = subprocess.run(
            command, input=diff, cwd=folder, capture_output=True, text=True, encoding="utf-8"
        )
        assert 0 == done.returncode, done.stderr


def python(code: str, typed: str, path: Iterable[Path], *arguments: str) -> str:
    """What a program prints that finds its modules on that path, the first first."""
    path = list(path)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=typed,
        cwd=path[0],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, path)),
            "PYTHONSAFEPATH": "",
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def session(text: str, path: Iterable[Path], *files: str) -> None:
    """Type a session in Python, and compare what it prints with what the page shows."""
    python(SESSION, text, path, *files)

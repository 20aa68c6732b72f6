"""``python3 run.py quick``: which tests say soonest that a change is wrong.

Those of the changed files come first, then a core of what must never break, then those that
import what changed, the nearest first. They run until the CPU seconds of ``BUDGET`` are used
up; what was left out is told, and ``python3 run.py test`` runs it.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
BUDGET = 80  # CPU seconds, those of started processes included; the test that is on may end
FOLDERS = ("client_agent", "demo", "reporting", "schemas", "server", "sync", "tests", "webui")
CORE = (
    "tests/sync/test_merge.py",
    "tests/sync/test_exchange.py",
    "tests/contracts",
    "tests/simulation/test_seeds.py",
    "tests/test_house.py",
    "tests/test_documentation.py",
)


class Budget:
    """Runs no test any more once the seconds are used up."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.left_out = seconds, 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self) -> bool | None:
        if sum(os.times()[:4]) < self.seconds:
            return None
        self.left_out += 1
        return True

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.left_out:
            terminalreporter.write_line(
                f"{self.left_out} more tests of what imports the change did not fit into"
                f" {self.seconds} CPU seconds: python3 run.py test runs them."
            )


def main(arguments: list[str]) -> int:
    chosen = choose(ROOT, changed(ROOT))
    fast = ["-q", "-m", "not slow", "-p", "no:cacheprovider", "--maxfail=10"]
    return int(pytest.main([*fast, *chosen, *arguments], plugins=[Budget(BUDGET)]))


def changed(root: Path) -> set[str]:
    """The files that differ from the main branch, or from the last commit if none does."""
    bases = [_git(root, "merge-base", "HEAD", name) for name in ("main", "origin/main")]
    base = next((found[0] for found in bases if found), "HEAD")
    new = _git(root, "ls-files", "--others", "--exclude-standard")
    found = {*_git(root, "diff", "--name-only", base), *new}
    return found or set(_git(root, "diff", "--name-only", "HEAD~1"))


def choose(root: Path, changes: set[str]) -> list[str]:
    """The tests to run for those files, in their order."""
    named = [test for path in sorted(changes) for test in namesakes(root, path)]
    core = [path for path in CORE if (root / path).exists()]
    return list(dict.fromkeys([*named, *core, *importers(root, changes)]))


def namesakes(root: Path, path: str) -> Iterator[str]:
    """The tests that bear the name of the file, or else those of the nearest folder."""
    file = PurePosixPath(path)
    if file.parts[0] == "tests":
        if file.name.startswith("test_") and (root / file).exists():
            yield path
        return
    stem = file.parent.name if file.name == "__init__.py" else file.stem
    for folder in (file.parent, *file.parent.parents):
        test = PurePosixPath("tests", folder, f"test_{stem}.py")
        if (root / test).exists():
            yield str(test)
            return
    if file.suffix != ".py":
        yield from _beside(root, file)


def _beside(root: Path, file: PurePosixPath) -> Iterator[str]:
    """The tests of the nearest folder above a template, a style or a table."""
    for folder in list(file.parents)[:-1]:
        if tests := sorted(root.glob(f"tests/{folder}/test_*.py")):
            yield from (test.relative_to(root).as_posix() for test in tests)
            return


def importers(root: Path, changes: set[str]) -> list[str]:
    """The tests of what imports the changed modules, directly or not, the nearest first."""
    modules = {_module(path): path for path in _sources(root)}
    users: dict[str, set[str]] = {}
    for name, path in modules.items():
        for used in _imports(root / path, name, modules):
            users.setdefault(used, set()).add(name)
    distance = {name: 0 for name, path in modules.items() if path in changes}
    waiting = deque(distance)
    while waiting:
        name = waiting.popleft()
        for user in sorted(users.get(name, ())):
            if user not in distance:
                distance[user] = distance[name] + 1
                waiting.append(user)
    nearest = [modules[name] for name in sorted(distance, key=lambda name: (distance[name], name))]
    return [test for path in nearest for test in namesakes(root, path)]


def _imports(path: Path, name: str, modules: dict[str, str]) -> Iterator[str]:
    """The modules of ours that a module imports; a test also "imports" the fixtures above it."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: package.count(".") + 2 - node.level]
            start = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            for alias in node.names:
                inner = f"{start}.{alias.name}"
                yield inner if inner in modules else start
    while package.startswith("tests"):
        if name != f"{package}.conftest":
            yield f"{package}.conftest"
        package = package.rpartition(".")[0]


def _sources(root: Path) -> list[str]:
    found = (path for folder in FOLDERS for path in (root / folder).rglob("*.py"))
    return sorted(path.relative_to(root).as_posix() for path in found)


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _git(root: Path, *words: str) -> list[str]:
    """What git prints, line by line; nothing where it knows no answer."""
    command = ["git", "-c", "core.quotepath=off", *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Which tests ``python3 run.py quick`` chooses, and when it stops."""

import subprocess
import sys

import pytest

from tests import quick

FILES = {
    "sync/__init__.py": "",
    "sync/merge.py": "",
    "server/__init__.py": "from . import web",
    "server/web/__init__.py": "def register():\n    from . import board, lists",
    "server/web/bars.py": "from sync.merge import merge",
    "server/web/board.py": "from .bars import bars",
    "server/web/lists.py": "",
    "server/web/templates/lists.html": "",
    "tests/__init__.py": "",
    "tests/sync/test_merge.py": "import sync.merge",
    "tests/server/conftest.py": "from server import create_app",
    "tests/server/test_units.py": "",
    "tests/server/web/test_board.py": "",
    "tests/server/web/test_lists.py": "",
    "tests/simulation/test_seeds.py": "",
}
CORE = ["tests/sync/test_merge.py", "tests/simulation/test_seeds.py"]
BOARD, LISTS, UNITS = (
    f"tests/server/{name}.py" for name in ("web/test_board", "web/test_lists", "test_units")
)


@pytest.fixture
def tree(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "chosen"),
    [
        ("sync/merge.py", [*CORE, BOARD, UNITS, LISTS]),  # by way of bars, board and fixtures
        ("server/web/bars.py", [*CORE, BOARD, UNITS, LISTS]),
        ("server/web/lists.py", [LISTS, *CORE, UNITS, BOARD]),
        ("server/web/templates/lists.html", [LISTS, *CORE]),
        ("server/web/templates/other.html", [BOARD, LISTS, *CORE]),
        ("tests/server/test_units.py", [UNITS, *CORE]),
        ("tests/server/conftest.py", [*CORE, UNITS, BOARD, LISTS]),
        ("README.md", CORE),
    ],
)
def test_what_changed_comes_first_then_the_core_then_what_imports_it(tree, changed, chosen):
    assert chosen == quick.choose(tree, {changed})


def git(folder, *words):
    own = ["-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run(["git", *own, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def history(tmp_path):
    """A branch that changed two files since ``main``, one of them not committed, and a new one."""
    git(tmp_path, "init", "-b", "main")
    for name in ("committed", "touched", "same"):
        (tmp_path / name).write_text("1")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "one")
    git(tmp_path, "checkout", "-b", "work")
    (tmp_path / "committed").write_text("2")
    git(tmp_path, "commit", "-am", "two")
    (tmp_path / "touched").write_text("2")
    (tmp_path / "được").write_text("1")
    return tmp_path


def test_what_changed_is_all_that_main_does_not_have(history):
    assert {"committed", "touched", "được"} == quick.changed(history)


def test_where_nothing_differs_from_main_it_is_the_last_commit(history):
    git(history, "add", ".")
    git(history, "commit", "-m", "three")
    git(history, "branch", "-f", "main")

    assert {"touched", "được"} == quick.changed(history)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (1000, "2 passed"),
        (0, "2 more tests of what imports the change did not fit into 0 CPU seconds"),
    ],
)
def test_it_stops_when_its_seconds_are_used_up_and_says_so(tmp_path, seconds, told):
    (tmp_path / "test_it.py").write_text("def test_a(): pass\ndef test_b(): pass\n")
    program = "import pytest, sys; from tests.quick import Budget"
    run = f"pytest.main(['-q', sys.argv[1]], [Budget({seconds})])"
    command = [sys.executable, "-c", f"{program}; {run}", str(tmp_path)]
    done = subprocess.run(command, cwd=quick.ROOT, capture_output=True, text=True, check=True)

    assert told in done.stdout

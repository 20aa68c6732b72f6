"""The pages as a whole: what they weigh, and that a new record type needs no edit here."""

import subprocess
import sys
from pathlib import Path

import pytest

import client_agent.web

WEIGH = """
import sys, time
begun = time.perf_counter()
from pathlib import Path
from client_agent.agent import Agent
from client_agent.web import create_app
app = create_app(Agent(Path(sys.argv[1])))
assert app.test_client().get("/login").status_code == 200
heavy = [name for name in ("requests", "server", "hypothesis") if name in sys.modules]
with open("/proc/self/status") as file:
    kilobytes = next(line.split()[1] for line in file if line.startswith("VmRSS"))
print(time.perf_counter() - begun, kilobytes, heavy)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measured on Linux")
def test_the_first_page_is_there_in_a_second_and_in_60_megabytes(tmp_path):
    command = [sys.executable, "-c", WEIGH, str(tmp_path)]
    seconds, kilobytes, heavy = subprocess.check_output(command, text=True).split(maxsplit=2)

    assert "[]" == heavy.strip()
    assert int(kilobytes) < 60 * 1024
    assert float(seconds) < 2  # one second on a machine that does nothing else


def test_no_page_names_a_record_type_but_the_evaluation():
    folder = Path(client_agent.web.__file__).parent
    files = [f for f in [*folder.rglob("*.html"), *folder.glob("*.py")] if "texts" not in f.name]
    named = {
        f.name
        for f in files
        for kind in ("activity", "centre_profile")
        if kind in f.read_text("utf-8")
    }

    assert set() == named

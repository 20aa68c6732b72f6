"""The pages as a whole: what they weigh, and that a new record type needs no edit here."""

import subprocess
import sys
from pathlib import Path

import pytest

import client_agent.web

WEIGH = """
import sys, time
from pathlib import Path
from client_agent.agent import Agent
from client_agent.web import create_app
app = create_app(Agent(Path(sys.argv[1])))
assert app.test_client().get("/login").status_code == 200
heavy = [name for name in ("requests", "server", "hypothesis") if name in sys.modules]
with open("/proc/self/status") as file:
    kilobytes = next(line.split()[1] for line in file if line.startswith("VmRSS"))
print(time.process_time(), kilobytes, heavy)
"""
BARE = """
import time
import flask, flask_wtf, marshmallow, nacl.signing, sqlite_utils
app = flask.Flask("bare")
app.get("/login")(lambda: flask.render_template_string("{{ 1 }}"))
assert app.test_client().get("/login").status_code == 200
print(time.process_time())
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measured on Linux")
def test_the_first_page_costs_four_bare_pages_of_flask_at_most_and_60_megabytes(tmp_path):
    """A bare page is 0.2 s on a quick machine; what both take grows alike on a slow one."""
    ours = [sys.executable, "-c", WEIGH, str(tmp_path)]
    seconds, kilobytes, heavy = subprocess.check_output(ours, text=True).split(maxsplit=2)
    bare = subprocess.check_output([sys.executable, "-c", BARE], text=True)

    assert "[]" == heavy.strip()
    assert int(kilobytes) < 60 * 1024
    assert float(seconds) < 4 * float(bare)


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

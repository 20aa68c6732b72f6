"""Takes one safeguard out at a time; somebody must notice.

``python -m tests.simulation.ablations [name ...]`` copies the sources, replaces one piece
of text and tells the stories, and then runs seeds, until something goes red. A safeguard
that can go and nobody notices is either not needed or not tested. Slow: not part of the
test run; ``test_ablations`` does a handful.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from .safeguards import bundling, carrying, exchanging, meeting, mending, settling, storing, writing

ROOT = Path(__file__).parents[2]
SEEDS = 2000
STUCK = "--timeout=60"  # a story that never ends is red, too
PATIENCE = 1800  # seconds for all the seeds, or all the stories
CORE = (
    "bounds",
    "bundle",
    "bundle_exchange",
    "damaged_rows",
    "exchange",
    "freshness",
    "merge",
    "namesakes",
    "repair",
    "replica",
    "rollback",
    "session",
    "siblings",
)
STORIES = (
    *(f"tests/sync/test_{name}.py" for name in CORE),
    "tests/sync/stores/test_bundles.py",
    "tests/sync/stores/test_connection.py",
    "tests/sync/stores/test_sqlite.py",
    "tests/contracts",
    "tests/sync/wire",  # the longest
)
SAFEGUARDS = {
    name: safeguard
    for module in (writing, exchanging, meeting, settling, mending, storing, carrying, bundling)
    for name, safeguard in module.SAFEGUARDS.items()
}


def ablate(name, seeds=SEEDS):
    """Run without that safeguard; return what went red, or an empty text."""
    path, *_, worlds = SAFEGUARDS[name]
    with without(name) as folder:
        stories = ["-q", "-x", "--tb=line", "-p", "no:cacheprovider", STUCK, *nearest_first(path)]
        found = _red(folder, "pytest", *stories)
        return found or ("" if worlds == "none" else red_world(folder, worlds, 0, seeds))


def nearest_first(path):
    """The stories, and before all others those of the module that lacks the safeguard."""
    own = str(PurePosixPath("tests", path).with_name(f"test_{PurePosixPath(path).name}"))
    return sorted(STORIES, key=lambda story: not own.startswith(story))


@contextmanager
def without(name):
    """A folder with our sources, where that safeguard is taken out."""
    path, says, left, _ = SAFEGUARDS[name]
    with tempfile.TemporaryDirectory() as folder:
        for part in ("sync", "tests/sync", "tests/contracts", "tests/simulation"):
            shutil.copytree(ROOT / part, Path(folder, part))
        Path(folder, "tests/__init__.py").touch()
        text = Path(folder, path).read_text(encoding="utf-8")
        assert says in text, f"{path} no longer says {says!r}"
        Path(folder, path).write_text(text.replace(says, left), encoding="utf-8")
        yield folder


def red_world(folder, worlds, first, seeds):
    """The first of so many worlds that goes red there, and why."""
    kind = [f"--{worlds}"] if worlds else []
    where = ["--from", str(first), "--first", "--cores", "1"]
    return _red(folder, "tests.simulation", str(seeds), *where, *kind)


def _red(folder, *module):
    # The sources of the folder come before those that are installed.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    how = {"cwd": folder, "env": env, "capture_output": True, "text": True, "timeout": PATIENCE}
    try:
        done = subprocess.run([sys.executable, "-m", *module], check=False, **how)
    except subprocess.TimeoutExpired:
        return "never ends"
    said = [line for line in done.stdout.splitlines() if line.startswith(("seed", "FAILED"))]
    return (said or [done.stderr])[0] if done.returncode else ""


if __name__ == "__main__":
    for name in sys.argv[1:] or SAFEGUARDS:
        print(f"{name:55} {ablate(name)[:150] or 'GREEN'}", flush=True)

"""Every command can say Vietnamese, whatever code page the output has."""

import json
import sys

import pytest

import run
from client_agent.cli import cli as agent_cli
from server.cli import cli as server_cli

CP1252 = {"PYTHONIOENCODING": "cp1252"}
PYTHON = sys.executable
# Each command in turn in one process: what it says of itself, and what it says to no arguments.
ALL = """
import importlib, json, sys
main = importlib.import_module(sys.argv[1]).main
outcomes = []
for words in json.loads(sys.argv[2]):
    sys.argv[:] = ["program", "--folder", "nowhere", *words]
    try:
        outcomes.append(main())
    except SystemExit as ended:
        outcomes.append(ended.code)
print(json.dumps(outcomes))
"""
UNEXPECTED = 1


def words_of(group, *before):
    """How each command is called: for its help, and without an argument."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from words_of(command, *before, name)
        else:
            yield [*before, name, "--help"]
            yield [*before, name]


@pytest.mark.parametrize(
    ("module", "group"),
    [("client_agent.cli", agent_cli), ("server.__main__", server_cli)],
    ids=["agent", "server"],
)
@pytest.mark.parametrize("settings", [{}, CP1252], ids=str)
def test_every_command_speaks_utf8_to_a_pipe(bare, settings, module, group, tmp_path):
    words = [w for w in words_of(group) if w[-1] not in ("run", "serve", "datasette")]
    path = [str(run.ROOT), *(p for p in sys.path if p)]
    env = {"PYTHONPATH": ":".join(path), "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    env |= {"PYTHONUTF8": "0", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin", **settings}
    done = bare(PYTHON, "-c", ALL, module, json.dumps(words), env=env, input=b"")
    text, errors = done.stdout.decode(), done.stderr.decode()
    outcomes = json.loads(text.splitlines()[-1])

    assert [] == [w for w, code in zip(words, outcomes, strict=True) if code == UNEXPECTED]
    assert "ờ" in text + errors
    assert "UnicodeEncodeError" not in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("module", ["run", "demo"])
def test_what_shows_the_product_speaks_utf8_too(bare, module):
    env = {"PYTHONPATH": str(run.ROOT), "PYTHONUTF8": "0", "LC_ALL": "C", **CP1252}
    done = bare(PYTHON, "-m", module, "--help", env=env | {"PYTHONCOERCECLOCALE": "0"})

    assert 0 == done.returncode, done.stderr
    assert "offline" in done.stdout.decode()


@pytest.mark.parametrize(
    ("module", "words", "code"),
    [("client_agent.cli", ["staff", "add", "Lan"], 64), ("server", ["user", "so"], 2)],
    ids=["agent", "server"],
)
def test_what_is_piped_in_and_is_no_utf8_is_reported_to_be_so(bare, tmp_path, module, words, code):
    env = {"PYTHONPATH": str(run.ROOT), "HOME": str(tmp_path), **CP1252}
    command = (PYTHON, "-W", "ignore", "-m", module, "--folder", str(tmp_path / "a"))
    if module == "server":
        bare(*command, "init", env=env)
    done = bare(*command, *words, env=env, input=b"\xf0\xea1234\n" * 2, start_new_session=True)

    assert code == done.returncode
    assert "không phải chữ UTF-8" in done.stderr.decode()
    assert b"Traceback" not in done.stderr

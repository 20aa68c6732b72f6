"""A fork of a parent that has imported a program is what a start of the program is."""

import os
import signal
import subprocess
import sys

import pytest

from .zygote import Zygotes

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks are of POSIX")
PROBE = """
import atexit, os, sys, time
if __name__ == "__main__":
    atexit.register(print, "at the end")
    print(sys.argv[1:], os.getcwd(), os.environ["PROBE"], os.getsid(0) == os.getpid())
    print(sys.stdin.read(), "Hòa Bình")
    print("complaint", file=sys.stderr)
    if "wait" in sys.argv:
        print("waiting", flush=True)
        time.sleep(60)
    if "raise" in sys.argv:
        raise OSError("no such thing")
    sys.exit(3)
"""


@pytest.fixture
def zygotes(tmp_path, monkeypatch):
    (tmp_path / "probe.py").write_text(PROBE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PROBE", "an environment")
    zygotes = Zygotes({"probe": ["probe"]})
    yield zygotes
    zygotes.close()


def ended(start, path, *arguments, **how):
    """What a process is given, writes and ends with."""
    argv = [sys.executable, "-m", "probe", *arguments]
    (path / "given").write_text("typed", encoding="utf-8")
    with (path / "given").open() as given, (path / "out").open("wb") as out:
        streams = {"stdin": given, "stdout": out, "stderr": subprocess.STDOUT}
        process = start(argv, **streams, **how)
        status = process.wait()
    return status, (path / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("how", [{}, {"start_new_session": True}])
def test_it_has_its_own_arguments_folder_environment_streams_and_status(
    zygotes, tmp_path, monkeypatch, how
):
    zygotes.start([sys.executable, "-m", "probe"], **silent()).wait()  # the parent is there
    monkeypatch.setenv("PROBE", "another")
    monkeypatch.chdir(tmp_path)
    forked = ended(zygotes.start, tmp_path, "--a", "b", **how)
    started = ended(subprocess.Popen, tmp_path, "--a", "b", **how)

    assert started == forked
    assert (3, True) == (forked[0], f"['--a', 'b'] {tmp_path} another" in forked[1])


def silent():
    return dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)


def test_what_nobody_expected_ends_it_as_it_ends_a_start(zygotes, tmp_path):
    status, text = ended(zygotes.start, tmp_path, "raise")

    assert (1, True) == (status, "OSError: no such thing" in text)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_it_is_killed_by_its_own_id_at_once(zygotes, number):
    streams = {**silent(), "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with zygotes.start([sys.executable, "-m", "probe", "wait"], **streams) as process:
        while process.stdout.readline() != "waiting\n":
            pass
        assert process.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.01)
        os.kill(process.pid, number)

        assert -number == process.wait()
        assert "" == process.stdout.read()
    assert not alive(process.pid)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_another_program_is_started_by_the_system(zygotes):
    process = zygotes.start([sys.executable, "-c", "raise SystemExit(4)"])

    assert isinstance(process, subprocess.Popen)
    assert 4 == process.wait()

"""Starts of our programs that cost a fork instead of all their imports.

A parent with the same interpreter has imported the program once; each start is a fork of it. That
is a process of its own: with its own arguments, environment, folder and streams, killed by its id
at any moment, and it runs the module as ``python -m`` does. What differs from a start by the
system: the imports are done already, so what happens during them is not tried, and all forks of
one parent hash texts alike. ``tests/demo/test_main.py``, ``tests/install`` and the tests of the
commands start programs as people do.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

PARENT = Path(__file__).with_name("zygote_parent.py")
LONGEST = 64 * 1024  # bytes of a start's arguments and environment
LIBRARIES = ("click", "flask", "flask_login", "flask_smorest", "flask_wtf", "jinja2")
LIBRARIES += ("marshmallow", "nacl.public", "requests", "sqlite_utils", "waitress")
PROGRAMS = {
    "server.cli": ("server.cli",),
    "client_agent.cli": ("client_agent.cli",),
    "tests.versions": LIBRARIES,  # it changes what our own modules find when they are imported
}
PATIENCE = 60  # seconds until a parent has imported everything


class Forked:
    """A process as ``subprocess.Popen`` shows it, as far as the tests ask."""

    def __init__(self, line: socket.socket, stdout: IO[Any] | None) -> None:
        self._line, self.stdout, self.returncode = line, stdout, None
        self.pid = int(line.recv(16))

    def poll(self) -> int | None:
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """:raises subprocess.TimeoutExpired:"""
        if self._ended(timeout) is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
        return self.returncode

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it ended, and its parent has not said so yet
                os.kill(self.pid, number)

    def __enter__(self) -> Forked:
        return self

    def __exit__(self, *_: object) -> None:
        if self.stdout:
            self.stdout.close()
        self.wait()

    def _ended(self, seconds: float | None) -> int | None:
        if self.returncode is None:
            self._line.settimeout(seconds)
            try:
                status = self._line.recv(16)
            except (BlockingIOError, TimeoutError):
                return None
            self.returncode = os.waitstatus_to_exitcode(int(status))
            self._line.close()
        return self.returncode


class Zygotes:
    """One parent for each interpreter and program; ``close`` ends them."""

    def __init__(self, programs: Mapping[str, Sequence[str]]) -> None:
        self._programs = programs  # and what the parent of each imports
        self._parents: dict[tuple[str, str], tuple[subprocess.Popen[bytes], socket.socket]] = {}

    def start(self, argv: Sequence[str], **how: Any) -> Forked | subprocess.Popen[Any]:
        """As ``subprocess.Popen``; of what is none of the programs, by it."""
        interpreter, flag, module, *arguments = argv
        if flag != "-m" or module not in self._programs:
            return subprocess.Popen(argv, **how)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        fds, stdout = _opened([how.get(n) for n in ("stdin", "stdout", "stderr")], how)
        asked = [arguments, str(Path.cwd()), dict(os.environ), "start_new_session" in how]
        packet = json.dumps(asked).encode()
        assert len(packet) < LONGEST
        socket.send_fds(self._parent(interpreter, module), [packet], [theirs.fileno(), *fds])
        theirs.close()
        for fd in fds:
            os.close(fd)
        return Forked(ours, stdout)

    def close(self) -> None:
        for process, line in self._parents.values():
            line.close()
            process.wait()
        self._parents.clear()

    def _parent(self, interpreter: str, module: str) -> socket.socket:
        if (interpreter, module) not in self._parents:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            source = PARENT.read_text(encoding="utf-8")
            imports = self._programs[module]
            argv = [interpreter, "-c", source, module, str(theirs.fileno()), *imports]
            process = subprocess.Popen(argv, pass_fds=[theirs.fileno()], start_new_session=True)
            theirs.close()
            ours.settimeout(PATIENCE)
            assert ours.recv(1) == b"!", "the parent does not start"
            self._parents[interpreter, module] = process, ours
        return self._parents[interpreter, module][1]


def _opened(streams: Sequence[Any], how: dict[str, Any]) -> tuple[list[int], IO[Any] | None]:
    """Copies of what the process reads and writes, and what we read of it if it is a pipe."""
    assert how.keys() <= {"stdin", "stdout", "stderr", "encoding", "start_new_session"}
    encoding = how.get("encoding")
    fds: list[int] = []
    stdout: IO[Any] | None = None
    for place, stream in enumerate(streams):
        if stream == subprocess.PIPE:
            assert place == 1, "only what it writes is read through a pipe"
            read, write = os.pipe()
            stdout = os.fdopen(read, "r" if encoding else "rb", encoding=encoding)
            fds.append(write)
        elif stream == subprocess.DEVNULL:
            fds.append(os.open(os.devnull, os.O_RDWR))
        elif stream == subprocess.STDOUT:
            fds.append(os.dup(fds[1]))
        else:
            fds.append(os.dup(place if stream is None else stream.fileno()))
    return fds, stdout

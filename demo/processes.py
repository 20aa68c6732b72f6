"""The processes that the demo starts, and how each of them ends when the demo ends."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any

import requests

PROGRAMS = ("server.cli", "client_agent.cli")
# How a process is started; tests start many, and need not import the libraries for each.
launch: Callable[..., subprocess.Popen[Any]] = subprocess.Popen
_given: set[int] = set()


class DidNotStart(Exception):
    """A process ended, or did not answer in time; carries the end of what it wrote."""


class Processes:
    """Starts processes of ours; leaving the ``with`` block ends every one of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        for process in self.running:
            process.terminate()
        try:
            for process in self.running:
                end(process)
        except KeyboardInterrupt:  # a second Ctrl-C: nothing may stay behind, nor take its time
            for process in self.running:
                process.kill()
            raise

    def start(self, name: str, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Run ``python -m module arguments``; what it writes goes to ``name.log``."""
        with (self.folder / f"{name}.log").open("ab") as log:
            process = launch(
                [interpreter(module), "-m", module, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the demo, which then ends its children
            )
        self.running.append(process)
        return process

    def serve(self, name: str, url: str, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a process and wait until it answers at ``url``.

        :raises DidNotStart: it ended, or did not answer within a minute.
        """
        process = self.start(name, module, *arguments)
        if not answers(url, process):
            wrote = (self.folder / f"{name}.log").read_text("utf-8", "replace")
            raise DidNotStart(f"{name}: {wrote[-2000:]}")
        return process


def interpreter(module: str) -> str:
    """The Python that runs ``module``: for our programs ``KHUYENHOC_PYTHON``, if that is set.

    So the journeys can run against an environment that has nothing but what people install.
    """
    ours = os.environ.get("KHUYENHOC_PYTHON") if module in PROGRAMS else None
    return ours or sys.executable


def run(module: str, *arguments: str, typed: str = "") -> str:
    """Run a command to its end and return what it printed.

    :raises DidNotStart: its exit code is not 0.
    """
    with TemporaryFile() as given, TemporaryFile() as wrote, TemporaryFile() as complained:
        given.write(typed.encode())
        given.seek(0)
        streams = {"stdin": given, "stdout": wrote, "stderr": complained}
        status = launch([interpreter(module), "-m", module, *arguments], **streams).wait()
        output, errors = _whole(wrote), _whole(complained)
    if status:
        raise DidNotStart(f"{module} {' '.join(arguments)}: {output}{errors}")
    return output


def _whole(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode().replace(os.linesep, "\n")


def answers(url: str, process: subprocess.Popen[bytes], seconds: float = 60) -> bool:
    end_at = time.monotonic() + seconds
    while time.monotonic() < end_at and process.poll() is None:
        try:
            requests.get(url, timeout=5, allow_redirects=False)
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return True
    return False


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end; after five seconds, make it."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """A port at which nobody listens, and that was given to nobody else here to listen at."""
    port = 0
    while not port or port in _given:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = int(listener.getsockname()[1])
    _given.add(port)
    return port

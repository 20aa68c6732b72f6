"""Real processes that start in no time: everything is imported once, each is a fork of that."""

from __future__ import annotations

import multiprocessing
import os
import socket
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from demo.province import Province
from server.cli import cli

from . import clerk

PATIENCE = 60  # seconds until a server must answer


class Red(AssertionError):
    """Something was lost, doubled, falsely promised, does not settle, or ended by itself."""


def command(folder: Path, *arguments: str) -> None:
    """Run ``khuyenhoc-server`` in this process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    cli(["--folder", str(folder), *arguments])


def kill(process: BaseProcess) -> None:
    """Kill it as a power cut does.

    :raises Red: if it had ended before
    """
    lived = process.is_alive()
    process.kill()
    process.join()
    if not lived:
        raise Red(f"{process.name} had ended by itself: {process.exitcode}")


class Forks:
    """There is one server of forks for all tests, so all of them have the same imported."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["__main__", clerk.__name__, __name__])

    def pipe(self) -> tuple[Connection, Connection]:
        """The end that hears, and the end that tells."""
        return self._context.Pipe(duplex=False)

    def start(self, work: Callable[..., object], *arguments: object) -> BaseProcess:
        process = self._context.Process(target=work, args=arguments)
        process.start()
        return process

    def serve(self, province: Province) -> BaseProcess:
        """A server that answers.

        :raises Red: if it does not
        """
        server = self.start(command, province.folder, "serve", "--port", str(province.port))
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and server.is_alive():
            try:
                socket.create_connection(("127.0.0.1", province.port), timeout=5).close()
            except OSError:
                time.sleep(0.01)
            else:
                return server
        raise Red(f"the server does not start: {server.exitcode}")

"""Whether a server starts on a folder and answers, tried in a process and at a port of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from .config import Config

PATIENCE = 60  # seconds


def answers(config: Config) -> bool:
    """Start it, ask how it is, and end it."""
    places = ["--folder", str(config.folder), "--secrets", str(config.secret_file)]
    arguments = [*places, "serve", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-m", "server.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        watch = threading.Timer(PATIENCE, process.kill)
        watch.start()
        try:
            assert process.stdout is not None
            return _is_well(process.stdout.readline().strip())
        finally:
            watch.cancel()
            process.terminate()


def _is_well(address: str) -> bool:
    """Whether somebody is well there; nobody is where no address is."""
    place = urlsplit(address)
    if not place.port:
        return False
    with closing(HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)) as line:
        try:
            line.request("GET", "/healthz")
            return line.getresponse().status == 200
        except (OSError, HTTPException):
            return False

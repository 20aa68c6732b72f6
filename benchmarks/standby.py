"""What a process costs that waits for somebody: memory, seconds until it answers, idle CPU."""

from __future__ import annotations

import http.client
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

SETTLING = 5  # seconds in which it may still do what a start brings with it
BARE = """
import sys, http.server
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page).serve_forever()
"""


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[tuple[int, float]]:
    """Its process id, and the seconds until its log-in page was there."""
    began = time.perf_counter()
    with log.open("ab") as out, subprocess.Popen(command, stdout=out, stderr=out) as child:
        try:
            wait_for(port, child)
            yield child.pid, time.perf_counter() - began
        finally:
            child.terminate()


def wait_for(port: int, child: subprocess.Popen[bytes]) -> None:
    """:raises RuntimeError: if it ends, or shows no page for a minute"""
    for _ in range(6000):
        if child.poll() is not None:
            break
        if answers(port):
            return
        time.sleep(0.01)
    raise RuntimeError(f"{child.args!r} does not answer")


def answers(port: int) -> bool:
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        asking.request("GET", "/login")
        return asking.getresponse().status < 500
    except OSError:
        return False
    finally:
        asking.close()


def idle(pid: int, seconds: float) -> dict[str, float]:
    """Its memory (MB) and what CPU it takes in that many seconds while nobody asks."""
    process = psutil.Process(pid)
    time.sleep(SETTLING)
    before = sum(process.cpu_times()[:2])
    time.sleep(seconds)
    used = sum(process.cpu_times()[:2]) - before
    return {"agent memory": process.memory_info().rss / 1e6, "agent idle": used}

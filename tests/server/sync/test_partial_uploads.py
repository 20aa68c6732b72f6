"""The web server itself, over a real socket: what came of a request that was cut is there."""

import socket
import threading
import time

import pytest
from waitress.server import create_server

from server.sync.partial_uploads import LONGEST, MACHINES, STRANGERS, keep_what_is_cut
from server.sync.resume_cache import ResumeCache
from sync.wire.envelope import Header
from sync.wire.resume import Rest

CALLED = bytes(range(16))
OTHER = b"another request."
FRONT = Header("d1", bytes(8)).pack()
BODY = FRONT + CALLED + bytes(range(250)) * 200


@pytest.fixture
def cache():
    return ResumeCache()


@pytest.fixture
def port(cache):
    server = create_server(lambda _environ, start: start("200 OK", []) and [], port=0, threads=1)
    keep_what_is_cut(server, cache)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.effective_port
    server.trigger.pull_trigger(lambda: server.asyncore.close_all(server._map))
    thread.join(5)


def send(port, path, body, length=0):
    """Send what there is of a body, in two goes, and break the connection."""
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length or len(BODY)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port)) as link:
        link.sendall(head.encode() + body[:10])
        time.sleep(0.02)
        link.sendall(body[10:])


def comes_to(cache, size, called=CALLED):
    """Wait until so much of the request has come."""
    until = time.monotonic() + 5
    while time.monotonic() < until and len(cache.add_part(Rest(called))) < size:
        time.sleep(0.01)
    return cache.add_part(Rest(called))


def test_what_came_before_the_cut_is_there_and_what_came_after_is_put_to_it(cache, port):
    send(port, "/api/v1/sync", BODY[:30_000])
    first = comes_to(cache, 30_000)
    send(port, "/api/v1/sync/rest", Rest(CALLED, 0, 30_000, BODY[30_000:45_000]).pack())
    second = comes_to(cache, 45_000)

    assert [BODY[:30_000], BODY[:45_000]] == [first, second]


@pytest.mark.parametrize(("path", "length"), [("/api/v1/enrol", 0), ("/api/v1/sync", LONGEST + 1)])
def test_what_is_no_exchange_or_larger_than_any_is_not_kept(cache, port, path, length):
    send(port, path, BODY[:3000], length)
    send(port, "/api/v1/sync", FRONT + OTHER + BODY[:3000])

    assert comes_to(cache, 3000, OTHER)
    assert b"" == cache.add_part(Rest(CALLED))


@pytest.mark.parametrize(
    ("path", "length", "is_read"),
    [
        ("/api/v1/sync", MACHINES, False),
        ("/api/v1/questions", MACHINES, False),
        ("/api/v1/enrol", STRANGERS, False),
        ("/api/v1/greeting", STRANGERS, False),
        ("/bundles", MACHINES, True),
    ],
)
def test_a_body_larger_than_any_is_refused_before_it_is_sent(port, path, length, is_read):
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), 0.3 if is_read else 5) as link:
        link.sendall(head.encode())
        try:
            said = link.recv(100)
        except TimeoutError:
            said = b""

    assert said.startswith(b"HTTP/1.1 413") != is_read

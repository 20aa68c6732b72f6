"""What stands on a line and understands HTTP: proxies, portals, and boxes that damage things.

A box is given each request, and the way to the province; what it returns goes to the centre.
The functions here make boxes. They compose with the faults of the line itself, see ``link``.
"""

from __future__ import annotations

import random
import re
import socket
from collections.abc import Callable
from typing import NamedTuple

CHUNK = 65_536
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
PORTAL = b"<html><h1>Nha nghi: WiFi mien phi</h1><form action=/login>...</form></html>"
STATUS = {
    200: b"HTTP/1.1 200 OK\r\nContent-Type: text/html",
    302: b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/login",
    401: b'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="WiFi"',
    511: b"HTTP/1.1 511 Network Authentication Required\r\nContent-Type: text/html",
}


class Message(NamedTuple):
    """A request or an answer: all before the empty line, and all after it."""

    head: bytes
    body: bytes

    @property
    def bytes(self) -> bytes:
        return self.head + b"\r\n\r\n" + self.body

    def headed(self, change: Callable[[list[bytes]], list[bytes]]) -> Message:
        """With other headers; the first line stays."""
        first, *headers = self.head.split(b"\r\n")
        return self._replace(head=b"\r\n".join([first, *change(headers)]))


Ask = Callable[[Message], Message]
Box = Callable[[Message, Ask], bytes]


class Gone(OSError):
    """One of the ends is gone, or says nothing that is HTTP."""


def serve(end: socket.socket, ask: Ask, box: Callable[[], Box]) -> None:
    """Answer at ``end`` as the box does, until somebody hangs up or an answer has no end."""
    with end:
        try:
            while request := heard(end):
                answer = box()(request, ask)
                end.sendall(answer)
                if not LENGTH.search(answer.partition(b"\r\n\r\n")[0]) or b"close" in answer[:300]:
                    return
        except OSError:
            return


def asker(target: tuple[str, int]) -> Ask:
    """The way to the province: a connection for each request."""

    def ask(request: Message) -> Message:
        with socket.create_connection(target, timeout=60) as end:
            end.sendall(request.bytes)
            answer = heard(end)
        if not answer:
            raise Gone
        return answer

    return ask


def heard(end: socket.socket) -> Message | None:
    """The next message, or None if there is none to come."""
    data = b""
    while b"\r\n\r\n" not in data:
        if not (more := end.recv(CHUNK)):
            return None
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = LENGTH.search(head)
    while len(body) < (int(length[1]) if length else 0):
        if not (more := end.recv(CHUNK)):
            raise Gone
        body += more
    return Message(head, body)


def plain(request: Message, ask: Ask) -> bytes:
    return ask(request).bytes


def portal(status: int) -> Box:
    """A log-in page, whatever is asked."""
    length = b"\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(PORTAL)
    return lambda _request, _ask: STATUS[status] + length + PORTAL


def mangled(request: Message, ask: Ask) -> bytes:
    """A proxy that rewrites every header it may, both ways, and ends the answer by hanging up."""

    def up(headers: list[bytes]) -> list[bytes]:
        kept = [h for h in headers if h.lower().startswith((b"host", b"content-length"))]
        added = [b"via: 1.1 proxy", b"x-forwarded-for: 10.0.0.7", b"accept-encoding: gzip, br"]
        return [h.lower() for h in kept] + [*added, b"content-type: text/plain; charset=utf-8"]

    def down(headers: list[bytes]) -> list[bytes]:
        kept = [h.lower() for h in headers if not LENGTH.match(h)]
        added = [b"VIA: 1.1 proxy", b"Content-Type: text/html", b"Set-Cookie: a=b", b"Age: 9"]
        return [*kept, *added, b"Connection: close"]

    return ask(request.headed(up)).headed(down).bytes


def truncated(count: int, *, is_told: bool = False) -> Box:
    """Of the answer's body only so many bytes; the header says so, or promises all of it."""

    def box(request: Message, ask: Ask) -> bytes:
        answer = ask(request)
        cut = answer._replace(body=answer.body[:count])
        if not is_told:
            return cut.headed(lambda headers: [*headers, b"Connection: close"]).bytes
        size = b"Content-Length: %d" % len(cut.body)
        return cut.headed(lambda all_: [size if LENGTH.match(h) else h for h in all_]).bytes

    return box


def corrupted(place: int, *, up: bool, mask: int = 0xFF) -> Box:
    """One byte of the body is another, in the request or in the answer."""

    def box(request: Message, ask: Ask) -> bytes:
        if up:
            return ask(flipped(request, place, mask)).bytes
        return flipped(ask(request), place, mask).bytes

    return box


def flipped(message: Message, place: int, mask: int) -> Message:
    body = bytearray(message.body)
    if body:
        body[place % len(body)] ^= mask
    return message._replace(body=bytes(body))


def doubled(request: Message, ask: Ask) -> bytes:
    """Delivers the request twice; the centre hears the second answer."""
    ask(request)
    return ask(request).bytes


class Late:
    """Gives each request the answer to an earlier one, and delivers the earlier one again."""

    def __init__(self) -> None:
        self.before: tuple[Message, Message] | None = None

    def __call__(self, request: Message, ask: Ask) -> bytes:
        answer = ask(request)
        before, self.before = self.before, (request, answer)
        if before is None:
            raise Gone  # the first answer is still under way
        ask(before[0])
        return before[1].bytes


def any_of(luck: random.Random) -> Box:
    """One of all of these, by luck."""
    place, mask, count = luck.randrange(2000), luck.randrange(1, 256), luck.randrange(400)
    return luck.choice(
        [
            mangled,
            doubled,
            portal(luck.choice(list(STATUS))),
            truncated(count, is_told=luck.random() < 0.5),
            corrupted(place, up=True, mask=mask),
            corrupted(place, up=False, mask=mask),
        ]
    )

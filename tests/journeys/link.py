"""The line between a centre and the province, as bad as a test wants it.

It records what passes; it can be cut after any byte of either direction, by a reset
or as if the other end had hung up, be slow, or end in a hotel's log-in page.
"""

from __future__ import annotations

import re
import socket
import threading
import time

from demo.relay import Address, Relay

REQUEST = re.compile(rb"(GET|POST|PUT|DELETE) (/\S*) HTTP/1\.1\r\n")
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
CAPTIVE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 40\r\nConnection: close\r\n\r\n"
    b"<html><h1>Nha nghi: WiFi mien phi</h1>\r\n"
)


class Cut(OSError):
    """The line is cut here."""


class Link(Relay):
    """A relay that a test can read and harm."""

    def __init__(self, target: Address) -> None:
        self.delay = 0.0
        self.page = b""
        self.clear()
        super().__init__(target)

    def clear(self) -> None:
        """Forget what passed; the line is whole again."""
        self.passed = {True: bytearray(), False: bytearray()}
        self.left: dict[bool, int | None] = {True: None, False: None}
        self.hangs_up = self.heals = False
        self.is_open = True

    @property
    def requests(self) -> list[str]:
        """What was asked, in order: ``POST /api/v1/sync``."""
        return [f"{m.decode()} {p.decode()}" for m, p in REQUEST.findall(bytes(self.passed[True]))]

    @property
    def up(self) -> int:
        return len(self.passed[True])

    @property
    def down(self) -> int:
        return len(self.passed[False])

    def cut_after(self, count: int, *, up: bool, hangs_up: bool = False) -> None:
        """Let ``count`` more bytes through in that direction, then cut the connection.

        The line is down from then on, until it is cleared; unless it ``heals``.
        """
        self.clear()
        self.left[up] = count
        self.hangs_up = hangs_up

    def carry(self, data: bytes, sink: socket.socket, up: bool) -> None:
        time.sleep(self.delay)
        left = self.left[up]
        part = data if left is None else data[:left]
        self.passed[up] += part
        sink.sendall(part)
        if left is not None:
            self.left[up] = left - len(part)
            if self.left[up] == 0:
                self._cut(sink)

    def _cut(self, sink: socket.socket) -> None:
        self.left = {True: None, False: None}
        self.is_open = self.heals
        if self.hangs_up:
            sink.shutdown(socket.SHUT_WR)
            time.sleep(0.01)  # the end of the stream arrives before the reset of the rest
        raise Cut

    def connected(self, near: socket.socket) -> socket.socket:
        if not self.page:
            return super().connected(near)
        ours, theirs = socket.socketpair()
        threading.Thread(target=self._show_page, args=(theirs,), daemon=True).start()
        return ours

    def _show_page(self, end: socket.socket) -> None:
        with end:
            heard = b""
            while not whole(heard):
                data = end.recv(65_536)
                if not data:
                    return
                heard += data
            end.sendall(self.page)


def whole(request: bytes) -> bool:
    """Whether a request was heard to its end; closing before that would reset the line."""
    head, found, body = request.partition(b"\r\n\r\n")
    length = LENGTH.search(head)
    return bool(found) and len(body) >= (int(length[1]) if length else 0)

"""The line between a centre and the province, as bad as a test wants it.

It records what passes; it can be slow, stall, be cut after any byte of either direction, by
a reset or as if the other end had hung up, and have a box on it that reads along.
"""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from typing import NamedTuple

from demo.relay import Address, Relay

from .middlebox import Box, asker, plain, serve

REQUEST = re.compile(rb"(GET|POST|PUT|DELETE) (/\S*) HTTP/1\.1\r\n")
TICKS = 20  # pieces in a second, of what goes over a slow line


class Cut(OSError):
    """The line is cut here."""


class Harm(NamedTuple):
    """What becomes of a direction once ``left`` more bytes have passed."""

    left: int
    hangs_up: bool = False
    stalls: float = 0.0  # seconds without a byte, instead of a cut


class Link(Relay):
    """A relay that a test can read and harm."""

    def __init__(self, target: Address) -> None:
        self._moves = threading.Event()
        self.clear()
        super().__init__(target)

    def clear(self) -> None:
        """Forget what passed; the line is whole again."""
        self._moves.set()
        self._moves = threading.Event()
        self.passed = {True: bytearray(), False: bytearray()}
        self.harm: dict[bool, Harm | None] = {True: None, False: None}
        self.rate: dict[bool, float] = {True: 0.0, False: 0.0}  # bytes a second; 0: any
        self.delay = 0.0
        self.heals = False
        self.next_harms: list[tuple[bool, Harm]] = []  # each once the one before has struck
        self.box: Box | None = None
        self.is_open = True
        self.connections = 0

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
        self.harm[up] = Harm(count, hangs_up)

    def cut_each(self, *counts: tuple[bool, int]) -> None:
        """Cut it again and again, and let it heal each time: so many bytes later, up or down."""
        self.clear()
        self.heals = True
        self.next_harms = [(up, Harm(count)) for up, count in counts]
        self._next_harm()

    def stall_after(self, count: int, *, up: bool, seconds: float) -> None:
        """Let ``count`` more bytes through, then none for so long; the connection stays open."""
        self.clear()
        self.harm[up] = Harm(count, stalls=seconds)

    def slow_down(self, *, up: float, down: float) -> None:
        """Let so many bytes a second through."""
        self.rate = {True: up, False: down}

    def stop(self) -> None:
        self._moves.set()
        super().stop()

    def carry(self, data: bytes, sink: socket.socket, up: bool) -> None:
        time.sleep(self.delay)
        for piece in self._pieces(data, up):
            self._carry(piece, sink, up)

    def _carry(self, data: bytes, sink: socket.socket, up: bool) -> None:
        harm = self.harm[up]
        part = data if harm is None else data[: harm.left]
        self.passed[up] += part
        sink.sendall(part)
        if harm is None:
            return
        self.harm[up] = harm._replace(left=harm.left - len(part))
        if harm.left == len(part):
            self._strike(harm, sink)
            self._carry(data[len(part) :], sink, up)

    def _pieces(self, data: bytes, up: bool) -> Iterator[bytes]:
        """The data, at the pace of the line."""
        rate = self.rate[up]
        size = max(1, int(rate / TICKS)) if rate else len(data)
        for start in range(0, len(data), size):
            piece = data[start : start + size]
            if rate:
                time.sleep(len(piece) / rate)
            yield piece

    def _strike(self, harm: Harm, sink: socket.socket) -> None:
        self._next_harm()
        if harm.stalls:
            self._moves.wait(harm.stalls)
            return
        self.is_open = self.heals
        if harm.hangs_up:
            sink.shutdown(socket.SHUT_WR)
            time.sleep(0.01)  # the end of the stream arrives before the reset of the rest
        raise Cut

    def _next_harm(self) -> None:
        self.harm = {True: None, False: None}
        if self.next_harms:
            up, harm = self.next_harms.pop(0)
            self.harm[up] = harm

    def connected(self, near: socket.socket) -> socket.socket:
        self.connections += 1
        if self.box is None or not self.is_open:
            return super().connected(near)
        ours, theirs = socket.socketpair()
        how = (theirs, asker(self.target), lambda: self.box or plain)
        threading.Thread(target=serve, args=how, daemon=True).start()
        return ours

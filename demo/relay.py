"""A TCP relay on loopback that can be opened and closed: the link of a centre.

While it is closed every connection is reset, those that are open and those that
come: the program at the other end sees what it sees when the line is cut.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading

Address = tuple[str, int]
CHUNK = 65_536


class Relay:
    """Passes every connection on to ``target``, as long as it is open."""

    def __init__(self, target: Address) -> None:
        self.target = target
        self.is_open = True
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.2)  # so that stop() is noticed
        self._sockets: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        host, port = self._listener.getsockname()
        return f"http://{host}:{port}"

    def open(self) -> None:
        self.is_open = True

    def close(self) -> None:
        """Cut the link; it can be opened again, under the same address."""
        self.is_open = False
        with self._lock:
            for end in list(self._sockets):
                reset(end)
            self._sockets.clear()

    def stop(self) -> None:
        """Close for good."""
        self.close()
        self._listener.close()
        self._thread.join(5)

    def carry(self, data: bytes, sink: socket.socket, up: bool) -> None:
        """Bring ``data`` to ``sink``; to raise an OSError is to cut this connection."""
        sink.sendall(data)

    def connected(self, near: socket.socket) -> socket.socket:
        """Return the far end of a connection; to raise an OSError is to reset the near one."""
        if not self.is_open:
            raise ConnectionRefusedError
        return socket.create_connection(self.target, timeout=10)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:  # stopped
                return
            threading.Thread(target=self._join, args=(near,), daemon=True).start()

    def _join(self, near: socket.socket) -> None:
        try:
            far = self.connected(near)
        except OSError:
            return reset(near)
        far.settimeout(None)
        with self._lock:
            self._sockets |= {near, far}
        back = threading.Thread(target=self._pump, args=(far, near, False), daemon=True)
        back.start()
        self._pump(near, far, True)
        back.join()
        with self._lock:
            self._sockets -= {near, far}
        near.close()
        far.close()
        return None

    def _pump(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        try:
            while data := source.recv(CHUNK):
                self.carry(data, sink, up)
            if not self.is_open:
                raise ConnectionResetError  # this was no end: close() woke us
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            reset(source)
            reset(sink)


def reset(end: socket.socket) -> None:
    """Close at once, as a cut line does: what is under way is lost, the peer gets an error."""
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    # Another thread may be waiting in recv(); this wakes it and says nothing to the peer.
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RD)
    end.close()

"""POSTs bytes over unreliable links, with as few headers as possible.

Time-outs measure silence, not slowness.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import HTTPError, SystemTimeWarning
from urllib3.util import SKIP_HEADER
from urllib3.util.ssl_ import create_urllib3_context

from sync import wire
from sync.errors import NotTheProvince, PeerUnreachable
from sync.wire import seal

from .ends import Way

PATIENCE = (10.0, 30.0)  # seconds: to connect, or to get a piece on its way; of silence
PIECE = 4 * 1024  # bytes
MOST = wire.MOST + seal.SIGNATURE
# Of a clock that is wrong our own sentences warn people, with what to do.
warnings.simplefilter("ignore", SystemTimeWarning)
UNCONNECTED = re.compile("establish|resolve")  # a connection, a name: all that urllib3 tells


class BrokenOff(PeerUnreachable):
    """The link was cut; ``came`` is the part of a good answer that had come."""

    def __init__(self, came: bytes) -> None:
        super().__init__("cut")
        self.came = came


class Poster:
    """POSTs bytes and returns the status and the bytes of the answer."""

    def __init__(self, way: Way) -> None:
        """:raises PeerUnreachable: if the certificates to trust cannot be read"""
        self._url = f"{way.server.rstrip('/')}/api/v1/"
        self._http = requests.Session()
        self._http.trust_env = False  # no netrc, no variables: settings.ini says it all
        self._http.headers = CaseInsensitiveDict(
            {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER}
        )
        if way.proxy:
            self._http.proxies = {"http": way.proxy, "https": way.proxy}
        if way.ca_file and not way.is_open:
            self._http.mount("https://", _Trusting(way.ca_file))

    def __call__(
        self, path: str, body: bytes, patience: tuple[float, float] = PATIENCE
    ) -> tuple[int, bytes]:
        """:raises PeerUnreachable: ``BrokenOff``, or ``NotTheProvince`` if it is too large"""
        came, status = bytearray(), 0
        try:
            with self._http.post(
                self._url + path,
                data=_Pieces(body),
                timeout=patience,
                stream=True,
                allow_redirects=False,
            ) as answer:
                status = answer.status_code
                for piece in _pieces(answer):
                    came += piece
                return status, bytes(came)
        except (requests.RequestException, HTTPError, OSError) as exc:
            reason = _reason(exc)
            if reason == "cut":
                raise BrokenOff(bytes(came) if status == HTTPStatus.OK else b"") from exc
            raise PeerUnreachable(reason) from exc

    def close(self) -> None:
        self._http.close()


class _Trusting(HTTPAdapter):
    """Trusts the certificates in a file besides the usual ones.

    They are of an office whose proxy reads along, or of a province that is its own authority.
    """

    def __init__(self, ca_file: str) -> None:
        self._context = create_urllib3_context()
        try:
            self._context.load_verify_locations(ca_file)
        except (OSError, ValueError) as exc:  # an SSLError is an OSError
            raise PeerUnreachable("ca-file") from exc
        super().__init__()

    def init_poolmanager(self, *args: Any, **named: Any) -> None:
        super().init_poolmanager(*args, **named, ssl_context=self._context)

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:
        return super().proxy_manager_for(proxy, **named, ssl_context=self._context)


class _Pieces(BytesIO):
    """A body that goes out in pieces: each may take as long as a time-out, not all of it."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(PIECE if size is None or size < 0 else min(size, PIECE))


def _pieces(answer: requests.Response) -> Iterator[bytes]:
    """The body as it comes.

    :raises NotTheProvince: if it is larger than any answer of the province's
    """
    size = 0
    while piece := answer.raw.read1(PIECE, decode_content=False):
        size += len(piece)
        if size > MOST:
            raise NotTheProvince("too large")
        yield piece


def _reason(exc: Exception) -> str:
    """How the link failed, in a word that ``texts`` knows."""
    if isinstance(exc, requests.exceptions.SSLError):
        return _handshake(str(exc).upper())
    if isinstance(exc, requests.exceptions.ConnectTimeout | ValueError):  # no such address
        return "connect"
    if "timed out" in str(exc):
        return "stalled"
    if isinstance(exc, requests.ConnectionError) and UNCONNECTED.search(str(exc)):
        return "connect"
    return "cut"


def _handshake(message: str) -> str:
    """Why there is no secure connection: ``cut``, ``plain`` (no https), or ``certificate``."""
    if "EOF" in message:
        return "cut"
    return "plain" if "WRONG_VERSION" in message or "RECORD_LAYER" in message else "certificate"

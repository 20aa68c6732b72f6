"""The two ends of an exchange, and the way between them."""

from __future__ import annotations

from typing import NamedTuple

from sync import bundle


class Ends(NamedTuple):
    """The device and its province: names and keys."""

    device: str
    seed: bytes
    server_key: bytes
    sealing_key: bytes = b""  # the province's, if it differs from server_key
    generation: int = 0  # of the province's keys
    former_keys: tuple[bytes, ...] = ()  # that signed answers on their way, or kept ones

    @property
    def server_keys(self) -> dict[str, bytes]:
        """The keys by which the province may have signed a file, by their ids."""
        return {bundle.key_id(key): key for key in (*self.former_keys, self.server_key)}

    @property
    def reader(self) -> bytes:
        """The key to seal with what only the province may read."""
        return self.sealing_key or self.server_key


class Way(NamedTuple):
    """How the province is reached."""

    server: str  # its address
    proxy: str = ""
    ca_file: str = ""  # certificates to trust besides the usual ones

    @property
    def is_open(self) -> bool:
        """Whether the connection is unencrypted: only sealing and signing protect it."""
        return bool(self.server) and not self.server.startswith("https:")

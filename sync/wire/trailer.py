"""What travels behind a message's text: bytes that nothing can compress.

A UUID is 36 letters of text and 16 bytes of chance. Here it is 16 bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from .guards import listed, text, whole


class Tail:
    """Bytes that travel behind the text: first filled, or first read, as the text goes on."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self._read = 0

    def put(self, names: Sequence[str]) -> list[str | int] | int:
        """What the text says for ``names``: how many lie here; or each, with 0 for one here."""
        packed = [_packed(name) for name in names]
        self.data += b"".join(packed)
        if all(packed):
            return len(packed)
        return [0 if bits else name for name, bits in zip(names, packed, strict=True)]

    def take(self, packed: list[str | int] | int) -> list[str]:
        if isinstance(packed, int) and 16 * whole(packed) > len(self.data) - self._read:
            raise ValueError("the tail is cut short")
        names = [0] * packed if isinstance(packed, int) else listed(packed)
        return [text(name) if name != 0 or name is False else self._next() for name in names]

    def put_number(self, number: int) -> None:
        self.put_bytes(number.to_bytes(16, "big"))

    def take_number(self) -> int:
        return int.from_bytes(self.take_bytes(16), "big")

    def put_bytes(self, data: bytes) -> None:
        self.data += data

    def take_bytes(self, count: int) -> bytes:
        first, self._read = self._read, self._read + count
        if self._read > len(self.data):
            raise ValueError("the tail is cut short")
        return bytes(self.data[first : self._read])

    def _next(self) -> str:
        return _unpacked(self.take_bytes(16).hex())


def _packed(name: str) -> bytes:
    """The bytes of a UUID in its usual form; none if it is anything else."""
    if len(name) != 36 or name.count("-") != 4:
        return b""
    try:
        packed = bytes.fromhex(name.replace("-", ""))
    except ValueError:
        return b""
    return packed if _unpacked(packed.hex()) == name else b""


def _unpacked(digits: str) -> str:
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "-".join(parts)

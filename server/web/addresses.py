"""Addresses that a page was given to send a person on to."""

from __future__ import annotations

from urllib.parse import urlsplit


def ours(wanted: str) -> str:
    """``wanted`` if it is a path on this server, else nothing: no redirect leads away."""
    parts = urlsplit(wanted)
    away = parts.scheme or parts.netloc or not wanted.startswith("/") or wanted.startswith("//")
    return "" if away or not wanted.isprintable() or "\\" in wanted else wanted

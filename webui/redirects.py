"""Where a page may send a browser on to: a path of this site, and nowhere else."""

from __future__ import annotations

from urllib.parse import urlsplit


def local_path(wanted: str) -> str:
    """``wanted`` if it is a path on this site, else an empty string: no open redirect.

    Browsers read a backslash as a slash and drop control characters, so an address with
    either of them is refused whole.
    """
    if not wanted.startswith("/") or wanted.startswith("//"):
        return ""
    if "\\" in wanted or not wanted.isprintable():
        return ""
    parts = urlsplit(wanted)
    return "" if parts.scheme or parts.netloc else wanted

"""Files that a page sends: their names, their kinds, and that they are sent while they are made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import AnyStr
from urllib.parse import quote

from flask import Response, stream_with_context
from werkzeug.http import dump_options_header

from schemas.context import keeping_context
from schemas.tables.workbooks import TYPE as XLSX

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xlsx": XLSX,
    "zip": "application/zip",
}
OTHER = "application/octet-stream"
UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|]')  # some system takes none of these in a name


def attachment(name: str) -> str:
    """The Content-Disposition with which a browser saves an answer as ``name``.

    Vietnamese letters travel by RFC 6266; a browser that does not know it gets them without
    their marks.
    """
    safe = _safe(unicodedata.normalize("NFC", name))
    names = {"filename": _ascii(safe)}
    if not safe.isascii():
        names["filename*"] = f"UTF-8''{quote(safe, errors='replace')}"
    return dump_options_header("attachment", names)


def download(name: str, pieces: Iterable[AnyStr], size: int | None = None) -> Response:
    """The file ``name``, sent while ``pieces`` are made.

    :param size: in bytes, where it is known, so that a browser sees a download that was cut
    """
    answer = Response(stream_with_context(keeping_context(pieces)), content_type=_type(name))
    answer.headers["Content-Disposition"] = attachment(name)
    if size is not None:
        answer.headers["Content-Length"] = str(size)
    return answer


def _type(name: str) -> str:
    return TYPES.get(name.rpartition(".")[2], OTHER)


def _safe(name: str) -> str:
    return UNSAFE.sub("_", name).strip(". ") or "file"


def _ascii(name: str) -> str:
    # Some signs become several when they are taken apart, and one of these may be a slash.
    bare = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    return _safe(bare.encode("ascii", "ignore").decode())

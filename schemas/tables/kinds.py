"""What kind of file it is, by its first bytes and its parts: its name may say anything.

For a file that is no table, people learn what it is and what to do, never that it is "damaged".
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from .errors import NoTable

OOXML, BINARY, OPEN, OLD, TEXT = "ooxml", "xlsb", "opendocument", "xls", "text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BEFORE_OLE = (b"\x09\x08\x08\x00", b"\x09\x08\x10\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")
MOST_UNPACKED = 300 << 20  # bytes; a file of a few kilobytes can claim any size
BEGINNINGS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"{\\rtf", "document"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
LOCK_FILE = 165  # bytes of what Excel leaves beside a file that is open: ~$name.xlsx
MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|meta|"
    rb"title|body|table|t[hrd]|style|script|div|p|span|center|font|form|h[1-6])[\s>/]|(?:\xef\xbb\xbf)?\s*MIME-Version:",
    re.IGNORECASE | re.DOTALL,
)
FIRST = 4096
ENCRYPTED = 1  # the bit of a part that is


def kind_of(data: bytes) -> str:
    """The kind of table in a file.

    :raises NoTable: with the name of the sentence that says what it is instead
    """
    if data.startswith(OLE):
        return _in_streams(data)
    if data.startswith(BEFORE_OLE):
        return OLD
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(data)
    _refuse_others(data)
    return TEXT


def _refuse_others(data: bytes) -> None:
    for beginning, kind in BEGINNINGS:
        if data.startswith(beginning):
            raise NoTable(kind)
    first = data[:FIRST]
    if first[8:12] == b"WEBP" or first[4:8] == b"ftyp":
        raise NoTable("picture")
    plain = first.lstrip(b"\xff\xfe").replace(b"\0", b"")  # in UTF-16, too
    if MARKUP.match(plain):
        raise NoTable("html")
    if plain.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<?xml"):
        raise NoTable("xml")
    if len(data) == LOCK_FILE and data[0] < LOCK_FILE // 3 and b"\0" in data:
        raise NoTable("lock_file")


def _in_streams(data: bytes) -> str:
    """Of a file of streams (OLE), as Office had them before 2007, and has what is locked."""
    if _has_stream(data, "EncryptedPackage"):
        raise NoTable("locked")
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return OLD
    is_document = any(_has_stream(data, n) for n in ("WordDocument", "PowerPoint Document"))
    raise NoTable("document" if is_document else "damaged")


def _has_stream(data: bytes, name: str) -> bool:
    """Whether the directory of the file names such a stream: 64 bytes, then its length."""
    entry = name.encode("utf-16-le")
    return entry.ljust(64, b"\0") + (len(entry) + 2).to_bytes(2, "little") in data


def _in_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {info.filename.replace("\\", "/").lower(): info for info in archive.filelist}
            _check_parts(parts)
            kind = archive.read(parts["mimetype"])[:80] if "mimetype" in parts else b""
            manifest = parts.get("meta-inf/manifest.xml")
            is_locked = manifest and b"encryption-data" in archive.read(manifest)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NoTable("damaged") from error
    if is_locked:
        raise NoTable("locked")
    if b"opendocument.spreadsheet" in kind:
        return OPEN
    if b"opendocument" in kind:
        raise NoTable("document")
    return _of_office({name.lstrip("/") for name in parts})


def _check_parts(parts: Mapping[str, zipfile.ZipInfo]) -> None:
    if sum(part.file_size for part in parts.values()) > MOST_UNPACKED:
        raise NoTable("large")
    if any(part.flag_bits & ENCRYPTED for part in parts.values()):
        raise NoTable("locked")


def _of_office(names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return BINARY
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise NoTable("document")
    if "_rels/.rels" in names:
        return OOXML
    raise NoTable("archive")

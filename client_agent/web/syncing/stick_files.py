"""Files that travel by a browser: one made for a download, and those that were chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Response
from werkzeug.datastructures import FileStorage
from werkzeug.utils import secure_filename

from sync.stores import private_files
from webui.downloads import download

from ..context import agent

PIECE = 64 * 1024  # bytes that are read at once


def folder() -> TemporaryDirectory[str]:
    """A folder beside the database, so that what is secret never leaves that disk."""
    return TemporaryDirectory(dir=agent().folder, prefix="stick-")


def made_download(make: Callable[[Path], Path]) -> Response:
    """The file that ``make`` writes into a folder of its own, which is deleted after it is sent."""
    own = folder()
    try:
        path = make(Path(own.name))
    except BaseException:
        own.cleanup()
        raise
    response = download(path.name, _pieces(path, own), size=path.stat().st_size)
    response.call_on_close(own.cleanup)
    return response


def received(files: Iterable[FileStorage], into: str) -> list[Path]:
    """The chosen files, written into a folder for nobody else to read."""
    paths = []
    for count, file in enumerate(files):
        paths.append(Path(into, f"{count}-{secure_filename(file.filename or '')}"))
        with private_files.opened(paths[-1]) as copy:
            file.save(copy)
    return paths


def _pieces(path: Path, own: TemporaryDirectory[str]) -> Iterator[bytes]:
    with own, path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece

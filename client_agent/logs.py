"""The log file: small, rotating, and without what people typed."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from sync.stores import private_files

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
SIZE, COPIES = 512 * 1024, 3


def to_file(path: Path) -> logging.Handler:
    """Log to the file from now on; a file that cannot be written stops nothing."""
    handler = private_files.LogFile(
        path, maxBytes=SIZE, backupCount=COPIES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(LINE))
    handler.handleError = lambda record: None  # type: ignore[method-assign]  # noqa: ARG005  # the pages warn of a full disk
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def quiet() -> logging.Handler:
    """Log nothing where there is no file: Python would print it on the person's screen."""
    handler = logging.NullHandler()
    logging.getLogger().addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """Undo ``to_file`` or ``quiet``."""
    logging.getLogger().removeHandler(handler)
    with suppress(OSError):  # the last lines, on a full disk
        handler.close()

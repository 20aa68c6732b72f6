"""Work for another thread: with the context of this request, and its own database connection."""

from __future__ import annotations

from contextvars import copy_context

from sync.stores.exports import Work
from sync.stores.jobs import Progress

from .context import agent


def elsewhere(work: Work) -> Work:
    """``work`` with what this request knows: who asked, the codes, and the names of records."""
    centre, context = agent(), copy_context()

    def run(progress: Progress) -> None:
        try:
            context.run(work, progress)
        finally:
            centre.close()  # this thread's connection

    return run

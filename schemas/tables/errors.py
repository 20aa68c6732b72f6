"""Why a file cannot be brought in: one exception, with the name of the sentence that says it."""

from __future__ import annotations


class NoTable(Exception):
    """The file holds no table that we can read; ``args[0]`` says which sentence tells it."""

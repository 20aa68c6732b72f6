"""The summary tables (biểu) that the offices sign: one module each, found by name as record types.

A module of this package declares one in ``SUMMARY``; every use follows from that.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

from .declaration import Summary

MODULE = re.compile(r"b\d+")


@cache
def summaries() -> dict[str, Summary]:
    """All of them by code, in the order of their numbers: b1, b2, … b13."""
    names = [one.name for one in pkgutil.iter_modules(__path__) if MODULE.fullmatch(one.name)]
    known = [importlib.import_module(f"{__name__}.{name}").SUMMARY for name in names]
    return {one.code: one for one in sorted(known, key=lambda one: int(one.code[1:]))}


def get(code: str) -> Summary:
    """The summary of that code.

    :raises KeyError: if no such summary is known
    """
    return summaries()[code]

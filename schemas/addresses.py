"""How the addresses of pages name fields, so that no field is ever taken for a page's parameter.

A field called ``period`` made every list of its type empty, for its pages ask for a period too. So
fields bear a mark that no name of a field and no parameter of a page has.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

MARK = "f."


def marked(name: str) -> str:
    """How addresses name that field."""
    return MARK + name


def given(asked: Mapping[str, str], name: str, parameters: Collection[str]) -> str:
    """What an address says of that field.

    Addresses of before have its bare name, which is read unless the page has such a parameter.
    """
    bare = "" if name in parameters else asked.get(name, "")
    return asked.get(marked(name), "") or bare

"""The templates and the style with which both web interfaces draw records.

An application calls ``install(app.jinja_env)``, serves ``files()`` under ``/static/`` and
begins its pages with ``{% extends "schemas/layout.html" %}``.
"""

from __future__ import annotations

from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..fields import signatory
from ..formatting import vietnamese
from ..formatting.label import Label
from ..measures import end_of
from ..texts import say

if TYPE_CHECKING:
    from jinja2 import Environment


class Page(NamedTuple):
    """A part of a long list, for the macro ``pager``: which of how many, and its neighbours."""

    first: int
    last: int
    total: int
    earlier: str = ""  # address of the page before; empty if this is the first
    later: str = ""


def install(env: Environment) -> None:
    """Let ``env`` find our templates under ``schemas/``, and give it our filters."""
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

    ours = PrefixLoader({"schemas": FileSystemLoader(folder())})
    env.loader = ChoiceLoader([env.loader, ours]) if env.loader else ours
    env.filters["vi_day"] = vietnamese.day
    env.filters["vi_number"] = vietnamese.number
    env.filters["vi_moment"] = vietnamese.moment
    env.filters["label"] = Label.say
    env.filters["signatory"] = signatory.shown
    env.globals["record_say"] = say
    env.globals["end_of"] = end_of


def folder() -> Path:
    """Where our templates and our style are."""
    return Path(__file__).parent


def bootstrap_css() -> Path:
    """The installed style sheet of Bootstrap."""
    return Path(str(resources("bootstrap") / "css" / "bootstrap.min.css"))


def files() -> dict[str, Path]:
    """What an application serves under ``/static/``, by name."""
    return {
        "bootstrap.min.css": bootstrap_css(),
        **{path.name: path for path in folder().glob("*.css")},
    }

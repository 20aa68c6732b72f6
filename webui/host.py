"""What every page asks of the application that it is part of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, cast

from flask import Flask, current_app

from schemas.formatting.label import Label


class Host(Protocol):
    """One of the two applications, during a request."""

    home: str
    """The endpoint of the first page."""
    error_frame: str
    """The template around the page of an error; it should need no database."""

    @property
    def texts(self) -> Mapping[str, Label]:
        """All sentences of its pages, by name."""

    def person(self) -> str:
        """Who is logged in, as it is written into changes; empty for nobody."""

    def language(self) -> str:
        """In which language pages are shown to who has not chosen one."""


def install(app: Flask, host: Host) -> None:
    app.extensions["webui"] = host


def host() -> Host:
    return cast(Host, current_app.extensions["webui"])


def person() -> str:
    """Who is logged in: the author of what this request writes."""
    return host().person()

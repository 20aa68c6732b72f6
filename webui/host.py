"""What every page asks of the application that it is part of."""

from __future__ import annotations

from typing import Protocol, cast

from flask import Flask, current_app


class Host(Protocol):
    """One of the two applications, during a request."""

    home: str
    """The endpoint of the first page."""
    error_frame: str
    """The template around the page of an error; it should need no database."""

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

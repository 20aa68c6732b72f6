"""What the web pages of the centre and of the province share, written once.

It knows the declarations and the engine, never an application: what differs between the two
is asked of a small adapter object that each application passes in.
"""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from . import assets, host, language
from .host import Host


def install(app: Flask, application: Host, static: Path, max_age: int | None = None) -> None:
    """Add what all pages of ``application`` need.

    :param static: the folder of its own styles and scripts
    :param max_age: seconds for which a browser need not ask for them again
    """
    host.install(app, application)
    assets.install(app, static, max_age)
    language.install(app)

"""The recovery sheet as a page of A4: a file that is printed and deleted, or a page shown once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from jinja2 import Environment, PackageLoader

from schemas.formatting.vietnamese import HANOI
from server.texts import recovery_sheet

from . import sheet

STYLE = Path(__file__).parents[1] / "web" / "static" / "recovery_sheet.css"


def rendered(secret: bytes, title: str, made: int, style_url: str = "") -> str:
    """The page; without an address of its style it needs nothing beside itself.

    ``title`` is the province's name, ``made`` in milliseconds.
    """
    pages = Environment(loader=PackageLoader(__package__), autoescape=True)
    return pages.get_template("sheet.html").render(
        texts=recovery_sheet,
        title=title,
        number=sheet.number(sheet.public_key(secret)),
        made=datetime.fromtimestamp(made / 1000, HANOI).strftime("%d/%m/%Y"),
        lines=sheet.lines(secret),
        style=STYLE.read_text("utf-8"),
        style_url=style_url,
    )

"""The blueprint of the pages on which the province is set up: for its own users alone."""

from __future__ import annotations

from flask import Blueprint, flash, render_template

from server import ambient
from server.auth import permissions
from server.recovery import sheet as sheets
from webui.language import say

pages = Blueprint("admin", __name__, url_prefix="/admin", template_folder="templates")
pages.before_request(permissions.province_only(lambda: None))


def page(name: str, **shown: object) -> str:
    sheet = sheets.current(ambient.province().db())  # every page reminds until it was printed
    return render_template(f"admin/{name}.html", tab=name, sheet=sheet, **shown)


def done(key: str, **values: object) -> None:
    """Say on the next page what was just done."""
    flash(say(key, **values), "success")

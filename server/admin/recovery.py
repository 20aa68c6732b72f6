"""The recovery sheet at the administrators' pages: made and shown once, and noted as printed."""

from __future__ import annotations

from contextlib import suppress

from flask import make_response, redirect, request, url_for
from werkzeug.wrappers import Response

from server import ambient
from server.recovery import backups, sealed_backups, sheet
from server.recovery import page as sheet_page

from .pages import done, page, pages


@pages.get("/recovery")
def show_recovery() -> str:
    province = ambient.province()
    newest = backups.newest(province.config)
    is_plain = False
    with suppress(OSError):
        is_plain = newest is not None and not sealed_backups.is_sealed(newest.path)
    return page("recovery", newest=newest, is_plain=is_plain)


@pages.post("/recovery/sheet")
def make_sheet() -> Response:
    """Make a sheet and show it this once; a printed one is replaced only by who is sure."""
    province = ambient.province()
    current = sheet.current(province.db())
    if current and current.printed and not request.form.get("sure"):
        return redirect(url_for("admin.show_recovery"))
    now = province.wall()
    secret = sheet.create(province.db(), now)
    style = url_for("static", name=sheet_page.STYLE.name)
    return make_response(sheet_page.rendered(secret, province.title, now, style))


@pages.post("/recovery/printed")
def note_printed() -> Response:
    province = ambient.province()
    if current := sheet.current(province.db()):
        sheet.note_printed(province.db(), province.wall())
        done("admin.recovery_noted", number=current.number)
    return redirect(url_for("admin.show_recovery"))

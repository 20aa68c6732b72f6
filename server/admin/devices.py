"""The devices, and the end of their work: retired, or lost."""

from __future__ import annotations

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from server import auth, centres, devices
from server.devices import LOST, RETIRED, Enrolled
from server.transaction import at_once
from sync.errors import NotEnrolled

from .pages import done, page, pages


@pages.get("/devices")
def list_devices() -> str:
    db = auth.province().db()
    names = {centre.area: centre.name for centre in centres.centres(db)}
    return page("devices", devices=devices.everyone(db), names=names)


@pages.get("/devices/<name>")
def ask_to_retire(name: str) -> str:
    """What retiring means, before it is done."""
    device = _device(name)
    centre = centres.centre(auth.province().db(), device.device.home)
    return page("retire", device=device, centre=centre)


@pages.post("/devices/<name>")
def retire(name: str) -> Response:
    state = request.form.get("state")
    if state not in (RETIRED, LOST):
        abort(400)
    db = auth.province().db()
    with at_once(db):
        devices.retire(db, _device(name).device.name, lost=state == LOST)
    done(f"admin.device_{state}", name=name)
    return redirect(url_for("admin.list_devices"))


def _device(name: str) -> Enrolled:
    try:
        return devices.find(auth.province().db(), name)
    except NotEnrolled:
        abort(404)

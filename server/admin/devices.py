"""The devices: another machine in the place of one, the end of its work, and its return."""

from __future__ import annotations

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from server import ambient
from server.centres import centres
from server.devices import administration, devices, receipts
from server.devices.devices import ACTIVE, LOST, RETIRED, Enrolled
from sync.errors import NotEnrolled

from .centres import shown_code
from .pages import done, page, pages


@pages.get("/devices")
def list_devices() -> str:
    db, area = ambient.province().db(), request.args.get("centre", "")
    names = {centre.area: centre.name for centre in centres.centres(db)}
    shown = [each for each in devices.everyone(db) if area in ("", each.device.home)]
    return page("devices", devices=shown, names=names, centre=names.get(area, ""))


@pages.get("/devices/<name>")
def show_device(name: str) -> str:
    """What can be done about it, and what each means, before it is done."""
    device = _device(name)
    centre = centres.centre(ambient.province().db(), device.device.home)
    receipt = receipts.of_device(ambient.province().db(), device.device.name)
    return page("device", device=device, centre=centre, receipt=receipt)


@pages.post("/devices/<name>")
def change_device(name: str) -> Response:
    """Retire it, report it lost, or let it work again."""
    state, province = request.form.get("state"), ambient.province()
    if state not in (ACTIVE, RETIRED, LOST):
        abort(400)
    name = _device(name).device.name
    if state == ACTIVE:
        administration.take_back(province, name)
    else:
        administration.end(province, name, lost=state == LOST)
    done(f"admin.device_{state}", name=name)
    return redirect(url_for("admin.list_devices"))


@pages.post("/devices/<name>/replace")
def replace_device(name: str) -> str:
    """Retire it, or report it lost, and show the code for the machine in its place."""
    lost = request.form.get("state") == LOST
    ended, code = administration.replace(ambient.province(), _device(name).device.name, lost=lost)
    done(f"admin.device_{ended.state}", name=name)
    return shown_code(ended.device.home, code)


def _device(name: str) -> Enrolled:
    try:
        return devices.find(ambient.province().db(), name)
    except NotEnrolled:
        abort(404)

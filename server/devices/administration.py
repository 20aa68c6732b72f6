"""What becomes of a centre's machines, and how its other machines hear of it.

Of each machine the centre's area holds one record that only the server writes: the public
key, and whether it is in use. It reaches the other machines by whatever route the work
does; so two of one centre know each other when they meet without the server, and none
takes anything from one that was lost.
"""

from __future__ import annotations

from sync.changes import DEVICE, Key

from ..province import Province
from . import codes, devices
from .devices import Enrolled


def announce(province: Province, area: str) -> None:
    """Write the records of all machines of the centre; one that has not changed is not written."""
    with province.store().transaction():
        for each in devices.of_centre(province.db(), area):
            values = {"key": each.key, "label": each.label, "state": each.state}
            province.hub().write(Key(area, DEVICE, each.device.name), values)


def end(province: Province, name: str, *, lost: bool = False) -> Enrolled:
    """Retire a machine, or report it lost.

    :raises NotEnrolled: if there is none of that name
    """
    with province.store().transaction():
        ended = devices.retire(province.db(), name, lost=lost)
        announce(province, ended.device.home)
    return ended


def take_back(province: Province, name: str) -> Enrolled:
    """Let a machine work again that was retired or lost. Its parked changes stay parked.

    :raises NotEnrolled: if there is none of that name
    """
    with province.store().transaction():
        enrolled = devices.take_back(province.db(), name)
        announce(province, enrolled.device.home)
    return enrolled


def replace(province: Province, name: str, *, lost: bool = False) -> tuple[Enrolled, str]:
    """End a machine's work and make the code for the one in its place, both or neither.

    :raises NotEnrolled: if there is none of that name
    """
    with province.store().transaction():
        ended = end(province, name, lost=lost)
        code = codes.make(province.db(), ended.device.home, province.wall())
    return ended, code

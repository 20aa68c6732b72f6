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
    """Say of all machines of the centre what is so now; what was said before is not repeated."""
    with province.store().transaction():
        for each in devices.of_centre(province.db(), area):
            told = {"key": each.key, "label": each.label, "state": each.state}
            province.hub().write(Key(area, DEVICE, each.device.name), told)


def end(province: Province, name: str, *, lost: bool = False) -> Enrolled:
    """Retire a machine, or report it lost.

    :raises NotEnrolled: if there is none of that name
    """
    with province.store().transaction():
        ended = devices.retire(province.db(), name, lost=lost)
        announce(province, ended.device.home)
    return ended


def take_back(province: Province, name: str) -> Enrolled:
    """A machine was found, or is needed after all: it works again. What was parked stays so.

    :raises NotEnrolled: if there is none of that name
    """
    with province.store().transaction():
        found = devices.take_back(province.db(), name)
        announce(province, found.device.home)
    return found


def replace(province: Province, name: str, *, lost: bool = False) -> tuple[Enrolled, str]:
    """End a machine's work and make the code for the one in its place, both or neither.

    :raises NotEnrolled: if there is none of that name
    """
    with province.store().transaction():
        ended = end(province, name, lost=lost)
        code = codes.make(province.db(), ended.device.home, province.wall())
    return ended, code

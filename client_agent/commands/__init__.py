"""The agent's commands, one module for each thing that a person wants."""

from __future__ import annotations

from .enrolling import enrol, trust
from .files import backup, export, take_in
from .keeping import check, show_copies
from .meeting import hand_over, show_siblings, take_over
from .people import staff
from .proving import diagnose, verify
from .running import run
from .schedules import install_schedule
from .sealing import decrypt, encrypt, unlock
from .speech import tell, tell_recovered
from .syncs import status, sync

__all__ = ["COMMANDS", "tell", "tell_recovered"]

COMMANDS = (
    enrol,
    trust,
    run,
    sync,
    status,
    export,
    take_in,
    backup,
    show_siblings,
    hand_over,
    take_over,
    show_copies,
    check,
    verify,
    diagnose,
    encrypt,
    decrypt,
    unlock,
    install_schedule,
    staff,
)

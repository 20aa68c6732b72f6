"""The agent's commands, one module for each thing that a person wants."""

from __future__ import annotations

from .database import check, show_copies
from .encryption import decrypt, encrypt, unlock
from .enrolment import enrol, trust
from .files import backup, export, take_in
from .output import tell, tell_recovered
from .people import staff
from .running import run
from .schedule import install_schedule
from .siblings import hand_over, show_siblings, take_over
from .syncing import status, sync
from .verification import diagnose, verify

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

"""Which files and folders other accounts of the computer may use; and the commands of a program."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager

import click


@contextmanager
def umask(mask):
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def open_to_others(*places):
    """Whatever in those folders anybody but the owner may read, write or enter."""
    found = [each for place in places for each in (place, *place.rglob("*"))]
    modes = {str(each): stat.S_IMODE(each.lstat().st_mode) for each in found}
    return {name: oct(mode) for name, mode in modes.items() if mode & 0o077}


def names_of(group, before=()):
    """The words of every command, those of groups too."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from names_of(command, (*before, name))
        else:
            yield " ".join((*before, name))

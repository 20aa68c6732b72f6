"""Small file systems, real ones: to be filled, and to be made read-only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

MEGABYTE = 1 << 20


class Disk:
    """A file system in memory."""

    def __init__(self, path):
        self.path = path

    @property
    def free(self):
        return shutil.disk_usage(self.path).free

    def fill(self, leave=0):
        """Take all the room but so many bytes."""
        more = self.free - leave
        if more > 0:
            with (self.path / "other files").open("ab") as file:
                os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), more)

    def tidy(self):
        (self.path / "other files").unlink()

    def remount(self, how):
        _run("mount", "-o", f"remount,{how}", self.path)


@contextmanager
def small_disk(path, megabytes):
    """A disk of that size at ``path``; skips the test where nobody may mount one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small disk")
    path.mkdir()
    options = f"size={megabytes}m,mode=700"
    if _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path):
        pytest.skip("this machine does not let us mount a small disk")
    try:
        yield Disk(path)
    finally:
        _run("umount", "-l", path)


def _run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True).returncode

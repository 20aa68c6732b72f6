"""The centre's settings and its folder: which file is where. The only reader of the environment.

settings.ini   what enrolment brought, and what a person may set
device.key     the seed of the device's key; made here, never leaves the machine
centre.key     which key opens centre.db, if it is encrypted (``keyring``)
centre.db      the log, the records, staff, drafts, the state of the schedule
agent.log      what happened, for whoever is asked to help
backups/       copies of centre.db
before-restore/  what was in use before one of them was restored
"""

from __future__ import annotations

import base64
import getpass
import os
import sys
from collections.abc import Mapping
from configparser import ConfigParser, Error
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from sync.stores import private_files

from .errors import FileUnwritable, NotSetUp, SettingsDamaged
from .storage.atomic_files import fault_of, write_whole
from .transports.ends import Way

SECTION = "agent"
SEED, NEW_SEED = "device.key", "device.key.new"  # the new one while it is being enrolled
SEEDS = (SEED, NEW_SEED)
DATABASE = "centre.db"
KEY = 32  # bytes of a key or a seed
HEADER = "# Khuyến Học: written by enrolment; what is not a key or a name may be changed by hand.\n"


@dataclass(frozen=True)
class Settings:
    server: str = ""
    device: str = ""
    area: str = ""  # the centre's own
    published: str = ""  # the province's published area
    certificate: int = 0
    server_key: str = ""  # base64url
    centre: str = ""
    unit: str = ""
    province: str = ""
    port: int = 8765
    language: str = "vi"
    every: int = 30  # minutes between two syncs when nothing waits
    sealing_key: str = ""  # base64url; empty: the server's key
    generation: int = 0  # of the province's keys
    former_keys: str = ""  # former server keys, separated by blanks, the newest last
    proxy: str = ""  # the office's, if it has one: http://10.0.0.1:3128
    ca_file: str = ""  # certificates of an office whose proxy inspects https: D:\\proxy.pem
    backup_folder: str = ""  # on another drive, for a second copy: D:\\KhuyenHoc
    encrypted: str = "no"  # or yes
    key_file: str = ""  # where the key is kept, if not by the system: /media/usb/key

    @property
    def way(self) -> Way:
        return Way(self.server, self.proxy, self.ca_file)

    @property
    def areas(self) -> tuple[str, ...]:
        return tuple(area for area in (self.area, self.published) if area)


def default_folder() -> Path:
    """A folder of the machine, because several people share it; else one of the user's."""
    chosen = os.environ.get("KHUYENHOC_AGENT_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "KhuyenHoc"
    machine = Path("/var/lib/khuyenhoc-agent")
    if os.access(machine if machine.exists() else machine.parent, os.W_OK):
        return machine
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "khuyenhoc-agent"


def key_places(name: str) -> list[Path]:
    """Where the key of that name may be: where systemd provides it, or in the user's folder."""
    given, home = os.environ.get("CREDENTIALS_DIRECTORY"), os.environ.get("XDG_CONFIG_HOME")
    users = Path(home or Path.home() / ".config") / "khuyenhoc-agent" / f"{name}.key"
    return [*([Path(given) / "khuyenhoc.key"] if given else []), users]


def account() -> str:
    """Who runs this program, as Windows writes it: MAY-1\\lan."""
    domain = os.environ.get("USERDOMAIN", "")
    return f"{domain}\\{getpass.getuser()}" if domain else getpass.getuser()


def has_screen() -> bool:
    """Whether a browser could be shown to somebody."""
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return has_display or sys.platform in ("win32", "darwin")


def init(folder: Path) -> None:
    """Make the folder, for its owner only, if it is not there.

    :raises StoreUnusable: if it cannot be made
    """
    try:
        private_files.folder(folder)
    except OSError as exc:
        raise fault_of(exc) from exc


def database(folder: Path) -> Path:
    return folder / DATABASE


def log_file(folder: Path) -> Path:
    return folder / "agent.log"


def settings_file(folder: Path) -> Path:
    return folder / "settings.ini"


def written(folder: Path) -> int:
    """When the settings were written; 0: never.

    :raises StoreUnusable: if the folder may not be read
    """
    try:
        return settings_file(folder).stat().st_mtime_ns
    except FileNotFoundError:
        return 0
    except OSError as exc:
        raise fault_of(exc) from exc


def load(folder: Path) -> Settings:
    """The settings; defaults where there are none.

    :raises SettingsDamaged: if the file is not what ``save`` or a careful person writes
    :raises StoreUnusable: if we may not read it
    """
    parser = ConfigParser(interpolation=None)
    try:
        if written(folder):
            parser.read_string(settings_file(folder).read_text("utf-8"))
        texts = dict(parser[SECTION]) if parser.has_section(SECTION) else {}
        return Settings(**_values(texts))
    except (Error, ValueError) as exc:
        raise SettingsDamaged(f"{settings_file(folder)}: {exc}") from exc
    except OSError as exc:
        raise fault_of(exc) from exc


def _values(texts: Mapping[str, str]) -> dict[str, Any]:
    """The known settings, each in its own type; a newer version may have written more."""
    return {
        field.name: int(texts[field.name]) if field.type == "int" else texts[field.name]
        for field in fields(Settings)
        if field.name in texts
    }


def save(folder: Path, settings: Settings) -> None:
    """Write the settings, all or nothing.

    :raises StoreUnusable: if the folder may not be written
    """
    lines = [f"{name} = {value}" for name, value in asdict(settings).items()]
    text = HEADER + f"[{SECTION}]\n" + "\n".join(lines) + "\n"
    _write(settings_file(folder), text.encode())


def device_seed(folder: Path, name: str = SEED) -> bytes:
    """The seed of the device's key as it is on the disk, perhaps encrypted.

    :raises NotSetUp: if there is none  :raises StoreUnusable: if we may not read it
    """
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError as exc:
        raise NotSetUp(str(folder)) from exc
    except OSError as exc:
        raise fault_of(exc) from exc


def save_device_seed(folder: Path, seed: bytes, name: str = SEED) -> None:
    _write(folder / name, seed)


def _write(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except FileUnwritable as exc:
        raise (fault_of(exc.__cause__) if isinstance(exc.__cause__, OSError) else exc) from exc


def key_text(key: bytes) -> str:
    """A key as messages and settings write it."""
    return base64.urlsafe_b64encode(key).decode()


def key_bytes(text: str) -> bytes:
    """:raises SettingsDamaged: if it is not one"""
    try:
        key = base64.urlsafe_b64decode(text)
    except ValueError as exc:
        raise SettingsDamaged(f"server_key: {exc}") from exc
    if len(key) != KEY:
        raise SettingsDamaged("server_key")
    return key

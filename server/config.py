"""The server's settings, with their defaults; the only reader of environment variables."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

IDLE_HOURS = 8  # a session that nobody uses ends after that
HIGHEST_PORT = 65535
NAMED = "KHUYENHOC_SERVER_SECRETS"
SECRETS = "province.secrets"
CREDENTIAL = "khuyenhoc.secrets"  # its name as a credential of systemd
CODE_HOURS = 72  # an enrolment code is good for that long


class BadSetting(Exception):
    """An environment variable says what cannot be."""


def clock() -> int:
    """Milliseconds since 1970 by this machine's clock."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class Config:
    folder: Path
    host: str = "127.0.0.1"
    port: int = 8760
    https: bool = False  # a proxy in front of us speaks TLS: cookies travel over it alone
    proxy: str = ""  # the address of that proxy, whose word on a client's address is taken
    secrets: Path | None = None  # the secret file, if it does not lie beside the database
    are_secrets_guarded: bool = False  # systemd hands the file over and sees to who may read it
    wall: Callable[[], int] = clock

    @property
    def database(self) -> Path:
        return self.folder / "province.db"

    @property
    def secret_file(self) -> Path:
        """Where the secrets lie: see ``server.keys.secret_file``."""
        return self.secrets or self.folder / SECRETS

    def elsewhere(self, folder: Path) -> Config:
        """For a copy of the database in another folder, with the same secrets."""
        return replace(self, folder=folder, secrets=self.secret_file)

    @property
    def address(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def from_environment(folder: Path | None = None, secrets: Path | None = None) -> Config:
    """The settings of this machine; ``folder`` and ``secrets`` win over the environment's.

    :raises BadSetting:
    """
    env = os.environ
    named = secrets or (Path(env[NAMED]) if env.get(NAMED) else None)
    given = None if named else _credential()
    return Config(
        folder=folder or Path(env.get("KHUYENHOC_SERVER_DIR", "province")),
        host=env.get("KHUYENHOC_SERVER_HOST", Config.host),
        port=_port(env.get("KHUYENHOC_SERVER_PORT", "")),
        https=env.get("KHUYENHOC_SERVER_HTTPS", "") == "1",
        proxy=env.get("KHUYENHOC_SERVER_PROXY", ""),
        secrets=named or given,
        are_secrets_guarded=given is not None,
    )


def _credential() -> Path | None:
    """The secret file that systemd hands to this service, if it does."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    path = Path(folder) / CREDENTIAL if folder else None
    return path if path and path.is_file() else None


def _port(text: str) -> int:
    if not text:
        return Config.port
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise BadSetting(f"KHUYENHOC_SERVER_PORT={text}")
    return int(text)

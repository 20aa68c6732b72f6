"""How a command speaks: sentences in both languages beside the output, faults as exit codes.

What a program may want to read, an area or a code, goes to the standard output alone;
sentences go to the standard error output.
"""

from __future__ import annotations

import secrets
import sqlite3
import traceback
from pathlib import Path
from typing import Any, NamedTuple

import click

from schemas.console import NotUtf8
from server.config import BadSetting
from server.devices import key_renewal
from server.founding import AlreadyFounded
from server.keys import secret_file
from server.province import NotFounded
from server.recovery.backups import NoSheet
from server.recovery.drill import Foreign
from server.recovery.refounding import BadArchive
from server.recovery.restoring import BadCopy
from server.recovery.salvaging import NeedsBackup
from server.recovery.sealed_backups import BackupDamaged, OtherSheet
from server.recovery.sheet import LineWrong
from server.texts import TEXTS
from server.tokens import tokens
from server.users import users
from sync.errors import StoreDamaged, StoreUnusable
from sync.stores import private_files


class Unknown(Exception):
    """There is no such thing; ``kind`` says of what: centre, unit, device."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(name)
        self.kind = kind


class Ambiguous(Exception):
    """More than one centre bears the name."""


class Exists(Exception):
    """There is a centre of that name in that commune already."""


class Unwritable(Exception):
    """There is no writing to that file."""


class NotAFolder(Exception):
    """What should be the province's folder is a file."""


class SheetExists(Exception):
    """There is a recovery sheet that was printed; nobody asked for another."""


class Running(Exception):
    """Another server uses the folder."""


class AddressTaken(Exception):
    pass


class Fault(NamedTuple):
    exit_code: int
    key: str


FAULTS: dict[type[Exception], Fault] = {
    BadSetting: Fault(2, "cli.bad_setting"),
    NotAFolder: Fault(2, "cli.not_a_folder"),
    NotFounded: Fault(3, "cli.not_founded"),
    AlreadyFounded: Fault(4, "cli.already_founded"),
    Unknown: Fault(5, "cli.unknown_{kind}"),
    Ambiguous: Fault(5, "cli.ambiguous"),
    Exists: Fault(4, "cli.centre_exists"),
    BadCopy: Fault(11, "cli.bad_copy"),
    Foreign: Fault(11, "cli.foreign_copy"),
    BadArchive: Fault(11, "cli.bad_archive"),
    Unwritable: Fault(11, "cli.unwritable"),
    users.NameTaken: Fault(6, "cli.name_taken"),
    tokens.NameTaken: Fault(6, "cli.token_taken"),
    tokens.NoSuchToken: Fault(5, "cli.no_token"),
    users.PasswordTooShort: Fault(6, "cli.password_short"),
    StoreDamaged: Fault(8, "cli.damaged"),
    NeedsBackup: Fault(11, "cli.needs_backup"),
    StoreUnusable: Fault(8, "cli.store"),
    sqlite3.OperationalError: Fault(8, "cli.store"),
    Running: Fault(9, "cli.running"),
    AddressTaken: Fault(10, "cli.address_taken"),
    NotUtf8: Fault(2, "cli.not_utf8"),
    secret_file.SecretsMissing: Fault(15, "cli.secrets_missing"),
    secret_file.SecretsExposed: Fault(15, "cli.secrets_exposed"),
    secret_file.SecretsDamaged: Fault(15, "cli.secrets_damaged"),
    secret_file.SecretsForeign: Fault(15, "cli.secrets_foreign"),
    BackupDamaged: Fault(11, "cli.bad_copy"),
    LineWrong: Fault(16, "sheet.line_wrong"),
    OtherSheet: Fault(16, "sheet.other"),
    NoSheet: Fault(16, "sheet.none"),
    SheetExists: Fault(4, "sheet.exists"),
    key_renewal.TooManyPairs: Fault(15, "keys.too_many"),
    OSError: Fault(11, "cli.file"),
}
BEHIND = 17  # machines still need the older keys
DIFFERS = 12  # the exit code of a look that found what was not mended
ENDED = 130  # a person pressed Ctrl-C, as shells say it
CODES = """\b
Exit codes: 0 done, 1 unexpected fault, 2 wrong usage, 3 no province in the folder,
4 there is one already, 5 no such centre, unit, device or token, 6 name or password not
accepted, 7 a bundle could not be taken in, 8 database unusable (if it is damaged, use
“recover”), 9 another server is running,
10 address in use, 11 file cannot be read or written, 12 records differ from the log,
13 the drill would not bring back everything, 14 the drill found a defect,
15 the secret file cannot be used,
16 there is no recovery sheet, or it is not the one that is needed or was typed wrongly,
17 machines still need older keys of the province,
78 the extra "server" is not installed, 130 ended by Ctrl-C.
"""


def tell(key: str, **values: object) -> None:
    """Say it in both languages."""
    for text in TEXTS[key].filled(**values):
        click.echo(text, err=True)


def ask_password() -> str:
    """A password that was typed twice alike."""
    while True:
        first, again = (_typed(key) for key in ("cli.password", "cli.password_again"))
        if first == again:
            return first
        tell("cli.passwords_differ")


def _typed(key: str) -> str:
    return str(click.prompt(" – ".join(TEXTS[key]), hide_input=True))


class Group(click.Group):
    """Commands whose faults are sentences with exit codes of their own; never a traceback."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        try:
            return super().make_context(*args, **more)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError:
            tell("cli.usage")
            raise

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.UsageError:
            tell("cli.usage")  # and click adds in English what is wrong
            raise
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (click.Abort, KeyboardInterrupt):
            tell("cli.ended")
            ctx.exit(ENDED)
        except Exception as error:
            ctx.exit(_tell_fault(error, Path(ctx.params["folder"] or ".")))


def _tell_fault(error: Exception, folder: Path) -> int:
    for kind, (exit_code, key) in FAULTS.items():
        if isinstance(error, kind):
            key = key.format(kind=getattr(error, "kind", ""))
            tell(key, detail=str(error), folder=folder, least=users.SHORTEST)
            return exit_code
    code, log = secrets.token_hex(3).upper(), folder / "faults.log"
    _keep(log, code, error)
    tell("cli.defect", detail=code, log=log)
    return 1


def _keep(log: Path, code: str, error: Exception) -> None:
    lines = [f"{code}\n", *traceback.format_exception(error)]
    if log.parent.is_dir():
        with private_files.opened(log, "a", encoding="utf-8") as file:
            file.writelines(lines)
    else:
        click.echo(lines[-1], err=True)

"""``encrypt``, ``decrypt`` and ``unlock``: the work on the disk, readable for nobody else."""

from __future__ import annotations

import click

from .. import config
from ..agent import Agent
from ..database import conversion, copies
from ..encryption import keyring
from ..encryption.recovery_key import parse, sheet_words
from ..errors import KeyWrong
from ..texts import say
from .output import ask, tell

ROW = 6  # words in a row of the sheet


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask whether the words were written down.")
@click.option("--drop-damaged", is_flag=True, help="Also delete damaged files that were set aside.")
@click.pass_obj
def encrypt(agent: Agent, yes: bool, drop_damaged: bool) -> None:
    """Mã hoá dữ liệu trên ổ đĩa, cả các bản sao; in ra các từ khôi phục để cất vào két.

    Chạy lại được bất cứ lúc nào: lệnh làm nốt việc còn dở và in lại các từ; khi không còn gì để
    làm thì không hỏi.

    Encrypt the work on the disk, copies and all, and print the recovery words for the safe.

    \b
    Exit codes: 0 everything is encrypted, 4 the database is in use, or cannot be used, or
    SQLCipher is not installed, 6 something readable is left (it is listed), 7 the program
    is running: stop it first.
    """
    agent.store()  # checked, and rebuilt if it was damaged
    secret, place = conversion.prepare(agent)
    _show(secret)
    tell(say("cipher.kept_file", file=place) if place else say("cipher.kept_windows"))
    if not yes and conversion.readable(agent):
        ask("cipher.written", "cipher.not_encrypted")
    conversion.encrypt(agent, drop_damaged)
    left = conversion.readable(agent)
    for path in left:
        tell(say("cipher.left", file=path), err=True)
    if left:
        raise click.exceptions.Exit(6)
    place_there = copies.elsewhere(agent.settings)
    if place_there and not place_there.is_dir():
        tell(say("cipher.drive", place=place_there), err=True)
    tell(say("cipher.done"))


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def decrypt(agent: Agent, yes: bool) -> None:
    """Bỏ mã hoá: dữ liệu và các bản sao lại đọc được như thường.

    Take the encryption off: whoever has the disk can then read the work.

    \b
    Exit codes: 0 nothing is encrypted, 4 the database is in use, cannot be used, or its key is
    not here, 7 the program is running: stop it first.
    """
    if not yes and conversion.is_begun(agent):
        ask("cipher.sure", "cipher.still_encrypted")
    conversion.decrypt(agent)
    tell(say("cipher.off"))


@click.command()
@click.pass_obj
def unlock(agent: Agent) -> None:
    """Nhập các từ khôi phục khi máy không còn khoá (máy mới, thay bo mạch, mất tệp khoá).

    Type the recovery words when this computer no longer has the key. Accents do not matter.

    \b
    Exit codes: 0 the database opens, 4 it cannot be used, 6 the words are wrong.
    """
    if not keyring.is_used(agent.folder):
        tell(say("cipher.state.off"))
        return
    secret = parse(click.prompt(" / ".join(say("cipher.words"))))
    places = (copies.local(agent.folder), copies.elsewhere(agent.settings))
    files = [config.database(agent.folder), *(c.path for p in places for c in copies.find_all(p))]
    if not keyring.fits(agent.folder, secret, files):
        raise KeyWrong("another database")
    keyring.keep(agent.folder, agent.settings, secret)
    agent.keys.forget()
    agent.store()
    tell(say("cipher.unlocked"))


def _show(secret: bytes) -> None:
    words = sheet_words(secret)
    tell(say("cipher.sheet"))
    for begin in range(0, len(words), ROW):
        row = enumerate(words[begin : begin + ROW], begin + 1)
        click.echo("   " + "".join(f"{number:2d} {word:<8}" for number, word in row).rstrip())

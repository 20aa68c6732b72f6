"""``enrol``: the first command on a new computer; ``trust``: for an office that inspects https."""

from __future__ import annotations

import ssl
from dataclasses import replace
from pathlib import Path

import click

from sync.check_words import plain

from .. import config, exit_codes
from ..agent import Agent
from ..errors import BundleDamaged
from ..syncing.enrolment import check_words
from ..syncing.enrolment import enrol as enrol_agent
from ..texts import say
from .output import tell

CA_FILE = click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path)


@click.command()
@click.option("--server", required=True, help="The address that the province gave you.")
@click.option("--code", required=True, help='The words they read to you: "cầu đèn gạo lúa".')
@click.option("--check", default="", help="The three check words, if you have them in writing.")
@click.option("--ca-file", type=CA_FILE, help="As ``trust``.")
@click.pass_obj
def enrol(agent: Agent, server: str, code: str, check: str, ca_file: Path | None) -> None:
    """Ghi danh máy này với tỉnh bằng mã đọc qua điện thoại.

    Gõ có dấu hay không dấu, hoa hay thường đều được. Với địa chỉ http, máy cho xem ba từ và hỏi
    trước khi gửi mã.

    Enrol this computer with the province, with a code read out over the telephone. At an http
    address you are shown three words, and asked before the code is sent.

    \b
    Exit codes: 0 enrolled, 2 the server cannot be reached, 3 the code is wrong or too old,
    8 the code is for another centre than this folder's, or the check words differ.
    """

    def confirm(words: str) -> bool:
        if check and plain(check) != plain(words):
            tell(say("enrol.other_words", check=words, typed=check), err=True)
        return plain(check) == plain(words) if check else _compared(words)

    if ca_file:
        _trust(agent, ca_file)
    certificate = enrol_agent(agent, server, code, confirm=confirm)
    settings = agent.settings
    names = {"centre": settings.centre, "unit": settings.unit, "server": settings.server}
    tell(say("enrol.done", check=check_words(certificate.server_key), **names))


@click.command()
@click.argument("ca_file", type=CA_FILE, required=False)
@click.pass_obj
def trust(agent: Agent, ca_file: Path | None) -> None:
    """Tin thêm chứng chỉ trong tệp CA_FILE (PEM), khi mạng cơ quan kiểm tra kết nối https.

    Không ghi tên tệp thì chỉ tin các chứng chỉ thông thường như trước.

    Trust the certificates in CA_FILE (PEM) as well, where an office inspects https connections.
    Without a file, only the usual ones are trusted again.

    \b
    Exit codes: 0 done, 4 the settings cannot be written, 6 the file holds no certificates.
    """
    _trust(agent, ca_file)
    tell(say("trust.done", file=ca_file) if ca_file else say("trust.none"))


def _trust(agent: Agent, ca_file: Path | None) -> None:
    if ca_file and not _has_certificates(ca_file):
        tell(say("trust.unfit", file=ca_file), err=True)
        click.get_current_context().exit(exit_codes.code(BundleDamaged()))
    config.init(agent.folder)
    config.save(agent.folder, replace(agent.settings, ca_file=str(ca_file or "")))


def _has_certificates(path: Path) -> bool:
    try:
        ssl.create_default_context().load_verify_locations(path)
    except (OSError, ValueError):  # an SSLError is an OSError
        return False
    return True


def _compared(words: str) -> bool:
    question = say("enrol.compare", check=words)
    click.echo(question.vi, err=True)
    return click.confirm(question.en, err=True)

"""``enrol``: the first thing done on a new computer."""

from __future__ import annotations

import click

from ..agent import Agent
from ..enrolment import check_words
from ..enrolment import enrol as enrol_agent
from ..texts import say
from .speech import tell


@click.command()
@click.option("--server", required=True, help="The province's address, as they told you.")
@click.option("--code", required=True, help='The words they read to you: "cầu đèn gạo lúa".')
@click.pass_obj
def enrol(agent: Agent, server: str, code: str) -> None:
    """Ghi danh máy này với tỉnh bằng mã đọc qua điện thoại.

    Gõ có dấu hay không dấu, hoa hay thường đều được.

    Enrol this computer with the province, with a code read out over the telephone.

    \b
    Exit codes: 0 enrolled, 2 the server cannot be reached, 3 the code is wrong or too old,
    8 the code is for another centre than the one whose work lies here.
    """
    certificate = enrol_agent(agent, server, code)
    here = agent.settings
    names = {"centre": here.centre, "unit": here.unit, "server": here.server}
    tell(say("enrol.done", check=check_words(certificate.server_key), **names))

"""Commands about tokens: what other programs show to read our records."""

from __future__ import annotations

from typing import Any

import click

from schemas.formatting.vietnamese import day_of, moment
from schemas.record import record_types
from server.config import Config
from server.texts import TEXTS
from server.tokens import tokens
from server.tokens.tokens import Scope, Token, Wanted

from .lookup import district
from .opening import open_province
from .speech import tell

KEYBOARD = "khuyenhoc-server"  # who made a token at the server's own keyboard


@click.command()
@click.argument("name")
@click.option("--unit", default="", help="Only the centres of that district, by code or name.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(sorted(record_types())),
    help="Only that record type, internal or not; may be given several times.",
)
@click.option(
    "--personal",
    is_flag=True,
    help="Also what is known of persons, and sensitive counts below five.",
)
@click.option("--days", default=365, show_default=True, help="Good for so long; 0: for ever.")
@click.pass_obj
def token(config: Config, /, name: str, **asked: Any) -> None:
    """Cấp mã truy cập cho chương trình NAME. Make a token with which program NAME may read.

    Prints the token, which cannot be shown again.
    """
    province = open_province(config)
    now = province.wall()
    unit_id = district(province.db(), asked["unit"], day_of(now)).id if asked["unit"] else ""
    scope = Scope(unit_id, frozenset(asked["types"]), asked["personal"])
    wanted = Wanted(name, scope, KEYBOARD, max(0, asked["days"]))
    click.echo(tokens.make(province.db(), wanted, now))
    tell("cli.token_made", name=tokens.plain(name))


@click.command("tokens")
@click.pass_obj
def list_tokens(config: Config) -> None:
    """Liệt kê các mã truy cập. List the tokens, one a line: name, state, last use."""
    province = open_province(config)
    for each in tokens.everyone(province.db()):
        click.echo("\t".join([each.name, _state(each, province.wall()), moment(each.used or None)]))


@click.command()
@click.argument("name")
@click.pass_obj
def revoke_token(config: Config, name: str) -> None:
    """Thu hồi mã truy cập NAME. End a token for good."""
    province = open_province(config)
    tokens.revoke(province.db(), name, province.wall())
    tell("cli.token_revoked", name=name)


def _state(token: Token, now: int) -> str:
    name = "revoked" if token.revoked else "good" if token.is_good(now) else "expired"
    return " – ".join(TEXTS[f"cli.token.{name}"])


COMMANDS = (token, list_tokens, revoke_token)

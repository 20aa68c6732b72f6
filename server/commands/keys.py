"""The command about the province's keys: what they are, renewing them, dropping older ones."""

from __future__ import annotations

from datetime import datetime

import click

from schemas.formatting.vietnamese import HANOI
from server.centres import centres
from server.config import Config
from server.devices import key_renewal
from server.keys import public_keys
from server.keys.keyring import decoded
from server.province import Province
from sync import bundle

from .opening import open_province
from .speech import BEHIND, tell


@click.command()
@click.option("--renew", is_flag=True, help="Make a newer pair; it is handed out once backed up.")
@click.option("--forget", is_flag=True, help="Let older pairs go that no machine in use needs.")
@click.pass_context
def keys(ctx: click.Context, renew: bool, forget: bool) -> None:
    """Khóa của tỉnh: xem, thay, bỏ khóa cũ. The province's keys: show, renew, forget old ones.

    Prints the pairs, one a line, and with --forget the machines that still need an older one.
    Exit code 17: such machines are left.
    """
    config: Config = ctx.obj
    province = open_province(config)
    if renew:
        made = key_renewal.renew(province)
        tell("keys.renewed", generation=made.generation, path=province.config.secret_file)
        return
    if forget:
        ctx.exit(_forget(province))
    _show(province)


def _show(province: Province) -> None:
    current = {pair.generation for pair in province.keyring.secrets.pairs}
    for each in public_keys.generations(province.db()):
        key = bundle.key_id(decoded(each.signing)) if each.generation in current else "-"
        days = map(_day, (each.made, each.backed_up, each.forgotten))
        click.echo("\t".join([str(each.generation), key, *days]))
    tell("keys.columns", words=province.check_words)
    newest = province.keyring.newest.generation
    if public_keys.offered(province.db()) < newest:
        tell("keys.not_backed_up", generation=newest)
    elif left := key_renewal.behind(province):
        tell("keys.behind", count=len(left))


def _forget(province: Province) -> int:
    gone = key_renewal.forget(province)
    left = key_renewal.behind(province)
    names = {centre.area: centre.name for centre in centres.centres(province.db())}
    for each in left:
        device = each.device
        place, day = names.get(device.device.home, ""), _day(device.last_contact)
        click.echo(f"{device.device.name}\t{device.label}\t{place}\t{each.generation}\t{day}")
    if gone:
        tell("keys.forgotten", generations=", ".join(map(str, gone)))
    if left:
        tell("keys.left", count=len(left))
    elif not gone:
        tell("keys.nothing")
    return BEHIND if left else 0


def _day(moment: int) -> str:
    if not moment:
        return "-"
    return datetime.fromtimestamp(moment / 1000, HANOI).strftime("%d/%m/%Y")


COMMANDS = (keys,)

"""Commands that set the province up: its folder, its centres, its devices, its people."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click
from sqlite_utils import Database

from schemas.formatting.vietnamese import day_of, fold
from server.centres import centres
from server.centres.units import Unit
from server.config import CODE_HOURS, Config
from server.devices import administration, codes, devices
from server.evaluation import criteria
from server.founding import TITLE, create_province
from server.province import Province
from server.recovery import refounding
from server.transaction import at_once
from server.users import users
from server.users.users import Account

from .lookup import centre_named, commune, office_unit
from .opening import open_province
from .speech import Exists, Unknown, ask_password, tell

FOUNDED = "2012-07-24"  # of the plan that the first centres were entered for
ARCHIVE = click.Path(exists=True, dir_okay=False, path_type=Path)
DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command()
@click.option("--title", default=TITLE, show_default=True, help="The name of the province.")
@click.option("--from", "archive", type=ARCHIVE, help="Read back what `export --all` wrote.")
@click.pass_obj
def init(config: Config, title: str, archive: Path | None) -> None:
    """Tạo dữ liệu của tỉnh. Make the folder: keys, units with their dates, criteria."""
    if archive:
        made = refounding.refound(config, archive)
        tell("cli.refounded", title=made.title, path=archive)
        return
    province = create_province(config, title)
    criteria.publish(province)
    places = {"folder": config.folder, "database": config.database, "secrets": config.secret_file}
    tell("cli.founded", title=title, **places)


@click.command()
@click.argument("unit", nargs=-1)
@click.option("--all", "everywhere", is_flag=True, help="One in every commune without one.")
@click.option("--name", default="", help="Its name, if it is not named after the commune.")
@click.option("--day", type=DAY, default=FOUNDED, show_default=True, help="When it was founded.")
@click.pass_obj
def add_centre(
    config: Config, unit: tuple[str, ...], everywhere: bool, name: str, day: datetime
) -> None:
    """Lập trung tâm ở UNIT (mã hoặc tên xã). Found a centre in UNIT, a commune's code or name.

    Prints the area of each: what `enrol-code` wants.
    """
    if not unit and not everywhere:
        raise click.UsageError("UNIT or --all")
    province = open_province(config)
    db, founded = province.db(), day.date()
    with at_once(db):
        free = centres.communes_without(db, founded) if everywhere else []
        added = [centres.add(db, each, founded, name) for each in free]
        for wanted in unit:
            new = _new_in(db, commune(db, wanted, founded), name)
            added.append(centres.add(db, new, founded, name))
    for centre in added:
        click.echo(centre.area)
    if len(added) == 1:
        tell("cli.centre_added", name=added[0].name, area=added[0].area)
    else:
        tell("cli.centres_added", count=len(added))


@click.command()
@click.argument("centre", nargs=-1, required=True)
@click.pass_obj
def enrol_code(config: Config, centre: tuple[str, ...]) -> None:
    """Cấp mã ghi danh cho máy của CENTRE. Make a code for a machine of CENTRE (area or name).

    Prints one code a line, in the order of the centres.
    """
    province = open_province(config)
    for its in [centre_named(province.db(), wanted) for wanted in centre]:
        click.echo(codes.make(province.db(), its.area, province.wall()))
        tell("cli.code", name=its.name, hours=CODE_HOURS, check=province.check_words)


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice(users.ROLES), default=users.PROVINCE, help="For whom.")
@click.option("--unit", default="", help="The district or commune, by code or name.")
@click.option("--password", default="", help="Asked for if it is not given.")
@click.pass_obj
def user(config: Config, name: str, role: str, unit: str, password: str) -> None:
    """Tạo tài khoản NAME. Make an account for somebody at the province or a district."""
    province = open_province(config)
    if role in users.OF_A_DISTRICT and not unit:
        raise click.UsageError(f"--role {role} cần --unit / needs --unit: “Huyện Đà Bắc”")
    today = day_of(province.wall())
    unit_id = office_unit(province.db(), unit, today).id if role in users.OF_A_DISTRICT else ""
    password = password or ask_password()
    with at_once(province.db()):
        added = users.add(province.db(), Account(name, password, role, unit_id))
    tell("cli.user_added", name=added.name, role=role)


@click.command()
@click.argument("device")
@click.option("--lost", is_flag=True, help="It was lost or stolen: do not answer it any more.")
@click.pass_obj
def retire(config: Config, device: str, lost: bool) -> None:
    """Ngừng sử dụng máy DEVICE. End the work of a device."""
    province = open_province(config)
    administration.end(province, _known(province, device), lost=lost)
    tell("cli.lost" if lost else "cli.retired", name=device)


@click.command()
@click.argument("device")
@click.option("--lost", is_flag=True, help="It was lost or stolen: do not answer it any more.")
@click.pass_obj
def replace(config: Config, device: str, lost: bool) -> None:
    """Thay máy DEVICE. End a device's work and print a code for the machine in its place."""
    province = open_province(config)
    ended, code = administration.replace(province, _known(province, device), lost=lost)
    centre = centre_named(province.db(), ended.device.home)
    tell("cli.lost" if lost else "cli.retired", name=device)
    click.echo(code)
    tell("cli.code", name=centre.name, hours=CODE_HOURS, check=province.check_words)


@click.command()
@click.argument("device")
@click.pass_obj
def take_back(config: Config, device: str) -> None:
    """Dùng lại máy DEVICE đã tìm thấy. Let a device work again that was retired or lost."""
    province = open_province(config)
    administration.take_back(province, _known(province, device))
    tell("cli.taken_back", name=device)


def _known(province: Province, device: str) -> str:
    """:raises Unknown:"""
    if device not in {each.device.name for each in devices.everyone(province.db())}:
        raise Unknown("device", device)
    return device


def _new_in(db: Database, unit: Unit, name: str) -> Unit:
    """:raises Exists: a second centre in a commune must have a name of its own"""
    wanted = name or centres.PREFIX + unit.name
    for centre in centres.centres(db):
        if centre.unit_id == unit.id and fold(centre.name) == fold(wanted):
            raise Exists(f"{centre.name} = {centre.area}")
    return unit


COMMANDS = (init, add_centre, enrol_code, user, retire, replace, take_back)

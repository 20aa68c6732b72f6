"""Commands that set the province up: its folder, its centres, its devices, its people."""

from __future__ import annotations

from datetime import date, datetime

import click
from sqlite_utils import Database

from schemas.vietnamese import fold
from server import centres, codes, criteria, devices, fleet, units, users
from server.auth import day_of
from server.centres import Centre
from server.config import CODE_HOURS, Config
from server.province import NAME, Province, found
from server.transaction import at_once
from server.units import COMMUNE, DISTRICT, Unit
from server.users import Account

from .speech import Ambiguous, Exists, Unknown, tell

FOUNDED = "2012-07-24"  # of the plan that the first centres were entered for
DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command()
@click.option("--title", default=NAME, show_default=True, help="The name of the province.")
@click.pass_obj
def init(config: Config, title: str) -> None:
    """Tạo dữ liệu của tỉnh. Make the folder: keys, units with their dates, criteria."""
    province = found(config, title)
    criteria.publish(province)
    tell("cli.founded", title=title, folder=config.folder, database=config.database)


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
    province = Province(config)
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
    province = Province(config)
    for its in [centre_named(province.db(), wanted) for wanted in centre]:
        click.echo(codes.make(province.db(), its.area, province.wall()))
        tell("cli.code", name=its.name, hours=CODE_HOURS, check=province.check_words)


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice(users.ROLES), default=users.PROVINCE, help="For whom.")
@click.option("--unit", default="", help="The district, by code or name, of a district's user.")
@click.option("--password", default="", help="Asked for if it is not given.")
@click.pass_obj
def user(config: Config, name: str, role: str, unit: str, password: str) -> None:
    """Tạo tài khoản NAME. Make an account for somebody at the province or a district."""
    province = Province(config)
    if role in users.OF_A_DISTRICT and not unit:
        raise click.UsageError(f"--role {role} cần --unit / needs --unit: “Huyện Đà Bắc”")
    today = day_of(province.wall())
    unit_id = district(province.db(), unit, today).id if role in users.OF_A_DISTRICT else ""
    password = password or click.prompt(
        "Mật khẩu – Password", hide_input=True, confirmation_prompt=True
    )
    with at_once(province.db()):
        added = users.add(province.db(), Account(name, password, role, unit_id))
    tell("cli.user_added", name=added.name, role=role)


@click.command()
@click.argument("device")
@click.option("--lost", is_flag=True, help="It was lost or stolen: do not answer it any more.")
@click.pass_obj
def retire(config: Config, device: str, lost: bool) -> None:
    """Ngừng sử dụng máy DEVICE. End the work of a device."""
    province = Province(config)
    fleet.end(province, _known(province, device), lost=lost)
    tell("cli.lost" if lost else "cli.retired", name=device)


@click.command()
@click.argument("device")
@click.option("--lost", is_flag=True, help="It was lost or stolen: do not answer it any more.")
@click.pass_obj
def replace(config: Config, device: str, lost: bool) -> None:
    """Thay máy DEVICE. End a device's work and print a code for the machine in its place."""
    province = Province(config)
    ended, code = fleet.replace(province, _known(province, device), lost=lost)
    centre = centre_named(province.db(), ended.device.home)
    tell("cli.lost" if lost else "cli.retired", name=device)
    click.echo(code)
    tell("cli.code", name=centre.name, hours=CODE_HOURS, check=province.check_words)


@click.command()
@click.argument("device")
@click.pass_obj
def take_back(config: Config, device: str) -> None:
    """Dùng lại máy DEVICE đã tìm thấy. Let a device work again that was retired or lost."""
    province = Province(config)
    fleet.take_back(province, _known(province, device))
    tell("cli.taken_back", name=device)


def _known(province: Province, device: str) -> str:
    """:raises Unknown:"""
    if device not in {each.device.name for each in devices.everyone(province.db())}:
        raise Unknown("device", device)
    return device


def commune(db: Database, wanted: str, day: date) -> Unit:
    """The only commune of that code or name on ``day``.

    :raises Unknown:
    """
    return _only([unit for unit in units.in_force(db, day) if unit.level == COMMUNE], wanted)


def district(db: Database, wanted: str, day: date) -> Unit:
    """The only district of that code or name; of ``day``, else of the last day that had any.

    :raises Unknown:
    """
    land = units.territory(db)
    days = sorted({row.start for row in land.rows.values() if row.start <= str(day)}, reverse=True)
    for each in (str(day), *days):
        found = [unit for unit in land.in_force(each) if unit.level == DISTRICT]
        if found:
            return _only(found, wanted)
    raise Unknown("unit", wanted)


def centre_named(db: Database, wanted: str) -> Centre:
    """The centre of that area, or the only one of that name.

    :raises Unknown:  :raises Ambiguous: then only the area tells them apart
    """
    found = [c for c in centres.centres(db) if wanted == c.area or fold(wanted) in fold(c.name)]
    exact = [c for c in found if wanted == c.area or fold(wanted) == fold(c.name)]
    if not found:
        raise Unknown("centre", wanted)
    if len(exact or found) > 1:
        raise Ambiguous(", ".join(f"{c.name} = {c.area}" for c in (exact or found)[:5]))
    return (exact or found)[0]


def _new_in(db: Database, unit: Unit, name: str) -> Unit:
    """:raises Exists: a second centre in a commune must have a name of its own"""
    wanted = name or centres.PREFIX + unit.name
    for centre in centres.centres(db):
        if centre.unit_id == unit.id and fold(centre.name) == fold(wanted):
            raise Exists(f"{centre.name} = {centre.area}")
    return unit


def _only(found: list[Unit], wanted: str) -> Unit:
    named = [u for u in found if u.code == wanted or fold(u.name).endswith(fold(wanted))]
    exact = [u for u in named if u.code == wanted or fold(u.name) == fold(wanted)]
    if len(exact or named) != 1:
        raise Unknown("unit", wanted)
    return (exact or named)[0]


COMMANDS = (init, add_centre, enrol_code, user, retire, replace, take_back)

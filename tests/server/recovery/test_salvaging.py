"""A damaged database of a province is rebuilt, and the centres bring what is missing.

Fifty random pages of a real file are spoiled, one at a time; the machines of the centres are real
replicas that go on afterwards from where they stood.
"""

import copy
import random
import shutil
import sqlite3
from contextlib import closing
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from server import Config, create_app
from server.centres import centres, units
from server.cli import cli
from server.devices import administration, codes, devices
from server.recovery import rebuilding, restoring, salvaging
from sync.changes import Key
from sync.stores.health import consistency
from sync.wire import seal
from tests.server.conftest import PLAN, Computer, Wall, certified

PAGE = 4096
SEEDS = range(50)


class World(NamedTuple):
    """A province as it was when its disk failed, and what everybody held."""

    folder: object
    backup: object
    computers: list
    records: dict  # what each record of the province says
    epoch: str
    areas: tuple  # the published one, and that of the offices


@pytest.fixture(scope="module")
def world(tmp_path_factory, bare, quick_codes):
    """Three machines and a backup; then more work of all kinds, and a machine that is retired."""
    room = tmp_path_factory.mktemp("world")
    config = Config(room / "province", wall=Wall())
    shutil.copytree(bare, config.folder)
    app = create_app(config)
    province = app.extensions["province"]
    computers = list(_enrolled(app, province, ["04813", "04816", "04825"]))
    for number in range(40):
        for each in computers:
            each.write(record_id=f"r{number}", title=f"Lớp {number}", venue="Nhà văn hóa " * 5)
    _settle(computers)
    province.store().backup(room / "backup.db")
    computers += _enrolled(app, province, ["04831"])
    _work_since(province, computers)
    _settle(computers)
    province.db().conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    shutil.copytree(config.folder, room / "cut")
    records, epoch = _values(province), province.hub().epoch
    areas = province.published, province.internal
    province.close()
    return World(room / "cut", room / "backup.db", computers, records, epoch, areas)


def _enrolled(app, province, codes_of_communes):

    for code in codes_of_communes:
        unit = next(u for u in units.in_force(province.db(), PLAN) if u.code == code)
        centre = centres.add(province.db(), unit, PLAN)
        seed, client = seal.new_seed(), app.test_client()
        made = codes.make(province.db(), centre.area, province.wall())
        yield Computer(client, seed, certified(client, made, seed), province.config.wall)


def _settle(computers):
    for each in computers:
        each.settle()


def _work_since(province, computers):
    one, two, three, new = computers
    for number in range(20, 60):
        for each in computers:
            each.write(record_id=f"r{number}", title=f"Lớp mới {number}", venue="Trường " * 9)
    one.write("plan", "p1", area=province.published, title="Không được ghi")  # parked
    province.hub().write(Key(two.area, "activity", "r1"), {"title": "Tỉnh sửa"}, "tỉnh")
    two.write(record_id="r1", title="Xã sửa")  # a conflict
    for number in range(15):
        key = Key(province.published, "directive", f"d{number}")
        province.hub().write(key, {"title": f"Công văn {number}"}, "tỉnh")
    _settle(computers)
    three.write(record_id="unsent", title="Chưa gửi")
    administration.end(province, new.certificate.device, lost=False)


def _values(province):
    """What every record says; a notice may be said again by another stamp."""
    store = province.store()
    return {key: record.values for key, record in store.load(consistency.keys(store)).items()}


@pytest.fixture
def after(world, tmp_path):
    """The province after harm was done to its file and it was rebuilt."""
    made = []

    def after(harm, *words):
        config = Config(tmp_path / f"province{len(made)}", wall=Wall())
        shutil.copytree(world.folder, config.folder)
        harm(config.database)
        words = words or ("--backup", str(world.backup))
        result = CliRunner().invoke(cli, ["--folder", str(config.folder), "recover", *words])
        app = create_app(config) if result.exit_code == 0 else None
        if app:
            made.append(app.extensions["province"])
        computers = [copy.copy(each) for each in world.computers]
        for each in computers:
            each.replica = copy.deepcopy(each.replica, {id(each.wall): each.wall})
            each.client = app.test_client() if app else None
        return result, made[-1] if app else None, computers

    yield after
    for each in made:
        each.close()


def overwritten(luck):
    def harm(path):
        pages = path.stat().st_size // PAGE
        with path.open("r+b") as file:
            file.seek(luck.randrange(pages) * PAGE)
            file.write(luck.choice([bytes(PAGE), luck.randbytes(PAGE)]))

    return harm


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_page_is_spoiled_all_that_the_machines_hold_comes_back(world, after, seed):
    result, province, computers = after(overwritten(random.Random(seed)))
    assert 0 == result.exit_code, result.output
    heads = {each.replica.name: _numbers(province, each.replica.name) for each in computers}
    for _ in range(2):
        _settle(computers)
    now = _values(province)

    assert {} == {k: v for k, v in world.records.items() if now.get(k) != v}
    assert {} == {name: found for name, found in heads.items() if _has_gaps(found)}
    _all_the_same(province, computers)
    assert [] == [f for step in rebuilding.look(province) for f in step.findings]


def test_without_a_backup_the_file_itself_brings_what_it_proves(world, after):
    luck = random.Random(7)

    def harm(path):
        for _ in range(3):
            overwritten(luck)(path)

    result, province, computers = after(harm, "--without")
    assert 0 == result.exit_code, result.output
    for _ in range(2):
        _settle(computers)
    now = _values(province)

    assert {} == {k: v for k, v in world.records.items() if now.get(k) != v}
    assert "All accounts must be made again" in result.stderr
    assert world.areas == (province.published, province.internal)
    _all_the_same(province, computers)


def test_a_machine_enrolled_since_the_backup_is_known_again_and_stands_as_the_log_says(
    world, after
):
    result, province, computers = after(spoiled_log)
    new = computers[-1].certificate
    known = devices.find(province.db(), new.device)

    assert "Machines enrolled since the backup, known again by the log" in result.stderr
    assert (new.home, devices.RETIRED) == (known.device.home, known.state)


def spoiled_log(path):
    """Spoil the first page of the log: the database is damaged for certain."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma wal_checkpoint(truncate)").fetchall()
        ((page,),) = db.execute("select rootpage from sqlite_master where name = 'log'")
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(bytes(PAGE))


def test_the_damaged_file_is_set_aside_to_the_byte_and_a_new_epoch_begins(world, after):
    before = {}

    def harm(path):
        spoiled_log(path)
        before["bytes"] = path.read_bytes()

    result, province, _ = after(harm)
    (aside,) = restoring.set_aside(province.config)

    assert before["bytes"] == aside.read_bytes()
    assert str(aside) in result.stderr.replace("\n", "")
    assert world.epoch != province.hub().epoch
    assert not (province.config.folder / salvaging.ROOM).exists()


def test_a_power_cut_after_the_file_was_moved_only_means_doing_it_again(world, after):
    def harm(path):
        spoiled_log(path)
        path.rename(path.with_name("province-before-20260101T000000.db"))

    result, province, computers = after(harm)
    _settle(computers)

    assert 0 == result.exit_code, result.output
    assert {*world.records} <= {*_values(province)}


def test_a_sound_database_is_left_as_it_is(world, after):
    result, province, _ = after(lambda _: None)

    assert "nothing is damaged, and nothing was changed" in result.stderr
    assert [] == restoring.set_aside(province.config)
    assert world.epoch == province.hub().epoch


def test_where_not_even_the_areas_can_be_read_a_backup_is_asked_for(after):
    result, _, _ = after(lambda path: path.write_bytes(b"x" * path.stat().st_size), "--without")

    assert 11 == result.exit_code
    assert "Find a backup, even an old one" in result.stderr


def test_of_a_file_that_says_nothing_the_backup_and_the_machines_bring_the_rest(world, after):
    result, province, computers = after(lambda path: path.write_bytes(b"x" * 9000))
    _settle(computers[:3])
    now = _values(province)
    theirs = {key for key in world.records if key.area == computers[0].area}

    assert 0 == result.exit_code, result.output
    assert set() == theirs - {*now} - {key for key in theirs if key.record_type == "conflict"}


def test_a_server_does_not_run_on_a_damaged_file_and_says_what_to_run(world, tmp_path):
    config = Config(tmp_path / "province", wall=Wall())
    shutil.copytree(world.folder, config.folder)
    spoiled_log(config.database)
    result = CliRunner().invoke(cli, ["--folder", str(config.folder), "serve", "--port", "0"])

    assert 8 == result.exit_code
    assert f"khuyenhoc-server --folder {config.folder} recover" in result.stderr.replace("\n", "")
    assert [] == restoring.set_aside(config)


def _numbers(province, replica):
    rows = province.db()["log"].rows_where("replica = ? and number > 0", [replica])
    return sorted(row["number"] for row in rows)


def _has_gaps(numbers):
    """Whether a machine would be told that the server holds what it does not."""
    return numbers != list(range(1, len(numbers) + 1))


def _all_the_same(province, computers):
    """The machines in use hold what the province holds of their scope."""
    for each in computers:
        if devices.find(province.db(), each.certificate.device).state == devices.ACTIVE:
            scope = [each.area, province.published]
            theirs, ours = each.replica.store.digests(scope), province.store().digests(scope)
            assert {k: v for k, v in ours.items() if v} == {k: v for k, v in theirs.items() if v}

"""A server whose log ends before what it acknowledged notices it, and asks the centres again.

Another process writes, is killed, and its write-ahead log is removed; nothing is simulated.
"""

import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from server import create_app
from server.commands import serve
from server.commands.backups import verify
from server.province import Province
from server.recovery import restoring
from sync.changes import Key
from sync.stores import watermark

WRITER = """
import sys
from pathlib import Path
from server import Config, Province
from sync.changes import Key

province = Province(Config(Path(sys.argv[1])))
province.hub().write(Key(province.published, "directive", "d1"), {"title": "Công văn"}, "tỉnh")
print("saved", flush=True)
sys.stdin.read()
"""


def written_and_killed(folder):
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert "saved\n" == process.stdout.readline()
        process.send_signal(signal.SIGKILL)


def without_log(folder):
    for name in ("province.db-wal", "province.db-shm"):
        (folder / name).unlink()


@pytest.fixture
def settled(province):
    """The folder of a province that was closed as it should be, and its epoch."""
    epoch = province.hub().epoch
    province.close()
    return province.config, epoch


def test_a_server_whose_log_file_vanished_begins_a_new_epoch_and_only_once(settled):
    config, epoch = settled
    written_and_killed(config.folder)
    without_log(config.folder)
    first = Province(config)
    after = first.hub().epoch
    first.close()
    second = Province(config)

    assert (True, False) == (first.was_put_back, second.was_put_back)
    assert epoch != after == second.hub().epoch
    second.close()


def test_a_server_that_was_killed_goes_on_in_its_epoch(settled):
    config, epoch = settled
    written_and_killed(config.folder)
    again = Province(config)

    assert (False, epoch) == (again.was_put_back, again.hub().epoch)
    assert 1 == again.db()["directive"].count
    again.close()


def test_what_was_acknowledged_to_a_machine_is_asked_for_again(province, enrol, tmp_path, config):
    computer = enrol()
    computer.settle()
    province.db().conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    computer.write(title="Đã xác nhận")
    computer.settle()
    shutil.copytree(config.folder, tmp_path / "cut")
    without_log(tmp_path / "cut")
    app = create_app(replace(config, folder=tmp_path / "cut"))
    cut = app.extensions["province"]
    before = cut.db()["activity"].count
    computer.client = app.test_client()
    computer.settle()

    assert (0, 1) == (before, cut.db()["activity"].count)
    assert cut.was_put_back
    cut.close()


def test_a_backup_put_in_place_by_a_person_is_no_surprise(province, tmp_path):
    province.store().backup(tmp_path / "copy.db")
    province.hub().write(_directive(province), {"title": "Công văn"}, "tỉnh")
    config = province.config
    province.close()
    restoring.in_place(tmp_path / "copy.db", config)
    again = Province(config)

    assert not again.was_put_back
    again.close()


def _directive(province):
    return Key(province.published, "directive", "d1")


def test_the_person_who_starts_the_server_is_notified(settled, monkeypatch):
    config, _ = settled
    written_and_killed(config.folder)
    without_log(config.folder)
    monkeypatch.setattr(serve, "create_server", _ends_at_once)
    result = CliRunner().invoke(serve.serve, [], obj=config)

    assert "The database went back to an older state" in result.stderr


def test_the_person_whose_command_meets_it_first_is_notified_by_that_command(settled):
    config, _ = settled
    written_and_killed(config.folder)
    without_log(config.folder)
    first, second = (CliRunner().invoke(verify, [], obj=config) for _ in range(2))

    assert "enrol again each machine that is not known" in first.stderr
    assert "Watermark(" not in first.stderr
    assert "older state" not in second.stderr


def test_every_command_opens_the_province_where_the_person_is_notified():
    modules = Path(serve.__file__).parent.glob("*.py")
    openers = {path.name for path in modules if " Province(config" in path.read_text("utf-8")}

    assert {"opening.py"} == openers


def _ends_at_once(*_, **__):
    raise OSError("no socket in this test")


def test_two_processes_that_write_accuse_nobody(province, settled):
    config, epoch = settled
    first, second = Province(config), Province(config)
    for number, each in enumerate((first, second, first)):
        key = _directive(each)._replace(record_id=f"d{number}")
        each.hub().write(key, {"title": "Công văn"}, "tỉnh")
    third = Province(config)

    assert (False, epoch) == (third.was_put_back, third.hub().epoch)
    assert third.store().end() == watermark.read(config.database).place
    for each in (first, second, third):
        each.close()

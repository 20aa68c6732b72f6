"""Whatever a command of the server writes, no other account of the computer reads."""

import os
import signal
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from server import imports
from server.cli import cli
from server.province import Province
from server.web.files import uploads
from sync.stores import private_files
from tests.modes import names_of, open_to_others, umask
from tests.server.recovery.test_salvaging import spoiled_log

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has access lists, and no modes")
READ_ONLY = {"tokens"}


@pytest.fixture(params=[0o022, 0o000], ids=oct)
def mask(request):
    with umask(request.param):
        yield request.param


@pytest.fixture
def out(tmp_path):
    out = tmp_path / "out"
    out.mkdir(0o700)
    return out


def done(run, words, text=None):
    result = run(*map(str, words), text=text)
    assert 0 == result.exit_code, (words, result.output)
    return result.stdout


def every_command(run, out, config, computer):
    """Run each command that writes once; which they were."""
    device, words = computer.certificate.device, out / "words.txt"
    private_files.write(words, done(run, ["recovery-sheet", "--text"]))
    bundle = computer.export(out / "centre-gui.khb")[0]
    lines = [
        ["add-centre", "04816"],
        ["enrol-code", computer.area],
        ["user", "Lan", "--password", "mười chữ cái"],
        ["retire", device],
        ["take-back", device],
        ["import-bundle", bundle],
        ["token", "bảng tính"],
        ["revoke-token", "bảng tính"],
        ["keys", "--renew"],
        ["backup", out / "copy.db"],
        ["export", "--all", out / "all.zip"],
        ["datasette", out / "open.db"],
        ["drill", "--sheet", words],
        ["rebuild"],
        ["verify", "--repair"],
        ["restore", out / "copy.db", "--sheet", words],
        ["recovery-sheet", "--new", out / "sheet.html"],
        ["replace", device],
        ["--folder", config.folder / "anew", "init", "--from", out / "all.zip"],
    ]
    for line in lines:
        done(run, line)
    serve(config.folder)
    spoiled_log(config.database)
    done(run, ["recover", "--backup", out / "copy.db", "--sheet", words])
    return {"init" if "init" in line else line[0] for line in lines} | {"serve", "recover"}


def serve(folder):
    words = [sys.executable, "-m", "server", "--folder", folder, "serve", "--port", "0"]
    with subprocess.Popen(list(map(str, words)), stdout=subprocess.PIPE) as process:
        assert process.stdout.readline()
        assert {} == open_to_others(folder)
        process.send_signal(signal.SIGTERM)


def test_no_command_writes_what_other_accounts_may_read(mask, run, out, config, enrol, tmp_path):
    computer = enrol()
    computer.write(title="Lớp học")
    named = every_command(run, out, config, computer)

    assert {} == open_to_others(config.folder, out)
    assert set(names_of(cli)) == named | READ_ONLY
    assert zipfile.is_zipfile(out / "all.zip")


def test_what_the_pages_keep_no_other_account_reads(mask, province, config):
    private_files.tighten(config.folder)
    upload = FileStorage(BytesIO(b"no bundle"), "gui.khb")
    uploads.begin(province).bring(province, [upload], lambda _: True, "Lan")
    imports.of(province).files.write("plan-1", [{"name": "Nguyễn Thị Lan"}])

    assert {} == open_to_others(config.folder)
    assert len(list(config.folder.rglob("*"))) > 6


def test_what_is_open_already_is_tightened_by_the_next_command(mask, run, province, config):
    for place in (config.folder / "carried", config.folder):
        place.mkdir(exist_ok=True)
        place.chmod(0o777)
    (config.folder / "province-before-1.db").write_bytes(b"")
    config.database.chmod(0o666)
    said = run("tokens").stderr

    assert {} == open_to_others(config.folder)
    assert "" == said


def test_what_cannot_be_tightened_is_reported(run, province, config, monkeypatch):
    config.database.chmod(0o644)

    def not_ours(*_, **__):
        raise PermissionError(1, "not ours")

    monkeypatch.setattr(os, "chmod", not_ours)
    result = run("tokens")

    assert 0 == result.exit_code
    assert "chmod -R go-rwx" in result.stderr
    assert str(Province(config).config.database) in result.stderr.replace("\n", "")

"""Whatever a command of the agent writes, no other account of the computer reads."""

import io
import os
import re
import shutil
import stat
from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.cli import cli, main
from client_agent.syncing.enrolment import check_words
from sync.changes import DEVICE, Key
from sync.wire import seal
from tests.modes import names_of, open_to_others, umask

from .test_running import running

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has access lists, and no modes")
READ_ONLY = {"sync", "status", "siblings", "staff list", "check"}  # they keep the log at most


@pytest.fixture(params=[0o022, 0o000], ids=oct)
def mask(request):
    with umask(request.param):
        yield request.param


@pytest.fixture
def out(tmp_path):
    out = tmp_path / "out"
    out.mkdir(0o700)
    return out


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def introduced(agent, write, folder):
    """The agent and a second machine of the centre in ``folder`` know each other."""
    there = Agent(folder, agent.wall)
    config.init(folder)
    config.save_device_seed(folder, seal.new_seed())
    settings = replace(agent.settings, device="d2", certificate=2)
    config.save(folder, settings)
    for each in (agent, there):
        for name, one in (("d1", agent), ("d2", there)):
            key = config.key_text(seal.public_key(one.keys.seed()))
            values = {"key": key, "state": "active", "label": name}
            each.replica().write(Key("a1", DEVICE, name), values)
    write(agent)
    agent.close()
    there.close()


def every_command(command, out, mask, province):
    """Run each command that writes once; which they were."""
    lines = [
        ["export", out],
        ["backup", out / "copy.db"],
        ["backup"],
        ["copies", "--now"],
        ["verify", "--local"],
        ["diagnose", out / "faults.khr"],
        ["hand-over", "d2", out / "d2.khb"],
        ["install-schedule", "--out", out / "units"],
        ["staff", "add", "Lan", "--pin", "1234"],
        *[[name] for name in ("sync", "status", "siblings", "check")],
        ["staff", "list"],
        ["trust"],
    ]
    for line in lines:
        assert 0 == command(*line)[0], line
    (path,) = out.glob("khuyenhoc-*-gui.khb")
    (answer,) = province.carry(path)
    answer.chmod(0o600)  # the province's, made by the test
    assert 0 == command("import", answer)[0]
    told = {" ".join(map(str, line)) for line in lines} | {"import"}
    return {name for name in names_of(cli) for line in told if line.startswith(name)}


def sealed(command, monkeypatch, home):
    """Encrypt, bring the key back from its words, and make all readable again."""
    pytest.importorskip("sqlcipher3")
    said = command("encrypt", "--yes")[1]
    words = " ".join(re.findall(r"\d+ (\w+)", said.split("the province.\n", 1)[1]))
    shutil.rmtree(home)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{words}\n"))
    assert 0 == command("unlock")[0]
    yield "encrypt", "unlock"
    assert 0 == command("decrypt", "--yes")[0]
    yield ("decrypt",)


def test_no_command_writes_what_other_accounts_may_read(
    mask, command, agent, write, province, address, out, home, monkeypatch
):
    introduced(agent, write, out / "other")
    named = every_command(command, out, mask, province)
    for names in sealed(command, monkeypatch, home):
        named |= {*names}
        assert {} == open_to_others(agent.folder, out, home / "khuyenhoc-agent")
    with running(agent.folder, "--port", "0") as (_, url):
        assert url
        assert {} == open_to_others(agent.folder)
    assert 0 == main(["--folder", str(out / "other"), "take-over", str(out / "d2.khb")])
    province.codes["cau den"] = "a1"
    line = ["--folder", str(out / "new"), "enrol", "--server", address, "--code", "cau den"]
    assert 0 == main([*line, "--check", check_words(config.key_text(province.key))])

    assert {} == open_to_others(agent.folder, out)
    assert set(names_of(cli)) == named | {"run", "enrol", "take-over"}


def test_the_second_copy_on_another_drive_is_ours_alone(mask, command, agent, write, tmp_path):
    write(agent)
    place = tmp_path / "drive" / "KhuyenHoc"
    (place / "khuyenhoc-a1").mkdir(parents=True)
    config.save(agent.folder, replace(agent.settings, backup_folder=str(place)))
    command("copies", "--now")

    assert {} == open_to_others(place / "khuyenhoc-a1")
    assert 1 == len(list(place.rglob("*.db")))
    assert 0o777 & ~mask == stat.S_IMODE(place.stat().st_mode)  # chosen by a person, not ours


def test_what_is_open_already_is_tightened_by_the_next_command(mask, command, folder, write, agent):
    write(agent)
    agent.close()
    for place in (folder / "backups", folder):
        place.mkdir(exist_ok=True)
        place.chmod(0o777)
    config.database(folder).chmod(0o666)
    (folder / "old.log").write_text("")
    code, said = command("status")

    assert (0, False) == (code, "chmod" in said)
    assert {} == open_to_others(folder)


def test_what_cannot_be_tightened_is_reported_and_stops_nothing(command, folder, monkeypatch):
    (folder / "settings.ini").chmod(0o644)

    def not_ours(*_, **__):
        raise PermissionError(1, "not ours")

    monkeypatch.setattr(os, "chmod", not_ours)
    code, said = command("status")

    assert (0, True) == (code, "chmod -R go-rwx" in said)
    assert "settings.ini" in said.replace("\n", "")

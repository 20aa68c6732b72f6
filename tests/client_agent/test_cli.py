"""Every command as a person starts it: what it says, and the code it ends with."""

import click
import pytest

from client_agent import cli, exit_codes
from client_agent.cli import main
from sync.errors import StoreBusy


def commands(group=cli.cli, path=()):
    for name, command in group.commands.items():
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize(("path", "command"), list(commands()), ids=str)
def test_every_command_has_help_in_both_languages_and_its_exit_codes(path, command, capsys):
    assert 0 == main([*path, "--help"])
    said = capsys.readouterr().out

    assert any(ord(letter) > 0x1E00 for letter in said), "no Vietnamese"
    assert isinstance(command, click.Group) or "Exit codes" in said


def test_a_command_typed_wrongly_is_64_and_names_the_help(capsys):
    assert [64, 64, 64] == [main(["sing"]), main(["enrol"]), main(["run", "--port", "x"])]
    assert "--help" in capsys.readouterr().err


def test_not_enrolled_is_5_for_each_command_that_needs_it(tmp_path, capsys):
    for command in (["run"], ["sync"], ["status"], ["export", "x"], ["import", "x"]):
        assert 5 == main(["--folder", str(tmp_path), *command])

        said = capsys.readouterr().err
        assert "chưa ghi danh" in said.splitlines()[0]
        assert "not enrolled" in said.splitlines()[1]


def test_what_nobody_expected_is_1_a_sentence_and_a_log(folder, capsys, monkeypatch):
    monkeypatch.setattr("client_agent.agent.Agent.status", lambda _: 1 / 0)

    assert 1 == main(["--folder", str(folder), "status"])
    assert "Traceback" not in capsys.readouterr().err
    assert "ZeroDivisionError" in (folder / "agent.log").read_text()


def test_without_a_folder_nothing_unexpected_shows_a_traceback(tmp_path, capfd, monkeypatch):
    monkeypatch.setattr("client_agent.agent.Agent.enrolled", property(lambda _: 1 / 0))

    assert 1 == main(["--folder", str(tmp_path / "none"), "status"])
    assert "Traceback" not in "".join(capfd.readouterr())


def test_a_damaged_database_is_rebuilt_and_the_command_says_so(folder, capsys):
    (folder / "centre.db").write_bytes(b"no database " * 999)

    assert 0 == main(["--folder", str(folder), "status"])
    assert "There was no copy that could be used" in capsys.readouterr().err


def test_a_damaged_database_that_a_running_program_has_open_is_4(folder, agent, capsys):
    agent.store().db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    (folder / "centre.db").write_bytes(b"no database " * 999)

    assert 4 == main(["--folder", str(folder), "status"])
    assert "start it again" in capsys.readouterr().err


def test_damaged_settings_are_4(folder, capsys):
    (folder / "settings.ini").write_text("port = 1")

    assert 4 == main(["--folder", str(folder), "status"])
    assert "settings.ini" in capsys.readouterr().err


def test_codes_follow_the_family_of_the_error():
    assert 4 == exit_codes.code(StoreBusy())
    assert 1 == exit_codes.code(ValueError())


def test_the_log_goes_where_it_is_told(folder, tmp_path):
    main(["--folder", str(folder), "--log", str(tmp_path / "elsewhere.log"), "sync"])

    assert "synced" in (tmp_path / "elsewhere.log").read_text()
    assert not (folder / "agent.log").exists()

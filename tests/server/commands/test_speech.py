import click
import pytest
from click.testing import CliRunner

from server.cli import cli
from server.commands import speech
from server.commands.speech import FAULTS, TEXTS, Group
from sync.errors import StoreDamaged


@pytest.fixture
def fail(tmp_path):
    """A command of ours that meets the given error."""

    def fail(error):
        @click.group(cls=Group)
        @click.option("--folder")
        def group(folder):
            pass

        @group.command()
        def work():
            raise error

        return CliRunner().invoke(group, ["--folder", str(tmp_path), "work"])

    return fail


def test_every_fault_has_an_exit_code_that_the_help_explains():
    told = {code for code, _ in FAULTS.values()} | {0, 1, 2}

    assert all(f"{code} " in speech.CODES for code in told)


def test_every_fault_has_a_sentence():
    kinds = ("centre", "unit", "device")
    keys = {key.format(kind=kind) for _, key in FAULTS.values() for kind in kinds}

    assert keys <= set(TEXTS)


def test_a_known_fault_is_a_sentence_in_both_languages(fail):
    done = fail(StoreDamaged("file is not a database"))

    assert 8 == done.exit_code
    assert "Cơ sở dữ liệu bị hỏng" in done.stderr
    assert "The database is damaged" in done.stderr


def test_a_defect_is_a_code_and_its_traceback_is_in_a_file(fail, tmp_path):
    done = fail(ZeroDivisionError("oh"))

    assert 1 == done.exit_code
    assert "Traceback" not in done.output
    assert "ZeroDivisionError" in (tmp_path / "faults.log").read_text()


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help_that_begins_in_vietnamese(name):
    help_text = CliRunner().invoke(cli, [name, "--help"]).output

    assert not help_text.isascii()


def test_a_folder_that_is_a_file_is_reported_in_both_languages(tmp_path, monkeypatch):
    (tmp_path / "province").write_text("no folder")
    by_option = CliRunner().invoke(cli, ["--folder", str(tmp_path / "province"), "init"])
    monkeypatch.setenv("KHUYENHOC_SERVER_DIR", str(tmp_path / "province"))

    assert (2, 2) == (by_option.exit_code, CliRunner().invoke(cli, ["init"]).exit_code)
    assert "là một tệp, không phải thư mục" in by_option.stderr
    assert "is a file, not a folder" in by_option.stderr
    assert "no folder" == (tmp_path / "province").read_text()


def test_an_option_that_is_mistyped_is_reported_in_both_languages():
    done = CliRunner().invoke(cli, ["--foldr", "x", "init"])

    assert 2 == done.exit_code
    assert "Lệnh gõ chưa đúng" in done.stderr


def test_without_a_command_there_is_help_and_no_reproach():
    done = CliRunner().invoke(cli, [])

    assert "Lệnh gõ chưa đúng" not in done.output
    assert "Commands:" in done.output


def test_a_command_that_is_mistyped_is_reported_in_both_languages(run):
    done = run("import-bundle", "nowhere")

    assert 2 == done.exit_code
    assert "Lệnh gõ chưa đúng" in done.stderr
    assert "nothing was changed" in done.stderr

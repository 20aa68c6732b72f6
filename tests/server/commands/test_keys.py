"""``khuyenhoc-server keys``: shows, renews, and lets go what nobody needs."""

import shutil

import pytest
from click.testing import CliRunner

from server.cli import cli


def test_it_shows_the_pairs_and_the_words_of_the_newest(run, province):
    done = run("keys")

    assert (0, ["0"]) == (done.exit_code, [line[0] for line in done.stdout.splitlines()])
    assert province.check_words in done.stderr.replace("\n", "")


def test_renewing_asks_for_a_backup_and_then_waits_for_the_machines(run, enrol, sheet, tmp_path):
    device = enrol().certificate.device
    renewed = run("keys", "--renew")
    before = run("keys").stderr
    run("backup", str(tmp_path / "a.backup"))
    after = run("keys").stderr
    left = run("keys", "--forget")

    assert 0 == renewed.exit_code
    assert "“backup”" in renewed.stderr
    assert "in no backup yet" in before
    assert "1 machine has not confirmed yet that the newest keys arrived" in after
    assert (17, True) == (left.exit_code, left.stdout.startswith(f"{device}\t"))


def test_without_machines_the_older_pair_goes(run, province):
    run("keys", "--renew")
    gone = run("keys", "--forget")
    nothing = run("keys", "--forget")
    shown = [line.split("\t")[1] for line in run("keys").stdout.splitlines()]

    assert (0, 0) == (gone.exit_code, nothing.exit_code)
    assert "generation 0 were dropped" in gone.stderr
    assert "no older keys" in nothing.stderr
    assert ["-", 16] == [shown[0], len(shown[1])]


@pytest.mark.parametrize("command", ["keys", "serve", "tokens", "drill"])
def test_a_copied_database_without_its_secret_file_does_nothing_and_says_why(
    province, config, tmp_path, command
):
    stolen = shutil.copytree(config.folder, tmp_path / "stolen")
    (stolen / config.secret_file.name).unlink()
    done = CliRunner().invoke(cli, ["--folder", str(stolen), command])

    assert 15 == done.exit_code
    assert "Không thấy tệp khóa bí mật" in done.stderr
    assert "can neither sign nor open anything" in done.stderr


def test_a_secret_file_that_others_may_read_is_refused_with_the_command_that_mends_it(
    run, province, config
):
    config.secret_file.chmod(0o644)
    done = run("keys")

    assert 15 == done.exit_code
    assert f"chmod 600 {config.secret_file}" in done.stderr.replace("\n", "")

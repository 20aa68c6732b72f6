"""``khuyenhoc-server recovery-sheet``, and backups that nothing else opens."""

import pytest

from server import Config
from server.cli import cli
from server.province import Province
from server.recovery import sheet as sheets
from server.texts.keys import TEXTS
from tests.schemas.sentences import one_sided


@pytest.fixture
def backup(run, sheet, enrol, tmp_path):
    computer = enrol()
    computer.write(title="Trước khi mất")
    computer.exchange()
    path = tmp_path / "province.backup"
    assert 0 == run("backup", str(path)).exit_code
    return path


@pytest.fixture
def elsewhere(tmp_path):
    """Run a command on a new machine, which has nothing of the province."""
    from click.testing import CliRunner

    def elsewhere(*arguments, text=None):
        command = ["--folder", str(tmp_path / "new"), *map(str, arguments)]
        return CliRunner().invoke(cli, command, input=text)

    return elsewhere


def titles(folder):
    province = Province(Config(folder))
    found = [row["title"] for row in province.db()["activity"].rows]
    province.close()
    return found


def test_without_a_sheet_no_backup_is_made_and_it_is_reported(run, province, tmp_path):
    done = run("backup", str(tmp_path / "a.backup"))

    assert 16 == done.exit_code
    assert "recovery-sheet" in done.stderr
    assert not (tmp_path / "a.backup").exists()


def test_a_plain_copy_is_made_only_when_asked_for_and_warned_of(run, province, tmp_path):
    done = run("backup", "--plain", str(tmp_path / "a.db"))

    assert 0 == done.exit_code
    assert "CẢNH BÁO" in done.stderr
    assert "WARNING" in done.stderr


def test_a_province_comes_back_from_sheet_and_backup_alone(
    backup, sheet, elsewhere, province, tmp_path
):
    done = elsewhere("restore", backup, "--sheet", sheet)

    assert 0 == done.exit_code
    assert ["Trước khi mất"] == titles(tmp_path / "new")
    assert province.key == Province(Config(tmp_path / "new")).key
    assert not (tmp_path / "new" / "unsealing").exists()


def test_the_words_are_asked_for_line_by_line_and_need_no_accents(backup, sheet, elsewhere):
    from sync.check_words import plain

    rows = [plain(row).upper() for row in sheet.read_text("utf-8").splitlines()]
    done = elsewhere("restore", backup, text="\n".join([*rows, ""]))

    assert 0 == done.exit_code
    assert "Dòng 4 – Line 4" in done.stderr


def test_a_wrong_letter_is_reported_with_its_line_and_nothing_is_touched(
    backup, sheet, elsewhere, tmp_path
):
    rows = sheet.read_text("utf-8").splitlines()
    rows[2] = f"xx{rows[2]}"
    (tmp_path / "wrong.txt").write_text("\n".join(rows), "utf-8")
    done = elsewhere("restore", backup, "--sheet", tmp_path / "wrong.txt")

    assert 16 == done.exit_code
    assert "Dòng 3 (xx" in done.stderr
    assert "Line 3 (xx" in done.stderr
    assert not (tmp_path / "new" / "province.db").exists()


def test_another_sheet_is_distinguished_from_this_one_by_its_number(
    backup, run, elsewhere, tmp_path
):
    other = run("recovery-sheet", "--text", "--new").stdout
    (tmp_path / "other.txt").write_text(other, "utf-8")
    done = elsewhere("restore", backup, "--sheet", tmp_path / "other.txt")

    assert 16 == done.exit_code
    assert "is needed" in done.stderr


@pytest.mark.parametrize("harm", [lambda d: d[:-1], lambda d: d[:-900] + b"x" + d[-899:]])
def test_a_backup_that_was_cut_or_changed_is_refused_with_a_sentence(
    backup, sheet, elsewhere, tmp_path, harm
):
    backup.write_bytes(harm(backup.read_bytes()))
    done = elsewhere("restore", backup, "--sheet", sheet)

    assert 11 == done.exit_code
    assert "bản sao khác" in done.stderr
    assert not (tmp_path / "new" / "province.db").exists()
    assert not (tmp_path / "new" / "province.secrets").exists()


def test_restoring_over_a_newer_pair_keeps_it(backup, sheet, run, province, config):
    """Machines may know it already."""
    from server.keys import secret_file

    newer = province.keyring.secrets.joined([secret_file.new_pair(1)])
    secret_file.write(config.secret_file, newer)
    province.close()
    done = run("restore", str(backup), "--sheet", str(sheet))

    assert 0 == done.exit_code
    assert newer == secret_file.read(config.secret_file)


def test_restoring_another_provinces_backup_sets_both_files_aside(
    backup, sheet, elsewhere, tmp_path
):
    elsewhere("init")
    before = (tmp_path / "new" / "province.secrets").read_bytes()
    done = elsewhere("restore", backup, "--sheet", sheet)
    (aside,) = (tmp_path / "new").glob("province-before-*.secrets")

    assert 0 == done.exit_code
    assert before == aside.read_bytes()
    assert len(list((tmp_path / "new").glob("province-before-*.db"))) == 1
    assert ["Trước khi mất"] == titles(tmp_path / "new")


def test_it_is_reminded_of_until_somebody_says_it_was_printed(run, province, tmp_path):
    page = tmp_path / "sheet.html"
    made = run("recovery-sheet", str(page))
    before = run("backup", str(tmp_path / "a.backup")).stderr
    mode = page.stat().st_mode & 0o777
    run("recovery-sheet", "--printed", str(page))
    after = run("backup", str(tmp_path / "a.backup")).stderr

    assert (0, f"{page}\n", 0o600) == (made.exit_code, made.stdout, mode)
    assert ("chưa được ai báo là đã in" in before, "đã in" in after) == (True, False)
    assert not page.exists()


def test_only_the_page_itself_is_deleted_when_it_was_printed(run, sheet, tmp_path):
    (tmp_path / "other.html").write_text("something dear")
    done = run("recovery-sheet", "--printed", str(tmp_path / "other.html"))

    assert "was not deleted" in done.stderr
    assert (tmp_path / "other.html").exists()


def test_typing_the_sheet_proves_that_the_paper_is_the_right_one(run, sheet, db, tmp_path):
    good = run("recovery-sheet", "--check", "--sheet", str(sheet))
    is_printed = bool(sheets.current(db).printed)
    words = [" ".join(row) for row in sheets.lines(bytes(16))]
    (tmp_path / "other.txt").write_text("\n".join(words), "utf-8")
    bad = run("recovery-sheet", "--check", "--sheet", str(tmp_path / "other.txt"))

    assert (0, True, 16) == (good.exit_code, is_printed, bad.exit_code)


def test_a_printed_sheet_is_replaced_only_when_that_is_asked_for(run, sheet, db):
    run("recovery-sheet", "--printed")
    before = sheets.current(db)
    refused = run("recovery-sheet", "--text")
    kept = sheets.current(db)
    run("recovery-sheet", "--text", "--new")

    assert (4, before) == (refused.exit_code, kept)
    assert sheets.current(db).number != before.number


@pytest.mark.parametrize("path", ["/nowhere/sheet.html", f"{'x' * 300}.html"])
def test_a_sheet_that_cannot_be_written_is_not_the_one_backups_are_sealed_to(run, sheet, db, path):
    before = sheets.current(db)
    done = run("recovery-sheet", "--new", path)

    assert 11 == done.exit_code
    assert before == sheets.current(db)


def test_a_killed_backup_leaves_no_open_copy_for_long(run, sheet, config, tmp_path):
    left = config.folder / ".backing-up-4000001"  # above any process
    left.mkdir()
    (left / "province.db").write_bytes(b"open")
    run("backup", str(tmp_path / "a.backup"))

    assert [] == list(config.folder.glob(".backing-up-*"))


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert [] == one_sided(TEXTS)

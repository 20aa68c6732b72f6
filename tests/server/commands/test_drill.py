"""``khuyenhoc-server drill``: what it says, its exit codes, and that it leaves nothing behind."""

from dataclasses import replace

import pytest

from server.config import clock
from server.keys import public_keys
from server.recovery import backups
from server.texts.drill import TEXTS
from sync.changes import Key
from tests.schemas.sentences import one_sided

HOUR = 3_600_000  # milliseconds


@pytest.fixture
def computer(enrol):
    computer = enrol()
    computer.write(title="Trước khi sao lưu")
    computer.settle()
    return computer


@pytest.fixture
def copy(run, computer, tmp_path):
    path = tmp_path / "copy.db"
    assert 0 == run("backup", "--plain", str(path)).exit_code
    return path


def held(config):
    return sorted(path.name for path in config.folder.iterdir() if "-shm" not in path.name)


def test_it_says_what_came_back_and_leaves_nothing_behind(run, copy, computer, config, province):
    for number in range(3):
        computer.write(record_id=f"new-{number}")
    computer.settle()
    backups.note(replace(config, wall=lambda: clock() - 50 * HOUR), copy)
    before = held(config), province.hub().name
    done = run("drill")

    assert (0, "") == (done.exit_code, done.stdout)
    assert f"{copy}" in done.stderr.replace("\n", "")
    assert "(2 days ago)" in done.stderr
    assert "has 3 changes that the copy lacks" in done.stderr
    assert "3 changes – both hold the same" in done.stderr
    assert "máy chủ thật và các trung tâm không bị đụng tới" in done.stderr
    assert before == (held(config), province.hub().name)


def test_what_would_be_lost_has_an_exit_code_of_its_own(run, copy, computer, province):
    key = Key(computer.area, "activity", "one")
    province.hub().write(key, {"title": "Tỉnh sửa"}, "tỉnh")
    done = run("drill")

    assert 13 == done.exit_code
    assert "1 record in" in done.stderr
    assert "entered again" in done.stderr


def test_without_a_copy_a_fresh_one_is_tried_and_it_is_reported(run, computer):
    done = run("drill")

    assert 0 == done.exit_code
    assert "Không tìm thấy bản sao nào" in done.stderr


def test_a_chosen_copy_is_tried_and_not_the_newest(run, copy, computer, tmp_path):
    computer.write(record_id="two")
    computer.settle()
    newer = tmp_path / "newer.db"
    run("backup", "--plain", str(newer))

    assert "has 1 change that" in run("drill", "--backup", str(copy)).stderr
    assert "has 1 change that" not in run("drill").stderr


def test_a_damaged_copy_is_reported_to_be_bad_and_nothing_is_left(run, copy, config):
    copy.write_bytes(copy.read_bytes()[:-5000])
    before = held(config)
    done = run("drill", "--backup", str(copy))

    assert 11 == done.exit_code
    assert "không bị đụng tới" in done.stderr
    assert before == held(config)


def test_before_there_is_a_province_there_is_nothing_to_lose(run, config):
    assert 3 == run("drill").exit_code
    assert not config.folder.exists()


def test_what_a_killed_drill_left_is_no_hindrance(run, copy, config):
    (config.folder / "drill" / "new").mkdir(parents=True)
    (config.folder / "drill" / "new" / "province.db").write_bytes(b"half")

    assert 0 == run("drill").exit_code
    assert not (config.folder / "drill").exists()


def test_it_starts_from_sheet_and_backup_and_rehearses_new_keys(
    run, sheet, computer, config, tmp_path
):
    assert 0 == run("backup", str(tmp_path / "a.backup")).exit_code
    before, secrets = held(config), config.secret_file.read_bytes()
    done = run("drill", "--sheet", str(sheet))

    assert 0 == done.exit_code
    assert "1 machine of the centres would take the new ones" in done.stderr
    assert (before, secrets) == (held(config), config.secret_file.read_bytes())


def test_without_its_sheet_a_backup_is_not_tried(run, sheet, computer, config, tmp_path):
    run("backup", str(tmp_path / "a.backup"))
    before = held(config)
    (tmp_path / "wrong.txt").write_text("một hai ba", "utf-8")
    done = run("drill", "--sheet", str(tmp_path / "wrong.txt"))

    assert 16 == done.exit_code
    assert before == held(config)


def test_a_copy_that_lacks_the_keys_of_a_machine_is_told_of(
    run, sheet, computer, province, tmp_path
):
    run("backup", str(tmp_path / "a.backup"))
    run("keys", "--renew")
    public_keys.note_heard(province.db(), computer.certificate.device, 1)
    done = run("drill", "--sheet", str(sheet))

    assert 13 == done.exit_code
    assert f"enrolled again: {computer.certificate.device}" in done.stderr


def test_every_sentence_is_there_in_both_languages_with_the_same_blanks():
    assert [] == one_sided(TEXTS)

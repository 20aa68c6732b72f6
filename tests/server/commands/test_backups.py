import sqlite3
import subprocess
import sys

import pytest
from sqlite_utils import Database

from server.province import Province
from sync.changes import Key
from sync.exchange import Outcome
from tests.imported import import_table, kept


@pytest.fixture
def computer(enrol):
    computer = enrol()
    computer.write(title="Trước khi sao lưu")
    computer.exchange()
    return computer


def titles(config):
    return sorted(row["title"] for row in Province(config).db()["activity"].rows)


@pytest.fixture
def copy(run, computer, tmp_path):
    path = tmp_path / "copy.db"
    assert 0 == run("backup", "--plain", str(path)).exit_code
    return path


def test_a_backup_is_one_sound_file_and_the_server_need_not_stop(copy):
    with sqlite3.connect(copy) as found:
        verdict = found.execute("pragma integrity_check").fetchone()

    assert ("ok",) == verdict
    assert [] == list(copy.parent.glob("copy.db-*"))


def test_no_backup_holds_what_stood_before_a_table_and_was_erased_since(
    run, province, config, tmp_path
):
    """It may have been erased at a centre, and the change just came."""
    key = Key(province.internal, "evaluator", "one")
    province.hub().write(key, {"name": "Bùi Thị Hoa"}, "Lan")
    import_table(province.hub(), config.folder, key, name="Xa Văn Lạ")
    province.hub().write(key, {"name": None}, "Lan")
    run("backup", "--plain", str(tmp_path / "copy.db"))

    assert [] == kept(Database(tmp_path / "copy.db"))


def test_restore_sets_aside_what_was_there_and_takes_a_new_name(
    run, computer, copy, config, province
):
    before = province.hub().name
    computer.write(record_id="two", title="Sau khi sao lưu")
    computer.exchange()
    province.close()
    done = run("restore", str(copy))
    (aside,) = config.folder.glob("province-before-*.db")

    assert 0 == done.exit_code
    assert ["Trước khi sao lưu"] == titles(config)
    assert before != Province(config).hub().name
    assert str(aside) in done.stderr.replace("\n", "")
    assert 0o600 == config.database.stat().st_mode & 0o777


def test_what_a_backup_lacked_comes_back_from_the_centre_by_itself(
    run, computer, copy, config, app
):
    computer.write(record_id="two", title="Sau khi sao lưu")
    computer.exchange()
    app.extensions["province"].close()
    run("restore", str(copy))
    while computer.exchange() is not Outcome.SETTLED:
        pass

    assert ["Sau khi sao lưu", "Trước khi sao lưu"] == titles(config)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 4096])
def test_what_is_no_backup_is_not_put_in_place(run, computer, config, tmp_path, content):
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    done = run("restore", str(wrong))

    assert 11 == done.exit_code
    assert ["Trước khi sao lưu"] == titles(config)
    assert [] == list(config.folder.glob("province-before-*"))


def test_rebuild_makes_records_from_the_log_and_says_what_differed(run, computer, config, db):
    db.execute("update records set cells = '{}' where record_type = 'activity'")
    db.execute("update activity set title = 'Sai'")
    done = run("rebuild")

    assert "3 records were rebuilt from the log. 1 of them" in done.stderr
    assert ["Trước khi sao lưu"] == titles(config)


def test_a_bad_copy_is_reported_to_be_bad_and_what_is_there_stays(run, province, config, tmp_path):
    before = config.database.read_bytes()
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"SQLite format 3\0" + bytes(5000))
    done = run("restore", str(bad))

    assert 11 == done.exit_code
    assert "không bị đụng tới" in done.stderr
    assert before == config.database.read_bytes()


def test_a_backup_to_nowhere_does_not_speak_ill_of_the_database(run, province, tmp_path):
    done = run("backup", str(tmp_path / "nowhere" / "copy.db"))

    assert 11 == done.exit_code
    assert "restore" not in done.stderr


def test_what_is_sound_is_reported_to_be_sound(run, computer):
    done = run("verify")

    assert 0 == done.exit_code
    assert "3 records, checksums" in done.stderr


def test_what_differs_from_the_log_is_listed_and_only_mended_when_asked(run, computer, db, config):
    db.execute("update records set cells = '{}' where record_type = 'activity'")
    db.execute("update digests set total = '7'")
    before = list(db.execute("select * from records"))
    looked = run("verify")
    untouched = before == list(db.execute("select * from records"))
    mended = run("verify", "--repair")

    assert (12, 0, 0) == (looked.exit_code, mended.exit_code, run("verify").exit_code)
    assert untouched
    assert "record\t" in looked.stdout
    assert "nothing was changed" in looked.stderr
    assert "all are intact" in looked.stderr
    assert "0 still differ" in mended.stderr


def test_rebuild_puts_the_sums_right_too(run, computer, db):
    db.execute("update digests set total = '7'")
    run("rebuild")

    assert 0 == run("verify").exit_code
    assert Outcome.SETTLED is computer.exchange()


def test_people_at_the_keyboard_see_sentences_and_not_what_is_noted_for_developers(
    computer, province, config
):
    sql = "update log set author = 'other' where record_type = 'activity'"
    province.db().execute(sql)
    province.db().conn.commit()
    command = [sys.executable, "-m", "server.cli", "--folder", str(config.folder), "verify"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")

    assert 12 == done.returncode
    assert "1 change in the log can no longer be read as written" in done.stderr
    assert "Damage(" not in done.stderr


def test_a_backup_that_was_cut_is_named_without_a_word_of_the_library(run, sheet, tmp_path):
    path = tmp_path / "one.backup"
    assert 0 == run("backup", str(path)).exit_code
    path.write_bytes(path.read_bytes()[:100_000])
    done = run("restore", str(path), "--sheet", str(sheet))

    assert 11 == done.exit_code
    assert f"or not a province's ({path}). " in done.stderr

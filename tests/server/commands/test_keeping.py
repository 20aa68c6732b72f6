import sqlite3

import pytest

from server.province import Province
from sync.exchange import Outcome


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
    assert 0 == run("backup", str(path)).exit_code
    return path


def test_a_backup_is_one_sound_file_and_the_server_need_not_stop(copy):
    with sqlite3.connect(copy) as found:
        verdict = found.execute("pragma integrity_check").fetchone()

    assert ("ok",) == verdict
    assert [] == list(copy.parent.glob("copy.db-*"))


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

    assert "3 records were made anew from the log. 1 of them" in done.stderr
    assert ["Trước khi sao lưu"] == titles(config)


def test_a_bad_copy_is_said_to_be_bad_and_what_is_there_stays(run, computer, config, tmp_path):
    before = config.database.read_bytes()
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"SQLite format 3\0" + bytes(5000))
    done = run("restore", str(bad))

    assert 11 == done.exit_code
    assert "không bị đụng tới" in done.stderr
    assert before == config.database.read_bytes()


def test_a_backup_to_nowhere_does_not_speak_ill_of_the_database(run, computer, tmp_path):
    done = run("backup", str(tmp_path / "nowhere" / "copy.db"))

    assert 11 == done.exit_code
    assert "restore" not in done.stderr

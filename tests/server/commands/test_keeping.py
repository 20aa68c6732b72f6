import sqlite3

import pytest

from server.province import Province
from sync import seal, wire
from sync.exchange import Outcome, accept
from sync.messages import Response
from tests.server.conftest import NOON


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

    assert done.exit_code in (3, 8)
    assert ["Trước khi sao lưu"] == titles(config)
    assert [] == list(config.folder.glob("province-before-*"))


def test_rebuild_makes_records_from_the_log_and_says_what_differed(run, computer, config, db):
    db.execute("update records set cells = '{}' where record_type = 'activity'")
    db.execute("update activity set title = 'Sai'")
    done = run("rebuild")

    assert "2 records were made anew from the log. 1 of them" in done.stderr
    assert ["Trước khi sao lưu"] == titles(config)


@pytest.fixture
def stick(computer, province, tmp_path):
    """A file as the centre's agent writes it."""
    computer.write(record_id="two", title="Trên thẻ nhớ")
    asked = computer.request(nonce="bundle")
    signed = seal.signed(wire.encode(asked), computer.seed, seal.request_context())
    path = tmp_path / "centre.khb"
    path.write_bytes(seal.sealed(signed, seal.public_key(province.seed)))
    return path


def test_a_bundle_is_answered_by_a_file_that_only_its_device_can_read(
    run, stick, computer, config, province
):
    done = run("import-bundle", str(stick))
    answer = stick.with_name("centre-answer.khb").read_bytes()
    signed = seal.unsealed(answer, computer.seed)
    key = seal.public_key(province.seed)
    body = seal.opened(signed, key, seal.response_context("bundle"))

    assert 0 == done.exit_code
    assert Outcome.SETTLED == accept(computer.replica, wire.decode(Response, body))
    assert ["Trên thẻ nhớ", "Trước khi sao lưu"] == titles(config)


def test_a_bundle_may_be_imported_any_number_of_times(run, stick, config):
    run("import-bundle", str(stick))

    assert 0 == run("import-bundle", str(stick)).exit_code
    assert ["Trên thẻ nhớ", "Trước khi sao lưu"] == titles(config)


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "another province's"])
def test_a_bundle_that_is_damaged_or_foreign_is_refused_whole(run, stick, config, damage):
    data = stick.read_bytes()
    foreign = seal.sealed(data, seal.public_key(seal.new_seed()))
    damaged = {
        "cut": data[:-1],
        "changed": data[:90] + bytes([data[90] ^ 1]) + data[91:],
        "empty": b"",
        "another province's": foreign,
    }
    stick.write_bytes(damaged[damage])
    done = run("import-bundle", str(stick))

    assert 7 == done.exit_code
    assert ["Trước khi sao lưu"] == titles(config)
    assert [] == list(stick.parent.glob("*-answer.khb"))
    assert "Traceback" not in done.output


def test_a_bundle_of_a_lost_device_is_refused(run, stick, computer):
    run("retire", computer.certificate.device, "--lost")

    assert 7 == run("import-bundle", str(stick)).exit_code


def test_what_was_heard_by_stick_is_kept_too(run, stick, db):
    run("import-bundle", str(stick))
    (row,) = db["device"].rows

    assert row["last_contact"] > NOON

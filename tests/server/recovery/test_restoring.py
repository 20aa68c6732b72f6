"""A copy becomes a new server: whole or not at all, and nothing that was there is lost."""

import sqlite3

import pytest

from server.province import Province
from server.recovery import restoring


@pytest.fixture
def copy(province, tmp_path):
    path = tmp_path / "copy.db"
    province.store().backup(path)
    return path


def test_the_copy_is_a_new_server_before_it_is_in_its_place(province, copy, config):
    before = province.hub().name
    name, _ = restoring.in_place(copy, config)

    assert before != name == Province(config).hub().name
    assert 0o600 == config.database.stat().st_mode & 0o777
    assert not (config.folder / "restoring").exists()


def test_two_restores_in_one_second_set_two_databases_aside(province, copy, config):
    found = [restoring.in_place(copy, config)[1] for _ in range(3)]

    assert 3 == len(set(found)) == len([path for path in found if path.exists()])


def test_what_a_restore_left_that_was_killed_is_not_taken_for_a_copy(province, copy, config):
    half = config.folder / "restoring"
    half.mkdir()
    (half / "province.db").write_bytes(b"half")
    (half / "province.db-wal").write_bytes(b"of another")
    name, _ = restoring.in_place(copy, config)

    assert name == Province(config).hub().name


def test_a_folder_without_a_database_gets_one_and_sets_nothing_aside(copy, config):
    config.database.unlink()

    assert restoring.in_place(copy, config)[1] is None
    assert Province(config).hub().name


def test_a_database_of_another_program_is_no_copy(tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table t (x)")
    with pytest.raises(restoring.BadCopy):
        restoring.sound(tmp_path / "other.db")

import sqlite3
from contextlib import closing

import pytest


def _spoil(agent):
    agent.store().db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
    agent.close()
    with (agent.folder / "centre.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"?" * 9000)


def test_a_sound_database_is_reported_to_be_sound(command, agent, write):
    write(agent)
    code, said = command("check")

    assert 0 == code
    assert "lành lặn" in said


def test_a_damaged_database_is_9_and_it_is_reported_what_came_back(command, agent, write):
    write(agent)
    agent.upkeep.copy_now()
    write(agent)
    _spoil(agent)
    code, said = command("check")

    assert 9 == code
    assert "Đã lấy lại 1 thay đổi từ bản sao lúc" in said
    assert "kept as it was in the folder damaged-" in said
    assert 0 == command("check")[0]


@pytest.mark.parametrize(("table", "column"), [("log", "fields"), ("records", "cells")])
def test_a_row_that_was_put_right_is_reported_once_and_is_9(command, agent, write, table, column):
    write(agent, title="Buổi một")
    sql = f"update {table} set {column} = replace({column}, 'Buổi một', 'Buổi mật')"
    assert agent.store().db.execute(f"{sql} where record_type = 'activity'").rowcount
    agent.store().db.conn.commit()
    code, said = command("check")
    again, then = command("check")

    assert 9 == code
    assert "1 record was damaged on the disk and was repaired" in said
    assert "lành lặn" not in said
    assert (0, True) == (again, "lành lặn" in then)


def test_any_other_command_mends_it_too_and_goes_on(command, agent, province, write):
    key = write(agent)
    agent.upkeep.copy_now()
    _spoil(agent)
    code, said = command("sync")

    assert 0 == code
    assert 1 == said.count("Bạn có thể làm việc tiếp ngay")
    assert key in province.hub.store.fingerprints(["a1"], "activity")


def test_what_only_the_indexes_know_to_be_wrong_is_found(command, agent, write):
    for _ in range(3):
        write(agent)
    agent.close()
    with closing(sqlite3.connect(agent.folder / "centre.db")) as conn, conn:
        conn.execute("pragma writable_schema = on")
        conn.execute("delete from sqlite_master where name = 'numbered'")
        conn.execute("pragma user_version = 1")
    code, _ = command("check")

    assert 9 == code
    assert 3 == agent.status().saved


def test_copies_are_made_and_listed(command, agent, write):
    write(agent)

    assert "There is no copy yet" in command("copies")[1]
    assert 0 == command("copies", "--now")[0]
    assert "centre-" in command("copies")[1]


def test_a_copy_that_could_not_be_made_is_6_and_reported(command, agent, write):
    write(agent)
    (agent.folder / "backups").touch()
    code, said = command("copies", "--now")

    assert 6 == code
    assert "Chưa sao lưu được" in said

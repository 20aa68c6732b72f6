"""A changed bit on a disk, at the province or at a centre: named, mended, and nobody else stops."""

import json
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from client_agent import config
from client_agent.cli import main
from client_agent.database import damaged_rows
from client_agent.syncing import rollback_notices
from client_agent.syncing.verification import verify
from server.cli import cli
from tests.rot import rot


def spoil(path, key):
    """Another author stands in the log's first row of that record: nothing proves the right one."""
    with closing(sqlite3.connect(path)) as conn:
        sql = "select author, fields from log where record_id = ? order by place limit 1"
        ((author, fields),) = conn.execute(sql, [key.record_id])
    rot(path, (author + fields).encode(), (author[:-1] + "?" + fields).encode())


def spoil_title(path, old, new):
    """A letter of a title has changed in the log's row of it, and nowhere else."""
    with closing(sqlite3.connect(path)) as conn:
        sql = "select author || substr(fields, 1, instr(fields, ?)) from log where fields like ?"
        ((start,),) = conn.execute(sql, [old, f"%{old}%"])
    before = (start[:-1] + old).encode()
    rot(path, before, (start[:-1] + new).encode())


def database(agent):
    agent.close()
    return config.database(agent.folder)


@pytest.fixture
def rotten(office):
    """Two machines of a centre that have three activities; the server's log has one damaged."""
    first, second = office.machine(), office.machine()
    office.sync(first)
    keys = [office.type(first, title) for title in ("Buổi một", "Buổi hai", "Buổi ba")]
    office.sync(first, second)
    spoil(office.config.database, keys[1])
    return first, second, keys[1]


def server(office, *command):
    arguments = ["--folder", str(office.config.folder), *command]
    return CliRunner().invoke(cli, arguments)


def code_of(agent, *command):
    agent.close()
    return main(["--folder", str(agent.folder), *command])


def test_one_damaged_entry_of_the_server_stops_no_laptop(office, rotten):
    _, second, _ = rotten
    third = office.machine()
    office.type(second, "Buổi bốn")
    office.sync(second, third)

    assert ["Buổi ba", "Buổi bốn", "Buổi một"] == _titles(third)
    assert ["Buổi ba", "Buổi bốn", "Buổi hai", "Buổi một"] == office.titles()


def test_the_record_is_named_at_both_ends(office, rotten):
    third = office.machine()
    office.sync(third)
    (sentence,) = damaged_rows.messages(third)
    said = server(office, "verify")

    assert "không tính 1 bản ghi" in sentence.vi
    assert "1 record is not counted" in sentence.en
    assert 12 == said.exit_code
    assert "entry\t" + "/".join(rotten[2]) in said.output


def test_whoever_has_it_mends_it_and_then_all_are_alike(office, rotten):
    first, second, _ = rotten
    third = office.machine()
    office.sync(third)
    office.sync(second, third, first)

    assert _titles(first) == _titles(third) == office.titles()
    assert [] == list(damaged_rows.messages(third))
    assert 0 == server(office, "verify").exit_code


def test_verify_repair_and_rebuild_at_the_server_keep_the_good_record(office, rotten):
    first, *_ = rotten
    before = office.digest_of_the_province()
    rebuilt, repaired = server(office, "rebuild"), server(office, "verify", "--repair")
    after = office.digest_of_the_province()

    assert (0, 12) == (rebuilt.exit_code, repaired.exit_code)
    assert before == after == office.digest(first)


def test_a_backup_says_that_what_it_copied_was_damaged(office, rotten, tmp_path):
    said = server(office, "backup", "--plain", str(tmp_path / "copy.db"))

    assert 12 == said.exit_code
    assert "CẢNH BÁO: trong dữ liệu đã có 1 dòng" in said.output.replace("\n", " ")


def test_a_server_whose_index_lacks_a_machine_is_not_called_sound(office, tmp_path):
    """The machine's row stands as it did, and is not found: it would be told to enrol."""
    name = "select json_array(type, name, tbl_name, rootpage, sql) from sqlite_master "
    with closing(sqlite3.connect(office.config.database, isolation_level=None)) as conn:
        conn.execute("create index by_label on device (label)")
        ((row,),) = conn.execute(f"{name} where name = 'by_label'").fetchall()
        conn.execute("pragma writable_schema = on")
        conn.execute("delete from sqlite_master where name = 'by_label'")
    office.machine()
    with closing(sqlite3.connect(office.config.database, isolation_level=None)) as conn:
        conn.execute("pragma writable_schema = on")
        conn.execute("insert into sqlite_master values (?, ?, ?, ?, ?)", json.loads(row))
    verified = server(office, "verify")
    copied = server(office, "backup", "--plain", str(tmp_path / "copy.db"))

    assert (8, 8) == (verified.exit_code, copied.exit_code)


def test_a_backup_of_this_log_gives_back_what_was_damaged(office, tmp_path):
    first = office.machine()
    key = office.type(first, "Buổi một")
    office.sync(first)
    server(office, "backup", "--plain", str(tmp_path / "copy.db"))
    spoil(office.config.database, key)
    said = server(office, "verify", "--repair", "--from", str(tmp_path / "copy.db"))
    third = office.machine()
    office.sync(third)

    assert 0 == said.exit_code
    assert ["Buổi một"] == _titles(third)


def test_a_sent_change_of_a_laptop_comes_back_from_the_province(office):
    agent = office.machine()
    key = office.type(agent, "Buổi một")
    office.sync(agent)
    spoil(database(agent), key)
    code = code_of(agent, "check")
    named = [label.vi for label in damaged_rows.messages(agent)]
    office.sync(agent)

    assert 10 == code
    assert "Buổi một" in named[0]
    assert 0 == code_of(agent, "check")
    assert office.is_settled(agent)


def test_an_unsent_change_comes_back_from_a_copy(office):
    agent = office.machine()
    office.sync(agent)
    key = office.type(agent, "Buổi một")
    agent.upkeep.copy_now()
    spoil(database(agent), key)
    office.sync(agent)

    assert ["Buổi một"] == office.titles()
    assert [] == list(damaged_rows.messages(agent))


def test_an_unsent_change_that_is_nowhere_else_is_named_and_the_others_go_on(office):
    agent, other = office.machine(), office.machine()
    office.sync(agent, other)
    keys = [office.type(agent, title) for title in ("Buổi một", "Buổi hai", "Buổi ba")]
    spoil(database(agent), keys[1])
    office.sync(agent, other)
    (sentence,) = damaged_rows.messages(agent)

    assert ["Buổi ba", "Buổi một"] == office.titles() == _titles(other)
    assert "1 thay đổi chưa gửi" in sentence.vi
    assert 1 == agent.status().needs_you
    office.sync(agent)


def test_what_is_lost_is_named_by_its_time_and_no_copied_disk_is_suspected(office):
    agent = office.machine()
    office.sync(agent)
    key = office.type(agent, "Buổi một")
    rot(database(agent), "Buổi một".encode(), "Buổk một".encode())  # wherever it stands
    office.sync(agent)
    (sentence,) = damaged_rows.messages(agent)

    assert "Hoạt động lưu lúc" in sentence.vi
    assert key.record_id not in sentence.vi
    assert rollback_notices.notice(agent) is None


def test_a_changed_letter_never_reaches_the_province(office):
    agent = office.machine()
    office.sync(agent)
    office.type(agent, "Buổi một")
    spoil_title(database(agent), "Buổi một", "Buổj một")
    office.sync(agent)

    assert ["Buổi một"] == office.titles()


def test_repair_at_a_laptop_takes_the_better_of_two(office):
    agent = office.machine()
    key = office.type(agent, "Buổi một")
    office.sync(agent)
    spoil(database(agent), key)
    verify(agent, mend=True, sync=agent.sync, progress=lambda *_: None)
    office.sync(agent)

    assert ["Buổi một"] == _titles(agent) == office.titles()
    assert office.is_settled(agent)


def _titles(agent):
    return sorted(row["title"] for row in agent.store().db["activity"].rows)

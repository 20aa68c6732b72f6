"""What is made here, no other account of the computer reads, whatever the umask is."""

import os
import stat
import subprocess
import sys

import pytest

from sync.stores import private_files
from sync.stores.sqlite import connect
from tests.modes import open_to_others, umask

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has access lists, and no modes")


@pytest.fixture(autouse=True, params=[0o022, 0o000], ids=oct)
def mask(request):
    with umask(request.param):
        yield request.param


@pytest.fixture
def place(tmp_path):
    private_files.folder(tmp_path / "a" / "b")
    return tmp_path / "a"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_files_folders_and_databases_are_ours_alone(place):
    private_files.write(place / "text", "chữ")
    private_files.copy(place / "text", place / "copy")
    os.close(private_files.lock_file(place / "lock"))
    with private_files.opened(place / "log", "a") as file:
        file.write("x")
    db = connect(place / "b" / "centre.db")
    db.execute("create table t (a)")

    assert {"centre.db", "centre.db-wal", "centre.db-shm"} == {
        path.name for path in (place / "b").iterdir()
    }
    assert {} == open_to_others(place)


def test_what_is_written_again_is_tightened(place):
    (place / "text").write_text("")
    (place / "text").chmod(0o666)
    private_files.write(place / "text", "chữ")

    assert 0o600 == mode(place / "text")


def test_a_database_that_others_could_read_is_tightened_with_all_beside_it(place):
    one = connect(place / "centre.db")
    one.execute("create table t (a)")
    for path in place.glob("centre.db*"):
        path.chmod(0o666)
    two = connect(place / "centre.db")

    assert {} == open_to_others(place)
    assert [one, two]


def test_a_database_in_use_keeps_its_locks_when_it_is_prepared_again(place):
    one = connect(place / "centre.db")
    one.execute("begin immediate")
    one.execute("create table t (a)")
    private_files.database(place / "centre.db")
    path = str(place / "centre.db")
    code = f"import sqlite3; sqlite3.connect({path!r}, 0).execute('begin immediate')"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert "database is locked" in other.stderr
    one.conn.rollback()


def test_a_folder_that_a_person_chose_stays_as_it_is(place, mask):
    (place / "chosen").mkdir()
    (place / "chosen").chmod(0o755)
    private_files.folder(place / "chosen", is_ours=False)
    private_files.folder(place / "chosen" / "ours")

    assert (0o755, 0o700) == (mode(place / "chosen"), mode(place / "chosen" / "ours"))


def test_a_link_and_what_it_leads_to_are_left_alone(place, tmp_path):
    (tmp_path / "elsewhere").write_text("")
    (tmp_path / "elsewhere").chmod(0o644)
    (place / "link").symlink_to(tmp_path / "elsewhere")

    assert [] == private_files.tighten(place)
    assert 0o644 == mode(tmp_path / "elsewhere")


def test_what_is_run_stays_runnable_for_its_owner(place):
    (place / "tool").write_text("")
    (place / "tool").chmod(0o755)
    private_files.tighten(place)

    assert 0o700 == mode(place / "tool")


def test_a_file_in_the_place_of_a_folder_is_reported(place):
    private_files.write(place / "file", "")
    with pytest.raises(OSError, match="file"):
        private_files.folder(place / "file" / "below")


def test_a_folder_that_is_not_there_has_nothing_open(tmp_path):
    assert [] == private_files.tighten(tmp_path / "nowhere")

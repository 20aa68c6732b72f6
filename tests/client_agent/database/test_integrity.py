"""What counts as damage, and what does not."""

import shutil

import pytest

from client_agent.database import copies, integrity
from sync.errors import StoreUnusable


@pytest.fixture
def folder(offline, write):
    """A folder with a database and a copy of it, closed."""
    write(offline)
    copies.make(offline.store(), copies.local(offline.folder), 1_353_571_500_000, lambda: None)
    offline.close()
    return offline.folder


def test_a_database_as_it_was_left_is_sound(folder):
    assert "" == integrity.find_fault(folder)


def test_a_new_folder_is_sound(tmp_path):
    assert "" == integrity.find_fault(tmp_path)


def test_each_kind_of_damage_has_a_name(folder):
    path = folder / "centre.db"
    whole, found = path.read_bytes(), []
    for data in (b"", b"x" * 9000, whole[:4096], whole[:-4096]):
        path.write_bytes(data)
        found.append(integrity.find_fault(folder))
    path.unlink()

    assert ["empty", "damaged", "damaged", "damaged", "missing"] == [
        *found,
        integrity.find_fault(folder),
    ]


def test_a_database_of_another_program_is_damage(folder):
    import sqlite3

    (folder / "centre.db").unlink()
    other = sqlite3.connect(folder / "centre.db")
    other.execute("create table t (x)")
    other.close()

    assert "damaged" == integrity.find_fault(folder)


def test_a_database_that_lacks_what_the_newest_copy_has_is_behind(folder, offline, write):
    shutil.copy(folder / "centre.db", folder / "older")
    write(offline)
    copies.make(offline.store(), copies.local(folder), 1_353_571_600_000, lambda: None)
    offline.close()
    shutil.move(folder / "older", folder / "centre.db")

    assert "behind" == integrity.find_fault(folder)


def test_a_damaged_copy_says_nothing_about_the_database(folder):
    for copy in copies.find_all(copies.local(folder)):
        copy.path.write_bytes(b"x" * 9000)

    assert "" == integrity.find_fault(folder)


def test_a_database_that_cannot_be_opened_now_is_not_damaged(folder):
    (folder / "centre.db").rename(folder / "away")
    (folder / "centre.db").mkdir()
    with pytest.raises(StoreUnusable):
        integrity.find_fault(folder)


def test_what_was_set_aside_is_open_until_there_is_a_report(tmp_path):
    for name in ("damaged-20121122-150500", "damaged-20121123-150500"):
        (tmp_path / name).mkdir()
    (tmp_path / "damaged-20121122-150500" / "report.txt").touch()

    assert [tmp_path / "damaged-20121123-150500" / "centre.db"] == integrity.set_aside(tmp_path)

"""Copies of the database: whole, proved, in steps of time, and never the last one away."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest

from client_agent.config import Settings
from client_agent.database import copies
from client_agent.database.copies import DAY, HOUR, Copy
from client_agent.errors import DriveMissing, FileUnwritable
from schemas.formatting.vietnamese import HANOI

NOON = int(datetime(2012, 11, 22, 12, tzinfo=HANOI).timestamp() * 1000)
SMALL = 1000


@pytest.fixture
def place(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def made(offline, place, write):
    """Make a copy of a database with one record."""
    write(offline)
    return lambda now=NOON: copies.make(offline.store(), place, now, lambda: None)


def _rows(path):
    with closing(sqlite3.connect(path)) as copy:
        return copy.execute("select count(*) from log").fetchone()[0]


def test_a_copy_is_one_file_that_says_when_it_was_made(made, place):
    copy = made()

    assert Copy(NOON, place / "centre-20121122-120000.db") == copy
    assert [copy.path] == list(place.iterdir())
    assert [copy] == copies.find_all(place)
    assert 1 == _rows(copy.path)
    assert copies.is_good(copy)


def test_what_is_written_meanwhile_does_not_wait_and_is_not_in_the_copy(
    offline, place, write, made
):
    for number in range(60):
        write(offline, result_note="dài " * 9000, title=str(number))
    rows, pauses = offline.store().end(), []

    def save_once():
        if not pauses:
            with closing(sqlite3.connect(offline.folder / "centre.db")) as other, other:
                other.execute("insert into layout values ('x')")
        pauses.append(1)

    copy = copies.make(offline.store(), place, NOON, save_once)

    assert len(pauses) > 1
    assert rows == _rows(copy.path)


def test_a_copy_that_is_cut_short_leaves_nothing_that_counts_and_is_tidied_away(
    offline, place, made
):
    def stop():
        raise KeyboardInterrupt

    place.mkdir()
    (place / "centre-20121121-120000.db.part").write_bytes(b"half")
    with pytest.raises(KeyboardInterrupt):
        copies.make(offline.store(), place, NOON, stop)

    assert [] == copies.find_all(place)
    made()
    assert 1 == len(list(place.iterdir()))


def test_a_place_that_cannot_be_written_is_reported(offline, tmp_path, made):
    (tmp_path / "file").touch()
    with pytest.raises(FileUnwritable):
        copies.make(offline.store(), tmp_path / "file" / "x", NOON, lambda: None)


def test_a_copy_on_another_drive_is_proved_there(made, tmp_path):
    (tmp_path / "drive").mkdir()
    there = copies.carry(made(), tmp_path / "drive" / "khuyenhoc-a1")

    assert 1 == _rows(there.path)
    assert [there] == copies.find_all(there.path.parent)


def test_a_drive_that_is_not_there_is_not_made_up(made, tmp_path):
    with pytest.raises(DriveMissing):
        copies.carry(made(), tmp_path / "drive" / "khuyenhoc-a1")
    assert not (tmp_path / "drive").exists()


def test_a_copy_that_is_damaged_on_its_way_does_not_count(made, tmp_path):
    copy = made()
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    (tmp_path / "drive").mkdir()
    with pytest.raises(FileUnwritable):
        copies.carry(copy, tmp_path / "drive" / "khuyenhoc-a1")

    assert not copies.is_good(copy)
    assert [] == list((tmp_path / "drive" / "khuyenhoc-a1").iterdir())


def test_each_centre_has_its_own_place_on_the_drive(tmp_path):
    settings = Settings(area="a1", backup_folder=str(tmp_path))

    assert tmp_path / "khuyenhoc-a1" == copies.elsewhere(settings)
    assert tmp_path / "khuyenhoc-a2" == copies.elsewhere(replace(settings, area="a2"))
    assert copies.elsewhere(Settings()) is None


@pytest.mark.parametrize(
    ("age", "news", "due"),
    [
        (HOUR - 1, True, False),
        (HOUR, True, True),
        (HOUR, False, False),
        (DAY, False, True),  # names and drafts are no news, and are copied too
        (-HOUR, False, True),  # the clock was set back
    ],
)
def test_a_copy_is_due_once_an_hour_if_there_is_news(age, news, due):
    assert due == copies.is_due(Copy(NOON, None), NOON + age, lambda: news)


def test_where_there_is_no_copy_one_is_due():
    assert copies.is_due(None, NOON, lambda: False)


def test_all_of_the_last_day_stay_and_then_one_a_day_for_fourteen_days():
    hourly = {NOON - hours * HOUR: SMALL for hours in range(24 * 30)}
    kept = copies.kept(hourly, NOON)
    older = [made for made in kept if made < NOON - DAY]

    assert {NOON - hours * HOUR for hours in range(25)} <= kept
    assert 12 <= len(older) <= 13
    assert min(kept) > NOON - 14 * DAY


def test_the_newest_stays_however_old_it_is():
    assert {NOON - 90 * DAY} == copies.kept({NOON - 90 * DAY: SMALL, NOON - 99 * DAY: SMALL}, NOON)


def test_a_clock_in_1970_throws_nothing_away():
    made = {NOON - days * DAY: SMALL for days in range(10)}

    assert made.keys() | {HOUR} == copies.kept({**made, HOUR: SMALL}, HOUR)


def test_large_copies_are_fewer_but_never_less_than_three():
    made = {NOON - days * DAY: copies.MOST for days in range(10)}

    assert {NOON, NOON - DAY, NOON - 2 * DAY} == copies.kept(made, NOON)


def test_old_copies_are_thrown_away_and_other_files_are_not(made, place):
    for days in (0, 3, 20):
        made(NOON - days * DAY)
    (place / "centre-mine.db").touch()
    copies.prune(place, NOON)

    assert ["centre-20121119-120000.db", "centre-20121122-120000.db", "centre-mine.db"] == sorted(
        path.name for path in place.iterdir()
    )

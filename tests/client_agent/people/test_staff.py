import pytest

from client_agent.errors import LastPerson, NameTaken, PinThrottled, PinTooShort, WrongPin
from client_agent.people.staff import WRONG_PINS, Staff


@pytest.fixture
def staff(offline):
    offline.staff.add("Nguyễn Thị Lan", "2468")
    return offline.staff


def test_who_has_the_pin_comes_in(staff):
    staff.check("Nguyễn  Thị Lan ", "2468")

    assert ["Nguyễn Thị Lan"] == staff.names()


def test_a_wrong_pin_and_an_unknown_name_do_not(staff):
    with pytest.raises(WrongPin):
        staff.check("Nguyễn Thị Lan", "8642")
    with pytest.raises(WrongPin):
        staff.check("Bùi Văn Nam", "2468")


def test_a_pin_is_not_kept_in_the_clear(staff, offline):
    offline.close()

    assert b"$argon2id$" in (found := _bytes(offline.folder))
    assert b"2468" not in found


def _bytes(folder):
    return b"".join(path.read_bytes() for path in folder.glob("centre.db*"))


def test_two_people_have_two_names(staff):
    staff.add("Bùi Văn Nam", "1357")
    with pytest.raises(NameTaken):
        staff.add("Bùi Văn  Nam", "9999")
    with pytest.raises(NameTaken):
        staff.add("  ", "9999")


def test_a_short_pin_is_none(staff):
    with pytest.raises(PinTooShort):
        staff.add("Bùi Văn Nam", "123")


def test_a_new_pin_lets_in_and_the_old_one_no_more(staff):
    staff.change("Nguyễn Thị Lan", "1122")
    staff.check("Nguyễn Thị Lan", "1122")

    with pytest.raises(WrongPin):
        staff.check("Nguyễn Thị Lan", "2468")


def test_guessing_is_slowed_down_also_by_a_restart(staff, offline):
    from client_agent.agent import Agent

    _guess(staff)
    later = Agent(offline.folder)
    with pytest.raises(PinThrottled) as caught:
        later.staff.check("Nguyễn Thị Lan", "2468")
    later.close()

    assert 0 < caught.value.seconds <= 30


def test_after_the_wait_the_right_pin_counts_and_the_wait_is_over(staff, offline):
    _guess(staff)
    later = at(offline, offline.wall() + 31_000)
    later.check("Nguyễn Thị Lan", "2468")
    later.check("Nguyễn Thị Lan", "2468")


def test_a_clock_set_back_locks_nobody_out_for_years(staff, offline):
    _guess(staff)
    with pytest.raises(PinThrottled):
        at(offline, 1_000_000).check("Nguyễn Thị Lan", "2468")
    at(offline, 1_000_000 + 31_000).check("Nguyễn Thị Lan", "2468")


def at(offline, now):
    """The staff of that computer while its clock shows ``now``."""
    return Staff(offline.store(), lambda: now)


def _guess(staff):
    for _ in range(WRONG_PINS.free):
        with pytest.raises(WrongPin):
            staff.check("Nguyễn Thị Lan", "0000")


def test_a_new_name_keeps_pin_and_place_and_says_what_it_was(staff):
    staff.add("Bùi Văn Nam", "1357")
    staff.rename("Nguyễn Thị Lan", "Nguyễn Thị  Lan Anh")
    staff.rename("Nguyễn Thị Lan Anh", "Nguyễn Lan Anh")
    staff.check("Nguyễn Lan Anh", "2468")

    assert ["Nguyễn Lan Anh", "Bùi Văn Nam"] == staff.names()
    both = ["Nguyễn Thị Lan", "Nguyễn Thị Lan Anh"]
    assert dict.fromkeys(both, "Nguyễn Lan Anh") == staff.former()
    assert "Nguyễn Lan Anh" == staff.current("Nguyễn Thị Lan")


def test_no_name_ever_means_two_people(staff):
    staff.add("Bùi Văn Nam", "1357")
    staff.rename("Nguyễn Thị Lan", "Nguyễn Lan Anh")
    for attempt in (
        lambda: staff.add("Nguyễn Thị Lan", "1111"),
        lambda: staff.rename("Bùi Văn Nam", "Nguyễn Thị Lan"),
        lambda: staff.rename("Bùi Văn Nam", "Nguyễn Lan Anh"),
        lambda: staff.rename("Bùi Văn Nam", " "),
    ):
        with pytest.raises(NameTaken):
            attempt()

    assert "Nguyễn Thị Lan" == staff.rename("Nguyễn Lan Anh", "Nguyễn Thị Lan")
    assert {"Nguyễn Lan Anh": "Nguyễn Thị Lan"} == staff.former()


def test_who_retired_cannot_come_in_until_brought_back(staff):
    staff.add("Bùi Văn Nam", "1357")
    staff.retire("Nguyễn Thị Lan")
    with pytest.raises(WrongPin):
        staff.check("Nguyễn Thị Lan", "2468")
    assert ["Bùi Văn Nam"] == staff.names()
    assert "" == staff.current("Nguyễn Thị Lan")

    staff.bring_back("Nguyễn Thị Lan")
    staff.check("Nguyễn Thị Lan", "2468")


def test_the_last_who_can_log_in_cannot_be_retired(staff):
    staff.add("Bùi Văn Nam", "1357")
    staff.retire("Bùi Văn Nam")
    with pytest.raises(LastPerson):
        staff.retire("Nguyễn Thị Lan")

    assert ["Nguyễn Thị Lan"] == staff.names()


def test_a_database_of_an_older_program_learns_who_retired(offline):
    from client_agent.people.staff import COLUMNS

    old = {name: kind for name, kind in COLUMNS.items() if name != "retired"}
    offline.store().db.table("staff").create(old, pk="name")
    offline.store().db.table("staff").insert(
        {"name": "Lan", "pin": "x", "added": 1, "failed": 0, "failed_at": 0}
    )
    offline.staff.add("Nam", "1357")
    offline.staff.retire("Lan")

    assert ["Nam"] == offline.staff.names()

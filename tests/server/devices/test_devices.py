import pytest

from server import tables
from server.devices import devices
from server.devices.devices import ACTIVE, LOST, RETIRED, Contact
from sync.errors import Busy, NotEnrolled, Revoked

MACHINE = {"key": "k", "label": "Máy 1", "software": "0.1", "enrolled": 1}


@pytest.fixture
def device(db):
    return devices.enrol(db, "area", "published", MACHINE)


def test_a_new_device_is_active_and_knows_its_two_areas(device):
    assert (ACTIVE, True, "area", {"area", "published"}) == (
        device.state,
        device.device.active,
        device.device.home,
        device.device.areas,
    )


def test_a_replicas_name_says_whose_it_is(device):
    assert "." not in device.device.name


def test_a_retired_device_is_answered_and_a_lost_one_is_not(db, device):
    name = device.device.name
    retired = devices.retire(db, name)

    assert (RETIRED, False) == (retired.state, devices.answerable(db, name).device.active)
    assert LOST == devices.retire(db, name, lost=True).state
    with pytest.raises(Revoked):
        devices.answerable(db, name)


def test_a_device_that_is_not_there_is_not_enrolled(db):
    with pytest.raises(NotEnrolled):
        devices.retire(db, "nobody")


def test_what_was_last_heard_is_what_is_known(db, device):
    name = device.device.name
    devices.note_contact(db, name, Contact(5, 6, -7, "0.2"))
    found = devices.find(db, name)

    assert (5, 6, -7, "0.2") == (
        found.last_contact,
        found.waiting,
        found.clock_offset,
        found.software,
    )


def test_the_same_machine_is_the_same_device_and_another_is_another(db, device):
    again = devices.enrol(db, "area", "published", MACHINE)
    other = devices.enrol(db, "area", "published", {**MACHINE, "key": "l"})

    assert device == again
    assert (device.device.certificate + 1, 2) == (
        other.device.certificate,
        len(devices.everyone(db)),
    )


def test_a_device_that_reads_all_again_waits_longer_each_time(db, device):
    name, hour = device.device.name, 3_600_000
    first = devices.restart(db, name, hour)
    waits = []
    now = hour
    for _ in range(4):
        with pytest.raises(Busy) as refused:
            devices.restart(db, name, now)
        waits.append(refused.value.seconds)
        now += refused.value.seconds * 1000
        last = devices.restart(db, name, now)
    later = devices.restart(db, name, now + 31 * 24 * hour)

    assert [60, 120, 240, 480] == waits
    assert device.device.certificate < first.device.certificate < last.device.certificate
    assert (5, 1) == (last.restarts, later.restarts)


def test_a_table_of_an_earlier_version_is_widened(db, device):
    for name in devices.RESTARTS:
        db.table("device").transform(drop={name})
    tables.upgrade(db)

    assert device == devices.find(db, device.device.name)


def test_a_device_that_is_taken_back_reads_all_again(db, device):
    name = device.device.name
    devices.retire(db, name)
    back = devices.take_back(db, name)

    assert device.device.certificate < back.device.certificate
    assert back == devices.take_back(db, name)  # it was back already


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("key", "l"),
        ("area", "areb"),
        ("areas", '["areb", "published"]'),
        ("areas", "{]"),
        ("certificate", 9),
        ("state", "activf"),
    ],
)
def test_a_device_whose_row_has_changed_on_the_disk_is_answered_nothing_and_stops_nobody(
    db, device, column, value, caplog
):
    name, other = (
        device.device.name,
        devices.enrol(db, "area", "published", {**MACHINE, "key": "m"}),
    )
    db.execute(f"update device set {column} = ? where name = ?", [value, name])

    with pytest.raises(Busy):
        devices.answerable(db, name)
    assert name in caplog.text
    assert other == devices.answerable(db, other.device.name)
    assert [False, True] == [
        one.is_sound for one in sorted(devices.everyone(db), key=lambda d: d.key)
    ]


def test_a_device_that_changes_by_order_keeps_a_sound_row(db, device):
    name = device.device.name
    devices.retire(db, name)
    devices.take_back(db, name)
    devices.restart(db, name, 0)

    assert devices.answerable(db, name).is_sound

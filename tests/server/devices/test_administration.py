import pytest

from server.centres import centres
from server.devices import administration, codes, devices
from server.devices.devices import ACTIVE, LOST, RETIRED
from sync.changes import DEVICE, PARKED, Key
from sync.errors import NotEnrolled
from sync.exchange import Outcome
from sync.merge import total
from tests.server.conftest import Computer, certified

MANY = 300


@pytest.fixture
def old(enrol):
    """A centre's machine, in use for a while."""
    return enrol()


def another(client, computer, code):
    """A new machine, enrolled with that code."""
    seed = bytes(range(32))
    return Computer(client, seed, certified(client, code, seed), computer.wall)


def settle(computer):
    while (outcome := computer.exchange()) is Outcome.MORE:
        pass
    assert outcome is Outcome.SETTLED


def told(computer, name):
    """What a machine knows of one of its centre."""
    key = Key(computer.area, DEVICE, name)
    return computer.replica.store.load([key])[key].values


def digest(replica, areas):
    return total(replica.store.digests(areas).values())


def test_a_new_machine_gets_all_that_the_centre_ever_wrote(client, province, old):
    for number in range(MANY):
        old.write(record_id=str(number))
    settle(old)
    ended, code = administration.replace(province, old.certificate.device)
    new = another(client, old, code)
    settle(new)
    areas = new.certificate.areas

    assert (RETIRED, old.area) == (ended.state, new.area)
    assert MANY == sum(k.record_type == "activity" for k in new.replica.store.records)
    assert digest(province.hub(), areas) == digest(new.replica, areas)


def test_what_the_old_machine_sends_late_waits_for_a_person(client, province, old):
    settle(old)
    late = old.write(title="muộn")
    _, code = administration.replace(province, old.certificate.device)
    settle(old)
    new = another(client, old, code)
    settle(new)
    notice = new.replica.store.load([key := Key(old.area, PARKED, str(late.at))])[key].values

    assert ("device not active", "muộn") == (notice["reason"], notice["fields"]["title"])
    assert [] == [k for k in new.replica.store.records if k.record_type == "activity"]


def test_a_lost_machine_is_not_answered_and_its_siblings_hear_of_it(client, province, db, old):
    centre = centres.centre(db, old.area)
    sibling = another(client, old, codes.make(db, centre.area, old.wall()))
    settle(sibling)
    name = old.certificate.device
    before = told(sibling, name)["state"]
    _, code = administration.replace(province, name, lost=True)
    settle(sibling)

    assert (ACTIVE, LOST) == (before, told(sibling, name)["state"])
    assert 403 == old.post(old.request()).status_code
    assert 4 == len(code.split())


def test_a_machine_that_was_found_works_again(province, old):
    name = old.certificate.device
    administration.end(province, name, lost=True)
    key = old.write().key
    found = administration.take_back(province, name)
    settle(old)

    assert (ACTIVE, ACTIVE) == (found.state, told(old, name)["state"])
    assert province.store().load([key])[key].cells


def test_nothing_is_reported_twice(province, old):
    end = province.store().end()
    administration.announce(province, old.area)

    assert end == province.store().end()


def test_no_machine_says_who_its_siblings_are(province, old):
    change = old.write(DEVICE, "intruder", key="k", state=ACTIVE)
    settle(old)
    entry = province.store().find([change.at])[change.at]

    assert "only the server opens these" == entry.reason


def test_a_machine_that_is_not_there_cannot_be_replaced(province):
    with pytest.raises(NotEnrolled):
        administration.replace(province, "nobody")
    assert {} == codes.waiting(province.db(), 0)


def test_of_a_centre_only_its_own_machines_are_reported(db, enrol):
    one, other = enrol(), enrol()
    names = [each.device.name for each in devices.of_centre(db, one.area)]

    assert [one.certificate.device] == names
    settle(one)
    assert {} == told(one, other.certificate.device)

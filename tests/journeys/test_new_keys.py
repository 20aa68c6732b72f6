"""The province renews its keys: machines follow by network and by stick, and nothing is lost."""

import pytest

from client_agent.syncing import receipts
from client_agent.usb import peers
from client_agent.usb.exporting import export
from client_agent.usb.importing import take_in
from client_agent.web import create_app
from server.bundles import importing
from server.devices import key_renewal
from server.recovery import backups, sheet
from tests.client_agent.web.conftest import Browser


@pytest.fixture
def renew(office, tmp_path):
    sheet.create(office.province.db(), 1)

    def renew(times=1):
        for _ in range(times):
            key_renewal.renew(office.province)
            backups.back_up(office.province, tmp_path / "a.backup")
        return office.province.keyring.newest.generation

    return renew


@pytest.fixture
def agent(office):
    agent = office.machine()
    office.type(agent, "Trước khi thay khóa")
    office.sync(agent)
    return agent


def carry(office, *paths):
    """Take a stick to the province; the answers lie beside what was on it."""
    results = [step.result for step in importing.take_in(office.province, paths) if step.result]
    assert [""] * len(paths) == [result.fault for result in results]
    return [path.parent / name for path in paths for result in results for name in result.answers]


def known(agent):
    return agent.settings.generation


def test_a_machine_takes_the_newer_keys_at_its_next_sync_and_uses_them(office, agent, renew):
    renew()
    before = known(agent)
    office.sync(agent)
    after = known(agent)
    office.type(agent, "Sau khi thay khóa")
    office.sync(agent)

    assert (0, 1) == (before, after)
    assert [] == key_renewal.behind(office.province)
    assert [0] == key_renewal.forget(office.province)
    office.type(agent, "Sau khi bỏ khóa cũ")
    office.sync(agent)
    assert office.is_settled(agent)
    assert receipts.last(agent).signed


def test_the_receipt_of_before_stays_good_and_names_no_other_key(office, agent, renew):
    renew()
    office.sync(agent)  # this answer was still signed by the older key

    assert known(agent) == 1
    assert receipts.last(agent).signed


def test_a_machine_that_was_away_twice_follows_in_one_step(office, agent, renew):
    newest = renew(2)
    office.sync(agent)
    office.sync(agent)

    assert (2, 2) == (newest, known(agent))
    assert [0, 1] == key_renewal.forget(office.province)
    assert office.is_settled(agent)


def test_a_machine_without_a_network_takes_them_from_a_stick(office, agent, renew, tmp_path):
    renew()
    office.type(agent, "Trên thẻ nhớ")
    (path,) = export(agent, tmp_path).paths
    answers = carry(office, path)
    taken = take_in(agent, answers)
    first = known(agent)
    office.type(agent, "Trên thẻ nhớ, lần hai")
    (path,) = export(agent, tmp_path).paths
    again = take_in(agent, carry(office, path))

    assert (1, 1, 1, True) == (taken.sent, first, again.sent, again.settled)
    assert [] == key_renewal.behind(office.province)
    assert [0] == key_renewal.forget(office.province)


def test_an_answer_on_a_stick_that_is_older_than_the_keys_is_still_taken(
    office, agent, renew, tmp_path
):
    office.type(agent, "Đi trước")
    (path,) = export(agent, tmp_path).paths
    answers = carry(office, path)
    renew()
    office.sync(agent)

    assert known(agent) == 1
    assert take_in(agent, answers).answers == 1
    assert office.is_settled(agent)


def test_a_file_that_was_written_before_is_still_opened_by_the_province(
    office, agent, renew, tmp_path
):
    office.type(agent, "Đi trước")
    (path,) = export(agent, tmp_path).paths
    renew()
    office.sync(agent)
    carry(office, path)

    assert office.is_settled(agent)


def test_two_machines_of_a_centre_hand_over_though_one_knows_older_keys(
    office, agent, renew, tmp_path
):
    other = office.machine()
    office.sync(other, agent, other)
    renew()
    office.sync(agent)
    office.type(agent, "Từ máy đã có khóa mới")
    office.type(other, "Từ máy có khóa cũ")
    there = peers.hand_over(agent, other.settings.device, tmp_path)
    back = peers.hand_over(other, agent.settings.device, tmp_path)

    assert (1, 0) == (known(agent), known(other))
    assert peers.take_over(other, there.path).changes
    assert peers.take_over(agent, back.path).changes


def test_a_new_machine_knows_the_newest_keys_from_the_first(office, agent, renew):
    renew()
    new = office.machine()
    office.sync(new)

    assert known(new) == 1
    assert [agent.settings.device] == [
        each.device.device.name for each in key_renewal.behind(office.province)
    ]


def test_who_forgot_a_pin_is_let_in_by_the_province_though_its_keys_are_newer(office, agent, renew):
    agent.staff.add("Bùi Thị Lan", "1234")
    renew()
    page = Browser(create_app(agent))
    page.get("/login/forgotten/")
    typed = {"name": "Bùi Thị Lan", "pin": "5678", "pin_again": "5678", "words": office.code()}
    page.post("/login/forgotten/", typed)
    agent.staff.check("Bùi Thị Lan", "5678")

    assert known(agent) == 1
    office.sync(agent)
    assert office.is_settled(agent)


def test_what_a_stranger_hands_over_is_left(office, agent):
    from client_agent.syncing import key_rotation as handovers
    from server.keys.secret_file import new_pair
    from sync import key_rotation

    before, pair = agent.settings, new_pair(7)
    said = key_rotation.statement(key_rotation.Keys(7, *pair.public), pair.signing)

    assert not handovers.take(agent, said)
    assert before == agent.settings

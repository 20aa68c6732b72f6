"""Two laptops of one centre, and a third in the place of one: real agents, the real server."""

import pytest

from client_agent.cli import main
from client_agent.errors import BundleDamaged, BundleForeign, SiblingEnded, SiblingUnknown
from client_agent.usb import exporting, peers
from server.devices import administration
from sync.changes import CONFLICT, PARKED
from sync.errors import Revoked

MANY = 400


@pytest.fixture
def pair(office):
    """Two machines that know each other, and have not heard of the province since."""
    a, b = office.machine(), office.machine()
    office.sync(a, b)
    return a, b


def carry(giver, taker, tmp_path):
    """A stick from the one to the other."""
    made = peers.hand_over(giver, taker.settings.device, tmp_path)
    return peers.take_over(taker, made.path).changes


def test_both_type_offline_and_end_equal_through_the_server(office, pair):
    a, b = pair
    shared = office.type(a, "của chung")
    office.sync(a, b)
    office.type(a, "máy một", shared.record_id)
    office.type(b, "máy hai", shared.record_id)
    office.type(b, "riêng máy hai")
    office.sync(a, b, a)
    conflicts = office.province.store().fingerprints([office.centre.area], CONFLICT)

    assert office.digest(a) == office.digest(b) == office.digest_of_the_province()
    assert 1 == len(conflicts)
    assert "riêng máy hai" in office.titles()


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_both_end_equal_by_stick_alone_and_later_with_the_server(office, pair, tmp_path, order):
    a, b = pair
    mine, theirs = office.type(a, "máy một"), office.type(b, "máy hai")
    taken = carry(a, b, tmp_path), carry(b, a, tmp_path)

    assert (1, 1) == taken
    assert ("máy một", "máy hai") == (office.title(b, mine), office.title(a, theirs))
    assert office.digest(a) == office.digest(b)
    office.type(b, "máy hai sửa máy một", mine.record_id)
    office.sync(*({"a": a, "b": b}[name] for name in order), a, b)
    assert ["máy hai", "máy hai sửa máy một"] == office.titles()
    assert office.digest(a) == office.digest(b) == office.digest_of_the_province()
    assert {} == office.province.store().fingerprints([office.centre.area], CONFLICT)


def test_a_stick_is_for_one_machine_and_whole_or_nothing(office, pair, tmp_path):
    a, b = pair
    office.type(a, "máy một")
    made = peers.hand_over(a, b.settings.device, tmp_path / "x.khb")
    data = bytearray(made.path.read_bytes())
    data[-20] ^= 1
    (tmp_path / "broken.khb").write_bytes(data)
    third = office.machine()
    office.sync(third)

    with pytest.raises(BundleDamaged):
        peers.take_over(b, tmp_path / "broken.khb")
    with pytest.raises(BundleDamaged):
        peers.take_over(third, made.path)
    assert "máy một".encode() not in made.path.read_bytes()
    assert 1 == peers.take_over(b, made.path).changes


def test_who_has_not_heard_of_a_machine_takes_nothing_from_it(office, pair, tmp_path):
    a, b = pair
    third = office.machine()
    office.sync(third)
    made = peers.hand_over(third, a.settings.device, tmp_path)

    with pytest.raises(SiblingUnknown):
        peers.take_over(a, made.path)
    with pytest.raises(SiblingUnknown):
        peers.hand_over(b, third.settings.device, tmp_path)
    office.sync(a)
    assert peers.take_over(a, made.path)


def test_nothing_is_taken_from_a_machine_that_was_lost(office, pair, tmp_path):
    a, b = pair
    made = peers.hand_over(a, b.settings.device, tmp_path)
    administration.end(office.province, a.settings.device, lost=True)
    office.sync(b)

    with pytest.raises(SiblingEnded):
        peers.take_over(b, made.path)


def test_the_provinces_file_is_no_siblings(office, pair, tmp_path):
    a, b = pair
    (path,) = exporting.export(a, tmp_path).paths

    with pytest.raises(BundleForeign):
        peers.take_over(b, path)


def test_the_commands_do_it_too(office, pair, tmp_path, capsys):
    a, b = pair
    office.type(a, "máy một")
    stick = tmp_path / "stick.khb"
    there, here = ("--folder", str(a.folder)), ("--folder", str(b.folder))
    codes = [
        main([*there, "siblings"]),
        main([*there, "hand-over", b.settings.device, str(stick)]),
        main([*here, "take-over", str(stick)]),
        main([*here, "take-over", str(tmp_path / "gone.khb")]),
    ]
    said = capsys.readouterr().out

    assert [0, 0, 0, 6] == codes
    assert b.settings.device in said
    assert "1 thay đổi mới" in said


def test_a_replaced_laptop_hands_its_history_to_the_new_one(office, tmp_path):
    old = office.machine()
    office.sync(old)
    with old.store().transaction():
        for number in range(MANY):
            office.type(old, f"lớp {number}")
    office.sync(old)
    late = office.type(old, "gửi muộn")
    _, code = administration.replace(office.province, old.settings.device)
    new = office.machine(code)
    office.sync(new, old, new)
    notices = new.store().fingerprints((office.centre.area,), PARKED)

    assert MANY == new.store().db["activity"].count
    assert office.digest(new) == office.digest_of_the_province()
    assert (None, 1) == (office.title(new, late), len(notices))


def test_a_revoked_laptop_says_so_and_keeps_all_its_work(office, tmp_path, capsys):
    agent = office.machine()
    office.sync(agent)
    key = office.type(agent, "chưa gửi")
    administration.end(office.province, agent.settings.device, lost=True)
    report = agent.sync()
    here = ("--folder", str(agent.folder))
    code = main([*here, "sync"])
    said = capsys.readouterr().err

    assert isinstance(report.error, Revoked)
    assert (3, True) == (code, "Tỉnh đã thu hồi quyền của máy này" in said)
    assert (1, "chưa gửi") == (agent.status().waiting, office.title(agent, key))
    assert (0, 0) == (main([*here, "export", str(tmp_path)]), main([*here, "backup"]))
    administration.take_back(office.province, agent.settings.device)
    office.sync(agent)
    assert ["chưa gửi"] == office.titles()


def test_the_list_of_machines_travels_with_the_work(office, pair):
    a, b = pair
    administration.end(office.province, a.settings.device)
    office.sync(b)
    (known,) = peers.known(b)

    assert (a.settings.device, "retired") == (known.device, known.state)

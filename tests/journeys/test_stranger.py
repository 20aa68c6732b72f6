"""A client that was written from docs/protocol.md alone works with the real server and agents."""

import ast
import sqlite3
from contextlib import closing
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from nacl.exceptions import BadSignatureError, CryptoError

from client_agent.usb import peers
from server.bundles import importing
from sync.changes import CONFLICT, PARKED, Change, Entry, Key
from sync.clock import Timestamp
from tests.client_agent.province import served

from .stranger import Stranger

SETTLED = ["READY", "WAITING", "SETTLED"]


@pytest.fixture
def stranger(office):
    stranger = Stranger(office.address, office.wall)
    stranger.enrol(office.code())
    return stranger


@pytest.fixture
def agent(office):
    """A machine of the same centre, with our own program."""
    agent = office.machine()
    office.sync(agent)
    return agent


def activity(stranger, name, **values):
    key = (stranger.home, "activity", name)
    stranger.write(key, values)
    return key


def plain(store, key):
    """A record of ours, as the stranger has it."""
    cells = store.load([Key(*key)])[Key(*key)].cells
    return {name: (cell.value, tuple(cell.at)) for name, cell in cells.items()}


def test_it_imports_nothing_of_ours_but_its_own_bytes():
    for name in ("stranger.py", "stranger_bytes.py"):
        tree = ast.parse(Path(__file__).with_name(name).read_text(encoding="utf-8"))
        told = [n for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom))]
        names = {getattr(n, "module", "") or n.names[0].name for n in told}

        assert not {each.split(".")[0] for each in names} & {"sync", "server", "client_agent"}


def test_it_brings_its_work_and_both_ends_hold_the_same(office, stranger, agent):
    keys = [activity(stranger, f"lạ-{n}", title=f"Lớp {n}", attendance_count=n) for n in range(7)]
    states = stranger.sync()
    office.sync(agent)

    assert SETTLED == states[-3:]
    assert [f"Lớp {n}" for n in range(7)] == office.titles()
    assert stranger.digest() == office.digest(agent) == office.digest_of_the_province()
    assert [stranger.records()[key] for key in keys] == [plain(agent.store(), k) for k in keys]


def test_it_fetches_what_others_wrote_and_edits_it(office, stranger, agent):
    with agent.store().transaction():
        keys = [tuple(office.type(agent, f"Lớp {n}")) for n in range(300)]
    office.sync(agent)
    stranger.budget = 1024
    states = stranger.sync()
    stranger.write(keys[7], {"title": "Người lạ sửa"})
    stranger.write(keys[8], {"_deleted": True})
    stranger.sync()
    office.sync(agent)

    assert 2 < states.count("READY")  # in several pages
    assert "Người lạ sửa" == office.title(agent, Key(*keys[7]))
    assert agent.store().load([Key(*keys[8])])[Key(*keys[8])].deleted
    assert stranger.digest() == office.digest(agent)
    assert not agent.store().fingerprints([agent.area], CONFLICT)


def test_two_who_did_not_know_of_each_other_are_a_conflict_at_both_ends(office, stranger, agent):
    key = tuple(office.type(agent, "ban đầu"))
    office.sync(agent)
    stranger.sync()
    stranger.write(key, {"title": "người lạ"})
    office.type(agent, "cán bộ", key[2])
    office.sync(agent)
    stranger.sync()
    (conflict,) = [cells for k, cells in stranger.records().items() if k[1] == CONFLICT]

    assert ["title", list(key)] == [conflict[name][0] for name in ("field", "record")]
    assert {"người lạ", "cán bộ"} == set(conflict["writes"][0].values())


def test_what_it_may_not_write_is_parked_and_leaves_its_screen(office, stranger, agent):
    key = (stranger.home, "evaluation", "phiếu")
    stranger.write(key, {"year": 2012, "self_score.1.1": 4.5})
    stranger.write(key, {"verified_score.1.1": 5})
    stranger.sync()
    office.sync(agent)

    assert {"year", "self_score.1.1"} == stranger.records()[key].keys()
    assert [PARKED] == [k[1] for k in stranger.records() if k[1] == PARKED]
    assert stranger.digest() == office.digest(agent)


@pytest.mark.parametrize("years", [-13, 38])
def test_a_wrong_clock_keeps_it_from_nothing(office, stranger, years):
    right = stranger.wall
    stranger.wall = lambda: right() + years * 365 * 24 * 3_600_000
    activity(stranger, "một", title="giờ sai")

    assert SETTLED == stranger.sync()[-3:]
    assert ["giờ sai"] == office.titles()
    assert abs(stranger.offset - years * 365 * 24 * 3600) < 3600


def test_what_its_disk_lost_comes_back_after_it_was_restored(office, stranger):
    activity(stranger, "một", title="trước")
    stranger.sync()
    image = deepcopy(vars(stranger))
    activity(stranger, "hai", title="sau")
    stranger.sync()
    vars(stranger).update(image)
    activity(stranger, "ba", title="không biết gì")
    name = stranger.replica
    stranger.sync()

    assert name != stranger.replica
    assert ["không biết gì", "sau", "trước"] == office.titles()
    assert stranger.digest() == office.digest_of(stranger.areas)


@pytest.mark.parametrize("is_told", [True, False], ids=["told", "unawares"])
def test_a_restored_server_is_given_again_what_it_lost(office, stranger, is_told):
    copy = office.folder / "copy.db"
    activity(stranger, "một", title="trước")
    stranger.sync()
    office.province.store().backup(copy)
    activity(stranger, "hai", title="sau")
    stranger.sync()
    feed = stranger.feed
    with closing(sqlite3.connect(copy)) as before:
        before.backup(office.province.db().conn)
    if is_told:
        office.province.hub().begin_epoch()
    left, states = office.titles(), stranger.sync()

    assert ["trước"] == left
    assert (SETTLED, True) == (states[-3:], stranger.feed != feed)
    assert ["sau", "trước"] == office.titles()
    assert stranger.digest() == office.digest_of(stranger.areas)


def test_a_defect_is_found_and_mended_in_three_questions(office, stranger, agent):
    with agent.store().transaction():
        keys = [tuple(office.type(agent, f"Lớp {n}")) for n in range(20)]
    office.sync(agent)
    stranger.sync()
    stranger.log = [entry for entry in stranger.log if entry["key"] != keys[3]]
    activity(stranger, "mới", title="mới")
    found = stranger.sync()[-1], stranger.repair(), stranger.sync()[-1]

    assert ("DIFFERS", [keys[3]], "SETTLED") == found


def test_its_work_travels_on_a_stick_and_the_answer_comes_home(office, stranger, agent, tmp_path):
    office.type(agent, "của máy kia")
    office.sync(agent)
    for number in range(5):
        activity(stranger, f"que-{number}", title=f"que {number}")
    path = tmp_path / "lạ.khb"
    path.write_bytes(stranger.export())
    *_, last = importing.take_in(office.province, [path], tmp_path)
    answer = (tmp_path / last.result.answers[0]).read_bytes()

    assert ("", 5, 5) == (last.result.fault, last.result.changes, last.result.new)
    assert "SETTLED" == stranger.take_answer(answer)
    assert stranger.digest() == office.digest_of_the_province()
    with pytest.raises(BadSignatureError):
        stranger.take_answer(answer[:-1] + bytes([answer[-1] ^ 1]))


def test_it_and_a_machine_of_ours_hand_over_to_each_other(office, stranger, agent, tmp_path):
    stranger.sync()
    office.sync(agent)
    activity(stranger, "một", title="người lạ")
    office.type(agent, "cán bộ")
    path = tmp_path / "lạ.khb"
    path.write_bytes(stranger.hand_over(agent.settings.device))
    taken = peers.take_over(agent, path).changes
    made = peers.hand_over(agent, stranger.device, tmp_path).path
    stranger.take_over(made.read_bytes())

    assert 1 == taken
    assert stranger.digest() == office.digest(agent)
    assert "SETTLED" == stranger.sync()[-1]
    office.sync(agent)
    assert ["cán bộ", "người lạ"] == office.titles()


def test_it_gives_way_where_another_change_bears_its_timestamp(office, stranger, agent):
    """As the page says: the first stands, and the second is in a notice, at both ends."""
    stranger.sync()
    office.sync(agent)
    mine = activity(stranger, "một", title="người lạ")
    (change,) = [entry for entry in stranger.log if entry["key"] == mine]
    forged = Change(Key(*mine), {"title": "giả"}, Timestamp(*change["at"]))
    replica = agent.replica()
    agent.store().append([Entry(replace(forged, replica=replica.name, number=1))])
    replica.rebuild([forged.key])
    office.sync(agent)
    states = stranger.sync()
    (notice,) = [c for k, c in stranger.records().items() if k[1] == "parked_change"]

    assert "SETTLED" == states[-1]
    assert ("giả", 1) == (stranger.records()[mine]["title"][0], len(stranger.ours()))
    assert ("timestamp in use", "người lạ") == (notice["reason"][0], notice["fields"][0]["title"])
    assert stranger.digest() == office.digest_of_the_province()


def test_it_learns_why_not_in_a_signed_word(office, stranger):
    another = Stranger(office.address, office.wall)

    with pytest.raises(PermissionError, match="not-enrolled"):
        another.enrol("ba bốn năm sáu")
    stranger.seed = another.seed
    with pytest.raises(PermissionError, match="unreadable"):
        stranger.sync()


def test_who_is_not_the_province_is_not_believed(office, stranger):
    def portal(environ, start_response):
        start_response("200 OK", [("Content-Length", "200")])
        return [b"x" * 200]

    activity(stranger, "một", title="trước")
    with served(portal) as stranger.address, pytest.raises((BadSignatureError, CryptoError)):
        stranger.sync()
    assert 0 == stranger.sent

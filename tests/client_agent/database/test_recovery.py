"""A damaged database, started again: what was promised and can be read anywhere comes back."""

import copy
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.config import Settings
from client_agent.encryption import keyring
from client_agent.encryption.recovery_key import new_secret
from sync.changes import Key
from sync.errors import StoreDamaged
from sync.merge import total
from sync.session import State
from sync.wire import seal

from ..province import Province, served

SEEDS = range(60)


class Centre(NamedTuple):
    folder: Path  # as a power cut left it
    province: Province
    held: object  # what the province then had
    known: dict[Key, str]  # what the province, or a copy, has
    unsent: dict[Key, str]  # what is in the database alone


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def centre(request, tmp_path_factory):
    """Thirty records in a copy or at the province, fifteen saved since, and the power fails."""
    folder = tmp_path_factory.mktemp("centre")
    secret = new_secret() if request.param == "encrypted" else b""
    if secret:
        pytest.importorskip("sqlcipher3")
    province = Province()
    with served(province) as address:
        agent = _enrolled(folder / "live", province, address, secret)
        known = _write(agent, range(12))
        agent.sync()
        agent.upkeep.copy_now()
        agent.store().db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
        known |= _write(agent, range(12, 30))
        agent.sync()
        unsent = _write(agent, range(30, 45))
        shutil.copytree(folder / "live", folder / "cut")
        agent.close()
        held = copy.deepcopy(province.hub.store)
        yield Centre(folder / "cut", province, held, known, unsent)


@pytest.fixture
def after(centre, tmp_path):
    """The agent, started on a folder to which harm was done."""
    agents = []
    centre.province.hub.store = copy.deepcopy(centre.held)

    def after(harm: Callable[[Path], object]):
        folder = tmp_path / f"centre{len(agents)}"
        shutil.copytree(centre.folder, folder)
        harm(folder)
        agents.append(Agent(folder))
        return agents[-1]

    yield after
    for agent in agents:
        agent.close()


def _enrolled(folder, province, address, secret):
    seed = seal.new_seed()
    config.init(folder)
    key = config.key_text(province.key)
    settings = Settings(address, "d1", "a1", "published", 1, key, "TTHTCĐ xã Mường Bi")
    config.save(folder, replace(settings, key_file=str(folder.parent / "key")))
    agent = Agent(folder)
    if secret:
        keyring.keep(folder, agent.settings, secret)
    agent.keys.save_seed(seed)
    province.enrol("d1", seal.public_key(seed))
    agent.staff.add("Lan", "1234")
    return agent


def _write(agent, numbers):
    """Write records, some of them long; return what was promised."""
    promised = {}
    for number in numbers:
        key = Key("a1", "activity", f"{number:04d}")
        values = {"title": f"Lớp số {number} " + "dài " * (number % 7) ** 4, "venue": "Nhà văn hóa"}
        agent.replica().write(key, values, "Lan")
        promised[key] = values["title"]
    return promised


def _titles(store):
    keys = list(store.fingerprints(["a1"], "activity"))
    return {key: record.values.get("title") for key, record in store.load(keys).items()}


def _overwritten(name, begin, data):
    def harm(folder):
        with (folder / name).open("r+b") as file:
            file.seek(begin)
            file.write(data)

    return harm


def _cut(name, size):
    return lambda folder: os.truncate(folder / name, size)


def _some_harm(luck, folder):
    """Harm as disks and power cuts do it; return the files it was done to, and how much."""
    name = luck.choice(["centre.db", "centre.db-wal"])
    size = (folder / name).stat().st_size
    place = luck.randrange(size)
    how = luck.choice(["cut", "flip", "flip", "page", "block", "head"])
    if how == "cut":
        _cut(name, place)(folder)
    if how == "flip":
        byte = (folder / name).read_bytes()[place] ^ (1 << luck.randrange(8))
        _overwritten(name, place, bytes([byte]))(folder)
    if how == "page":
        _overwritten(name, place // 4096 * 4096, bytes(4096))(folder)
    if how == "block":
        _overwritten(name, place, luck.randbytes(luck.randrange(1, 20_000)))(folder)
    if how == "head":
        _overwritten(name, luck.randrange(100), luck.randbytes(4))(folder)
    return name, how


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_a_power_cut_does_the_agent_starts_and_keeps_what_can_be_read(centre, after, seed):
    luck, done = random.Random(seed), []
    agent = after(lambda folder: done.append(_some_harm(luck, folder)))
    agent.status()
    agent.upkeep.look_closely()
    report = agent.sync()
    here, there = _titles(agent.store()), _titles(centre.province.hub.store)

    assert (State.SETTLED, None) == (report.state, report.error)
    assert here.items() <= (centre.known | centre.unsent).items()  # nothing is invented
    assert centre.known.items() <= here.items()
    assert here == {key: there[key] for key in here}
    lost = centre.unsent.keys() - here.keys()
    name, how = done[0]
    assert not lost or name == "centre.db-wal"
    assert len(lost) <= 1 or how in ("cut", "block", "page")
    assert ["Lan"] == agent.staff.names()


def test_of_a_file_that_says_nothing_any_more_the_copy_and_the_province_bring_the_rest(
    centre, after
):
    def harm(folder):
        (folder / "centre.db").write_bytes(b"not a database at all" * 5000)
        (folder / "centre.db-wal").unlink()

    agent = after(harm)
    before = _titles(agent.store())
    agent.sync()

    assert ("damaged", "copy", 0) == _how(agent)
    assert 12 == len(before)
    assert centre.known == _titles(agent.store())


@pytest.mark.parametrize("harm", ["empty", "missing"])
def test_a_file_that_is_empty_or_gone_is_rebuilt_from_the_copy_and_its_log(centre, after, harm):
    def do(folder):
        (folder / "centre.db").unlink()
        if harm == "empty":
            (folder / "centre.db").touch()

    agent = after(do)

    assert (harm, "copy", 33) == _how(agent)
    assert centre.known | centre.unsent == _titles(agent.store())


def test_without_a_copy_the_pages_of_the_file_itself_bring_it_back(centre, after):
    def harm(folder):
        shutil.rmtree(folder / "backups")
        _overwritten("centre.db", 0, bytes(4096))(folder)
        _overwritten("centre.db-wal", 0, bytes(32))(folder)

    agent = after(harm)
    report = agent.sync()

    assert ("damaged", "nothing", 45) == _how(agent)
    assert (State.SETTLED, None) == (report.state, report.error)
    assert centre.known | centre.unsent == _titles(agent.store())
    assert total(agent.store().digests(agent.areas).values()) == total(
        centre.province.hub.store.digests(agent.areas).values()
    )


def test_where_nothing_is_left_the_agent_is_still_enrolled_and_the_province_brings_all_it_has(
    centre, after
):
    def harm(folder):
        shutil.rmtree(folder / "backups")
        (folder / "centre.db-wal").unlink()
        (folder / "centre.db").write_bytes(b"")

    agent = after(harm)
    before = agent.status()
    report = agent.sync()

    assert ("empty", "nothing", 0) == _how(agent)
    assert (0, 30) == (before.saved, report.received)
    assert centre.known == _titles(agent.store())


def test_an_older_copy_put_back_by_hand_does_not_hide_what_a_newer_one_holds(centre, after):
    def harm(folder):
        agent = Agent(folder)
        agent.upkeep.copy_now()
        agent.close()
        older, _ = sorted((folder / "backups").glob("centre-*.db"))
        shutil.copy(older, folder / "centre.db")
        for beside in folder.glob("centre.db-*"):
            beside.unlink()

    agent = after(harm)

    assert ("behind", "itself", 33) == _how(agent)
    assert centre.known | centre.unsent == _titles(agent.store())


def test_what_was_damaged_is_kept_to_the_byte_and_reported(centre, after):
    kept = []

    def harm(folder):
        _overwritten("centre.db", 4096, b"?" * 9000)(folder)
        kept.extend((folder / name).read_bytes() for name in ("centre.db", "centre.db-wal"))

    agent = after(harm)
    agent.store()
    aside = agent.folder / agent.recovered.aside

    assert kept == [(aside / name).read_bytes() for name in ("centre.db", "centre.db-wal")]
    assert agent.state.get("recovered")["aside"] in (aside / "report.txt").read_text()


@pytest.mark.parametrize("moved", [["centre.db"], ["centre.db", "centre.db-wal"]])
def test_a_recovery_that_was_cut_short_goes_on_at_the_next_start(centre, after, moved):
    def harm(folder):
        (folder / "damaged-20121122-150500").mkdir()
        for name in moved:
            (folder / name).rename(folder / "damaged-20121122-150500" / name)
        (folder / "centre.db.new").write_bytes(b"half of it")

    agent = after(harm)
    agent.store()

    assert centre.known | centre.unsent == _titles(agent.store())
    assert 1 == len(list(agent.folder.glob("damaged-*")))
    assert not (agent.folder / "centre.db.new").exists()
    assert not list(agent.folder.glob("centre.db.new*"))


def test_a_recovery_is_done_once(centre, after):
    agent = after(_overwritten("centre.db", 4096, b"?" * 9000))
    agent.store()
    agent.close()
    again = Agent(agent.folder)
    again.store()

    assert again.recovered is None
    again.close()


def test_while_another_process_has_the_damaged_file_open_nothing_is_moved(centre, after):
    first = after(lambda folder: None)
    first.store()
    second = Agent(first.folder)
    _overwritten("centre.db", 4096, b"?" * 9000)(first.folder)
    with pytest.raises(StoreDamaged, match="another process"):
        second.store()

    assert [] == list(first.folder.glob("damaged-*"))


def _killed_in_a_commit(agent, numbers):
    """Leave behind what a process leaves that was killed when its commit had reached the disk.

    The others that have the file open do not know of that commit yet.
    """
    other = agent.folder.with_name("other")
    _write(agent, range(1))
    shutil.copytree(agent.folder, other)
    dying = Agent(other)
    _write(dying, numbers)
    with (agent.folder / "centre.db-wal").open("r+b") as log:
        log.write((other / "centre.db-wal").read_bytes())
    dying.close()


def test_what_a_killed_process_was_about_to_promise_is_no_damage_to_the_others(centre, after):
    first = after(lambda folder: None)
    _killed_in_a_commit(first, range(45, 60))
    held, told = _titles(first.store()), []
    for number in (60, 61):  # what is written over it is shorter, and leaves its end
        agent = Agent(first.folder)
        told.append((agent.recovered, _titles(agent.store()) == held))
        agent.close()
        held |= _write(first, [number])

    assert [(None, True)] * 2 == told
    assert [] == list(first.folder.glob("damaged-*"))


def test_work_goes_on_after_a_recovery_as_a_new_replica(centre, after):
    agent = after(_overwritten("centre.db", 4096, b"?" * 9000))
    more = _write(agent, range(45, 50))
    agent.sync()
    there = _titles(centre.province.hub.store)

    assert centre.known | centre.unsent | more == there == _titles(agent.store())


def test_a_record_that_changed_on_the_disk_is_rebuilt_from_the_log(centre, after):
    agent = after(lambda folder: None)
    agent.store().db.execute("update records set cells = replace(cells, 'Lớp số 7', 'Lớp số 9')")
    agent.upkeep.look_closely()

    assert centre.known | centre.unsent == _titles(agent.store())


def test_a_folder_in_which_nothing_was_saved_misses_nothing(tmp_path):
    agent = Agent(tmp_path / "new")
    agent.store()

    assert agent.recovered is None
    agent.close()


def _how(agent):
    agent.store()
    done = agent.recovered
    return done and (done.reason, done.base, done.back)

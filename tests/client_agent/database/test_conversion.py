"""A folder that is encrypted, and back: whatever ends the program, the work is whole."""

import os
import shutil
import signal
import sys

import pytest

from client_agent import config, imports
from client_agent.agent import Agent
from client_agent.database import conversion
from client_agent.encryption import keyring
from client_agent.errors import AlreadyRunning
from client_agent.storage.process_lock import alone
from sync.changes import Key
from sync.errors import StoreBusy, StoreLocked
from sync.stores import cipher
from sync.stores.batches import Batch
from sync.wire import seal

pytest.importorskip("sqlcipher3")

TITLE, NAME = "Lớp xóa mù chữ xã Mường Bi", "Bùi Thị Lan"
TOLD = [TITLE.encode(), NAME.encode(), b"M\\u01b0\\u1eddng"]
FATAL = {os.replace, os.rename, os.link, os.unlink, os.fsync}


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))


@pytest.fixture
def centre(tmp_path):
    """A centre with records in its database and in copies here and on another drive."""
    folder = tmp_path / "centre"
    (tmp_path / "drive").mkdir()
    config.init(folder)
    config.save_device_seed(folder, seal.new_seed())
    config.save(
        folder,
        config.Settings(
            device="d1", area="a1", server_key="k", backup_folder=str(tmp_path / "drive")
        ),
    )
    agent = Agent(folder)
    agent.staff.add(NAME, "1234")
    for number in range(5):
        agent.replica().write(Key("a1", "activity", str(number)), {"title": TITLE}, NAME)
    batch = Batch("b1", "activity", agent.area, "so.csv", NAME, agent.wall())
    imports.of(agent).begin(batch, [["Tên hoạt động"], [TITLE]])
    agent.upkeep.copy_now()
    agent.replica().write(Key("a1", "activity", "9"), {"title": TITLE}, NAME)
    agent.close()
    return folder


def encrypted(folder):
    agent = Agent(folder)
    conversion.prepare(agent)
    conversion.encrypt(agent)
    return agent


def work(folder):
    """What a person finds there."""
    agent = Agent(folder)
    try:
        titles = [r.values["title"] for r in agent.store().load(_keys(agent)).values()]
        return titles, agent.staff.names(), agent.keys.seed(), agent.recovered
    finally:
        agent.close()


def _keys(agent):
    return list(agent.store().fingerprints(["a1"], "activity"))


def says(folder, *others):
    """The files in which a word of the work can be read."""
    files = [path for place in (folder, *others) for path in place.rglob("*") if path.is_file()]
    return [path for path in files if any(word in path.read_bytes() for word in TOLD)]


def test_what_is_looked_for_is_there_before(centre, tmp_path):
    assert {"centre.db", "drive"} <= {
        part for path in says(centre, tmp_path / "drive") for part in path.parts
    }


def test_afterwards_nothing_in_the_folder_or_on_the_drive_says_a_word_of_the_work(centre, tmp_path):
    before = work(centre)
    seed = (centre / "device.key").read_bytes()
    agent = encrypted(centre)
    agent.replica().write(Key("a1", "activity", "10"), {"title": TITLE}, NAME)
    agent.upkeep.copy_now()
    everything = [p for place in (centre, tmp_path / "drive") for p in place.rglob("*")]
    written = [path.read_bytes() for path in everything if path.is_file()]

    assert [] == says(centre, tmp_path / "drive")
    assert [] == [data for data in written if seed in data or b"SQLite format 3" in data]
    assert "on" == conversion.state(agent)
    agent.close()
    titles, *others = work(centre)
    assert (7, [*before[1:]]) == (len(titles), others)


def test_the_state_is_reported(centre):
    agent = Agent(centre)
    before = conversion.state(agent)
    conversion.note_wanted(agent, "yes")
    wanted = conversion.state(agent)
    conversion.prepare(agent)
    prepared = conversion.state(agent)
    conversion.encrypt(agent)
    config.save_device_seed(centre, seal.new_seed())

    assert ("off", "wanted", "wanted") == (before, wanted, prepared)
    assert "partly" == conversion.state(agent)
    assert ["device.key"] == [path.name for path in conversion.readable(agent)]


def test_and_back(centre, tmp_path):
    before = work(centre)
    agent = encrypted(centre)
    conversion.decrypt(agent)

    assert before == work(centre)
    assert ("off", "no") == (conversion.state(agent), agent.settings.encrypted)
    assert [] == [p for p in [centre, tmp_path / "drive"] if not says(p)]
    assert [] == list((tmp_path / "home").rglob("*.key"))


def killed(folder, do, count):
    """Do it in a process of its own that is killed before the ``count``-th deed; whether it was."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert 0 == os.WEXITSTATUS(status)
        return os.WIFSIGNALED(status)
    left = [count]

    def watch(_frame, event, called):
        if event == "c_call" and called in FATAL:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        agent = Agent(folder)
        sys.setprofile(watch)
        do(agent)
        sys.setprofile(None)
        os._exit(0)
    finally:
        os._exit(1)


def _encrypt(agent):
    conversion.prepare(agent)
    conversion.encrypt(agent)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot kill and go on so")
@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_killed_at_any_point_it_is_whole_and_done_again_it_is_finished(centre, tmp_path, way):
    do = _encrypt if way == "encrypt" else conversion.decrypt
    before = work(centre)
    if way == "decrypt":
        encrypted(centre).close()
    start, count = tmp_path / "start", 0
    for name in ("centre", "drive", "home"):
        (tmp_path / name).mkdir(exist_ok=True)
        shutil.copytree(tmp_path / name, start / name)
    was_killed = True
    while was_killed:
        for name in ("centre", "drive", "home"):
            shutil.rmtree(tmp_path / name)
            shutil.copytree(start / name, tmp_path / name)
        count += 1
        was_killed = killed(centre, do, count)
        found = work(centre)
        agent = Agent(centre)
        do(agent)

        assert before == found == work(centre), count
        assert {"encrypt": "on", "decrypt": "off"}[way] == conversion.state(agent), count
        assert (way == "encrypt") == (says(centre, tmp_path / "drive") == []), count
    assert count > 20


def test_the_name_that_was_left_of_the_same_file_is_not_overwritten(tmp_path):
    (tmp_path / "centre.db").write_bytes(b"the work")
    os.link(tmp_path / "centre.db", tmp_path / "centre.db.old")
    conversion.wipe(tmp_path / "centre.db.old")

    assert [b"the work"] == [path.read_bytes() for path in tmp_path.iterdir()]


def test_what_is_wiped_is_overwritten_first(tmp_path):
    (tmp_path / "old").write_bytes(b"the work" * 20_000)
    with (tmp_path / "old").open("rb") as held:
        conversion.wipe(tmp_path / "old")

        assert bytes(160_000) == held.read()
    assert [] == list(tmp_path.iterdir())


def test_without_the_key_nothing_is_set_aside_or_rebuilt(centre, tmp_path):
    encrypted(centre).close()
    shutil.rmtree(tmp_path / "home")
    before = sorted((p, p.read_bytes()) for p in centre.rglob("*.db"))
    for name in ("centre.key", "centre.db"):
        with pytest.raises(StoreLocked):
            work(centre)
        assert before == sorted((p, p.read_bytes()) for p in centre.rglob("*.db"))
        (centre / "centre.key").unlink(missing_ok=True)  # now not even that there is a key
        assert name != "centre.db" or not list(centre.glob("damaged-*"))


def test_a_damaged_encrypted_file_is_set_aside_and_rebuilt_from_the_copy(centre):
    encrypted(centre).close()
    (centre / "centre.db").write_bytes(os.urandom(40_960))
    titles, names, _, recovered = work(centre)

    assert (5, "damaged", "copy") == (len(titles), recovered.reason, recovered.base)
    assert [NAME] == names
    assert cipher.head(centre / "centre.db").startswith(cipher.MARK)
    assert [] == says(centre)


def test_a_damaged_file_set_aside_before_is_reported_and_goes_if_the_person_agrees(centre):
    aside = centre / "damaged-20121122-150500"
    aside.mkdir()
    shutil.copy(centre / "centre.db", aside / "centre.db")
    (aside / "report.txt").write_text("done")
    agent = encrypted(centre)
    said = conversion.readable(agent)
    conversion.encrypt(agent, drop_damaged=True)

    assert [aside / "centre.db"] == said
    assert not aside.exists()


def test_a_damaged_copy_is_left_and_reported(centre):
    copy = next((centre / "backups").glob("*.db"))
    with copy.open("r+b") as file:
        file.seek(4096)
        file.write(b"?" * 8192)

    assert [copy] == conversion.readable(encrypted(centre))


def test_while_the_program_runs_nothing_is_touched(centre):
    agent = Agent(centre)
    with alone(centre), pytest.raises(AlreadyRunning):
        conversion.prepare(Agent(centre))
    conversion.prepare(agent)
    agent.store()
    with pytest.raises(StoreBusy):
        conversion.encrypt(Agent(centre))

    assert cipher.is_plain(centre / "centre.db")
    agent.close()


def test_a_key_is_made_once(centre):
    first = conversion.prepare(Agent(centre))

    assert first == conversion.prepare(Agent(centre))
    assert keyring.is_used(centre)


def test_a_table_that_waits_to_be_brought_in_is_sealed_with_all_else_and_back(centre):
    for change in (conversion.encrypt, conversion.decrypt):
        agent = Agent(centre)
        conversion.prepare(agent)
        change(agent)
        (table,) = imports.of(agent).batches.of_type("activity", agent.area)

        assert [["Tên hoạt động"], [TITLE]] == list(imports.of(agent).grid(table.id))
        agent.close()

"""A disk that fills up: a warning, a reserve, and nothing that was saved is ever lost."""

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.cli import main
from client_agent.storage import disk_space
from client_agent.storage.disk_space import Level
from sync.changes import Key
from sync.errors import StoreFull, StoreReadOnly

from ..disks import MEGABYTE, small_disk


@pytest.fixture
def disk(tmp_path):
    with small_disk(tmp_path / "disk", 80) as disk:
        yield disk


@pytest.fixture
def agent(disk, enrol):
    """An agent whose folder lies on the small disk."""
    agent = Agent(enrol(disk.path / "centre", "http://127.0.0.1:9"))
    agent.staff.add("Lan", "1234")
    agent.status()
    yield agent
    agent.close()


def _save_until_full(agent):
    """How many records could be saved."""
    for count in range(20_000):
        try:
            key = Key("a1", "activity", f"f{count}")
            agent.replica().write(key, {"title": "Lớp xóa mù chữ " * 200}, "Lan")
        except StoreFull:
            return count
    return -1


def test_the_less_room_the_more_is_reported(disk, agent):
    disk_space.keep_reserve(agent.folder)
    found = [disk_space.level(agent.folder)]
    disk.fill(leave=30 * MEGABYTE)
    found.append(disk_space.level(agent.folder))
    disk.fill()
    disk_space.make_room(agent.folder)
    found.append(disk_space.level(agent.folder))
    disk.fill()

    assert [Level.LOW, Level.TIGHT, Level.RESERVE, Level.FULL] == [
        *found,
        disk_space.level(agent.folder),
    ]


def test_where_there_is_plenty_nothing_is_reported(tmp_path):
    assert disk_space.free(tmp_path) < disk_space.LOW or Level.PLENTY is disk_space.level(tmp_path)
    assert Level.PLENTY is disk_space.level(tmp_path / "nowhere")


def test_the_reserve_lets_saving_go_on_and_then_all_that_was_saved_is_there(disk, agent, write):
    disk_space.keep_reserve(agent.folder)
    kept = write(agent)
    disk.fill()
    with pytest.raises(StoreFull):
        agent.replica().write(Key("a1", "activity", "x"), {"title": "đ" * 200_000}, "Lan")
    disk_space.make_room(agent.folder)
    count = _save_until_full(agent)
    agent.close()
    again = Agent(agent.folder)
    found = again.store().fingerprints(["a1"], "activity")
    again.close()

    assert count > 100
    assert {kept, *(Key("a1", "activity", f"f{n}") for n in range(count))} == set(found)


def test_on_a_full_disk_people_log_in_read_and_take_their_work_away_on_a_stick(
    disk, agent, write, tmp_path
):
    write(agent)
    disk.fill()
    _save_until_full(agent)
    for _ in range(9):
        agent.staff.check("Lan", "1234")
    saved = agent.status().saved
    agent.close()
    disk.fill()
    folder = ["--folder", str(agent.folder)]

    assert saved == Agent(agent.folder).status().saved
    assert 0 == main([*folder, "status"])
    assert 0 == main([*folder, "export", str(tmp_path / "stick.khb")])
    assert 6 == main([*folder, "copies", "--now"])


def test_after_some_room_was_made_everything_goes_on(disk, agent, write):
    disk.fill()
    _save_until_full(agent)
    assert agent.sync().error is not None
    disk.tidy()
    agent.upkeep.step()

    assert write(agent) in agent.store().fingerprints(["a1"], "activity")
    assert (agent.folder / "reserve").exists()
    assert list((agent.folder / "backups").glob("*.db"))


def test_a_copy_never_takes_the_room_that_saving_needs(disk, agent, write):
    write(agent)
    disk.fill(leave=disk_space.TIGHT)
    agent.upkeep.step()

    assert not list((agent.folder / "backups").glob("*"))
    assert "đầy" in agent.upkeep.outcome("here")[1].vi


def test_a_folder_that_may_not_be_written_can_be_read(disk, agent, write, capsys):
    write(agent)
    agent.close()
    disk.remount("ro")
    reader = Agent(agent.folder)

    assert 1 == reader.status().saved
    with pytest.raises(StoreReadOnly):
        config.save(agent.folder, agent.settings)
    report = reader.sync()
    reader.close()
    assert "readonly" in str(report.error)
    for command in (["sync"], ["run", "--no-browser"], ["enrol", "--server", "x", "--code", "y"]):
        assert 4 == main(["--folder", str(agent.folder), *command])
    assert "Không được phép ghi" in capsys.readouterr().err


def test_a_reserve_is_given_up_once(tmp_path):
    assert not disk_space.give_up_reserve(tmp_path)
    (tmp_path / "reserve").touch()
    assert disk_space.give_up_reserve(tmp_path)
    assert not disk_space.give_up_reserve(tmp_path)

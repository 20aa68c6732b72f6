import pytest

from client_agent.syncing import diagnosis
from sync.changes import Key
from tests.simulation import replay

KEY = Key("a1", "activity", "1")


@pytest.fixture
def differing(agent, write):
    """Let a record of a synced centre rot so that the next sync finds it."""

    def differing():
        record = agent.store().load([KEY])[KEY]
        cells = {**record.cells, "title": record.cells["title"]._replace(value="rotten")}
        agent.store().save([type(record)(KEY, cells)])

    write(agent)
    agent.sync()
    return differing


def _files(agent):
    return sorted((agent.folder / "replays").glob("*.khr"))


def test_a_sync_that_repairs_writes_a_file_that_plays(agent, differing):
    differing()
    agent.sync()
    (one,) = replay.read(_files(agent)[0])

    assert [KEY] == one.difference.keys
    assert [replay.HERE] == [why for cause in replay.play(one).causes for why in cause.why]
    assert ["SETTLED", "DIFFERS"][1] == one.trace[-1]["state"]
    assert one.plan["last"] > 0


def test_only_the_newest_files_are_kept(agent, differing, monkeypatch):
    monkeypatch.setattr(diagnosis, "MOST", 2)
    differing()
    whole = agent.sync().replay
    for number in range(4):
        diagnosis.keep(agent, type(whole)(**{**vars(whole), "made": 1000 * number}))

    assert 2 == len(_files(agent))


def test_a_sync_is_no_worse_where_nothing_can_be_written_down(agent, differing):
    (agent.folder / "replays").touch()
    differing()
    report = agent.sync()

    assert (1, None) == (report.repaired, report.error)


def test_earlier_divergences_go_along_and_a_damaged_file_does_not_stop_it(
    agent, differing, tmp_path
):
    differing()
    agent.sync()
    (agent.folder / "replays" / "broken.khr").write_bytes(b"?")

    assert 1 == diagnosis.write(agent, tmp_path / "all.khr", [KEY])
    assert [[KEY], [KEY]] == [each.difference.keys for each in replay.read(tmp_path / "all.khr")]

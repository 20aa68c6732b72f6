"""The line is cut at every byte of a small exchange, up and down: nothing is lost or doubled."""

import pytest

from client_agent.texts import sentence
from schemas.records.activity import Activity
from sync.changes import Key
from sync.errors import PeerUnreachable
from sync.session import State

from .promises import own

KEY = "cut-activity-1"


@pytest.fixture
def write(agent):
    """Save one more edit of the same record."""
    key = Key(agent.area, "activity", KEY)

    def write(note):
        replica = agent.replica()
        opened = replica.store.load([key])[key]
        values = {**Activity.example(), **opened.values, "result_note": f"lần {note}"}
        return replica.write(key, values, "Hoa", opened=opened)

    write("đầu")
    assert agent.sync().error is None
    return write


def a_whole_exchange(agent, link, write):
    """How many bytes go up and down when one edit is synced."""
    write("thử")
    link.clear()
    assert agent.sync().error is None
    return link.up, link.down


@pytest.mark.slow
@pytest.mark.parametrize("up", [True, False], ids=["up", "down"])
@pytest.mark.parametrize(("hangs_up", "step"), [(False, 1), (True, 5)], ids=["reset", "hung up"])
def test_a_cut_at_any_byte_loses_nothing(agent, link, province, write, up, hangs_up, step):
    size = a_whole_exchange(agent, link, write)[0 if up else 1]
    ended = []
    for count in range(0, size + 1, step):
        write(count)
        link.cut_after(count, up=up, hangs_up=hangs_up)
        ended.append(agent.sync())
        link.clear()
        again = agent.sync()

        assert (None, State.SETTLED, 0) == (again.error, again.state, again.repaired)
    failed = [report.error for report in ended if report.error]

    assert all(isinstance(error, PeerUnreachable) for error in failed)
    assert all(sentence(error, lang) for error in failed for lang in ("vi", "en"))
    assert 0.8 * size < len(failed) * step
    name = agent.replica().name
    assert own(agent.folder / "centre.db", name) == own(province.folder / "province.db", name)
    assert 0 == agent.status().waiting


@pytest.mark.slow
def test_a_line_that_is_cut_once_is_tried_again_at_once(agent, link, write):
    up, down = a_whole_exchange(agent, link, write)
    for direction, size in ((True, up), (False, down)):
        for count in range(size // 2, size - 60, 7):
            write(f"{direction} {count}")
            link.cut_after(count, up=direction)
            link.heals = True

            assert agent.sync().error is None

import pytest

from client_agent import sticks
from client_agent.errors import FileUnwritable, NotSetUp
from sync import seal
from sync.messages import Request
from sync.session import State


def answered(province, made):
    """The province's answer to an exported file, as bytes."""
    _, answer = province.respond(Request, seal.unsealed(made.data, province.seed))
    return seal.sealed(answer, province.keys["d1"])


def test_what_is_exported_is_everything_that_was_never_confirmed(agent, write, province):
    write(agent)
    first = sticks.export(agent, lambda made: None)
    write(agent)
    second = sticks.export(agent, lambda made: None)

    assert [(1, 0), (2, 0)] == [(made.changes, made.left) for made in (first, second)]


def test_an_answer_brings_what_others_wrote(agent, write, province):
    from sync.changes import Key

    write(agent)
    province.hub.write(Key("published", "criteria_set", "x"), {"title": "Bộ"}, "Tỉnh")
    made = sticks.export(agent, lambda made: None)
    report = sticks.take_in(agent, answered(province, made))

    assert (State.SETTLED, 1, 1) == (report.state, report.sent, report.received)


def test_what_could_not_be_written_is_not_on_the_stick(agent, write):
    write(agent)

    def full(made):
        raise FileUnwritable("no room")

    with pytest.raises(FileUnwritable):
        sticks.export(agent, full)

    assert 0 == agent.status().on_stick


def test_what_was_written_after_the_export_still_waits(agent, write):
    write(agent)
    sticks.export(agent, lambda made: None)
    write(agent)

    assert (1, 1) == (agent.status().on_stick, agent.status().waiting)


def test_more_than_one_file_holds_is_said(agent, write, province):
    agent.replica().page = 2
    for _ in range(3):
        write(agent)
    made = sticks.export(agent, lambda made: None)
    report = sticks.take_in(agent, answered(province, made))

    assert (2, 1) == (made.changes, made.left)
    assert (State.READY, 2) == (report.state, report.sent)


def test_an_answer_after_the_folder_was_restored_harms_nothing(agent, write, province, tmp_path):
    write(agent)
    agent.store().backup(tmp_path / "copy.db")
    write(agent)
    agent.sync()
    agent.close()
    for path in agent.folder.glob("centre.db*"):
        path.unlink()
    (tmp_path / "copy.db").rename(agent.folder / "centre.db")
    write(agent)
    for _ in range(3):
        made = sticks.export(agent, lambda made: None)
        report = sticks.take_in(agent, answered(province, made))

    assert State.SETTLED is report.state
    assert 3 == len(province.hub.store.fingerprints(["a1"], "activity"))
    assert 3 == len(agent.store().fingerprints(["a1"], "activity"))


def test_before_enrolment_there_is_nothing_to_export(tmp_path):
    from client_agent.agent import Agent

    agent = Agent(tmp_path)
    with pytest.raises(NotSetUp):
        sticks.export(agent, lambda made: None)
    agent.close()

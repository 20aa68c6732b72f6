"""A file on its way into the records: nothing before it is confirmed, and all of it back again."""

import json

import pytest

from client_agent import config, imports
from client_agent.agent import Agent
from client_agent.config import Settings
from schemas.importing import plan as intake_plan
from schemas.importing.intake import Layout
from sync.changes import Key
from sync.stores.batches import DONE, RUNNING, UNDONE
from sync.stores.imports import FOLDER, FileGone
from sync.wire import seal
from tests.schemas.importing.test_intake import HEADS, ROW


def table(*rows):
    return "\r\n".join(",".join(row) for row in (HEADS, *rows)).encode()


def many(count):
    return table(*([f"Lớp {n}", *ROW[1:]] for n in range(count)))


@pytest.fixture
def agent(tmp_path):
    folder = tmp_path / "centre"
    config.init(folder)
    config.save_device_seed(folder, seal.new_seed())
    config.save(folder, Settings(device="d1", area="a1", published="p", certificate=1))
    agent = Agent(folder, wall=iter(range(10**12, 2 * 10**12)).__next__)
    yield agent
    agent.close()


@pytest.fixture
def intake(agent):
    def intake(data):
        made = imports.begin(agent, "activity", "so.csv", data, "Lan")
        imports.plan(agent, made)
        return imports.find(agent, "activity", made.id)

    return intake


def living(agent):
    store = agent.store()
    found = store.load(list(store.fingerprints(["a1"], "activity")))
    return sorted(its.values["title"] for its in found.values() if not its.deleted)


def test_nothing_is_written_before_it_is_confirmed(agent, intake):
    found = intake(many(3))

    assert 3 == len(plan(agent, found))
    assert 0 == agent.store().end()


def test_what_was_confirmed_is_written_in_the_name_of_who_brought_it(agent, intake):
    found = intake(many(3))
    imports.confirm(agent, found, with_twins=False)
    imports.work(agent, found.id)

    assert ["Lớp 0", "Lớp 1", "Lớp 2"] == living(agent)
    (entry, *_) = agent.store().history([Key("a1", "activity", _first(agent))])
    assert "Lan" == entry.change.author
    assert DONE == imports.of(agent).batches.find(found.id).state


def test_the_same_file_again_brings_nothing_unless_a_person_wants_it(agent, intake):
    for with_twins, expected in ((False, 3), (False, 3), (True, 6)):
        found = intake(many(3))
        imports.confirm(agent, found, with_twins)
        imports.work(agent, found.id)

        assert expected == len(living(agent))


def test_an_intake_that_was_cut_off_goes_on_with_just_what_was_confirmed(agent, intake):
    found = intake(many(120))
    imports.confirm(agent, found, with_twins=False)
    with pytest.raises(KeyboardInterrupt):
        _cut_after_a_hundred(agent, found.id)
    assert (RUNNING, 100) == _state(agent, found)

    imports.work(agent, found.id)
    assert 120 == len(living(agent)) == agent.store().end()
    assert (DONE, 120) == _state(agent, found)


def test_all_of_an_intake_is_taken_back_but_what_somebody_touched(agent, intake):
    found = intake(many(3))
    imports.confirm(agent, found, with_twins=False)
    imports.work(agent, found.id)
    key = Key("a1", "activity", _first(agent))
    touched = agent.store().load([key])[key].values["title"]
    agent.replica().write(key, {"venue": "Nhà văn hóa"}, "Tuấn")
    imports.of(agent).take_back(found.id, "Lan")
    imports.work(agent, found.id)

    assert [touched] == living(agent)
    assert UNDONE == imports.of(agent).batches.find(found.id).state
    assert 1 == imports.of(agent).batches.find(found.id).kept


def test_a_person_says_what_a_column_is(agent, intake):
    found = intake(table(ROW))
    said = Layout(0, ("venue", *imports.layout(found).columns[1:]))
    imports.of(agent).lay_out(found.id, json.dumps(said))
    again = imports.find(agent, "activity", found.id)
    imports.plan(agent, again)

    assert "A" == plan(agent, again)[0].line.texts["venue"]


def test_a_discarded_file_leaves_nothing_behind(agent, intake):
    found = intake(table(ROW))
    imports.of(agent).discard(found.id)

    assert imports.find(agent, "activity", found.id) is None
    assert [] == list((agent.folder / FOLDER).iterdir())


def test_a_file_whose_rows_are_gone_is_said_to_be(agent, intake):
    found = intake(table(ROW))
    for path in (agent.folder / FOLDER).iterdir():
        path.unlink()

    with pytest.raises(FileGone):
        list(imports.of(agent).grid(found.id))


def test_what_another_centre_brought_in_is_not_ours(agent, intake):
    found = intake(table(ROW))
    imports.of(agent).batches.put(found.id, area="a2")

    assert imports.find(agent, "activity", found.id) is None


def plan(agent, found):
    return list(map(intake_plan.planned, imports.of(agent).plan(found)))


def _first(agent):
    return sorted(key.record_id for key in agent.store().fingerprints(["a1"], "activity"))[0]


def _state(agent, found):
    its = imports.of(agent).batches.find(found.id)
    return its.state, its.written


def _cut_after_a_hundred(agent, name):
    """Pull the plug when the first hundred rows are on the disk."""

    def cut(_):
        raise KeyboardInterrupt

    imports.work(agent, name, cut)

"""Going back to a copy: the old state or the new one, whatever ends the program, and a way back."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.database import copies, restoring
from client_agent.errors import CopyUnfit, WrongPin
from sync.changes import Key
from sync.stores.health import soundness

OLD, NEW = {"r1", "r2", "r3"}, {"r1"}  # what is in use, and what the copy has


def write(agent, *names):
    for name in names:
        agent.replica().write(Key("a1", "activity", name), {"title": f"Lớp {name}"}, "Lan")


def held(agent):
    return {key.record_id for key in agent.store().fingerprints(["a1"], "activity")}


def rows(path):
    with closing(sqlite3.connect(path)) as conn:
        return {row[0] for row in conn.execute("select record_id from records where area = 'a1'")}


def again(agent):
    """The program begins anew."""
    agent.close()
    agent.database_lock.end()
    return Agent(agent.folder)


@pytest.fixture
def copy(agent):
    """A copy of one record; two more were saved since, and people came and went."""
    agent.staff.add("Lan", "1234")
    write(agent, "r1")
    agent.upkeep.copy_now()
    (new,) = copies.find_all(copies.local(agent.folder))
    copy = new._replace(made=new.made - 3_600_000)
    copy = copy._replace(path=copies.path_at(new.path.parent, copy.made))
    new.path.rename(copy.path)
    write(agent, "r2", "r3")
    agent.staff.add("Mai", "5678")
    agent.staff.change("Lan", "4321")
    agent.drafts.keep("Lan", "activity", "new:abcdefghijkl", {"title": "dở dang"})
    return copy


def test_the_copy_is_in_use_after_the_next_start_and_what_was_is_kept_aside(agent, copy):
    restoring.request_restore(agent, copy, "Lan")
    assert OLD == held(agent)
    after = again(agent)

    assert NEW == held(after)
    assert after.restore_failed is None
    aside = after.state.get("restored")["aside"]
    assert OLD == rows(copies.before_restore(after.folder) / aside)
    after.close()


def test_people_pins_drafts_and_what_was_noted_stay_as_they_are_now(agent, copy):
    restoring.request_restore(agent, copy, "Lan")
    after = again(agent)
    after.staff.check("Lan", "4321")
    with pytest.raises(WrongPin):
        after.staff.check("Lan", "1234")

    assert ["Lan", "Mai"] == after.staff.names()
    assert 1 == len(after.drafts.list("Lan"))
    assert ["restored", "restore_asked"] == [act.what for act in after.audit.recent()]
    after.close()


def test_it_is_not_taken_for_damage_later_and_not_done_twice(agent, copy):
    agent.upkeep.copy_now()  # a copy that holds what a person then goes back from
    restoring.request_restore(agent, copy, "Lan")
    after = again(agent)
    assert NEW == held(after)
    write(after, "r9")
    once_more = again(after)

    assert {*NEW, "r9"} == held(once_more)
    assert once_more.recovered is None
    once_more.close()


def test_going_back_can_be_undone(agent, copy):
    restoring.request_restore(agent, copy, "Lan")
    after = again(agent)
    write(after, "r9")
    (aside,) = copies.find_all(copies.before_restore(after.folder))
    restoring.request_restore(after, aside, "Lan")
    undone = again(after)

    assert OLD == held(undone)
    undone.close()


def test_with_the_next_sync_the_province_brings_what_it_has_and_nothing_of_it_is_lost(
    agent, copy, province
):
    agent.sync()
    write(agent, "r4")  # the province never hears of it
    restoring.request_restore(agent, copy, "Lan")
    after = again(agent)
    write(after, "r5")
    assert after.sync().error is None

    assert {*OLD, "r5"} == held(after)
    keys = province.hub.store.fingerprints(["a1"], "activity")
    assert {*OLD, "r5"} == {key.record_id for key in keys}

    (aside,) = copies.find_all(copies.before_restore(after.folder))
    restoring.request_restore(after, aside, "Lan")
    undone = again(after)
    assert undone.sync().error is None
    assert {*OLD, "r4", "r5"} == held(undone)
    keys = province.hub.store.fingerprints(["a1"], "activity")
    assert {*OLD, "r4", "r5"} == {key.record_id for key in keys}
    undone.close()


def test_what_was_asked_for_long_ago_is_not_done(agent, copy):
    restoring.request_restore(agent, copy, "Lan")
    request = agent.folder / restoring.REQUEST
    asked = json.loads(request.read_text())
    request.write_text(json.dumps({**asked, "at": asked["at"] - 2 * 3_600_000}))
    after = again(agent)

    assert OLD == held(after)
    assert "late" == after.restore_failed.why
    assert not request.exists()
    after.close()


def test_what_was_set_aside_goes_when_copies_of_that_age_do(agent, copy):
    restoring.request_restore(agent, copy, "Lan")
    after = again(agent)
    place = copies.before_restore(after.folder)
    after.upkeep.copy_now()
    assert 1 == len(copies.find_all(place))

    (aside,) = copies.find_all(place)
    old = copies.path_at(place, aside.made - 15 * copies.DAY)
    aside.path.rename(old)
    after.upkeep.copy_now()
    assert [] == copies.find_all(place)
    after.close()


def test_a_stick_pulled_out_meanwhile_leaves_all_as_it_was(agent, copy, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    on_stick = copy._replace(path=stick / copy.path.name)
    shutil.copy(copy.path, on_stick.path)
    restoring.request_restore(agent, on_stick, "Lan")
    shutil.rmtree(stick)
    after = again(agent)

    assert OLD == held(after)
    assert "gone" == after.restore_failed.why
    assert not list(after.folder.glob("centre.db.new*"))
    after.close()


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "damaged"),
        (lambda path: path.write_bytes(b""), "damaged"),
        (lambda path: path.unlink(), "gone"),
        (lambda path: path.write_bytes(b"KHSEALED" + bytes(8192)), "other-key"),
    ],
)
def test_a_copy_that_cannot_be_used_is_refused_before_anything_is_asked(agent, copy, harm, why):
    harm(copy.path)
    with pytest.raises(CopyUnfit) as no:
        restoring.request_restore(agent, copy, "Lan")

    assert why == no.value.why
    assert not (agent.folder / restoring.REQUEST).exists()


def test_the_copy_of_another_centre_is_refused(agent, copy):
    with closing(sqlite3.connect(copy.path)) as conn, conn:
        conn.execute("insert or replace into state values ('home', '\"b2\"')")
    with pytest.raises(CopyUnfit) as no:
        restoring.request_restore(agent, copy, "Lan")

    assert "other-centre" == no.value.why


def test_a_damaged_database_is_replaced_and_kept_as_it_is(agent, copy):
    restoring.request_restore(agent, copy, "Lan")
    agent.close()
    agent.database_lock.end()
    path = config.database(agent.folder)
    path.write_bytes(b"?" * 4096 + path.read_bytes()[4096:])
    after = Agent(agent.folder)

    assert NEW == held(after)
    kept = copies.before_restore(agent.folder) / "damaged-centre.db"
    assert b"?" * 100 == kept.read_bytes()[:100]
    after.close()


def test_with_encryption_all_of_it_is_encrypted_also_from_a_readable_copy(agent, copy):
    pytest.importorskip("sqlcipher3")
    from dataclasses import replace

    from client_agent.database import conversion
    from sync.stores import cipher

    key_file = str(agent.folder.parent / "key")
    config.save(agent.folder, replace(agent.settings, key_file=key_file))
    readable = agent.folder.parent / copy.path.name
    shutil.copy(copy.path, readable)
    restoring.request_restore(agent, copy, "Lan")
    agent = again(agent)  # what is kept aside now is encrypted with all else
    held(agent)
    conversion.prepare(agent)
    conversion.encrypt(agent)
    restoring.request_restore(agent, copy._replace(path=readable), "Lan")
    after = again(agent)

    assert NEW == held(after)
    assert not cipher.is_plain(config.database(after.folder))
    assert [] == list(conversion.readable(after))
    assert 2 == len(copies.find_all(copies.before_restore(after.folder)))
    after.close()


# -- killed in the middle ---------------------------------------------------------------------

CHILD = """
import os, shutil, signal, sys
from itertools import count
from pathlib import Path
from client_agent.agent import Agent

def killed_at(last):
    steps = count(1)
    def counted(work):
        def step(*args, **kwargs):
            if next(steps) == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return work(*args, **kwargs)
        return step
    for name in ("replace", "unlink", "fsync", "rename", "mkdir"):
        setattr(os, name, counted(getattr(os, name)))

for last in count(1):
    folder = Path(sys.argv[2]) / f"{last:03}"
    shutil.copytree(sys.argv[1], folder)
    if not os.fork():
        killed_at(last)
        agent = Agent(folder)
        agent.store()
        agent.close()
        os._exit(0)
    if os.waitstatus_to_exitcode(os.wait()[1]) != -signal.SIGKILL:
        break
"""


@pytest.mark.skipif(os.name == "nt", reason="kills with a signal")
def test_killed_at_any_step_there_is_the_old_state_or_the_new_and_the_next_start_ends_it(
    agent, copy, tmp_path
):
    restoring.request_restore(agent, copy, "Lan")
    assert (agent.folder / "centre.db-wal").stat().st_size  # as a power cut would leave it
    killed = tmp_path / "killed"
    killed.mkdir()
    command = [sys.executable, "-c", CHILD, str(agent.folder), str(killed)]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[3])
    folders, states = sorted(killed.iterdir()), []
    for folder in folders:
        soundness.look(config.database(folder), is_at_rest=False)
        states.append(rows(config.database(folder)))
        after = Agent(folder)
        assert NEW == held(after)
        assert after.recovered is None
        assert OLD == rows(copies.find_all(copies.before_restore(folder))[0].path)
        after.close()

    assert len(folders) > 8
    first_new = states.index(NEW)
    assert [OLD] * first_new + [NEW] * (len(folders) - first_new) == states
    assert 0 < first_new < len(folders) - 1

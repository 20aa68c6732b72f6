"""Who has the database open: it is looked at once, and rebuilt only by who is alone."""

import threading

import pytest

from client_agent.storage.locking import DatabaseLock
from sync.errors import StoreBusy, StoreDamaged


@pytest.fixture
def opening(tmp_path):
    made = []

    def opening(look=lambda is_alone: None):
        made.append(DatabaseLock(tmp_path, look))
        return made[-1]

    yield opening
    for each in made:
        each.end()


def test_the_database_is_looked_at_before_the_first_and_never_again(opening):
    looks = []
    here = opening(lambda is_alone: looks.append(1))
    for _ in range(3):
        here.enter()
    here.leave()
    here.enter()

    assert [1] == looks


def test_who_wants_to_be_alone_learns_that_somebody_has_it_open(opening):
    here, there = opening(), opening()
    here.enter()
    for each in (here, there):
        with pytest.raises(StoreBusy), each.alone():
            pass
    here.leave()

    with there.alone():
        is_alone = True

    assert is_alone


def test_while_somebody_is_alone_nobody_comes_in(opening):
    here, there, came = opening(), opening(), threading.Event()
    thread = threading.Thread(target=lambda: [here.enter(), came.set()])
    with there.alone():
        thread.start()
        early = came.wait(0.3)
    thread.join(30)

    assert (False, True) == (early, came.is_set())
    here.leave()


def test_what_could_not_be_mended_is_looked_at_again(opening):
    looks = []

    def look(is_alone):
        looks.append(1)
        if len(looks) == 1:
            raise StoreDamaged("not yet")

    here = opening(look)
    with pytest.raises(StoreDamaged):
        here.enter()
    here.enter()

    assert [1, 1] == looks


def test_nobody_is_alone_while_another_process_has_it_open(opening):
    told = []
    first, second = opening(told.append), opening(told.append)
    first.enter()
    first.enter()
    first.leave()
    second.enter()

    assert [True, False] == told


def test_who_comes_in_while_another_looks_waits_for_what_becomes_of_it(opening):
    """Else both would see that they are not alone, and nobody would look at all of it."""
    told, looking, go_on = [], threading.Event(), threading.Event()

    def look(is_alone):
        looking.set()
        go_on.wait(5)
        told.append(("first", is_alone))
        raise StoreDamaged("the first gives up")

    def come_first():
        with pytest.raises(StoreDamaged):
            opening(look).enter()

    second = opening(lambda is_alone: told.append(("second", is_alone)))
    threads = [threading.Thread(target=come_first), threading.Thread(target=second.enter)]
    threads[0].start()
    looking.wait(5)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join()

    assert [("first", True), ("second", True)] == told


def test_several_processes_may_have_it_open(opening):
    for _ in range(3):
        opening().enter()


def test_after_the_end_the_lock_is_free_whoever_forgot_to_leave(opening):
    first = opening()
    first.enter()
    first.end()
    told = []
    opening(told.append).enter()

    assert [True] == told

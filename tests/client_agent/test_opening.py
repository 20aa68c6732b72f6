"""Who has the database open: it is looked at once, and rebuilt only by who is alone."""

import pytest

from client_agent.opening import Opening
from sync.errors import StoreDamaged


@pytest.fixture
def opening(tmp_path):
    made = []

    def opening(look=lambda be_alone: None):
        made.append(Opening(tmp_path, look))
        return made[-1]

    yield opening
    for each in made:
        each.end()


def test_the_database_is_looked_at_before_the_first_and_never_again(opening):
    looks = []
    here = opening(lambda be_alone: looks.append(1))
    for _ in range(3):
        here.enter()
    here.leave()
    here.enter()

    assert [1] == looks


def test_what_could_not_be_mended_is_looked_at_again(opening):
    looks = []

    def look(be_alone):
        looks.append(1)
        if len(looks) == 1:
            raise StoreDamaged("not yet")

    here = opening(look)
    with pytest.raises(StoreDamaged):
        here.enter()
    here.enter()

    assert [1, 1] == looks


def test_nobody_is_alone_while_another_process_has_it_open(opening):
    first, second = opening(), opening(lambda be_alone: be_alone())
    first.enter()
    first.enter()
    first.leave()
    with pytest.raises(StoreDamaged):
        second.enter()
    first.leave()
    second.enter()


def test_several_processes_may_have_it_open(opening):
    for _ in range(3):
        opening().enter()


def test_after_the_end_the_lock_is_free_whoever_forgot_to_leave(opening):
    first = opening()
    first.enter()
    first.end()
    opening(lambda be_alone: be_alone()).enter()

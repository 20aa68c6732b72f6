"""A file on its way out is counted, called off, kept for who asked, and gone after a while."""

import threading

import pytest

from sync.stores.exports import (
    DONE,
    FAILED,
    KEPT,
    MOST,
    PIECE,
    STOPPED,
    WAITING,
    Exports,
    Wanted,
    counted,
)

PATIENCE = 30  # seconds
LAN = Wanted("Lan", "activity", "activity.csv", "/again", 1000)


class Wall:
    now = 0

    def __call__(self):
        return self.now


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def exports(wall):
    made = Exports(wall)
    yield made
    made.close()


def at_hand(work):
    return work


def begun(exports, pieces=("a", "b"), wanted=LAN):
    """A file that is made, and no more at work."""
    made = exports.begin(wanted, lambda progress: pieces, at_hand)
    finished(exports)
    return made


def finished(exports):
    for _ in range(PATIENCE * 100):
        if not exports.works:
            return
        threading.Event().wait(0.01)
    raise AssertionError("it goes on and on")


def test_a_file_is_what_was_written_as_often_as_it_is_fetched(exports):
    made = begun(exports, ["ơ" * PIECE, "\n"])

    assert DONE == exports.state(made)
    assert ("ơ" * PIECE + "\n").encode() == b"".join(made.pieces()) == b"".join(made.pieces())
    assert 2 * PIECE + 1 == made.size


def test_how_far_it_is_is_known_and_it_can_be_called_off(exports):
    on, reached = threading.Event(), threading.Event()

    def rows():
        for number in range(1000):
            if number == 500:
                reached.set()
                assert on.wait(PATIENCE)
            yield f"{number}\n"

    made = exports.begin(LAN, lambda progress: counted(rows(), progress), at_hand)
    assert reached.wait(PATIENCE)
    before = exports.state(made), exports.so_far(made)
    exports.stop(made)
    called_off = exports.state(made)
    on.set()
    finished(exports)

    assert (WAITING, 400) == before
    assert STOPPED == called_off == exports.state(made)
    assert [] == list(made.pieces())
    assert set() == exports.works.failed


def test_what_went_wrong_is_a_failure_and_leaves_no_part_of_a_file(exports):
    def wrong():
        yield "a"
        raise OSError(28, "No space left on device")

    made = begun(exports, wrong())

    assert FAILED == exports.state(made)
    assert [] == list(made.pieces())


def test_a_file_is_for_who_asked_for_it_alone(exports):
    made = begun(exports)

    assert made is exports.find(made.id, "Lan")
    assert exports.find(made.id, "Tuấn") is None
    assert exports.find("another", "Lan") is None


def test_a_file_is_kept_for_a_while_and_few_of_one_person(exports, wall):
    first = begun(exports)
    others = [begun(exports) for _ in range(MOST - 1)]
    assert exports.find(first.id, "Lan")
    newest = begun(exports)

    assert [False, True, True] == [bool(exports.find(e.id, "Lan")) for e in (first, *others)]
    assert first.file.closed
    assert [] == list(first.pieces())

    wall.now += KEPT + 1
    begun(exports, wanted=LAN._replace(owner="Tuấn"))
    assert exports.find(newest.id, "Lan") is None


def test_rows_pass_as_they_are_while_they_are_counted():
    numbers = []

    assert list(range(450)) == list(counted(range(450), numbers.append))
    assert [0, 200, 400, 450] == numbers

"""Work that is done behind: one at a time, and told of."""

import threading

from sync.stores.jobs import Works

PATIENCE = 30  # seconds


def test_short_work_is_done_at_once_and_long_work_behind():
    works, here, done = Works(), threading.current_thread(), []

    def work(told):
        done.append(threading.current_thread() is here)

    works.begin("short", work, is_long=False)
    works.begin("long", work, is_long=True)
    finished(works)

    assert [True, False] == done


def test_it_is_known_how_far_work_has_come_and_nobody_begins_it_twice():
    works, go, told_of, times = Works(), threading.Event(), threading.Event(), []

    def work(told):
        times.append(1)
        told(7)
        told_of.set()
        assert go.wait(PATIENCE)

    works.begin("a", work, is_long=True)
    assert told_of.wait(PATIENCE)
    works.begin("a", work, is_long=True)
    so_far = dict(works)
    go.set()
    finished(works)

    assert ({"a": 7}, [1]) == (so_far, times)


def test_long_works_are_done_one_after_the_other():
    works, at_once, most = Works(), [], []

    def work(told):
        at_once.append(1)
        most.append(len(at_once))
        at_once.pop()

    for name in "abcdef":
        works.begin(name, work, is_long=True)
    finished(works)

    assert [1] * 6 == most


def test_what_went_wrong_behind_is_known_and_can_be_tried_again(caplog):
    works = Works()

    def wrong(told):
        raise ValueError("a defect")

    works.begin("a", wrong, is_long=True)
    finished(works)
    failed = set(works.failed)
    works.begin("a", lambda told: None, is_long=False)

    assert ({"a"}, set()) == (failed, works.failed)
    assert "a defect" in caplog.text


def finished(works):
    for _ in range(PATIENCE * 100):
        if not works:
            return
        threading.Event().wait(0.01)
    raise AssertionError("it goes on and on")

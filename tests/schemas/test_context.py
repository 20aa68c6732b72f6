"""What an application says beside the declarations."""

import threading

import pytest

from schemas.context import Context, current, keeping_context, reset, set_current, within


def test_it_holds_until_it_is_taken_back():
    token = set_current(Context(today="2012-07-24"))
    assert "2012-07-24" == current().today

    reset(token)
    assert "" == current().today


def test_it_is_taken_back_also_after_a_fault():
    with pytest.raises(ValueError, match="x"), within(Context(today="2012-07-24")):
        raise ValueError("x")

    assert "" == current().today


def test_it_is_reported_to_one_thread_and_to_no_other():
    heard = []
    with within(Context(today="2012-07-24")):
        other = threading.Thread(target=lambda: heard.append(current().today))
        other.start()
        other.join()

    assert [""] == heard


def test_lines_that_are_read_later_are_made_by_what_was_said_when_they_were_asked_for():
    with within(Context(today="2012-07-24")):
        lines = keeping_context(current().today for _ in range(2))

    assert ["2012-07-24"] * 2 == list(lines)
    assert "" == current().today

"""Going on where the link broke off, against a machine that says what a test has it say."""

import pytest

from client_agent.transports import resuming
from client_agent.transports.ends import Way
from client_agent.transports.posting import BrokenOff, Poster
from client_agent.transports.resuming import LEAST, TIMES, carried
from sync.wire.envelope import Header
from sync.wire.resume import WORTH, Rest, unpack

from ..province import page, saying

CALLED = bytes(range(16))
BODY = Header("d1", bytes(8)).pack() + CALLED + bytes(range(250)) * 10
ANSWER = bytes(range(200)) * 10
CUT = b""  # hangs up before a word


def rest_of_it(start, end=2000):
    """The answer from there on, cut before its end."""
    whole = page(ANSWER[start:])
    return whole[: len(whole) - len(ANSWER) + end]


def told(size):
    """So much of the request is here."""
    return page(size.to_bytes(4, "big"), "202 Accepted", Connection="close")


def go(*answers, body=BODY, path="sync"):
    """What comes of it, and what was asked after the first request."""
    with saying(*answers) as (url, heard):
        post = Poster(Way(url))
        try:
            found = carried(post, path, body, (1.0, 1.0))
        except BrokenOff as exc:
            found = exc.reason
        finally:
            post.close()
    assert all(b"POST /api/v1/sync/rest " in each for each in heard[1:])
    return found, [unpack(each.partition(b"\r\n\r\n")[2]) for each in heard[1:]]


def test_of_an_answer_that_was_cut_only_the_rest_is_asked_for():
    found, asked = go(rest_of_it(0, 600), rest_of_it(600))

    assert (200, ANSWER) == found
    assert [Rest(CALLED, 600)] == asked


def test_an_answer_may_be_cut_any_number_of_times_if_each_time_enough_of_it_comes():
    found, asked = go(rest_of_it(0, 9), rest_of_it(9, 600), rest_of_it(600, 1200), rest_of_it(1200))

    assert (200, ANSWER) == found
    assert [9, 600, 1200] == [each.came for each in asked]


def test_of_a_request_that_was_cut_only_the_rest_is_sent():
    found, asked = go(CUT, told(1100), page(b"done"))

    assert (200, b"done") == found
    assert [Rest(CALLED), Rest(CALLED, 0, 1100, BODY[1100:])] == asked


def test_a_request_may_be_cut_any_number_of_times_if_each_time_enough_of_it_arrives():
    found, asked = go(CUT, told(100), CUT, told(1200), rest_of_it(0, 9), rest_of_it(9))

    assert (200, ANSWER) == found
    assert [0, 100, 0, 1200, 0] == [each.start for each in asked]


def test_of_a_request_that_is_there_a_byte_is_sent_to_have_it_answered():
    _, asked = go(CUT, told(len(BODY)), page(b"done"))

    assert Rest(CALLED, 0, len(BODY) - 1, BODY[-1:]) == asked[1]


def test_a_request_of_which_nothing_is_there_is_sent_whole():
    found, asked = go(CUT, told(0), page(b"done"))

    assert (200, b"done") == found
    assert Rest(CALLED, 0, 0, BODY) == asked[1]


def test_what_came_of_an_answer_that_is_forgotten_is_dropped():
    found, _ = go(rest_of_it(0, 600), told(1100), page(b"another answer"))

    assert (200, b"another answer") == found


@pytest.mark.parametrize(
    "answers",
    [
        (CUT, CUT),
        (CUT, page(b"", "404 Not Found")),
        (CUT, page(b"<html>what is that?", "405 Method Not Allowed")),
        (CUT, told(100), CUT, told(100 + LEAST - 1)),
        (CUT, told(900), told(0), told(0)),
        (rest_of_it(0, 900), rest_of_it(900, 900 + LEAST - 1)),
    ],
    ids=range(6),
)
def test_what_gets_no_further_is_a_cut(answers):
    found, asked = go(*answers)

    assert "cut" == found
    assert len(answers) - 1 == len(asked)


def test_a_portal_whose_pages_are_shorter_than_they_say_does_not_keep_us():
    short = page(b"<html>" + ANSWER)[:-9]
    found, asked = go(*[short] * (TIMES + 3))

    assert "cut" == found
    assert TIMES == len(asked)


def test_after_a_while_there_is_no_going_on(monkeypatch):
    monkeypatch.setattr(resuming, "WITHIN", -1.0)

    assert ("cut", []) == go(rest_of_it(0, 600), rest_of_it(600))


def test_a_refusal_of_what_was_put_together_is_a_refusal():
    found, _ = go(CUT, told(100), page(b"signed no", "400 Bad Request"), body=BODY)

    assert (400, b"signed no") == found


def test_half_of_a_refusal_is_nothing():
    refusal = page(ANSWER, "403 Forbidden")[:-2]
    found, asked = go(refusal, told(100), refusal, told(100))

    assert "cut" == found
    assert 0 == sum(each.came for each in asked)


@pytest.mark.parametrize(
    ("body", "path"), [(BODY[: WORTH - 1], "sync"), (BODY, "questions")], ids=["small", "question"]
)
def test_what_is_as_quickly_said_again_is_left_to_be_said_again(body, path):
    assert ("cut", []) == go(CUT, body=body, path=path)


def in_chunks(data, end=b"0\r\n\r\n"):
    """The answer as a proxy may pass it on."""
    chunks = [data[n : n + 700] for n in range(0, len(data), 700)]
    sizes = [b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks]
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"".join(sizes) + end


def test_an_answer_in_chunks_is_an_answer_and_goes_on_from_within_a_chunk():
    whole, asked = go(in_chunks(ANSWER))
    within = len(in_chunks(ANSWER[:700], b"")) + len(b"2bc\r\n") + 200
    found, then = go(in_chunks(ANSWER)[:within], rest_of_it(900))

    assert ((200, ANSWER), []) == (whole, asked)
    assert (200, ANSWER) == found
    assert [900] == [each.came for each in then]

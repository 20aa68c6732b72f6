"""Who says it stands before what has to be unpacked, and nobody can change either unnoticed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import MessageUnreadable, NotSigned
from sync.messages import Question, Request
from sync.wire import envelope, resume, seal
from sync.wire.envelope import PLAIN, SEALED, Header

SEED, SERVER = seal.new_seed(), seal.new_seed()
KEY, SERVER_KEY = seal.public_key(SEED), seal.public_key(SERVER)
names = st.text(st.characters(max_codepoint=127), min_size=1, max_size=64)
headers = st.builds(
    Header,
    names,
    st.binary(min_size=8, max_size=8),
    st.sampled_from([PLAIN, SEALED]),
    st.integers(0, 255),
)


def read(data):
    about = envelope.header(data)
    return about, envelope.unsealed(about.form, envelope.verified(data, about, KEY), SERVER)


@given(headers, st.binary(max_size=100))
def test_what_was_put_in_comes_out(about, message):
    assert (about, message) == read(envelope.request(about, message, SEED, SERVER_KEY))


@given(headers, st.data())
def test_any_flipped_bit_is_noticed(about, data):
    sent = bytearray(envelope.request(about, b"message", SEED, SERVER_KEY))
    bit = data.draw(st.integers(0, 8 * len(sent) - 1))
    sent[bit // 8] ^= 1 << bit % 8

    with pytest.raises((NotSigned, MessageUnreadable)):
        read(bytes(sent))


@given(headers, st.data())
def test_what_was_cut_or_lengthened_is_noticed(about, data):
    sent = envelope.request(about, b"message", SEED, SERVER_KEY)
    cut = sent[: data.draw(st.integers(0, len(sent) - 1))]

    for other in (cut, sent + b"x"):
        with pytest.raises((NotSigned, MessageUnreadable)):
            read(other)


@given(st.binary(max_size=90))
def test_whatever_the_bytes_are_they_are_a_header_or_unreadable(data):
    try:
        about = envelope.header(data)
    except MessageUnreadable:
        assert b"" == resume.name(data)
    else:
        assert data.startswith(about.pack())


def test_a_request_is_named_by_its_signature_as_soon_as_that_much_has_come():
    about = Header("d1", bytes(8))
    sent = envelope.request(about, b"message", SEED)
    end = about.size + envelope.NAME

    assert b"" == resume.name(sent[: end - 1])
    assert sent[about.size : end] == resume.name(sent[:end]) == resume.name(sent)


def test_the_same_message_is_sealed_for_the_province_alone():
    about = Header("d1", bytes(8), SEALED)
    sent = envelope.request(about, b"message", SEED, SERVER_KEY)

    assert b"message" not in sent
    with pytest.raises(NotSigned):
        envelope.unsealed(SEALED, envelope.verified(sent, about, KEY), SEED)


@pytest.mark.parametrize("name", ["", "x" * 65, "đ"])
def test_a_name_that_does_not_fit_is_no_name(name):
    with pytest.raises(ValueError, match=r"out of bounds|ascii"):
        Header(name, bytes(8)).pack()


@pytest.mark.parametrize("kind", [Request, Question])
def test_a_device_is_named_once(kind):
    own, foreign = kind("d1.x"), kind("d11.x")

    assert ".x" == envelope.shortened(own, "d1").replica
    assert own == envelope.whole(envelope.shortened(own, "d1"), "d1")
    assert foreign == envelope.whole(envelope.shortened(foreign, "d1"), "d1")
    assert replace(own, replica="d1") == envelope.whole(replace(own, replica="d1"), "d1")

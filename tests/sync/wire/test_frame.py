"""A frame says how it was packed, and is never unpacked beyond its bound."""

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import MessageUnreadable
from sync.wire import frame

MEGABYTE = 1 << 20


@given(st.binary(max_size=3000), st.binary(max_size=40))
def test_text_and_tail_come_back(text, tail):
    assert (text, tail) == frame.unpack(frame.pack(text, tail), MEGABYTE)


@pytest.mark.parametrize("size", [1, 1 << 10, 1 << 16, 1 << 20])
def test_every_length_comes_back(size):
    text = b"M\xc6\xb0\xe1\xbb\x9dng Bi " * (size // 12)

    assert (text, b"") == frame.unpack(frame.pack(text), 2 * MEGABYTE)


def test_a_bomb_is_refused_before_it_goes_off():
    bomb = frame.pack(bytes(200 * MEGABYTE))

    assert len(bomb) < 50_000
    with pytest.raises(MessageUnreadable, match="larger than allowed"):
        frame.unpack(bomb, MEGABYTE)


@given(st.binary(max_size=200), st.integers(0, 200))
def test_what_was_cut_short_is_refused(text, length):
    packed = frame.pack(text)

    if length < len(packed):
        with pytest.raises(MessageUnreadable):
            frame.unpack(packed[:length], MEGABYTE)


@given(st.binary(max_size=300))
def test_whatever_bytes_come_they_are_read_or_refused(data):
    for guess in (data, bytes([frame.VERSION]) + data):
        try:
            frame.unpack(guess, 1000)
        except MessageUnreadable:
            continue


def test_another_protocol_version_is_named():
    with pytest.raises(MessageUnreadable, match="protocol version 1"):
        frame.unpack(b"\x02" + frame.pack(b"text")[1:], MEGABYTE)


def test_a_dictionary_that_only_a_newer_version_has_is_named():
    newer = zstd.train_dict([bytes([n, n * 7 % 251, 5]) * 40 for n in range(250)], 4096)
    packed = zstd.compress(b"text", zstd_dict=newer)

    with pytest.raises(MessageUnreadable, match=str(newer.dict_id)):
        frame.unpack(bytes([frame.VERSION]) + packed[len(frame.MAGIC) :], MEGABYTE)


def test_a_frame_without_a_dictionary_is_read():
    packed = bytes([frame.VERSION]) + zstd.compress(b"text")[len(frame.MAGIC) :]

    assert (b"text", b"") == frame.unpack(packed, MEGABYTE)


def test_the_estimate_is_near_the_truth():
    text = b"".join(
        b'"Chuy\xc3\xaan \xc4\x91\xe1\xbb\x81 s\xe1\xbb\x91 %d",' % n for n in range(2000)
    )

    assert 0.7 < frame.estimate(text) / len(frame.pack(text)) < 1.5
